import LeadMetrics
import Markup

/// The teams of all time in order: their rates as they are and with their hours allowed for, and what they lack
/// to overtake the next.
struct Leaderboard {
  let ranking: ToldRanking
  let site: Site

  func write(to writer: inout MarkupWriter) {
    let hasTargets = ranking.standings.contains { site.target(.team($0.standing.team)) != nil }
    let head: [MarkupWriter.Column] =
      [
        .init("Team"), .init("Leads"), .init(Words.columnWithin(site.rules.threshold)),
        .init("95% interval", spare: true), .init("Hours allowed for"), .init("To the next", spare: true),
      ] + (hasTargets ? [.init("To the target")] : [])
      + [.init("Median", spare: true), .init("9 in 10", spare: true), .init("Never", spare: true)]
    writer.table(.class("teams"), head: head) { writer in
      for team in ranking.standings {
        let (standing, tallied) = (team.standing, team.tallied)
        writer.element("tr", standing.rank == nil ? .class("rest") : Attribute("class", .absent)) { writer in
          writer.element("th", Attribute("scope", .word("row"))) { writer in
            writer.element("span", .class("rank"), text: team.rankText)
            writer.link(team.name, to: team.link)
          }
          writer.cell(Words.count(tallied.counts.leads))
          writer.rateCell(tallied.ratio, minLeads: site.rules.minLeads)
          writer.rangeCell(tallied.ratio)
          writer.cell(Words.percent(standing.standardised.tenths))
          writer.cell(Words.catchUp(standing.catchUp), spare: true)
          if hasTargets {
            writer.cell(Words.catchUp(team.toTarget))
          }
          writer.cell(Words.duration(tallied.timing?.median), spare: true)
          writer.cell(Words.duration(tallied.timing?.p90), spare: true)
          writer.cell(site.never(tallied.counts), spare: true)
        }
      }
    }
    writer.element(
      "p", .class("note"),
      text: "Hours allowed for: what the rate would be if the team’s leads came when everyone’s do. "
        + "To the next: more leads in time to overtake the team above."
        + (ranking.standings.contains { $0.standing.standardised.rate == nil }
          ? " A dash: fewer than 5 leads in time were to be expected." : "")
        + (ranking.standings.contains { $0.standing.rank == nil }
          ? " Teams with fewer than \(site.rules.minLeads) judged leads have no rank." : ""))
  }
}

extension Words {
  /// `12 leads`, `reached`, `out of reach`; an en dash where there is nothing to catch up with.
  static func catchUp(_ catchUp: CatchUp?) -> String {
    switch catchUp {
    case nil: none
    case .leads(0): "reached"
    case .leads(let leads): count(leads, "lead")
    case .outOfReach: "out of reach"
    }
  }
}

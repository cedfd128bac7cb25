import LeadMetrics
import LeadModel
import Markup
import Narrative

/// The parts of the week in which most leads are missed.
struct WorstTable {
  let told: Told

  func write(to writer: inout MarkupWriter) {
    writer.heading("Where most is lost", Words.period(told.info.period))
    let worst = told.worst
    let slots = worst.slots
    if slots.isEmpty {
      return writer.note(nothing)
    }
    let isKnown = slots.contains { $0.staff != nil }
    let varies = slots.contains { $0.staff?.varies == true }
    let head: [MarkupWriter.Column] =
      [
        .init("When"), .init("Leads"), .init("Missed"),
        .init(Words.columnWithin(told.rules.threshold)),
      ]
      + (isKnown ? [.init(varies ? "On shift on average" : "On shift")] : [])
    writer.table(.class("slots5"), head: head) { writer in
      for slot in slots {
        writer.element("tr") { writer in
          writer.rowHead(slot.rank.part.name)
          writer.cell(Words.count(slot.rank.counts.leads))
          writer.cell(Words.count(slot.missed))
          writer.rateCell(slot.rank.counts.ratio(slot.headline), minLeads: told.rules.minLeads)
          if isKnown { writer.cell(Quantity.people(slot.staff?.average).forms["phrase"] ?? "") }
        }
      }
    }
    if worst.isLimited {
      writer.note(
        "\(told.report.worst.unitWords.capitalizedFirst) with fewer than "
          + "\(Words.count(told.rules.minLeads, "lead")) are not listed; some of them missed as many or more."
      )
    }
  }

  private var nothing: String {
    let total = told.report.slice.total
    if total.judged(told.rules.headline) == 0 { return "No lead could be judged." }
    return total.missed(told.rules.headline) == 0
      ? "No lead was missed." : "No part of the week has enough leads to be named."
  }
}

/// Teams in the order of their rates, with their changes.
struct TeamTable {
  let ranking: ToldRanking

  func write(to writer: inout MarkupWriter) {
    let (site, standings) = (ranking.site, ranking.standings)
    guard !standings.isEmpty else { return }
    writer.teams(ranking, [.init("Change")]) { team, writer in
      writer.changeCell(team.change, team.verdict, isLikeForLike: team.isLikeForLike)
    }
    writer.likeForLikeNote(standings.contains { $0.isLikeForLike && $0.change != nil })
    if standings.contains(where: { $0.standing.rank == nil }) {
      writer.note("Teams with fewer than \(site.rules.minLeads) judged leads have no rank.")
    }
  }
}

extension MarkupWriter {
  /// A table of teams: what all such tables say of each, and between its rate and its times what `cells` writes.
  mutating func teams(
    _ ranking: ToldRanking, _ columns: [Column], cells: (ToldStanding, inout MarkupWriter) -> Void
  ) {
    let site = ranking.site
    let head: [Column] =
      [
        .init("Team"), .init("Leads"), .init(Words.columnWithin(site.rules.threshold)),
        .init("95% interval", spare: true),
      ] + columns
      + [.init("Median", spare: true), .init("9 in 10", spare: true), .init("Never", spare: true)]
    table(.class("teams"), head: head) { writer in
      for team in ranking.standings {
        let tallied = team.tallied
        writer.element("tr", team.standing.rank == nil ? .class("rest") : .absent) { writer in
          writer.rowHead { writer in
            writer.element("span", .class("rank"), text: team.rankText)
            writer.link(team.name, to: team.link)
          }
          writer.cell(Words.count(tallied.counts.leads))
          writer.rateCell(tallied.ratio, minLeads: site.rules.minLeads)
          writer.rangeCell(tallied.ratio)
          cells(team, &writer)
          writer.cell(Words.duration(tallied.timing?.median), spare: true)
          writer.cell(Words.duration(tallied.timing?.p90), spare: true)
          writer.cell(site.never(tallied.counts), spare: true)
        }
      }
    }
  }
}

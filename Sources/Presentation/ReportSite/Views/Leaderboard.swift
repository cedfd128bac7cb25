import LeadMetrics
import Markup

/// The teams of all time in order: their rates as they are and with their hours allowed for, and what they lack
/// to overtake the next.
struct Leaderboard {
  let ranking: ToldRanking
  let site: Site

  func write(to writer: inout MarkupWriter) {
    let hasTargets = ranking.standings.contains { site.target(.team($0.standing.team)) != nil }
    let columns: [MarkupWriter.Column] = [.init("Hours allowed for"), .init("To the next", spare: true)]
    writer.teams(ranking, columns + (hasTargets ? [.init("To the target")] : [])) { team, writer in
      writer.cell(Words.percent(team.standing.standardised.tenths))
      writer.cell(Words.catchUp(team.standing.catchUp), spare: true)
      if hasTargets { writer.cell(Words.catchUp(team.toTarget)) }
    }
    writer.note(
      "Hours allowed for: what the rate would be if the team’s leads came when everyone’s do. "
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

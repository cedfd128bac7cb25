import HeatmapSVG
import LeadMetrics
import Markup

// A team beside the others: where it is behind them and could win, and where it is ahead.

extension PageMaps {
  /// The team beside all others pooled, slot by slot; nothing where there is no other.
  func writeAgainst(to writer: inout MarkupWriter) {
    guard case .team(let team) = told.report.scope,
      let duel = told.details.against.value, let potential = told.details.potential.value
    else { return }
    let site = told.site
    let name = site.analysis.teams[team].name
    writer.element("div", .class("two"), .id(.others)) { writer in
      writer.element("section") { writer in
        writer.heading("Against the others", Words.period(told.info.period))
        DuelTable(
          duel: duel, verdict: duel.verdict, left: (name, nil), right: ("all other teams", nil),
          site: site
        ).write(to: &writer)
      }
      let map = DuelMap(
        duel: duel, left: name, right: "others", site: site, window: site.overviews.window(.allTeams))
      if let figure = map.figure("Ahead and behind", .small) {
        figure.write(to: &writer)
      } else {
        writer.absent("Ahead and behind", "No slot has enough leads of this team and of others.")
      }
      writer.element("section") { writer in
        let total = potential.toWin.nearest
        writer.heading(
          "Where most could be won",
          "\(Words.count(total, "lead")) in slots with \(told.rules.minLeads) or more")
        if potential.slots.isEmpty {
          writer.note(
            potential.hasEnough
              ? "In no slot with enough leads is the team below all teams." : "No slot has enough leads.")
        } else {
          PotentialTable(slots: potential.slots, hasGain: true, site: site).write(to: &writer)
        }
      }
      writer.element("section") { writer in
        writer.heading("Strengths", "above the others beyond chance")
        if potential.strengths.isEmpty {
          writer.note("No slot is above the others by more than chance explains.")
        } else {
          PotentialTable(slots: potential.strengths, hasGain: false, site: site).write(to: &writer)
        }
      }
    }
  }
}

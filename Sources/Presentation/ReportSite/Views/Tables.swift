import LeadMetrics
import LeadModel
import Markup
import Narrative

/// The parts of the week in which most leads are missed.
struct WorstTable {
  let told: Told

  func write(to writer: inout MarkupWriter) {
    writer.heading("Where most is lost", Words.period(told.info.period))
    if told.worstSlots.isEmpty {
      writer.element("p", .class("note"), text: nothing)
      return
    }
    let slots = told.worstSlots
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
          writer.element("th", Attribute("scope", .word("row")), text: slot.rank.name)
          writer.cell(Words.count(slot.rank.counts.leads))
          writer.cell(Words.count(slot.rank.counts.missed(slot.headline)))
          writer.rateCell(slot.rank.counts.ratio(slot.headline), minLeads: told.rules.minLeads)
          if isKnown { writer.cell(Quantity.people(slot.staff?.average).forms["phrase"] ?? "") }
        }
      }
    }
    if told.isWorstLimited {
      writer.element(
        "p", .class("note"),
        text: "\(told.report.worst.unitWords.capitalizedFirst) with fewer than "
          + "\(Words.count(told.rules.minLeads, "lead")) are not listed; some of them missed as many.")
    }
  }

  private var nothing: String {
    let total = told.report.slice.total
    if total.judged(told.rules.headline) == 0 { return "No lead could be judged." }
    return total.missed(told.rules.headline) == 0
      ? "No lead was missed." : "No part of the week has enough leads to be named."
  }
}

/// Teams in the order of their rates.
struct TeamTable {
  let ranking: ToldRanking

  func write(to writer: inout MarkupWriter) {
    let (site, standings) = (ranking.site, ranking.standings)
    guard !standings.isEmpty else { return }
    let within = Words.columnWithin(site.rules.threshold)
    let head: [MarkupWriter.Column] = [
      .init("Team"), .init("Leads"), .init(within), .init("95% interval", spare: true), .init("Change"),
      .init("Median", spare: true), .init("9 in 10", spare: true), .init("Never", spare: true),
    ]
    writer.table(.class("teams"), head: head) { writer in
      for team in standings {
        let tallied = team.tallied
        let isRanked = team.standing.rank != nil
        writer.element("tr", isRanked ? Attribute("class", .absent) : .class("rest")) { writer in
          writer.element("th", Attribute("scope", .word("row"))) { writer in
            writer.element("span", .class("rank"), text: team.rankText)
            writer.link(team.name, to: team.link)
          }
          writer.cell(Words.count(tallied.counts.leads))
          writer.rateCell(tallied.ratio, minLeads: site.rules.minLeads)
          writer.rangeCell(tallied.ratio)
          writer.changeCell(team.change, team.verdict, isLikeForLike: team.isLikeForLike)
          writer.cell(Words.duration(tallied.timing?.median), spare: true)
          writer.cell(Words.duration(tallied.timing?.p90), spare: true)
          writer.cell(site.never(tallied.counts), spare: true)
        }
      }
    }
    writer.likeForLikeNote(standings.contains { $0.isLikeForLike && $0.change != nil })
    if standings.contains(where: { $0.standing.rank == nil }) {
      writer.element(
        "p", .class("note"), text: "Teams with fewer than \(site.rules.minLeads) judged leads have no rank.")
    }
  }
}

import LeadMetrics
import Markup

/// Two sides with their rates above each other, and the difference in words.
struct DuelTable {
  let duel: HeadToHead
  /// What can be said of the difference, beside those it is one of.
  let verdict: Verdict?
  let left: (name: String, link: String?)
  let right: (name: String, link: String?)
  let site: Site

  func write(to writer: inout MarkupWriter) {
    writer.table(
      .class("duel"),
      head: [
        .init("Team"), .init("Leads"), .init(Words.columnWithin(site.rules.threshold)),
        .init("95% interval", spare: true), .init("Never"),
      ]
    ) { writer in
      row(left, duel.left, to: &writer)
      row(right, duel.right, to: &writer)
    }
    writer.element("p", .class("note")) { difference(to: &$0) }
  }

  private func row(_ side: (name: String, link: String?), _ counts: Counts, to writer: inout MarkupWriter) {
    let ratio = counts.ratio(site.rules.headline)
    writer.element("tr") { writer in
      writer.rowHead { $0.link(side.name, to: side.link) }
      writer.cell(Words.count(counts.leads))
      writer.rateCell(ratio, minLeads: site.rules.minLeads)
      writer.intervalCell(ratio)
      writer.cell(site.never(counts))
    }
  }

  /// What chance has to do with a difference.
  private func remark(_ change: Change) -> String {
    if !change.hasEnough(site.rules) { return "with too few leads to tell." }
    if verdict != .noClearChange { return "more than chance explains." }
    // The interval is of this pair alone.
    let isClearAlone = change.verdict(site.rules) != .noClearChange
    return isClearAlone ? "which may be chance where all pairs are judged together." : "which may be chance."
  }

  /// The difference with its interval, and whether chance explains it.
  private func difference(to writer: inout MarkupWriter) {
    guard let change = duel.change else {
      return writer.text("There is nothing to compare: one side has no judged lead.")
    }
    let interval = Words.interval(change)
    let isLevel = change.points == 0
    writer.name(left.name)
    writer.text(isLevel ? " and " : " less ")
    writer.name(right.name)
    writer.text(
      isLevel
        ? " are level (\(interval) points)."
        : ": \(Words.signedTenths(change.points)) points (\(interval)), " + remark(change))
  }
}

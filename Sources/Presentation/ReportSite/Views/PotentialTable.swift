import LeadMetrics
import LeadModel
import Markup

/// Slots of a team beside what all teams achieve there.
struct PotentialTable {
  let slots: [Potential.Slot]
  /// Whether the leads that could be won are listed.
  let hasGain: Bool
  let site: Site

  /// No list is longer.
  static let limit = 5

  func write(to writer: inout MarkupWriter) {
    writer.table(
      .class("slots5"),
      head: [
        .init("When"), .init("Leads"), .init(Words.columnWithin(site.rules.threshold)), .init("All teams"),
      ] + (hasGain ? [.init("To win")] : [])
    ) { writer in
      for slot in slots.prefix(PotentialTable.limit) {
        let ratio = slot.counts.ratio(site.rules.headline)
        writer.element("tr") { writer in
          writer.rowHead(slot.part(of: site.rules.slotMinutes).name)
          writer.cell(Words.count(ratio.denominator))
          writer.rateCell(ratio, minLeads: site.rules.minLeads)
          writer.cell(Words.percent(slot.site.tenths))
          if hasGain { writer.cell(slot.toWin.value.map { Words.amount($0) } ?? Words.none) }
        }
      }
    }
  }
}

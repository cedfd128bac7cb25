import LeadMetrics
import LeadModel
import Markup

/// How many leads were answered within each threshold, and how many never.
struct ShareTable {
  let told: Told

  /// `remark` may say more beside the heading.
  func write(remark: (String) -> String, to writer: inout MarkupWriter) {
    let counts = told.report.slice.total
    writer.heading("How soon", remark("of the leads old enough for each time"))
    writer.table(
      .class("shares"),
      head: [.init("Answered within"), .init("Leads"), .init("Share"), .init("95% interval", spare: true)]
    ) { writer in
      for (minutes, rate) in told.site.analysis.shares(counts) {
        writer.element("tr") { writer in
          writer.rowHead(Words.threshold(minutes))
          writer.cell(rate.map { Words.count($0.numerator) } ?? Words.none)
          writer.rateCell(rate ?? Ratio(0, of: 0), minLeads: told.rules.minLeads)
          writer.intervalCell(rate ?? Ratio(0, of: 0))
        }
      }
      guard told.site.analysis.tellsTimes else { return }
      let never = Ratio(counts.never, of: counts.leads)
      writer.element("tr") { writer in
        writer.rowHead("never so far")
        writer.cell(Words.count(counts.never))
        writer.cell(Words.percent(never.tenths))
        writer.intervalCell(never)
      }
    }
    if counts.flagged > 0 {
      writer.note(
        "\(Words.count(counts.flagged, "lead")) \(counts.flagged == 1 ? "was" : "were") answered by a "
          + "flag that speaks of \(Words.threshold(told.rules.threshold)) only, and \(counts.flagged == 1 ? "is" : "are") "
          + "left out of the others.")
    }
  }
}

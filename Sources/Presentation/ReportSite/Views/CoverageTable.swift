import LeadMetrics
import Markup

/// Leads that came while someone was on shift beside those that came while nobody was.
struct CoverageTable {
  let told: Told

  /// nil where nothing is known of who was on shift.
  init?(_ told: Told) {
    guard told.leadsOfKnownCoverage > 0 else { return nil }
    self.told = told
  }

  /// `remark` may say more beside the heading.
  func write(remark more: (String) -> String = { $0 }, to writer: inout MarkupWriter) {
    let split = told.report.split
    writer.heading("Covered or not", more(remark))
    let head: [MarkupWriter.Column] = [
      .init("Leads that came while"), .init("Leads"),
      .init(Words.columnWithin(told.rules.threshold)),
      .init("95% interval", spare: true),
      .init("Never"),
    ]
    writer.table(.class("split"), head: head) { writer in
      row("someone was on shift", split.covered, to: &writer)
      row("nobody was on shift", split.uncovered, to: &writer)
      if split.unknown.leads > 0 { row("that is not known", split.unknown, to: &writer) }
    }
  }

  /// `112 hours on shift, 2.4 leads an hour`, and where the data begin later than the hours, that.
  private var remark: String {
    guard told.report.coverage.repMinutes > 0 else { return "nobody was on shift" }
    let hours = Words.count(Int(told.repHours.rounded()), "hour")
    let load = told.load.map { "\(hours) on shift, \(Words.amount($0)) leads an hour" } ?? hours
    return load + (told.hoursBeforeData.map { "; the hours are \($0)" } ?? "")
  }

  private func row(_ name: String, _ counts: Counts, to writer: inout MarkupWriter) {
    let ratio = counts.ratio(told.rules.headline)
    writer.element("tr") { writer in
      writer.rowHead(name)
      writer.cell(Words.count(counts.leads))
      writer.rateCell(ratio, minLeads: told.rules.minLeads)
      writer.rangeCell(ratio)
      writer.cell(told.site.never(counts))
    }
  }
}

import LeadMetrics
import LeadModel
import Markup

extension Site {
  /// What was read, dropped and why: every row of every file has one fate.
  func dataQualityPage() -> PageContent {
    let body = HTML.written { html in
      html.section("Where every row went", id: "rows") { fates(&$0) }
    }
    return PageContent(
      heading: name(of: .dataQuality), summary: "What was read, dropped and why. \(rowsRead)", body: body)
  }

  private func fates(_ html: inout MarkupWriter) {
    html.numbersTable(
      ["File", "Read", "Rejected", "Not eligible", "After the cut-off", "Duplicate", "Counted"],
      rows: intake.sources.map { source in
        [source.name]
          + [
            source.read, source.rejected, source.notEligible, source.afterCutoff, source.duplicate,
            source.counted,
          ].map { Words.count($0.rows) }
      })
  }
}

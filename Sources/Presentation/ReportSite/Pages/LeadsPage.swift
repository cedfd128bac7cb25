import LeadMetrics
import LeadModel
import Markup

extension Site {
  /// A page about leads: its totals.
  func leadsPage(_ page: Page, _ report: PeriodReport) throws(Failure) -> PageContent {
    let counts = report.slice.total
    let rate = Words.percent(counts.ratio(rules.headline).tenths)
    let sentence =
      "\(rate) of \(Words.count(counts.judged(rules.headline), "lead")) answered within "
      + Words.threshold(rules.threshold)
    return PageContent(
      heading: name(of: page), subheading: Words.dates(of: report.info.period), summary: sentence + ".",
      body: .written { $0.element("p", text: sentence + ".") })
  }
}

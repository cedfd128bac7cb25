import LeadMetrics
import LeadModel
import Markup

extension Site {
  /// The list of all weeks, or of all months, latest first, each a link to its page.
  func periodsPage(_ page: Page) -> PageContent {
    let periods = periods(of: page)
    let kind = page == .weeks ? "week" : "month"
    let body = HTML.written { html in
      guard !periods.isEmpty else {
        return html.note("There is no lead, and so no \(kind) to show.")
      }
      html.element("div", .class("wide")) { html in
        let titles = [kind.capitalizedFirst, "Leads", "Judged"] + rateTitles
        html.table(.absent, head: titles.map { .init($0) }) { html in
          for period in periods.reversed() { row(period, from: page, &html) }
        }
      }
    }
    return PageContent(
      heading: name(of: page), subheading: Words.count(periods.count, kind),
      summary: "Every \(kind) with leads: how many were answered within \(Words.threshold(rules.threshold)).",
      body: body)
  }

  private var rateTitles: [String] {
    ["In time", Words.columnWithin(rules.threshold), "Median", "Never answered"]
  }

  private func row(_ period: Period, from page: Page, _ html: inout MarkupWriter) {
    let (counts, timing) = analysis.totals(.allTeams, period)
    let isComplete = analysis.info(.allTeams, period).isComplete
    html.element("tr") { html in
      html.rowHead { html in
        html.element("a", .href(addresses.link(from: page, to: .period(period))), text: title(of: period))
        if !isComplete { html.text(" incomplete") }
      }
      let numbers = [
        Words.count(counts.leads), Words.count(counts.judged(rules.headline)),
        Words.count(counts.within[rules.headline]), Words.percent(counts.ratio(rules.headline).tenths),
        Words.duration(timing.median), never(counts),
      ]
      for number in numbers { html.cell(number) }
    }
  }

  private func title(of period: Period) -> String {
    if case .week = period { "\(period), \(Words.dates(of: period))" } else { Words.period(period) }
  }
}

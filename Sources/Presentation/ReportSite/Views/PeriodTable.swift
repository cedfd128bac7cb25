import LeadMetrics
import LeadModel
import Markup

/// The weeks or months of a scope, latest first, each with its numbers and its page.
struct PeriodTable {
  let lines: [Line]
  let site: Site
  let page: Page
  let scope: Scope

  struct Line {
    let period: Period
    let counts: Counts
    let median: Int64?
    let isComplete: Bool
    /// Against the period before in the calendar, as the period's own page has it; nil without a comparison.
    let change: Change?
    /// Whether that is of the same weekdays and times only.
    let isLikeForLike: Bool
  }

  /// The weeks of a scope.
  static func weeks(_ scope: Scope, site: Site, page: Page) -> PeriodTable {
    let trend = site.analysis.trend(scope)
    let points = trend.map { point in
      (Period.week(point.week), point.counts, point.timing.median, point.isComplete)
    }
    return PeriodTable(points, site: site, page: page, scope: scope)
  }

  /// The months of a scope.
  static func months(_ scope: Scope, site: Site, page: Page) -> PeriodTable {
    let points = site.analysis.months(scope).map { month in
      let (counts, timing) = site.analysis.totals(scope, .month(month))
      let isComplete = site.analysis.info(scope, .month(month)).isComplete
      return (Period.month(month), counts, timing.median, isComplete)
    }
    return PeriodTable(points, site: site, page: page, scope: scope)
  }

  private init(_ points: [(Period, Counts, Int64?, Bool)], site: Site, page: Page, scope: Scope) {
    lines = points.filter { $0.1.leads > 0 }.reversed().map { period, counts, median, isComplete in
      Line(
        period: period, counts: counts, median: median, isComplete: isComplete,
        change: site.analysis.change(scope, period),
        isLikeForLike: site.analysis.isLikeForLike(scope, period))
    }
    self.site = site
    self.page = page
    self.scope = scope
  }

  /// More lines than these would bury what follows: older ones are folded away.
  static let limit = 26

  func write(to writer: inout MarkupWriter) {
    let kind = lines.first.map { Words.kind(of: $0.period) } ?? "period"
    // Verdicts are among all lines, those folded away too.
    let told = Array(zip(lines, Discoveries.verdicts(lines.map(\.change), site.rules)))
    table(told.prefix(PeriodTable.limit), kind, to: &writer)
    let earlier = told.dropFirst(PeriodTable.limit)
    if earlier.isEmpty { return }
    writer.element("details") { writer in
      writer.element("summary", text: "\(Words.count(earlier.count, "earlier \(kind)"))")
      table(earlier, kind, to: &writer)
    }
  }

  private func table(
    _ told: ArraySlice<(Line, Verdict?)>, _ kind: String, to writer: inout MarkupWriter
  ) {
    writer.table(
      .class("periods"),
      head: [
        .init(kind.capitalizedFirst), .init("Leads"),
        .init(Words.columnWithin(site.rules.threshold)),
        .init("95% interval", spare: true), .init("Change"), .init("Median", spare: true),
      ]
    ) { writer in
      for (line, verdict) in told { row(line, verdict, to: &writer) }
    }
    writer.likeForLikeNote(told.contains { $0.0.isLikeForLike && $0.0.change != nil })
  }

  private func row(_ line: Line, _ verdict: Verdict?, to writer: inout MarkupWriter) {
    let ratio = line.counts.ratio(site.rules.headline)
    writer.element("tr") { writer in
      writer.rowHead { writer in
        writer.link(
          Words.period(line.period).capitalizedFirst, to: site.link(from: page, to: scope.page(line.period)))
        if case .week = line.period {
          writer.raw(" ")
          writer.element("small", text: Words.dates(of: line.period))
        }
        if !line.isComplete {
          writer.raw(" ")
          writer.element("small", .class("flag"), text: "incomplete")
        }
      }
      writer.cell(Words.count(line.counts.leads))
      writer.rateCell(ratio, minLeads: site.rules.minLeads)
      writer.rangeCell(ratio)
      writer.changeCell(line.change, verdict, isLikeForLike: line.isLikeForLike)
      writer.cell(Words.duration(line.median), spare: true)
    }
  }
}

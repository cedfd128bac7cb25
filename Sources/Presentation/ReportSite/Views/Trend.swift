import HeatmapSVG
import LeadMetrics
import LeadModel

/// Draws what became of the last weeks: the rate with its interval, how many leads came, how soon they were
/// answered.
struct Trend {
  /// Ascending, without gaps in the calendar.
  let points: [TrendPoint]
  let headline: Int
  private let target: Ratio?
  private let events: [Event]

  /// At most this many weeks.
  static let length = 26

  /// The weeks of a scope up to the end of a period.
  init(_ scope: Scope, upTo period: Period, site: Site) {
    let end = period.dates.map { ISOWeek(containing: $0.upperBound.adding(days: -1)) }
    points = site.analysis.trend(scope, last: Trend.length, through: end)
    headline = site.rules.headline
    target = site.target(scope)
    events = site.settings.events
  }

  /// `The last 9 weeks`.
  var heading: String { "The last \(Words.count(points.count, "week"))" }

  /// What its open points are; nil without any.
  var note: String? {
    points.contains { !$0.isComplete && $0.counts.leads > 0 } ? "Open circles are incomplete weeks" : nil
  }

  /// The rate with its interval; nil where fewer than two weeks have one.
  func rate(_ size: TrendSpec.Size) -> TrendSpec? {
    var spec = chart("Percent answered in time, week by week", size) { point in
      let ratio = point.counts.ratio(headline)
      guard let rate = ratio.fraction, let interval = Interval(wilson: ratio) else { return nil }
      return TrendSpec.Point(
        rate * 100, interval: interval.low * 100...interval.high * 100, isOpen: !point.isComplete)
    }
    spec?.last = last { $0.counts.ratio(headline).tenths.map { Words.tenths($0) } }
    spec?.unit = "%"
    spec?.target = target?.fraction.map { ($0 * 100, "\(Int(($0 * 100).rounded())) target") }
    return spec
  }

  /// How many leads came; nil where fewer than two weeks have any.
  func volume(_ size: TrendSpec.Size) -> TrendSpec? {
    var spec = chart("Leads, week by week", size) { point in
      point.counts.leads == 0
        ? nil : TrendSpec.Point(Double(point.counts.leads), isOpen: !point.isComplete)
    }
    spec?.startsAtZero = true
    spec?.isWhole = true
    spec?.last = last { $0.counts.leads == 0 ? nil : Words.count($0.counts.leads) }
    return spec
  }

  /// The median response time in minutes; nil where fewer than two weeks have one.
  func median(_ size: TrendSpec.Size) -> TrendSpec? {
    var spec = chart("Median response time in minutes, week by week", size) { point in
      point.timing.median.map { TrendSpec.Point(Double($0) / 60_000_000, isOpen: !point.isComplete) }
    }
    spec?.startsAtZero = true
    spec?.last = last { point in point.timing.median.map { Words.duration($0) } }
    return spec
  }

  /// What is written beside the last week's point; nothing where that has none.
  private func last(_ text: (TrendPoint) -> String?) -> String { points.last.flatMap(text) ?? "" }

  /// nil where fewer than two weeks have a point.
  private func chart(
    _ label: String, _ size: TrendSpec.Size, point: (TrendPoint) -> TrendSpec.Point?
  ) -> TrendSpec? {
    let drawn = points.map(point)
    guard drawn.count(where: { $0 != nil }) > 1 else { return nil }
    let step = max(1, (points.count + 5) / 6)
    var spec = TrendSpec(
      label: label, points: drawn,
      ticks: points.indices.map { index in
        (points.count - 1 - index) % step == 0 ? Words.shortDate(points[index].week.monday) : nil
      })
    spec.size = size
    spec.events = places(of: events)
    return spec
  }

  /// The events of these weeks. The last week has its place at the edge of the chart, and what happened in it too.
  private func places(of events: [Event]) -> [(position: Double, text: String)] {
    guard let first = points.first?.week.monday.dayNumber else { return [] }
    let days = first..<first + 7 * points.count
    return events.filter { days.contains($0.date.dayNumber) }.map { event in
      (min(Double(event.date.dayNumber - first) / 7, Double(points.count - 1)), event.text)
    }
  }
}

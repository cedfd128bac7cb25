import HeatmapSVG
import LeadMetrics
import LeadModel

/// Draws the rate of the last weeks with its interval.
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

  /// nil where fewer than two weeks have a rate.
  func chart(_ size: TrendSpec.Size) -> TrendSpec? {
    let drawn = points.map { point -> TrendSpec.Point? in
      let ratio = point.counts.ratio(headline)
      guard let rate = ratio.fraction, let interval = Interval(wilson: ratio) else { return nil }
      return TrendSpec.Point(
        rate * 100, interval: interval.low * 100...interval.high * 100, isOpen: !point.isComplete)
    }
    guard drawn.count(where: { $0 != nil }) > 1 else { return nil }
    let step = max(1, (points.count + 5) / 6)
    var spec = TrendSpec(
      label: "Percent answered in time, week by week", points: drawn,
      ticks: points.indices.map { index in
        (points.count - 1 - index) % step == 0 ? Words.shortDate(points[index].week.monday) : nil
      })
    spec.last = points.last.flatMap { $0.counts.ratio(headline).tenths }.map { Words.tenths($0) } ?? ""
    spec.unit = "%"
    spec.size = size
    spec.target = target?.fraction.map { ($0 * 100, "\(Int(($0 * 100).rounded())) target") }
    if let first = points.first?.week.monday.dayNumber {
      spec.events = events.map { (Double($0.date.dayNumber - first) / 7, $0.text) }
        .filter { (0...Double(points.count - 1)).contains($0.position) }
    }
    return spec
  }
}

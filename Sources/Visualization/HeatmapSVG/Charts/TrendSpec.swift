/// A line over evenly spaced periods with the interval around it.
package struct TrendSpec: Sendable {
  /// What it shows, for those who hear it.
  var label: String
  /// From the left; nil where there is no number: the line has a gap there.
  var points: [Point?]
  /// One per point, those that are to stand below the axis; nil for none.
  var ticks: [String?]
  /// Whether round values begin at zero: for amounts, whose lengths are compared.
  package var startsAtZero = false
  /// Whether they are counts, so that none stands between two whole numbers on the axis.
  package var isWhole = false
  /// Written after the numbers on the axis, such as ` %`; empty for none.
  package var unit = ""
  /// A value to reach, as a dashed line, and its text: `80 target`.
  package var target: (value: Double, text: String)?
  /// What happened when: the position among the points (fractions are times within a period), and its text.
  package var events: [(position: Double, text: String)] = []
  /// The text beside the last point: `71.1`.
  package var last = ""
  /// How wide it is drawn.
  package var size = Size.half

  /// A trend of points.
  package init(label: String, points: [Point?], ticks: [String?]) {
    precondition(points.count == ticks.count, "a tick, or none, for each point")
    self.label = label
    self.points = points
    self.ticks = ticks
  }

  /// One period.
  package struct Point: Hashable, Sendable {
    /// Where the line is.
    var value: Double
    /// The interval; nil for none.
    var interval: ClosedRange<Double>?
    /// The period is not over: drawn hollow, its piece of line dashed.
    var isOpen: Bool

    /// A period with that value.
    package init(_ value: Double, interval: ClosedRange<Double>? = nil, isOpen: Bool = false) {
      self.value = value
      self.interval = interval
      self.isOpen = isOpen
    }
  }

  /// The width of a trend.
  package enum Size: Hashable, Sendable {
    /// As wide as the page.
    case wide
    /// Half of it.
    case half
  }
}

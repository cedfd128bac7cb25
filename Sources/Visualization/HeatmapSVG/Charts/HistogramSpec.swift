/// Bars over an axis of durations or other positive values whose steps multiply.
package struct HistogramSpec: Sendable {
  /// What it shows, for those who hear it.
  var label: String
  /// Ascending and not overlapping, lower bounds positive.
  var bins: [Bin]
  /// Values to tell apart by a line through the bars, with their text: (60, `1 h`).
  package var thresholds: [(value: Double, text: String)] = []
  /// Values to name below the axis.
  package var ticks: [(value: Double, text: String)] = []
  /// A bar beyond the axis, for what has no value at all, with the number above it and its name: `never`.
  package var beyond: (count: Double, label: String, text: String)?
  /// A histogram of those bars.
  package init(label: String, bins: [Bin]) {
    self.label = label
    self.bins = bins
  }

  /// A bar: its area of the axis, and its height.
  package struct Bin: Hashable, Sendable {
    /// Its ends on the axis, the second the higher.
    var low, high: Double
    /// Its height.
    var count: Double

    /// A bar from a value to a higher one.
    package init(_ low: Double, _ high: Double, count: Double) {
      self.low = low
      self.high = high
      self.count = count
    }
  }
}

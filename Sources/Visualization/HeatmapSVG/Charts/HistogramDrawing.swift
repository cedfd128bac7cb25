import Markup

/// Draws a histogram: bars with their lines of thresholds, and the bar beyond the axis.
struct HistogramDrawing: Drawing {
  let histogram: HistogramSpec
  let width = 494.0
  let height = 160.0
  private let left = 8.0
  private let right: Double
  private let floor = 136.0
  private let ceiling = 20.0
  private let tallest: Double

  init(_ histogram: HistogramSpec) {
    self.histogram = histogram
    right = histogram.beyond == nil ? width - 8 : width - 76
    tallest = max(1, histogram.bins.map(\.count).max() ?? 0, histogram.beyond?.count ?? 0)
  }

  func content(to writer: inout MarkupWriter) {
    writer.path(.rule, in: .page) {
      $0.point("M", left, floor)
      $0.raw("H")
      $0.length(width - 8)
    }
    writer.path(.bar, in: .page) { writer in
      for bin in histogram.bins where bin.count > 0 {
        bar(from: place(bin.low) + 0.5, to: place(bin.high) - 0.5, count: bin.count, to: &writer)
      }
    }
    var end = -Double.infinity
    for threshold in histogram.thresholds {
      let x = place(threshold.value)
      // Letters are larger on a narrow screen: a text that would run into the one before is moved a little.
      let half = Double(threshold.text.count) * 4.2
      let textX = max(x, end + 4 + half)
      end = textX + half
      writer.path(.event, in: .page) {
        $0.point("M", x, ceiling - 4)
        $0.raw("V")
        $0.length(floor)
      }
      writer.text(threshold.text, .axis, in: .page, x: textX, y: ceiling - 8)
    }
    for tick in histogram.ticks {
      writer.text(tick.text, .axis, in: .page, x: place(tick.value), y: floor + 15)
    }
    guard let beyond = histogram.beyond else { return }
    let middle = width - 34
    writer.path(.beyond, in: .page) { bar(from: middle - 18, to: middle + 18, count: beyond.count, to: &$0) }
    writer.text(beyond.text, .axis, in: .page, x: middle, y: floor + 15)
    writer.text(beyond.label, .total, in: .page, x: middle, y: top(beyond.count) - 5)
  }

  /// Where a positive value lies: equal ratios are equally far apart.
  private func place(_ value: Double) -> Double {
    guard let low = histogram.bins.first?.low, let high = histogram.bins.last?.high, low > 0, high > low,
      value > 0
    else { return left }
    let share = Logarithm.of(value / low) / Logarithm.of(high / low)
    return left + max(0, min(1, share)) * (right - left)
  }

  private func top(_ count: Double) -> Double { floor - count / tallest * (floor - ceiling - 12) }

  private func bar(from: Double, to end: Double, count: Double, to writer: inout MarkupWriter) {
    // Something is never nothing: a pixel at least.
    let height = max(1, floor - top(count))
    writer.point("M", from, floor)
    writer.raw("v")
    writer.length(-height)
    writer.raw("H")
    writer.length(max(end, from + 1))
    writer.raw("v")
    writer.length(height)
    writer.raw("z")
  }
}

extension HistogramSpec: Figure {
  /// The chart as an inline `svg` element.
  package func write(to writer: inout MarkupWriter) {
    HistogramDrawing(self).inline("ch", label: label, to: &writer)
  }
}

/// The natural logarithm without a mathematical library, exact enough for a drawing.
enum Logarithm {
  /// `value` is positive: halved or doubled into 0.7...1.5, then the series of the inverse hyperbolic tangent.
  static func of(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return 0 }
    var (mantissa, exponent) = (value.significand, Double(value.exponent))
    if mantissa > 1.5 { (mantissa, exponent) = (mantissa / 2, exponent + 1) }
    let ratio = (mantissa - 1) / (mantissa + 1)
    var (power, sum) = (ratio, 0.0)
    for term in stride(from: 1.0, through: 31, by: 2) {
      sum += power / term
      power *= ratio * ratio
    }
    return 2 * sum + exponent * 0.693_147_180_559_945_3
  }
}

import Markup

/// A scale from values to places along a drawing.
struct Axis {
  let domain: ClosedRange<Double>
  /// The places of both ends; the second may be the smaller, as on an axis that goes up.
  let start, end: Double
  /// No two ticks are nearer: 1 for counts, which have no halves.
  var leastStep = 0.0

  /// The place of a value, kept within the drawing.
  func place(_ value: Double) -> Double {
    let span = domain.upperBound - domain.lowerBound
    let share = span > 0 ? (value - domain.lowerBound) / span : 0.5
    return start + max(0, min(1, share)) * (end - start)
  }

  /// Round values within the domain, at most `limit` + 1 of them.
  func ticks(_ limit: Int) -> [Double] {
    let step = Axis.step(domain.upperBound - domain.lowerBound, limit, least: leastStep)
    let first = Scale.rounded(domain.lowerBound / step - 0.499_999)
    // A hair of rounding neither loses the last tick nor adds one outside.
    let hair = step * 1e-9
    return (first...first + limit + 1).map { Double($0) * step }.filter {
      $0 >= domain.lowerBound - hair && $0 <= domain.upperBound + hair
    }
  }

  /// A round value in digits: `70`, `0.5`, `10,000`, and to the hundredth at the most.
  static func name(_ value: Double) -> String {
    let hundredths = Scale.rounded(value.magnitude * 100)
    var name = (value < 0 && hundredths > 0 ? "-" : "") + UInt(hundredths / 100).grouped
    if hundredths % 100 > 0 { name += "." + String(hundredths / 10 % 10) }
    if hundredths % 10 > 0 { name += String(hundredths % 10) }
    return name
  }

  /// The smallest of 1, 2, 5, 10 … that divides `span` into at most `limit` steps, of at least `least`, which is 0 or 1.
  static func step(_ span: Double, _ limit: Int, least: Double = 0) -> Double {
    guard span > 0, span.isFinite else { return 1 }
    var unit = 1.0
    while unit > least, unit * Double(limit) > span { unit /= 10 }
    while true {
      for step in [1.0, 2, 5] where span / (unit * step) <= Double(limit) { return unit * step }
      unit *= 10
    }
  }

  /// Round values around everything of `values`.
  static func roundDomain(_ values: [Double], steps: Int, leastStep: Double = 0) -> ClosedRange<Double> {
    let finite = values.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return 0...1 }
    guard low < high else { return low - 1...high + 1 }
    let step = Axis.step(high - low, steps, least: leastStep)
    let bottom = Double(Scale.rounded(low / step - 0.499_999)) * step
    let top = Double(Scale.rounded(high / step + 0.499_999)) * step
    return bottom...max(top, bottom + step)
  }
}

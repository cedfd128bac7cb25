/// A confidence interval of 95 %, as proportions: 0…1 for a rate, -1…1 for a difference of rates.
package struct Interval: Hashable, Sendable {
  /// The lower bound.
  package let low: Double
  /// The upper bound.
  package let high: Double

  /// The 97.5th percentile of the standard normal distribution.
  static let z = 1.959964

  /// The bounds in tenths of a percent or of a point, rounded half away from zero.
  package var tenths: (low: Int, high: Int) {
    ((low * 1_000).nearest, (high * 1_000).nearest)
  }

  /// The score interval of a rate: E. B. Wilson, "Probable inference, the law of succession, and statistical
  /// inference", JASA 22 (1927) 209–212. nil where nothing is judged.
  package init?(wilson ratio: Ratio) {
    guard ratio.isDefined else { return nil }
    let (x, n, z) = (Double(ratio.numerator), Double(ratio.denominator), Interval.z)
    let centre = (x + z * z / 2) / (n + z * z)
    let half = z / (n + z * z) * (x * (n - x) / n + z * z / 4).squareRoot()
    // The exact bounds at none and at all, which rounding would miss by a hair.
    low = ratio.numerator == 0 ? 0 : max(0, centre - half)
    high = ratio.numerator == ratio.denominator ? 1 : min(1, centre + half)
  }

  /// The interval of `current` − `previous`: R. G. Newcombe, "Interval estimation for the difference between
  /// independent proportions", Statistics in Medicine 17 (1998) 873–890, method 10 (square-and-add of two
  /// Wilson intervals, no continuity correction). nil where either has no rate.
  init?(newcombe current: Ratio, minus previous: Ratio) {
    guard let p = current.fraction, let q = previous.fraction, let first = Interval(wilson: current),
      let second = Interval(wilson: previous)
    else { return nil }
    func root(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
    low = p - q - root(p - first.low, second.high - q)
    high = p - q + root(first.high - p, q - second.low)
  }
}

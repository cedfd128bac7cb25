/// Tail probabilities of counts, exactly: no table is too small for them.
enum ExactTest {
  /// Fisher's exact test that two rates differ, two-sided by the sum of all tables no more probable than the
  /// observed one (R. A. Fisher, "Statistical Methods for Research Workers", 5th ed. 1934, § 21.02; the sides
  /// as in R's fisher.test). 1 where either has no rate.
  static func fisher(_ first: Ratio, _ second: Ratio) -> Double {
    guard first.isDefined, second.isDefined else { return 1 }
    let (m, n) = (first.denominator, second.denominator)
    let k = first.numerator + second.numerator
    let (low, high) = (max(0, k - n), min(m, k))
    // P(x + 1) ÷ P(x) of the hypergeometric distribution.
    func up(_ x: Int) -> Double {
      Double(m - x) * Double(k - x) / (Double(x + 1) * Double(n - k + x + 1))
    }
    let mode = min(high, max(low, Int((Double(m + 1) * Double(k + 1) / Double(m + n + 2)).rounded(.down))))
    // P(x − 1) ÷ P(x).
    func down(_ x: Int) -> Double {
      Double(x) * Double(n - k + x) / (Double(m - x + 1) * Double(k - x + 1))
    }
    // Terms relative to the mode's, so that nothing overflows.
    var (x, observed) = (mode, 1.0)
    while x < first.numerator && observed > 0 {
      observed *= up(x)
      x += 1
    }
    while x > first.numerator && observed > 0 {
      observed *= down(x)
      x -= 1
    }
    if observed == 0 { return 0 }
    // Equal probabilities may differ by rounding.
    let limit = observed * (1 + 1e-7)
    var (extreme, all) = (0.0, 0.0)
    walk(from: mode, in: low...high, while: observed * 1e-17, up: up, down: down) { _, weight in
      all += weight
      if weight <= limit { extreme += weight }
    }
    return min(1, extreme / all)
  }

  /// The probability of at most that many successes where each has the chance `target`: the exact binomial
  /// test that a rate is below it (C. J. Clopper and E. S. Pearson, Biometrika 26 (1934) 404–413). 1 without a
  /// rate and for one that is not; `target` lies strictly between 0 and 1.
  static func below(_ ratio: Ratio, target: Double) -> Double {
    // At or above it nothing speaks for a rate below it.
    guard let rate = ratio.fraction, rate < target else { return 1 }
    let n = ratio.denominator
    let odds = target / (1 - target)
    let mode = min(n, Int((Double(n + 1) * target).rounded(.down)))
    var (below, all) = (0.0, 0.0)
    walk(
      from: mode, in: 0...n, while: 1e-40, up: { Double(n - $0) / Double($0 + 1) * odds },
      down: { Double($0) / (Double(n - $0 + 1) * odds) }
    ) { x, weight in
      all += weight
      if x <= ratio.numerator { below += weight }
    }
    return min(1, below / all)
  }

  /// Visits the terms of a distribution from its mode outwards, relative to it, as long as they are above
  /// `negligible`. `up` gives term x + 1 ÷ term x, `down` term x − 1 ÷ term x.
  @inline(__always) private static func walk(
    from mode: Int, in range: ClosedRange<Int>, while negligible: Double, up: (Int) -> Double,
    down: (Int) -> Double, visit: (Int, Double) -> Void
  ) {
    visit(mode, 1)
    var (x, weight) = (mode, 1.0)
    while x < range.upperBound && weight > negligible {
      weight *= up(x)
      x += 1
      visit(x, weight)
    }
    (x, weight) = (mode, 1)
    while x > range.lowerBound && weight > negligible {
      weight *= down(x)
      x -= 1
      visit(x, weight)
    }
  }
}

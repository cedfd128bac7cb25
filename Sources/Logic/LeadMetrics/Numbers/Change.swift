import LeadModel

/// What may be said about a difference.
package enum Verdict: String, Hashable, Sendable {
  case improved, declined
  case noClearChange = "no clear change"
}

/// A rate beside another one: a period's beside the previous period's, a team's beside another team's.
package struct Change: Hashable, Sendable {
  /// The rate in question, which is defined.
  package let current: Ratio
  /// What it is compared with, defined too.
  package let previous: Ratio
  /// Of current − previous, as proportions.
  package let interval: Interval

  /// nil where either has no rate: then there is no comparison, and no 0.0 stands in.
  package init?(_ current: Ratio, after previous: Ratio) {
    guard let interval = Interval(newcombe: current, minus: previous) else { return nil }
    self.current = current
    self.previous = previous
    self.interval = interval
  }

  /// Current − previous in tenths of a percentage point, from the exact ratios, rounded once.
  package var points: Int {
    let (a, b) = (Int128(current.numerator), Int128(current.denominator))
    let (c, d) = (Int128(previous.numerator), Int128(previous.denominator))
    return (a * d - c * b).dividedHalfAway(timesThousandBy: b * d).asInt
  }

  /// Whether ``points`` is not the difference of the two rates as shown: the reader is told why.
  package var shownDiffers: Bool { points != current.tenths! - previous.tenths! }

  /// Whether the same way of differing is seen where a part of those it is compared with is left out.
  func holds(without part: Ratio) -> Bool {
    let rest = Ratio(previous.numerator - part.numerator, of: previous.denominator - part.denominator)
    guard let change = Change(current, after: rest) else { return false }
    return direction == .improved ? change.interval.low > 0 : change.interval.high < 0
  }

  /// Whether `min_leads` are judged on both sides: with fewer a rate says little, and a difference less.
  package func hasEnough(_ rules: Rules) -> Bool {
    min(current.denominator, previous.denominator) >= rules.minLeads
  }

  /// Improved or declined only where there are enough leads and the interval excludes 0. For one comparison by
  /// itself; where many stand on a page, ``Discoveries`` decides.
  package func verdict(_ rules: Rules) -> Verdict {
    guard hasEnough(rules) else { return .noClearChange }
    return interval.low > 0 ? .improved : interval.high < 0 ? .declined : .noClearChange
  }
}

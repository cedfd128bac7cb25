/// A share of leads, kept as two integers and rounded only when shown.
package struct Ratio: Hashable, Sendable {
  /// 0…denominator.
  package var numerator: Int
  /// 0 where there is nothing to judge: then there is no rate.
  package var denominator: Int

  /// `numerator` of `denominator`.
  package init(_ numerator: Int, of denominator: Int) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Whether there is a rate at all.
  package var isDefined: Bool { denominator > 0 }

  /// The rate as a fraction, 0…1; nil where there is none.
  package var fraction: Double? { isDefined ? Double(numerator) / Double(denominator) : nil }

  /// The rate in tenths of a percent, 0…1000, rounded half away from zero on the exact ratio.
  package var tenths: Int? {
    isDefined ? Int(Int128(numerator).dividedHalfAway(timesThousandBy: Int128(denominator))) : nil
  }

  /// The rate in whole percent for a map's cell: rounded, but 100 only when all and 0 only when none.
  package var wholePercent: Int? {
    guard isDefined else { return nil }
    if numerator == denominator { return 100 }
    if numerator == 0 { return 0 }
    let (number, of) = (Int128(numerator), Int128(denominator))
    return min(99, max(1, Int((number * 200 + of) / (of * 2))))
  }

  /// The class of ten that colours the rate, 0…9: the floor of the exact percent ÷ 10, all being in the last.
  package var colourClass: Int? {
    isDefined ? min(9, Int(Int128(numerator) * 10 / Int128(denominator))) : nil
  }

  /// -1, 0 or 1 as the exact rate is below, equal to or above the other's. Both must be defined.
  package func compared(to other: Ratio) -> Int {
    (Int128(numerator) * Int128(other.denominator) - Int128(other.numerator) * Int128(denominator)).signum()
      .asInt
  }
}

extension Int128 {
  /// self × 1000 ÷ divisor, rounded half away from zero. `divisor` is positive.
  func dividedHalfAway(timesThousandBy divisor: Int128) -> Int128 {
    let doubled = (self * 2_000).magnitude
    let rounded = Int128((doubled + divisor.magnitude) / (2 * divisor.magnitude))
    return self < 0 ? -rounded : rounded
  }

  var asInt: Int { Int(self) }
}

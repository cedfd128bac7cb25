/// A quantity that is no share: leads per rep-hour, leads that could be won. Kept exact, rounded when shown.
package struct Quotient: Hashable, Sendable {
  package var numerator: Int
  /// 0 where there is no such quantity.
  package var denominator: Int

  /// `numerator` ÷ `denominator`.
  package init(_ numerator: Int, _ denominator: Int) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// In tenths, rounded half away from zero; nil where there is none.
  package var tenths: Int? {
    guard denominator > 0 else { return nil }
    let doubled = Int128(numerator).magnitude * 20 + Int128(denominator).magnitude
    let rounded = Int(doubled / (Int128(denominator).magnitude * 2))
    return numerator < 0 ? -rounded : rounded
  }

  /// nil where there is none.
  package var value: Double? { denominator > 0 ? Double(numerator) / Double(denominator) : nil }
}

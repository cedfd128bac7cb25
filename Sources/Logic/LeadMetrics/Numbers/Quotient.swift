/// A quantity that is no share: leads per rep-hour, leads that could be won. Kept exact, rounded when shown.
package struct Quotient: Hashable, Sendable {
  /// What is divided; below 0 for a difference.
  var numerator: Int128
  /// 0 where there is no such quantity.
  var denominator: Int128

  /// `numerator` ÷ `denominator`.
  package init(_ numerator: Int128, _ denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// nil where there is none.
  package var value: Double? { denominator > 0 ? Double(numerator) / Double(denominator) : nil }
}

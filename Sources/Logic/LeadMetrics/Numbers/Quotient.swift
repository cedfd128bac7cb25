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
  package var value: Double? { denominator > 0 ? numerator.asDouble / denominator.asDouble : nil }
}

extension Int128 {
  /// The nearest one: that of 64 bits where it fits into them, since the standard library takes a thousand times as long
  /// for wider ones.
  fileprivate var asDouble: Double {
    let low = Int64(truncatingIfNeeded: self)
    return Int128(low) == self ? Double(low) : Double(self)
  }
}

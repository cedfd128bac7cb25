extension MarkupWriter {
  /// A count of tenths as a decimal: 833 is `83.3`, -5 is `-0.5`, 0 is `0.0`.
  package mutating func decimal(tenths: Int) {
    if tenths < 0 { append(UInt8(ascii: "-")) }
    digits(tenths.magnitude / 10)
    append(UInt8(ascii: "."))
    append(UInt8(ascii: "0") + UInt8(tenths.magnitude % 10))
  }

  /// A length of a drawing: rounded to a tenth, written as short as can be (`12`, `12.5`, `-.5`).
  ///
  /// Not finite or beyond ±10⁹ it is 0: a drawing never breaks for want of a number.
  package mutating func length(_ value: Double) {
    guard value.magnitude < 1e9 else { return append(UInt8(ascii: "0")) }
    let tenths = Int(value * 10 + (value < 0 ? -0.5 : 0.5))
    if tenths < 0 { append(UInt8(ascii: "-")) }
    let (whole, fraction) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    if whole > 0 || fraction == 0 { digits(whole) }
    if fraction > 0 {
      append(UInt8(ascii: "."))
      append(UInt8(ascii: "0") + UInt8(fraction))
    }
  }
}

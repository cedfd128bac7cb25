/// A number that leaves a zero beside its decimal mark out, or says how far the mark is to be shifted, as databases and
/// programs write them: `.066667`, `12.`, `5.5e-05`.
struct ShiftedNumber {
  private let digits: FieldBytes
  /// How many digits stand before the mark, and how many there are.
  private let whole: Int
  private let count: Int
  /// By how many places the mark is to be shifted to the right; nil where that is not said.
  private let exponent: Int?
  private let isNegative: Bool

  /// Whether it says how far the mark is to be shifted. Then a mark in it groups no thousands.
  var isScientific: Bool { exponent != nil }

  /// The number that a field is; nil where it is none, or is written as others are.
  init?(_ field: FieldBytes) {
    var cursor = FieldCursor(field)
    isNegative = cursor.take("-")
    if !isNegative { _ = cursor.take("+") }
    let start = cursor.position
    whole = cursor.takeDigits().count
    let isPoint = cursor.next == UInt8(ascii: ".")
    let hasMark = cursor.take(".") || cursor.take(",")
    let decimals = hasMark ? cursor.takeDigits().count : 0
    digits = field.part(start..<cursor.position)
    count = whole + decimals
    if cursor.take("e") || cursor.take("E") {
      let isLeft = cursor.take("-")
      if !isLeft { _ = cursor.take("+") }
      let (value, length) = cursor.takeDigits()
      guard length > 0 else { return nil }
      // More digits than a number holds; any such shift is too far.
      let shift = length > 18 ? 1_000_000_000_000_000_000 : value
      exponent = isLeft ? -shift : shift
    } else {
      exponent = nil
      guard hasMark, whole == 0 || decimals == 0 && isPoint else { return nil }
    }
    guard count > 0, cursor.isAtEnd else { return nil }
  }

  /// So many units of that many microseconds, at most of a day, further digits cut; nil where that is too long.
  func duration(of unit: Int64) -> Int64? {
    guard let first = (0..<count).first(where: { digit($0) > 0 }) else { return 0 }
    let point = whole + (exponent ?? 0)
    guard point - first <= 15 else { return nil }
    var before: Int64 = 0
    if first < point { for position in first..<point { before = before * 10 + digit(position) } }
    let (micros, isTooLong) = before.multipliedReportingOverflow(by: unit)
    guard !isTooLong, micros < 1 << 61 else { return nil }
    var (behind, scale) = (Int128(0), Int128(1))
    for position in point..<point + ShiftedNumber.places {
      behind = behind * 10 + Int128(digit(position))
      scale *= 10
    }
    let total = micros + Int64(behind * Int128(unit) / scale)
    return isNegative ? -total : total
  }

  /// What numbers of double precision have behind the mark where they are no less than a microsecond of a day; more do not
  /// fit.
  private static let places = 27

  /// The digit at a position, counted without the mark; 0 where there is none.
  private func digit(_ position: Int) -> Int64 {
    guard (0..<count).contains(position) else { return 0 }
    return Int64(digits[position < whole ? position : position + 1] - 0x30)
  }
}

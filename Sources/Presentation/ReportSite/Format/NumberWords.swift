/// How numbers are said on pages, in titles and in narratives: the only place that turns one into text.
package enum Words {
  /// What stands where there is no number: never a zero.
  static let none = "–"

  /// A count with a comma every three digits: `4,312`.
  static func count(_ number: Int) -> String {
    let digits = number.magnitude.grouped
    return number < 0 ? "\u{2212}" + digits : digits
  }

  /// A count and its noun, `1 lead` or `4,312 leads`; the plural ends in s unless given.
  static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(count(number)) \(number == 1 ? one : many ?? one + "s")"
  }

  /// Tenths as a decimal: 833 is `83.3`, −5 is `−0.5`. Zero has no sign.
  static func tenths(_ tenths: Int) -> String {
    let magnitude = Int(tenths.magnitude)
    let digits = count(magnitude / 10) + decimals[magnitude % 10]
    return tenths < 0 ? "\u{2212}" + digits : digits
  }

  private static let decimals = (0..<10).map { ".\($0)" }

  /// Tenths with a sign unless they are zero: 85 is `+8.5`.
  static func signedTenths(_ value: Int) -> String {
    value > 0 ? "+" + tenths(value) : tenths(value)
  }

  /// Tenths as a whole number with a sign unless it is zero, half away from zero: 85 is `+9`.
  static func signedWhole(_ tenths: Int) -> String {
    let whole = (abs(tenths) + 5) / 10
    return whole == 0 ? "0" : "\(tenths < 0 ? "\u{2212}" : "+")\(count(whole))"
  }

  /// A percentage from its tenths: `83.3%`; an en dash for nil.
  static func percent(_ value: Int?) -> String { value.map { tenths($0) + "%" } ?? none }

  /// Tenths of the nearest kind, half away from zero: 8.25 is 83.
  static func tenths(of value: Double) -> Int { (value * 10).nearest }

  /// An amount with one decimal, `2.4`; one above nothing is not told as nothing: `under 0.1`.
  static func amount(_ value: Double) -> String {
    let tenths = tenths(of: value)
    return value > 0 && tenths == 0 ? "under 0.1" : self.tenths(tenths)
  }

  /// An average of people: `2`, or `1.5` where it is no whole number; above nothing at least `<0.1`.
  static func average(_ value: Double) -> String {
    let tenths = tenths(of: value)
    if value > 0 && tenths == 0 { return "<0.1" }
    return tenths % 10 == 0 ? "\(tenths / 10)" : self.tenths(tenths)
  }

  /// A text with its full stop; a name at its end may have one already.
  static func sentence(_ text: String) -> String { text.hasSuffix(".") ? text : text + "." }
}

import LeadModel

/// Numbers with a fraction as downloads write them: exact, without an exponent, no zeros at the end.
enum Decimal {
  /// Seconds from microseconds, to the last of them: 90,000,001 is `90.000001`, 60,000,000 is `60`; nil for nil.
  static func seconds(_ microseconds: Int64?) -> String? {
    microseconds.map { millionths(Int($0)) }
  }

  /// A number of that many millionths.
  static func millionths(_ count: Int) -> String {
    let (whole, rest) = count.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
    var fraction = Int(rest).padded(to: 6)[...]
    while fraction.last == "0" { fraction.removeLast() }
    return (count < 0 ? "-" : "") + String(whole) + (fraction.isEmpty ? "" : "." + fraction)
  }
}

/// A day of the proleptic Gregorian calendar, without a time zone.
///
/// Kept as a count of days, so that comparing and stepping are integer operations; the conversion from
/// and to year, month and day follows Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
package struct CivilDate: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01, negative before it.
  package var dayNumber: Int

  /// The day that many days after 1970-01-01.
  package init(dayNumber: Int) { self.dayNumber = dayNumber }

  /// The given day, or nil when the month has no such day. Years are astronomical: 0 is 1 BC.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, day <= CivilDate.days(inMonth: month, of: year) else {
      return nil
    }
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    dayNumber = era * 146_097 + dayOfEra - 719_468
  }

  /// Year, month (1–12) and day of the month (1–31).
  package var components: (year: Int, month: Int, day: Int) {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, day)
  }

  /// The number of days of a month, 28 to 31. `month` is 1–12.
  static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether February of that year has 29 days.
  static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// The day of the week. 1970-01-01 was a Thursday.
  package var weekday: Weekday { Weekday(rawValue: (dayNumber + 3).modulo(7) + 1)! }

  /// The day that many days later, or earlier where `days` is negative.
  package func adding(days: Int) -> CivilDate { CivilDate(dayNumber: dayNumber + days) }

  package static func < (left: CivilDate, right: CivilDate) -> Bool { left.dayNumber < right.dayNumber }
}

extension CivilDate: CustomStringConvertible {
  /// ISO 8601: `2026-11-09`.
  package var description: String {
    let (year, month, day) = components
    return "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
  }

  /// For people: `9 November 2026`.
  package var longName: String {
    let (year, month, day) = components
    return "\(day) \(YearMonth.names[month - 1]) \(year)"
  }
}

extension Int {
  /// The remainder that is never negative: `(-1).modulo(7)` is 6. `divisor` is positive.
  package func modulo(_ divisor: Int) -> Int {
    let remainder = self % divisor
    return remainder < 0 ? remainder + divisor : remainder
  }

  /// The quotient rounded towards negative infinity: `(-1).floored(by: 7)` is -1. `divisor` is positive.
  package func floored(by divisor: Int) -> Int { (self - modulo(divisor)) / divisor }

  /// Decimal digits with leading zeros up to `width`: `7.padded(to: 2)` is `07`.
  package func padded(to width: Int) -> String {
    var digits = String(magnitude)
    while digits.utf8.count < width { digits = "0" + digits }
    return self < 0 ? "-" + digits : digits
  }
}

extension CivilDate {
  /// Reads `2026-11-15`; nil for anything else.
  package init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    self.init(year: Int(parts[0])!, month: Int(parts[1])!, day: Int(parts[2])!)
  }
}

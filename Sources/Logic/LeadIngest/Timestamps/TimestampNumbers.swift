import LeadModel

extension TimestampParts {
  /// Days since 1899-12-30 that spreadsheets may mean: 1950 to 2099. Others are just numbers.
  static let serialDays = 18_264..<73_051

  /// Numbers of twelve digits that are dates from 1990 to 2099 with their hours and minutes. As milliseconds they would
  /// be of 1976, when no lead was received.
  static let compactMinutes = 199_000_000_000..<210_000_000_000

  /// A number: an epoch by its count of digits, or the serial date of a spreadsheet. The ranges do not touch:
  /// nine or ten digits are seconds (1973 to 2286), twelve or thirteen milliseconds, but for
  /// ``compactMinutes``, fifteen or sixteen microseconds, five are days.
  mutating func readNumber(_ field: FieldBytes) throws(TimeFault) {
    var cursor = FieldCursor(field)
    let (value, count) = cursor.takeDigits()
    switch count {
    case 5:
      guard TimestampParts.serialDays.contains(value) else { throw .unknownForm }
      style = .serial
      let micros = try microsecondsOfDay(&cursor)
      total = Int64(value - 25_569) * 86_400_000_000 + micros
      timeOfDay = micros
    case 9, 10, 12, 13, 15, 16:
      style = .epoch
      let unit: Int64 = count < 12 ? 1_000_000 : count < 15 ? 1_000 : 1
      total = Int64(value) * unit + readFraction(&cursor) / (1_000_000 / unit)
      offset = 0
      timeOfDay = total % 86_400_000_000
      mayBeDate = cursor.position == count && TimestampParts.mayBeDate(value, count)
    default: throw .unknownForm
    }
    guard cursor.isAtEnd else { throw .unknownForm }
  }

  /// Whether a number of so many digits may be `2601151430` or `260115143000`, with years of two digits, or `2026011514`,
  /// without minutes. Of those that count from 1970 few look so.
  private static func mayBeDate(_ value: Int, _ digits: Int) -> Bool {
    func isTime(_ date: Int, _ hour: Int, _ minute: Int, _ second: Int) -> Bool {
      CivilDate(year: date / 10_000, month: date / 100 % 100, day: date % 100) != nil && hour < 24
        && minute < 60 && second < 60
    }
    switch digits {
    case 10:
      return isTime(20_000_000 + value / 10_000, value / 100 % 100, value % 100, 0)
        || 1990..<2100 ~= value / 1_000_000 && isTime(value / 100, value % 100, 0, 0)
    case 12:
      return isTime(20_000_000 + value / 1_000_000, value / 10_000 % 100, value / 100 % 100, value % 100)
    default: return false
    }
  }

  /// The fraction of a day. A spreadsheet cannot write a third of a day exactly, so the shortest reading within
  /// the printed precision is meant: a whole second if one is that near, else a millisecond, else the nearest
  /// microsecond. Precision ends at 1e-11 days, for a double near 45,000 has no more.
  private func microsecondsOfDay(_ cursor: inout FieldCursor) throws(TimeFault) -> Int64 {
    guard cursor.take(".") || cursor.take(",") else { return 0 }
    guard cursor.next.isDigit else { throw .unknownForm }
    var (digits, scale) = (UInt64(0), UInt64(1))
    while cursor.next.isDigit {
      if scale < 1_000_000_000_000_000 {
        digits = digits * 10 + UInt64(cursor.next - 0x30)
        scale *= 10
      }
      cursor.position += 1
    }
    // In picoseconds: 86,400 × 10^12 to a day.
    let product = digits.multipliedFullWidth(by: 86_400_000_000_000_000)
    let exact = Int64(scale.dividingFullWidth(product).quotient)
    let uncertainty = max(43_200_000_000_000_000 / Int64(scale), 864_000)
    for unit: Int64 in [1_000_000_000_000, 1_000_000_000] {
      let nearest = (exact + unit / 2) / unit * unit
      if abs(nearest - exact) <= uncertainty { return nearest / 1_000_000 }
    }
    return (exact + 500_000) / 1_000_000
  }
}

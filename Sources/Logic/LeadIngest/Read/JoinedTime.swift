/// Where a time stands in a row.
struct TimeColumn: Sendable {
  /// Of the time, or of its date; -1 for none.
  var position = -1
  /// Of the time of day, where it has a column of its own; -1 where not.
  var timeOfDay = -1
  /// Whether the date is that of another time too, and so says nothing without its own time of day.
  var isSharedDate = false
}

/// Memory for a time that is put together from two columns.
struct JoinedScratch: ~Copyable {
  fileprivate var date = Scratch()
  fileprivate var timeOfDay = Scratch()
  fileprivate var joined = Scratch()
}

extension RowFields {
  /// A time as one field, quotes included where it stands in one column. `scratch` lends the memory where it stands in
  /// two.
  @inline(__always) func time(_ column: TimeColumn, _ scratch: inout JoinedScratch) -> FieldBytes {
    column.timeOfDay < 0
      ? self[column.position]
      : joinedTime(
        self[column.position], self[column.timeOfDay], isSharedDate: column.isSharedDate, &scratch)
  }
}

/// A date and a time of day with a blank between them, without quotes and white space at their ends.
///
/// Of what systems put into such columns only what is meant is taken: from a date not the midnight beside it
/// (`2026-11-15 00:00:00`), from a time of day not the date (`1899-12-30 09:30:00`), and 930 is 9:30. Without a date a
/// midnight says nothing; any other time of day stands alone, and cannot be read.
@inline(never)
private func joinedTime(
  _ date: FieldBytes, _ timeOfDay: FieldBytes, isSharedDate: Bool, _ scratch: inout JoinedScratch
)
  -> FieldBytes
{
  let day = unquoted(date, &scratch.date).trimmed
  let clock = unquoted(timeOfDay, &scratch.timeOfDay).trimmed
  scratch.joined.removeAll()
  if isBlankTime(clock) {
    if !isSharedDate { scratch.joined.append(day) }
    return scratch.joined.field
  }
  var cursor = FieldCursor(clock)
  let (number, digits) = cursor.takeDigits()
  let isNumber = cursor.isAtEnd && digits <= 4
  if isBlankTime(day) {
    if isNumber ? number != 0 : !clock.isMidnight { scratch.joined.append(clock) }
    return scratch.joined.field
  }
  if day.isDayOfSpreadsheet, clock[0] == UInt8(ascii: "0"), clock[1] == UInt8(ascii: ".") {
    scratch.joined.append(day)
    scratch.joined.append(clock.part(1..<clock.count))
    return scratch.joined.field
  }
  scratch.joined.append(day.withoutMidnight)
  scratch.joined.append(UInt8(ascii: " "))
  if isNumber {
    for byte in "\(number / 100):\(number % 100 / 10)\(number % 10)".utf8 { scratch.joined.append(byte) }
  } else {
    scratch.joined.append(clock.withoutDate)
  }
  return scratch.joined.field
}

extension Scratch {
  fileprivate mutating func append(_ field: FieldBytes) {
    for position in 0..<field.count { append(field[position]) }
  }
}

extension FieldBytes {
  /// The date alone where its time of day is midnight: `T00:00:00.000`, ` 0:00`, ` 12:00:00 AM`.
  fileprivate var withoutMidnight: FieldBytes {
    guard let parts = try? TimestampParts(self), parts.timeOfDay == 0, parts.offset ?? 0 == 0 else {
      return self
    }
    return part(0..<(gap ?? count))
  }

  /// The time of day alone, where a date stands before it.
  fileprivate var withoutDate: FieldBytes {
    guard let gap, (try? TimestampParts(self))?.timeOfDay != nil else { return self }
    return part((gap + 1)..<count)
  }

  /// Whether it is a time of day of zeros.
  fileprivate var isMidnight: Bool {
    count > 1 && (0..<count).allSatisfy { self[$0] == UInt8(ascii: "0") || self[$0] == UInt8(ascii: ":") }
  }

  /// Whether it is a whole number of five digits.
  fileprivate var isDayOfSpreadsheet: Bool { count == 5 && (0..<5).allSatisfy { self[$0].isDigit } }

  /// The last blank or T before a digit: `Jan 15, 2024 12:00 AM`.
  private var gap: Int? {
    (0..<count).last { [0x20, 0x54, 0x74].contains(self[$0]) && self[$0 + 1].isDigit }
  }
}

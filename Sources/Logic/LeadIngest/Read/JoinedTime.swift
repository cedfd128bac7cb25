/// Where a time stands in a row.
struct TimeColumn: Sendable {
  /// Of the time, or of its date; -1 for none.
  var position = -1
  /// Of the time of day, where it has a column of its own; -1 where not.
  var timeOfDay = -1
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
      ? self[column.position] : joinedTime(self[column.position], self[column.timeOfDay], &scratch)
  }
}

/// A date and a time of day with a blank between them, without quotes and white space at their ends. A blank one is left
/// out, and so is the midnight that a column of dates may have beside each (`2026-11-15 00:00:00`). 930 is 9:30.
@inline(never)
private func joinedTime(_ date: FieldBytes, _ timeOfDay: FieldBytes, _ scratch: inout JoinedScratch)
  -> FieldBytes
{
  let day = unquoted(date, &scratch.date).trimmed
  let clock = unquoted(timeOfDay, &scratch.timeOfDay).trimmed
  scratch.joined.removeAll()
  if isBlankTime(clock) {
    scratch.joined.append(day)
  } else {
    if !isBlankTime(day) {
      scratch.joined.append(day.withoutMidnight)
      scratch.joined.append(UInt8(ascii: " "))
    }
    var cursor = FieldCursor(clock)
    let (number, digits) = cursor.takeDigits()
    if cursor.isAtEnd, digits <= 4 {
      for byte in "\(number / 100):\(number % 100 / 10)\(number % 10)".utf8 { scratch.joined.append(byte) }
    } else {
      scratch.joined.append(clock)
    }
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
    guard let parts = try? TimestampParts(self), parts.timeOfDay == 0, parts.offset == nil else {
      return self
    }
    // The last gap before a digit: `Jan 15, 2024 12:00 AM`.
    let gap = (0..<count).last { [0x20, 0x54, 0x74].contains(self[$0]) && self[$0 + 1].isDigit }
    return part(0..<(gap ?? count))
  }
}

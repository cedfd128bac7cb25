/// Where a time stands in a row.
struct TimeColumn: Sendable {
  /// Of the time, or of its date; -1 for none.
  var position = -1
  /// Of the time of day, where it has a column of its own; -1 where not.
  var timeOfDay = -1
  /// Whether the date is that of another time too, and so says nothing without its own time of day.
  var isSharedDate = false
  /// What numbers in the column of the time of day mean.
  var clock = ClockNumbers()
}

/// Memory for a time that is put together from two columns.
struct JoinedScratch: ~Copyable {
  fileprivate var date = Scratch()
  fileprivate var timeOfDay = Scratch()
  fileprivate var joined = Scratch()
  /// Whether the last time of day was a number that may mean several.
  fileprivate(set) var isOpen = false
}

extension RowFields {
  /// A time as one field, quotes included where it stands in one column. `scratch` lends the memory where it stands in
  /// two.
  @inline(__always) func time(_ column: TimeColumn, _ scratch: inout JoinedScratch) -> FieldBytes {
    column.timeOfDay < 0
      ? self[column.position]
      : joinedTime(self[column.position], self[column.timeOfDay], column, &scratch)
  }

  /// What the file has where the last time that was asked for cannot be read: what stands in its two columns, with a blank
  /// between them, or the one number that may mean several. `time` is what it was read as.
  func written(_ time: FieldBytes, _ column: TimeColumn, _ scratch: inout JoinedScratch) -> FieldBytes {
    if column.timeOfDay < 0 { return time }
    if scratch.isOpen { return self[column.timeOfDay] }
    scratch.joined.removeAll()
    scratch.joined.append(plainValue(self[column.position], &scratch.date))
    let clock = plainValue(self[column.timeOfDay], &scratch.timeOfDay)
    if scratch.joined.field.count > 0, clock.count > 0 { scratch.joined.append(UInt8(ascii: " ")) }
    scratch.joined.append(clock)
    return scratch.joined.field
  }
}

/// A date and a time of day with a blank between them, without quotes and white space at their ends.
///
/// Of what systems put into such columns only what is meant is taken: from a date not the midnight beside it
/// (`2026-11-15 00:00:00`), from a time of day not the date (`1899-12-30 09:30:00`); 930 is 9:30, 91919 is 9:19:19, and
/// 0.333333 of a day is 8:00, as far as ``ClockNumbers`` tell. Without a date a midnight says nothing; any other time of
/// day, and a number that may mean several, stands alone, and cannot be read.
@inline(never)
private func joinedTime(
  _ date: FieldBytes, _ timeOfDay: FieldBytes, _ column: TimeColumn, _ scratch: inout JoinedScratch
) -> FieldBytes {
  scratch.isOpen = false
  let written = plainValue(date, &scratch.date)
  let day = written.isDateOfZeros ? written.part(0..<0) : written
  let clock = plainValue(timeOfDay, &scratch.timeOfDay)
  scratch.joined.removeAll()
  if isBlankTime(clock) {
    if !column.isSharedDate { scratch.joined.append(day) }
    return scratch.joined.field
  }
  var cursor = FieldCursor(clock)
  let (number, digits) = cursor.takeDigits()
  // Of `8 hrs` nobody knows whether it is an hour or a wait.
  if digits > 2 { cursor.takeHourWord() }
  let isNumber = cursor.isAtEnd && digits <= 6
  if isBlankTime(day) {
    if isNumber ? number != 0 : !clock.isMidnight { scratch.joined.append(clock) }
    return scratch.joined.field
  }
  if day.isDayOfSpreadsheet, clock.isPartOfOne {
    scratch.joined.append(day)
    scratch.joined.append(clock.part(1..<clock.count))
    return scratch.joined.field
  }
  var (width, time) = (0, Int64?.none)
  if isNumber {
    let zeros = column.clock.digits(of: digits, startsWithZero: clock[0] == UInt8(ascii: "0"))
    scratch.isOpen = number > 0 && zeros == nil
    width = zeros ?? 4
  } else if clock.isPartOfOne, column.clock.areParts ?? !clock.mayBeClock {
    time = scratch.joined.timeOfDay(clock)
  } else {
    scratch.isOpen =
      clock.isPartOfOne && clock.mayBeClock && column.clock.areParts == nil && !clock.isMidnight
  }
  if scratch.isOpen {
    scratch.joined.append(clock)
    return scratch.joined.field
  }
  scratch.joined.append(day.withoutMidnight)
  scratch.joined.append(UInt8(ascii: " "))
  if isNumber {
    scratch.joined.append(clockOf: clock.part(0..<digits), width: width)
  } else if let time {
    scratch.joined.append(clockOf: time)
  } else {
    scratch.joined.append(clock.withoutDate)
  }
  return scratch.joined.field
}

extension Scratch {
  fileprivate mutating func append(_ field: FieldBytes) {
    for position in 0..<field.count { append(field[position]) }
  }

  /// Digits as clock time, as many as are meant: `09:30` of 930, `09:19:19` of 91919.
  fileprivate mutating func append(clockOf digits: FieldBytes, width: Int) {
    for place in (0..<width).reversed() {
      append(place < digits.count ? digits[digits.count - 1 - place] : UInt8(ascii: "0"))
      if place == 4 || place == 2 { append(UInt8(ascii: ":")) }
    }
  }

  /// Microseconds of a day as clock time: `8:00:00.000000`.
  fileprivate mutating func append(clockOf time: Int64) {
    let (seconds, micros) = (time / 1_000_000, time % 1_000_000)
    append("\(seconds / 3_600):")
    append("\(String(100 + seconds / 60 % 60).dropFirst()):\(String(100 + seconds % 60).dropFirst())")
    append(".\(String(1_000_000 + micros).dropFirst())")
  }

  private mutating func append(_ text: String) {
    for byte in text.utf8 { append(byte) }
  }

  /// The microseconds of a fraction of a day, read as that of a spreadsheet's day; nil where it is none.
  fileprivate mutating func timeOfDay(_ fraction: FieldBytes) -> Int64? {
    append("\(TimestampParts.serialDays.lowerBound)")
    append(fraction.part(1..<fraction.count))
    defer { removeAll() }
    return (try? TimestampParts(field))?.timeOfDay
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
    count > 1 && (0..<count).allSatisfy { "0:.".utf8.contains(self[$0]) }
  }

  /// Whether it is `00000000`, which SAP writes where there is no date.
  fileprivate var isDateOfZeros: Bool { count == 8 && (0..<8).allSatisfy { self[$0] == UInt8(ascii: "0") } }

  /// Whether it is a whole number of five digits.
  fileprivate var isDayOfSpreadsheet: Bool { count == 5 && (0..<5).allSatisfy { self[$0].isDigit } }

  /// The last blank or T before a digit: `Jan 15, 2024 12:00 AM`.
  private var gap: Int? {
    (0..<count).last { [0x20, 0x54, 0x74].contains(self[$0]) && self[$0 + 1].isDigit }
  }
}

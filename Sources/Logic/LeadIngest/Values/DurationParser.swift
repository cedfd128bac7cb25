/// How long a field says it took, in microseconds, further digits cut; nil where it is no duration.
///
/// A number of at most 15 digits before the decimals counts units: `12`, `12.5`, `12,5`, `1.234,5`, `1,234,567`,
/// `1 234`, `1'234`; or a ``ShiftedNumber``.
/// `H:MM:SS`, with hours of any count and a fraction perhaps, needs no unit, nor do `D.HH:MM:SS`, `D:HH:MM:SS`,
/// `D HH:MM:SS` and ``wordedDuration(_:form:)``; the form tells whether `1:05` is of hours or of minutes. A minus is kept:
/// the lead was answered before it was received. Of a date only 1899-12-30 and the day after it are one, see
/// ``TimestampParts/spanOfSpreadsheet``, and those of 1970, see ``TimestampParts/spanSince1970``.
func parseDuration(_ field: FieldBytes, form: DurationForm) -> Int64? {
  if field.hasLetters { return wordedDuration(field, form: form) ?? unusualDuration(field, form) }
  var cursor = FieldCursor(field)
  let isNegative = cursor.take("-")
  if !isNegative { _ = cursor.take("+") }
  let magnitude: Int64?
  if field.contains(UInt8(ascii: ":")) {
    let start = cursor
    if let clock = clockDuration(&cursor, form.clockUnit), cursor.isAtEnd {
      magnitude = clock
    } else {
      cursor = start
      magnitude = daysAndClock(&cursor)
    }
  } else {
    magnitude = numberDuration(&cursor, form.unit?.microseconds, NumberMarks(cursor).decimalMark(in: form))
  }
  guard let magnitude, cursor.isAtEnd else { return unusualDuration(field, form) }
  return isNegative ? -magnitude : magnitude
}

/// What is written as few durations are.
private func unusualDuration(_ field: FieldBytes, _ form: DurationForm) -> Int64? {
  if let number = ShiftedNumber(field) { return form.unit.flatMap { number.duration(of: $0.microseconds) } }
  return field.date.flatMap { $0.spanOfSpreadsheet ?? $0.spanSince1970 }
}

extension FieldBytes {
  /// Whether any ASCII letter occurs in it.
  var hasLetters: Bool {
    for position in 0..<count where self[position].isLetter { return true }
    return false
  }
}

/// Which decimal mark a number shows by itself.
struct NumberMarks {
  /// What the marks of a number tell.
  enum Reading: Hashable {
    /// It has none.
    case plain
    /// The mark before its decimals.
    case decimals(DecimalMark)
    /// That mark groups its thousands, so the other one would stand before decimals.
    case thousands(DecimalMark)
    /// It looks like `1.234` or `1,234`: decimals or thousands.
    case open(DecimalMark)
  }
  let reading: Reading

  /// Looks at the number from the cursor to the end of the field. `mayGroup` says whether it may have thousands.
  init(_ cursor: FieldCursor, mayGroup: Bool = true) {
    var marks: [(mark: DecimalMark, position: Int)] = []
    for position in cursor.position..<cursor.field.count {
      switch cursor.field[position] {
      case UInt8(ascii: "."): marks.append((.point, position))
      case UInt8(ascii: ","): marks.append((.comma, position))
      default: continue
      }
      if marks.count > 5 { break }
    }
    guard let first = marks.first, let last = marks.last else {
      reading = .plain
      return
    }
    if marks.count > 1 {
      reading = first.mark == last.mark ? .thousands(first.mark) : .decimals(last.mark)
      return
    }
    // Thousands have one to three digits before them, no leading zero, and three behind.
    let before = last.position - cursor.position
    let isOpen =
      mayGroup && (1...3).contains(before) && cursor.next != UInt8(ascii: "0")
      && cursor.field.count - last.position == 4
    reading = isOpen ? .open(last.mark) : .decimals(last.mark)
  }

  /// The mark of the column's form, or else the one that this number shows.
  func decimalMark(in form: DurationForm) -> DecimalMark? {
    switch reading {
    case .plain: .point
    case .decimals(let mark): mark
    case .thousands(let mark): mark == .point ? .comma : .point
    case .open: form.decimalMark
    }
  }
}

/// `26:03:00.5`, or `26:03`, of which `unit` says what its first part counts.
func clockDuration(_ cursor: inout FieldCursor, _ unit: DurationUnit?) -> Int64? {
  let (first, count) = cursor.takeDigits()
  guard (1...6).contains(count), cursor.take(":"), let second = cursor.takePair(), second < 60 else {
    return nil
  }
  var seconds = first * 60 + second
  if cursor.take(":") {
    guard let third = cursor.takePair(), third < 60 else { return nil }
    seconds = seconds * 60 + third
  } else if unit == .hours {
    return Int64(seconds) * 60_000_000
  } else if unit != .minutes {
    return nil
  }
  let whole = Int64(seconds) * 1_000_000
  guard cursor.take(".") || cursor.take(",") else { return whole }
  return fraction(&cursor, of: 1_000_000).map { whole + $0 }
}

/// Days and what is left of the last one: `3.09:53:30.5` of .NET, `3:09:53:30`, `3 09:53:30` of SQL, where many zeros may
/// stand before the days.
private func daysAndClock(_ cursor: inout FieldCursor) -> Int64? {
  let (days, count) = cursor.takeDigits()
  guard (1...9).contains(count), days < 1_000_000,
    cursor.take(".") || cursor.take(":") || cursor.takeBlanks(),
    cursor.field[cursor.position + 2] == UInt8(ascii: ":"), let clock = clockDuration(&cursor, nil),
    clock < DurationUnit.days.microseconds
  else { return nil }
  return Int64(days) * DurationUnit.days.microseconds + clock
}

/// Digits, thousands grouped by the mark that is not the decimal one, blanks or apostrophes, and decimals; `unit` is in
/// microseconds.
func numberDuration(_ cursor: inout FieldCursor, _ unit: Int64?, _ decimalMark: DecimalMark?) -> Int64? {
  guard let unit, let decimalMark else { return nil }
  let (decimal, other): (Unicode.Scalar, Unicode.Scalar) = decimalMark == .point ? (".", ",") : (",", ".")
  var (whole, digits) = cursor.takeDigits()
  guard (1...15).contains(digits) else { return nil }
  if whole > 0, digits <= 3, !cursor.isAtEnd, cursor.next != UInt8(ascii: decimal) {
    let width = cursor.next == UInt8(ascii: other) ? 1 : cursor.groupingWidth
    let grouping = cursor.field.part(cursor.position..<cursor.position + width)
    while width > 0, cursor.take(grouping) {
      let (group, count) = cursor.takeDigits()
      digits += count
      guard count == 3, digits <= 15 else { return nil }
      whole = whole * 1_000 + group
    }
  }
  let (micros, isTooLong) = Int64(whole).multipliedReportingOverflow(by: unit)
  // Room is left for adding it to any time.
  guard !isTooLong, micros < 1 << 61 else { return nil }
  guard cursor.take(decimal) else { return micros }
  return fraction(&cursor, of: unit).map { micros + $0 }
}

extension FieldCursor {
  /// How many bytes a blank or an apostrophe takes that groups thousands here: behind a digit and before just three of
  /// them. 0 where there is none.
  var groupingWidth: Int {
    let width =
      switch next {
      case 0x20, UInt8(ascii: "'"): 1
      case 0xC2 where field[position + 1] == 0xA0: 2
      // U+202F, U+2009, and the apostrophe of typographers.
      case 0xE2 where field[position + 1] == 0x80 && [0xAF, 0x89, 0x99].contains(field[position + 2]): 3
      default: 0
      }
    let isGroup =
      width > 0 && field[position - 1].isDigit && (0..<3).allSatisfy { field[position + width + $0].isDigit }
      && !field[position + width + 3].isDigit
    return isGroup ? width : 0
  }

  /// Steps over those bytes if they come next.
  fileprivate mutating func take(_ bytes: FieldBytes) -> Bool {
    guard (0..<bytes.count).allSatisfy({ field[position + $0] == bytes[$0] }) else { return false }
    position += bytes.count
    return true
  }
}

/// The digits that come next as a fraction of a whole of that many microseconds, cut; nil where there are none.
func fraction(_ cursor: inout FieldCursor, of whole: Int64) -> Int64? {
  guard cursor.next.isDigit else { return nil }
  var (digits, scale) = (Int64(0), Int64(1))
  var (rest, restScale) = (Int64(0), Int64(1))
  while cursor.next.isDigit {
    // A microsecond of a day is in its eleventh digit, but a second of an hour, 0.0002777777777777778, has nineteen;
    // more than eighteen do not fit, nor more than twenty-four in both.
    let digit = Int64(cursor.next - 0x30)
    if scale < 1_000_000_000_000_000_000 {
      digits = digits * 10 + digit
      scale *= 10
    } else if restScale < 1_000_000 {
      rest = rest * 10 + digit
      restScale *= 10
    }
    cursor.position += 1
  }
  if rest == 0 { return Int64(Int128(digits) * Int128(whole) / Int128(scale)) }
  let all = Int128(digits) * Int128(restScale) + Int128(rest)
  return Int64(all * Int128(whole) / (Int128(scale) * Int128(restScale)))
}

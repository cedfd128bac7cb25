/// What is written in a timestamp, before the order of day and month is decided and the calendar is asked.
struct TimestampParts {
  /// The family it belongs to.
  var style: TimestampForm.Style
  /// As written; of two digits where ``hasShortYear``.
  var year = 0
  var hasShortYear = false
  /// Whether it is a date like `26-9-7`, whose last number can be no year.
  var isYearFirst = false
  /// The month, or in `1/2/2024` the first number.
  var month = 0
  /// The day, or in `1/2/2024` the second number.
  var day = 0
  /// What stands between them in `1/2/2024`.
  var mark = DateMark.dash
  /// 1–7, Monday first, where the name of the weekday is written too.
  var weekday: Int?
  /// Microseconds since midnight, up to 24:00; nil for a date alone.
  var timeOfDay: Int64?
  /// Seconds east of UTC; nil for a local reading.
  var offset: Int64?
  /// The zone that is named by letters or as `America/New_York`; nil where none is. Valid as long as the field is.
  var zoneName: FieldBytes?
  /// Of a number that says it all, microseconds since 1970.
  var total: Int64 = 0
  /// Whether such a number may be a date without marks as well.
  var mayBeDate = false

  /// Takes a field apart. Every form that leadheat knows is recognised here; nothing is guessed from the
  /// locale of a machine.
  init(_ field: FieldBytes) throws(TimeFault) {
    var cursor = FieldCursor(field)
    style = .monthName
    if cursor.next.isLetter {
      try self.readNamesFirst(&cursor)
    } else {
      let (value, count) = cursor.takeDigits()
      switch (count, cursor.next) {
      case (1...2, UInt8(ascii: ":")):
        try readClockAndDate(field)
        return
      case (8, 0) where cursor.isAtEnd, (8, UInt8(ascii: "T")), (8, UInt8(ascii: "t")), (14, _),
        (12, _) where TimestampParts.compactMinutes.contains(value):
        try readCompact(value, count, &cursor)
        return
      case (8, UInt8(ascii: " ")):
        setDate(compact: value)
      default:
        guard try readDate(value, count, &cursor) else {
          try readNumber(field)
          return
        }
      }
    }
    try readTime(&cursor)
  }

  /// `14:30 15/01/2024`, `2:30 PM, 2024-01-15`.
  private mutating func readClockAndDate(_ field: FieldBytes) throws(TimeFault) {
    var cursor = FieldCursor(field)
    try readClock(&cursor)
    let comma = cursor.take(",")
    guard cursor.takeBlanks() || comma, case let (value, count) = cursor.takeDigits(),
      try readDate(value, count, &cursor), cursor.isAtEnd
    else { throw .unknownForm }
  }

  /// A date from what follows its first number on; false where none follows.
  private mutating func readDate(_ value: Int, _ count: Int, _ cursor: inout FieldCursor) throws(TimeFault)
    -> Bool
  {
    switch count {
    case 4 where DateMark(rawValue: cursor.next) != nil: try readYearFirst(value, &cursor)
    case 4:
      guard cursor.takeBlanks(), cursor.next.isLetter else { return false }
      try readMonthAndDay(&cursor)
      year = value
    case 1...2 where DateMark(rawValue: cursor.next) != nil: try readYearLast(value, &cursor)
    case 1...2:
      day = value
      cursor.takeOrdinal()
      if cursor.takeBlanks() {
        try readMonthAndYear(&cursor)
      } else if cursor.next.isLetter {
        try readTightMonthAndYear(&cursor)
      } else {
        return false
      }
    default: return false
    }
    return true
  }

  /// `2024-01-15`, `2024/1/15`, `2024.01.15`, `2024. 01. 15.`, `2024-Jan-15`.
  private mutating func readYearFirst(_ value: Int, _ cursor: inout FieldCursor) throws(TimeFault) {
    style = .yearFirst
    year = value
    let separator = Unicode.Scalar(cursor.next)
    _ = cursor.take(separator)
    let isSpaced = separator == "." && cursor.takeBlanks()
    if let named = try takeMonth(&cursor) {
      month = named
    } else {
      month = try number(ofDigits: 1...2, &cursor)
    }
    guard cursor.take(separator) else { throw .unknownForm }
    if isSpaced { cursor.takeBlanks() }
    day = try number(ofDigits: 1...2, &cursor)
    if separator == "." { _ = cursor.take(separator) }
  }

  /// The number of a month's name; nil where no letters stand.
  private func takeMonth(_ cursor: inout FieldCursor) throws(TimeFault) -> Int? {
    let word = cursor.takeWord()
    if word.count == 0 { return nil }
    guard let named = monthNumber(word) else { throw .unknownForm }
    return named
  }

  /// `1/15/2024`, `15.01.2024`, `15. 1. 2024`, `15-Jan-2024`, `15. Januar 2024`; `26-9-7`.
  private mutating func readYearLast(_ value: Int, _ cursor: inout FieldCursor) throws(TimeFault) {
    let separator = Unicode.Scalar(cursor.next)
    _ = cursor.take(separator)
    let isSpaced = separator == "." && cursor.takeBlanks()
    if isSpaced, !cursor.next.isDigit {
      day = value
      return try readMonthAndYear(&cursor)
    }
    if let named = try takeMonth(&cursor) {
      (month, day) = (named, value)
      if separator != "." { _ = cursor.take(".") }
    } else {
      style = .yearLast
      mark = DateMark(rawValue: UInt8(truncatingIfNeeded: separator.value)) ?? .dash
      (month, day) = (value, try number(ofDigits: 1...2, &cursor))
    }
    guard cursor.take(separator) else { throw .unknownForm }
    if isSpaced { cursor.takeBlanks() }
    if style == .yearLast, month > 12, case var ahead = cursor, case let last = ahead.takeDigits(),
      last.count == 1
    {
      (year, isYearFirst, cursor) = (last.value, true, ahead)
    } else {
      try readYear(&cursor)
    }
  }

  /// `2024 Jan 15`, `2024 January 15` after the year.
  private mutating func readMonthAndDay(_ cursor: inout FieldCursor) throws(TimeFault) {
    guard let named = try takeMonth(&cursor) else { throw .unknownForm }
    month = named
    _ = cursor.take(".")
    guard cursor.takeBlanks() else { throw .unknownForm }
    day = try number(ofDigits: 1...2, &cursor)
  }

  /// `15JAN2024` after the day.
  private mutating func readTightMonthAndYear(_ cursor: inout FieldCursor) throws(TimeFault) {
    guard let named = try takeMonth(&cursor) else { throw .unknownForm }
    month = named
    try readYear(&cursor)
  }

  /// `15 Jan 2024`, `15th of January 2024`, `15 de ene. de 2024` from the month on.
  private mutating func readMonthAndYear(_ cursor: inout FieldCursor) throws(TimeFault) {
    cursor.takeParticle("de", "of")
    guard let named = try takeMonth(&cursor) else { throw .unknownForm }
    month = named
    _ = cursor.take(".")
    _ = cursor.take(",")
    guard cursor.takeBlanks() else { throw .unknownForm }
    cursor.takeParticle("de", "del")
    try readYear(&cursor)
  }

  /// `Jan 15, 2024`, `January 15th, 2024`, `Jan-15-2024`, and any date after the name of a weekday: `Mon, 15 Jan 2024`,
  /// `Mon 15/01/2024`.
  private mutating func readNamesFirst(_ cursor: inout FieldCursor) throws(TimeFault) {
    var word = cursor.takeLetters()
    if let named = weekdayNumber(word) {
      weekday = named
      _ = cursor.take(".")
      _ = cursor.take(",")
      guard cursor.takeBlanks() else { throw .unknownForm }
      if case let (value, count) = cursor.takeDigits(), count > 0 {
        guard try readDate(value, count, &cursor) else { throw .unknownForm }
        return
      }
      word = cursor.takeLetters()
    }
    guard let named = monthNumber(word) else { throw .unknownForm }
    month = named
    if cursor.take("-") {
      day = try number(ofDigits: 1...2, &cursor)
      guard cursor.take("-") else { throw .unknownForm }
      return try readYear(&cursor)
    }
    _ = cursor.take(".")
    guard cursor.takeBlanks() else { throw .unknownForm }
    day = try number(ofDigits: 1...2, &cursor)
    cursor.takeOrdinal()
    _ = cursor.take(",")
    guard cursor.takeBlanks() else { throw .unknownForm }
    var ahead = cursor
    if ahead.takeDigits().count <= 2, ahead.next == UInt8(ascii: ":") {
      try readClockAndYear(&cursor)
    } else {
      try readYear(&cursor)
    }
  }

  /// `Mon Jan 15 14:30:00 2024`, `Mon Jan 15 14:30:00 +0000 2024`, `Mon Jan 15 14:30:00 2024 +0000` after the day.
  private mutating func readClockAndYear(_ cursor: inout FieldCursor) throws(TimeFault) {
    try readClock(&cursor)
    guard cursor.takeBlanks() else { throw .unknownForm }
    if !cursor.next.isDigit {
      try readOffset(&cursor)
      guard cursor.takeBlanks() else { throw .unknownForm }
    }
    try readYear(&cursor)
    if offset == nil, zoneName == nil { try readZone(&cursor) }
    guard cursor.isAtEnd else { throw .unknownForm }
  }

  /// Four digits, or two.
  private mutating func readYear(_ cursor: inout FieldCursor) throws(TimeFault) {
    let (value, count) = cursor.takeDigits()
    guard count == 4 || count == 2 else { throw .unknownForm }
    (year, hasShortYear) = (value, count == 2)
  }

  /// 20240115.
  private mutating func setDate(compact date: Int) {
    style = .yearFirst
    (year, month, day) = (date / 10_000, date / 100 % 100, date % 100)
  }

  /// `20240115`, `20240115T1430`, `202401151430`, `20240115143000`.
  private mutating func readCompact(_ value: Int, _ count: Int, _ cursor: inout FieldCursor)
    throws(TimeFault)
  {
    let scale = count == 14 ? 1_000_000 : count == 12 ? 10_000 : 1
    setDate(compact: value / scale)
    var clock = (value: value % scale, count: count - 8)
    if clock.count == 0 {
      guard cursor.take("T") || cursor.take("t") else { return }
      clock = cursor.takeDigits()
    }
    guard clock.count == 4 || clock.count == 6 else { throw .unknownForm }
    let seconds = clock.count == 4 ? clock.value * 100 : clock.value
    let fraction = clock.count == 6 ? readFraction(&cursor) : 0
    try setTime(
      hour: seconds / 10_000, minute: seconds / 100 % 100, second: seconds % 100, fraction: fraction,
      half: nil)
    try readZone(&cursor)
  }

  /// The value of that many digits.
  private func number(ofDigits counts: ClosedRange<Int>, _ cursor: inout FieldCursor)
    throws(TimeFault) -> Int
  {
    let (value, count) = cursor.takeDigits()
    guard counts.contains(count) else { throw .unknownForm }
    return value
  }
}

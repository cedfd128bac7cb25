extension TimestampParts {
  /// Which half of the day a 12-hour clock means.
  enum Half { case morning, afternoon }

  /// `T14:30`, ` 14:30:00.25`, `, 2:30 PM`, ` at 2:30 PM`, ` um 14:30`, ` - 14.30`, `:14:30:00`, `-14.30.00`, each with an
  /// offset perhaps; or nothing at all.
  mutating func readTime(_ cursor: inout FieldCursor) throws(TimeFault) {
    if cursor.isAtEnd { return }
    if !cursor.take("T") && !cursor.take("t") && !cursor.take(":") && !cursor.takeDashOfDottedClock() {
      let comma = cursor.take(",")
      guard cursor.takeBlanks() || comma else { throw .unknownForm }
      if !cursor.next.isDigit {
        let isWord = cursor.takeWord().isAt
        guard isWord || cursor.take("-") || cursor.take("@") else { throw .unknownForm }
        if isWord { _ = cursor.take(".") }
        guard cursor.takeBlanks() else { throw .unknownForm }
      }
    }
    try readClock(&cursor)
    try readZone(&cursor)
  }

  /// `14:30`, `14:30:00.25`, `2:30:00:250PM`, `14.30`, `14h30`, `14:30 Uhr`.
  mutating func readClock(_ cursor: inout FieldCursor) throws(TimeFault) {
    let (hour, count) = cursor.takeDigits()
    let mark = Unicode.Scalar(cursor.next)
    guard count == 1 || count == 2, mark == ":" || mark == "." || mark == "h", cursor.take(mark),
      let minute = cursor.takePair()
    else { throw .unknownForm }
    var (second, fraction) = (0, Int64(0))
    if mark != "h", cursor.take(mark) {
      guard let pair = cursor.takePair() else { throw .unknownForm }
      second = pair
      if mark == ":", cursor.take(":") {
        let (milliseconds, digits) = cursor.takeDigits()
        guard digits == 3 else { throw .unknownForm }
        fraction = Int64(milliseconds) * 1_000
      } else {
        fraction = readFraction(&cursor)
      }
    }
    try setTime(
      hour: hour, minute: minute, second: second, fraction: fraction, half: readHalf(&cursor))
    cursor.takeHourWord()
  }

  /// `.257503` in microseconds, further digits cut; 0 where there is none.
  func readFraction(_ cursor: inout FieldCursor) -> Int64 {
    guard cursor.field[cursor.position + 1].isDigit, cursor.take(".") || cursor.take(",") else { return 0 }
    var (value, digits) = (Int64(0), 0)
    while cursor.next.isDigit {
      if digits < 6 { value = value * 10 + Int64(cursor.next - 0x30) }
      digits += 1
      cursor.position += 1
    }
    for _ in min(digits, 6)..<6 { value *= 10 }
    return value
  }

  /// `AM`, ` p.m.`, ` p. m.`; nil on a 24-hour clock, behind which a zone may stand.
  private func readHalf(_ cursor: inout FieldCursor) -> Half? {
    let start = cursor
    cursor.takeBlanks()
    let letter = cursor.next.lowercased
    guard letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p") else {
      cursor = start
      return nil
    }
    cursor.position += 1
    let dotted = cursor.take(".")
    if dotted { cursor.takeBlanks() }
    guard cursor.take("M") || cursor.take("m"), !cursor.next.isLetter else {
      cursor = start
      return nil
    }
    if dotted { _ = cursor.take(".") }
    return letter == UInt8(ascii: "a") ? .morning : .afternoon
  }

  /// Checks a time of day and keeps it. 24:00 is the end of the day; a second 60 is none. Beside AM and PM an hour may be of
  /// a 24-hour clock, if it is of that half: `13:15 PM`, `00:30 AM`.
  mutating func setTime(hour: Int, minute: Int, second: Int, fraction: Int64, half: Half?)
    throws(TimeFault)
  {
    guard minute < 60, second < 60 else { throw .noSuchTime }
    var hour = hour
    if let half {
      switch (half, hour) {
      case (_, 1...12): hour = hour % 12 + (half == .afternoon ? 12 : 0)
      case (.morning, 0), (.afternoon, 13...23): break
      case (_, 0...23): throw .otherHalf
      default: throw .noSuchTime
      }
    }
    guard hour < 24 || hour == 24 && minute == 0 && second == 0 && fraction == 0 else { throw .noSuchTime }
    timeOfDay = Int64((hour * 60 + minute) * 60 + second) * 1_000_000 + fraction
  }

  /// `Z`, ` UTC`, ` (UTC)`, `+01:00`, `-0500`, `+01`, ` GMT+1`, ` GMT+0100 (CET)`, `+01:00[Europe/Berlin]`, ` EST`,
  /// `[Europe/Berlin]`, and then the end of the field.
  mutating func readZone(_ cursor: inout FieldCursor) throws(TimeFault) {
    cursor.takeBlanks()
    if cursor.isAtEnd { return }
    let closing: Unicode.Scalar? = cursor.take("(") ? ")" : cursor.take("[") ? "]" : nil
    try readOffset(&cursor)
    if let closing, !cursor.take(closing) { throw .unknownForm }
    // What stands behind an offset names it once more.
    cursor.takeBracketed()
    guard cursor.isAtEnd else { throw zoneName == nil ? .unknownForm : .namedZone }
  }

  /// An offset, or the name of none, or that of a zone.
  mutating func readOffset(_ cursor: inout FieldCursor) throws(TimeFault) {
    if cursor.next.isLetter {
      let word = cursor.takeZoneName()
      guard word.isSame(as: "z") || word.isSame(as: "utc") || word.isSame(as: "gmt") else {
        guard word.contains(UInt8(ascii: "/")) || ZoneLetters.offsets(of: word) != nil else {
          throw .namedZone
        }
        zoneName = word
        return
      }
      offset = 0
      let isSigned = cursor.next == UInt8(ascii: "+") || cursor.next == UInt8(ascii: "-")
      if word.count == 1 || !isSigned { return }
    }
    let isWest = cursor.next == UInt8(ascii: "-")
    guard cursor.take("+") || cursor.take("-") else { throw .unknownForm }
    var (hours, count) = cursor.takeDigits()
    var minutes = 0
    switch count {
    case 4: (hours, minutes) = (hours / 100, hours % 100)
    case 1, 2:
      if cursor.take(":") {
        guard let pair = cursor.takePair() else { throw .unknownForm }
        minutes = pair
      }
    default: throw .unknownForm
    }
    // No zone was ever further from UTC than 15:59; more is a slip of the pen.
    guard hours < 16, minutes < 60 else { throw .noSuchOffset }
    offset = Int64(hours * 60 + minutes) * (isWest ? -60 : 60)
  }
}

extension FieldBytes {
  /// Whether it is what stands between date and time of day in English, German, French, Portuguese, Dutch, and in
  /// Scandinavian languages.
  fileprivate var isAt: Bool {
    isSame(as: "at") || isSame(as: "um") || isSame(as: "à") || isSame(as: "às") || isSame(as: "om")
      || isSame(as: "kl")
  }
}

extension FieldCursor {
  /// Steps over the dash of `2024-01-15-14.30.00`, as DB2 writes it; that of `2024-01-15-05:00` begins the zone of a date.
  fileprivate mutating func takeDashOfDottedClock() -> Bool {
    field[position + 3] == UInt8(ascii: ".") && take("-")
  }

  /// Steps over letters, and what else may stand in the name of a zone behind its first slash: `America/New_York`.
  fileprivate mutating func takeZoneName() -> FieldBytes {
    let start = position
    while next.isLetter
      || position > start && (next == UInt8(ascii: "/") || next == UInt8(ascii: "_"))
      || field.part(start..<position).contains(UInt8(ascii: "/"))
        && (next.isDigit || next == UInt8(ascii: "-") || next == UInt8(ascii: "+"))
    {
      position += 1
    }
    return field.part(start..<position)
  }

  /// Steps over ` (Central European Time)` or `[Europe/Berlin]`, a name without digits.
  fileprivate mutating func takeBracketed() {
    var ahead = self
    ahead.takeBlanks()
    let opening = ahead.next
    guard opening == UInt8(ascii: "(") || opening == UInt8(ascii: "[") else { return }
    ahead.position += 1
    while ahead.next.isLetter || [0x20, 0x2F, 0x5F].contains(ahead.next) { ahead.position += 1 }
    if ahead.take(opening == UInt8(ascii: "(") ? ")" : "]") { self = ahead }
  }
}

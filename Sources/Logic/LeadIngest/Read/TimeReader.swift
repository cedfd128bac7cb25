/// Reads a few hundred timestamps of one column, remembering the last date: most rows have the date of the row before, and
/// then only the clock has to be read. ``readTime(_:_:)`` is the way to the same result without a memory.
struct TimeReader {
  private let parser: TimestampParser
  /// The characters of the last date and of what is between it and the clock: the first eight, and up to three.
  private var date: UInt64 = 0
  private var rest: UInt64 = 0
  private var restMask: UInt64 = 0
  /// How many they are.
  private var length = 0
  /// Midnight of that date, microseconds.
  private var midnight: Int64 = 0
  private var clock = Clock.unknown
  /// How often a date is still remembered: where dates come in no order, it would be in vain.
  private var patience = 32

  /// How the clock was written after that date.
  private enum Clock {
    /// No way that is known here.
    case unknown
    /// `14:30:00`, perhaps with a `Z`.
    case full
    /// `14:30`.
    case short
    /// `2:30 PM`.
    case halves
  }

  init(_ parser: TimestampParser) { self.parser = parser }

  /// A timestamp; nil where it is blank or none. 16 bytes behind the field can be read.
  @inline(__always)
  mutating func read(_ field: FieldBytes) -> ParsedTime? {
    if field.count > length, field.word(at: 0) == date, field.word(at: 8) & restMask == rest,
      let time = readClock(field)
    {
      return time
    }
    return readAnew(field)
  }

  /// A timestamp of the remembered date; nil where its clock is written otherwise.
  @inline(__always)
  private func readClock(_ field: FieldBytes) -> ParsedTime? {
    let left = field.count &- length
    switch clock {
    case .full:
      let digits = DigitWord(bits: field.word(at: length) ^ 0x3030_3A30_303A_3030)
      let (hour, minute, second) = (digits.pair(at: 0), digits.pair(at: 3), digits.pair(at: 6))
      guard left == 8 || left == 9 && field[field.count &- 1] == UInt8(ascii: "Z"),
        digits.matches(0x767A_7F76_7A7F_7676), hour < 24
      else { return nil }
      return time((hour &* 60 &+ minute) &* 60 &+ second, isInstant: left == 9)
    case .short:
      let digits = DigitWord(bits: (field.word(at: length) ^ 0x30_303A_3030) & 0xFF_FFFF_FFFF)
      let (hour, minute) = (digits.pair(at: 0), digits.pair(at: 3))
      guard left == 5, digits.matches(0x76_767F_7676), hour < 24, minute < 60 else { return nil }
      return time((hour &* 60 &+ minute) &* 60, isInstant: false)
    case .halves:
      // A missing digit of the hour is put in; `P` differs from `A` by 0x11.
      var text = field.word(at: length)
      if left == 7 { text = text &<< 8 | 0x30 }
      let bits = text ^ 0x4D41_2030_303A_3030
      let digits = DigitWord(bits: bits & ~(0x11 &<< 48))
      let (hour, minute, isAfternoon) = (digits.pair(at: 0), digits.pair(at: 3), bits &>> 48 & 0x11)
      guard left == 7 || left == 8, digits.matches(0x7F7F_7F76_767F_7676), hour &- 1 < 12, minute < 60,
        isAfternoon == 0 || isAfternoon == 0x11
      else { return nil }
      let hours = (hour == 12 ? 0 : hour) &+ 12 &* (isAfternoon & 1)
      return time((hours &* 60 &+ minute) &* 60, isInstant: false)
    case .unknown: return nil
    }
  }

  @inline(__always)
  private func time(_ seconds: UInt64, isInstant: Bool) -> ParsedTime {
    ParsedTime(microseconds: midnight &+ Int64(bitPattern: seconds &* 1_000_000), isInstant: isInstant)
  }

  @inline(never)
  private mutating func readAnew(_ field: FieldBytes) -> ParsedTime? {
    guard let time = readTime(field, parser) else { return nil }
    if patience > 0 {
      patience -= 1
      remember(field, time)
    }
    return time
  }

  /// Remembers the date of a field, if it stands first and the clock follows in a known way.
  private mutating func remember(_ field: FieldBytes, _ time: ParsedTime) {
    clock = .unknown
    length = .max
    guard field[0].isDigit, let gap = (8...10).first(where: { field[$0] == 0x20 || field[$0] == 0x54 }) else {
      return
    }
    let start = gap + 1
    let last = field[field.count - 1]
    switch field.count - start {
    case 5 where field[start + 2] == 0x3A: clock = .short
    case 7 where field[start + 1] == 0x3A && last == 0x4D: clock = .halves
    case 8 where field[start + 2] == 0x3A && last == 0x4D: clock = .halves
    case 8 where field[start + 2] == 0x3A && field[start + 5] == 0x3A && last.isDigit: clock = .full
    case 9 where field[start + 2] == 0x3A && field[start + 5] == 0x3A && last == 0x5A: clock = .full
    default: return
    }
    length = start
    restMask = (1 << UInt64(8 * (start - 8))) - 1
    date = field.word(at: 0)
    rest = field.word(at: 8) & restMask
    midnight = 0
    guard let sinceMidnight = readClock(field) else {
      // A clock that the parser reads otherwise, such as 24:00:00.
      clock = .unknown
      return
    }
    midnight = time.microseconds - sinceMidnight.microseconds
  }
}

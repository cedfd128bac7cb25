extension TimestampParser {
  /// `2024-01-15 14:30`, `2024-01-15T14:30:00` with a fraction and an offset perhaps, the separator of dates being
  /// that of the form. nil for whatever is not written or not possible that way: the exact parser decides.
  @inline(__always) func fastYearFirst(_ field: FieldBytes) -> ParsedTime? {
    guard field.count >= 16 else { return nil }
    let date = DigitWord(bits: field.word(at: 0) ^ dateTemplate)
    var clock = DigitWord(bits: field.word(at: 8) ^ DigitWord.clock)
    let gap = clock.bits & 0xFF_0000
    // A blank, or a T: 0x20 ^ 0x54.
    guard gap == 0 || gap == 0x74_0000 else { return nil }
    clock.bits &= ~0xFF_0000
    guard date.matches(0x7F76_767F_7676_7676), clock.matches(DigitWord.clockLimits) else { return nil }
    var second: UInt64 = 0
    if field.count != 16 {
      guard field.count >= 19, let pair = seconds(field, at: 16) else { return nil }
      second = pair
    }
    let calendar = CalendarKernel(
      year: date.pair(at: 0) &* 100 &+ date.pair(at: 2), month: date.pair(at: 5), day: clock.pair(at: 0),
      hour: clock.pair(at: 3), minute: clock.pair(at: 6), second: second)
    guard let micros = calendar.microseconds else { return nil }
    if field.count <= 19 { return ParsedTime(microseconds: micros, isInstant: false) }
    if field.count == 20, field[19] == UInt8(ascii: "Z") {
      return ParsedTime(microseconds: micros, isInstant: true)
    }
    return fastTail(field, micros)
  }

  /// `1/15/2024 2:30:00 PM`, `15.01.2024 14:30`: numbers of one or two digits before the year, a 24-hour clock or AM
  /// and PM. nil for whatever is not written or not possible that way: the exact parser decides.
  @inline(__always) func fastYearLast(_ field: FieldBytes) -> ParsedTime? {
    guard field.count >= 13 else { return nil }
    // Wherever a digit was left out, a 0 is put in: then all fields have the same shape.
    var bits = field.word(at: 0)
    let isShortFirst: UInt64 = UInt8(truncatingIfNeeded: bits &>> 8) == form.separator ? 1 : 0
    bits = bits &<< (8 &* isShortFirst) | 0x30 &* isShortFirst
    let isShortSecond: UInt64 = UInt8(truncatingIfNeeded: bits &>> 32) == form.separator ? 1 : 0
    bits = bits & 0xFF_FFFF | (bits & ~0xFF_FFFF) &<< (8 &* isShortSecond) | 0x3000_0000 &* isShortSecond
    let date = DigitWord(bits: bits ^ dateTemplate)

    let rest = 8 &- Int(isShortFirst &+ isShortSecond)
    let from = min(rest, field.count &- 8)
    bits = field.word(at: from) &>> UInt64(8 &* (rest &- from))
    let isShortHour: UInt64 = UInt8(truncatingIfNeeded: bits &>> 32) == UInt8(ascii: ":") ? 1 : 0
    bits = bits & 0xFF_FFFF | (bits & ~0xFF_FFFF) &<< (8 &* isShortHour) | 0x3000_0000 &* isShortHour
    let clock = DigitWord(bits: bits ^ DigitWord.clock)
    guard date.matches(0x7676_7F76_767F_7676), clock.matches(DigitWord.clockLimits) else { return nil }

    let end = rest &+ 8 &- Int(isShortHour)
    var (second, hour) = (UInt64(0), clock.pair(at: 3))
    var left = field.count &- end
    if left == 6 || left == 3 && field[end] == UInt8(ascii: ":") {
      guard let pair = seconds(field, at: end) else { return nil }
      second = pair
      left &-= 3
    }
    if left == 3 {
      // A blank, A or P, M; capital or small. What differs from ` am` is nothing, or 0x11 where A is P; there are
      // as many of one as of the other, so a branch would be guessed wrongly half the time.
      let half = (field.half(at: field.count &- 4) &>> 8 | 0x20_2000) ^ 0x6D_6120
      let isAfternoon = UInt64(half &>> 8) & 1
      guard half & ~0x1100 | (half ^ half &>> 4) & 0x100 == 0, hour &- 1 < 12 else { return nil }
      hour = (hour == 12 ? 0 : hour) &+ 12 &* isAfternoon
    } else if left != 0 {
      return nil
    }
    let (one, two) = (date.pair(at: 0), date.pair(at: 3))
    let calendar = CalendarKernel(
      year: date.pair(at: 6) &* 100 &+ clock.pair(at: 0), month: isDayFirst ? two : one,
      day: isDayFirst ? one : two, hour: hour, minute: clock.pair(at: 6), second: second)
    return calendar.microseconds.map { ParsedTime(microseconds: $0, isInstant: false) }
  }

  /// `:00` at a position that has a byte before it and three from it on; nil where it is something else.
  @inline(__always) private func seconds(_ field: FieldBytes, at position: Int) -> UInt64? {
    let bits = UInt64(field.half(at: position &- 1) &>> 8) ^ 0x30_303A
    guard DigitWord(bits: bits).matches(0x76_767F) else { return nil }
    return DigitWord(bits: bits).pair(at: 1)
  }

  /// A fraction and an offset after the 19 characters up to the seconds.
  @inline(never) private func fastTail(_ field: FieldBytes, _ micros: Int64) -> ParsedTime? {
    var position = 19
    var (fraction, unit) = (Int64(0), Int64(100_000))
    if field[19] == UInt8(ascii: ".") {
      position = 20
      while field[position].isDigit {
        fraction &+= Int64(field[position] &- 0x30) &* unit
        unit /= 10
        position &+= 1
      }
      guard position > 20 else { return nil }
    }
    let local = micros &+ fraction
    switch field.count &- position {
    case 0: return ParsedTime(microseconds: local, isInstant: false)
    case 1 where field[position] == UInt8(ascii: "Z"):
      return ParsedTime(microseconds: local, isInstant: true)
    case 6:
      let sign = field[position]
      guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
      let digits = DigitWord(bits: field.word(at: field.count &- 8) &>> 24 ^ 0x30_303A_3030)
      guard digits.matches(0x76_767F_7676) else { return nil }
      let (hours, minutes) = (Int64(digits.pair(at: 0)), Int64(digits.pair(at: 3)))
      guard hours < 16, minutes < 60 else { return nil }
      let offset = (hours &* 60 &+ minutes) &* 60_000_000
      return ParsedTime(
        microseconds: sign == UInt8(ascii: "-") ? local &+ offset : local &- offset, isInstant: true)
    default: return nil
    }
  }
}

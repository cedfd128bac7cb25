/// A second of the day, or no clock where `fault` is not 0.
struct ClockReading {
  let second: UInt64
  let fault: UInt64
}

/// A way to write a clock.
protocol ClockKernel {
  /// The second of the day that the bytes of a field from `start` on say; a day or more is none either. Without a
  /// branch: fields lack as they like. 16 bytes behind `start` and behind the field can be read.
  static func read(_ field: FieldBytes, at start: Int) -> ClockReading
}

extension ClockKernel {
  /// Not 0 where the field does not have so many bytes from `start` on.
  @inline(__always)
  fileprivate static func lengthFault(_ field: FieldBytes, _ start: Int, _ length: Int) -> UInt64 {
    UInt64(bitPattern: Int64((field.count &- start) ^ length))
  }
}

/// `14:30:00`
enum FullClock: ClockKernel {
  @inline(__always)
  static func read(_ field: FieldBytes, at start: Int) -> ClockReading {
    read(field, at: start, length: 8)
  }

  /// The same in a field with that many bytes from `start` on.
  @inline(__always)
  fileprivate static func read(_ field: FieldBytes, at start: Int, length: Int) -> ClockReading {
    let digits = DigitWord(bits: field.word(at: start) ^ 0x3030_3A30_303A_3030)
    return ClockReading(
      second: digits.daySecond,
      fault: digits.faults(0x767A_7F76_7A7F_7676) | lengthFault(field, start, length))
  }
}

/// `14:30:00Z`
enum InstantClock: ClockKernel {
  @inline(__always)
  static func read(_ field: FieldBytes, at start: Int) -> ClockReading {
    let clock = FullClock.read(field, at: start, length: 9)
    let letter = field.word(at: start &+ 1) &>> 56
    return ClockReading(second: clock.second, fault: clock.fault | (letter ^ UInt64(UInt8(ascii: "Z"))))
  }
}

/// `14:30`
enum ShortClock: ClockKernel {
  @inline(__always)
  static func read(_ field: FieldBytes, at start: Int) -> ClockReading {
    let digits = DigitWord(bits: (field.word(at: start) ^ 0x30_303A_3030) & 0xFF_FFFF_FFFF)
    return ClockReading(
      second: digits.daySecond, fault: digits.faults(0x76_7A7F_7676) | lengthFault(field, start, 5))
  }
}

/// `2:30 PM`, `02:30 PM`
enum HalvesClock: ClockKernel {
  @inline(__always)
  static func read(_ field: FieldBytes, at start: Int) -> ClockReading {
    let (left, word) = (field.count &- start, field.word(at: start))
    // A missing digit of the hour is put in; `P` differs from `A` by 0x11.
    let bits = (left == 7 ? word &<< 8 | 0x30 : word) ^ 0x4D41_2030_303A_3030
    let digits = DigitWord(bits: bits & ~(0x11 &<< 48))
    let (hour, afternoon) = (digits.pair(at: 0), bits &>> 48 & 0x11)
    let half: UInt64 = 43_200
    // 7 or 8 bytes; 1 to 12 hours; no or both bits of `P`.
    let others =
      UInt64(bitPattern: Int64((left &- 7) & ~1)) | (hour &- 1) / 12 | ((afternoon & 1) ^ (afternoon &>> 4))
    return ClockReading(
      second: digits.daySecond &+ half &* (afternoon & 1) &- (hour == 12 ? half : 0),
      fault: digits.faults(0x7F7F_7F76_7A7F_7676) | others)
  }
}

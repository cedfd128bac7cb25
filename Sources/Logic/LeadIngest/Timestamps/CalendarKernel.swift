/// Checked numbers of a timestamp on the way to microseconds. Every comparison is of unsigned numbers, so that one
/// test sees both ends of a range.
struct CalendarKernel {
  var year: UInt64
  var month: UInt64
  var day: UInt64
  var hour: UInt64
  var minute: UInt64
  var second: UInt64

  /// Microseconds since 1970-01-01 00:00 of the same clock; nil where there is no such day or time, or a year
  /// before 1900 or after 2299.
  ///
  /// The day number follows Neri and Schneider, "Euclidean affine functions and their application to calendar
  /// algorithms", 2022: a year begins in March there, so that its months have lengths a division can give.
  @inline(__always) var microseconds: Int64? {
    guard year &- 1_900 < 400, month &- 1 < 12, day &- 1 < 31, hour < 24, minute < 60, second < 60 else {
      return nil
    }
    if day > 28 {
      let isLeap = year & 3 == 0 && (year % 100 != 0 || year % 400 == 0)
      let longest = month == 2 ? (isLeap ? 29 : 28) : 30 &+ ((month ^ (month &>> 3)) & 1)
      guard day <= longest else { return nil }
    }
    let isEarly: UInt64 = month <= 2 ? 1 : 0
    let (years, months) = (year &- isEarly, month &+ 12 &* isEarly)
    let century = years / 100
    let days =
      (1_461 &* years) &>> 2 &- century &+ century &>> 2 &+ (979 &* months &- 2_919) &>> 5 &+ day
    let seconds = (days &* 24 &+ hour) &* 3_600 &+ minute &* 60 &+ second
    return Int64(bitPattern: seconds &* 1_000_000) &- 719_469 &* 86_400_000_000
  }
}

/// Eight characters from which those of a template were taken away (by XOR): digits are their values, all
/// else is 0 where the character is the template's.
struct DigitWord {
  var bits: UInt64

  /// The template `00 00:00` and what follows from it: see ``matches(_:)``.
  @inline(__always) static var clock: UInt64 { 0x3030_3A30_3020_3030 }
  @inline(__always) static var clockLimits: UInt64 { 0x7676_7F76_767F_7676 }

  /// Whether digits are at most 9 and the others 0. `limits` holds in each byte what makes the first forbidden
  /// value reach 0x80: 0x76 for digits, 0x7F for the others.
  @inline(__always) func matches(_ limits: UInt64) -> Bool { faults(limits) == 0 }

  /// A bit for each byte that is not as ``matches(_:)`` wants it.
  @inline(__always) func faults(_ limits: UInt64) -> UInt64 {
    ((bits &+ limits) | bits) & 0x8080_8080_8080_8080
  }

  /// The number of two digits of which the first is in that byte.
  @inline(__always) func pair(at byte: UInt64) -> UInt64 {
    ((bits &* 10 &+ bits &>> 8) &>> (8 &* byte)) & 0xFF
  }

  /// The second of the day that three such numbers say, at the bytes 0, 3 and 6: hours, minutes and seconds.
  @inline(__always) var daySecond: UInt64 {
    let numbers = (bits &* 10 &+ bits &>> 8) & 0x00FF_0000_FF00_00FF
    // One product has the sum of all three from bit 48 on: what is below it is less than 2 to the 24th.
    let product = numbers.multipliedFullWidth(by: 3_600 &<< 48 | 60 &<< 24 | 1)
    return (product.high &<< 16 | product.low &>> 48) & 0xFF_FFFF
  }
}

@testable import LeadIngest

/// Lends the bytes of a text as a field, padded on both sides so that reading beyond it would show.
func withField<Result>(_ text: String, _ body: (FieldBytes) -> Result) -> Result {
  withField(Array(text.utf8), body)
}

/// Lends those bytes as a field.
func withField<Result>(_ bytes: [UInt8], _ body: (FieldBytes) -> Result) -> Result {
  let padded = Array("9/9".utf8) + bytes + Array("99/99/9999 99:99:99 99/99/9999".utf8)
  return padded.withUnsafeBufferPointer { buffer in
    body(FieldBytes(UnsafeBufferPointer(rebasing: buffer[3..<3 + bytes.count])))
  }
}

/// SplitMix64, seeded, so that a failing case comes back.
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

/// Microseconds since 1970 counted year by year and month by month.
func counted(
  _ year: Int, _ month: Int, _ day: Int, _ hour: Int = 0, _ minute: Int = 0, _ second: Int = 0,
  _ micros: Int = 0
) -> Int64 {
  func isLeap(_ year: Int) -> Bool { year % 400 == 0 || year % 4 == 0 && year % 100 != 0 }
  var days = 0
  if year >= 1970 {
    for passed in 1970..<year { days += isLeap(passed) ? 366 : 365 }
  } else {
    for ahead in year..<1970 { days -= isLeap(ahead) ? 366 : 365 }
  }
  for passed in 1..<month { days += lengths(year)[passed - 1] }
  days += day - 1
  return Int64(((days * 24 + hour) * 60 + minute) * 60 + second) * 1_000_000 + Int64(micros)
}

/// The lengths of the months of a year.
func lengths(_ year: Int) -> [Int] {
  let isLeap = year % 400 == 0 || year % 4 == 0 && year % 100 != 0
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
}

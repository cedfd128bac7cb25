/// The bytes of one field, unquoted, as a view that copies nothing.
///
/// Safe to read at any position: beyond the end there are zeros. Valid only while the bytes it was made from
/// are; nobody may keep one beyond the row.
@safe struct FieldBytes {
  /// Where the field begins, meaningless where `count` is 0.
  let base: UnsafePointer<UInt8>?
  /// How many bytes it has.
  let count: Int

  /// A view of those bytes, which must outlive it.
  init(_ buffer: UnsafeBufferPointer<UInt8>) {
    unsafe base = buffer.baseAddress
    count = buffer.count
  }

  /// The byte at a position, 0 beyond the end.
  subscript(position: Int) -> UInt8 {
    position >= 0 && position < count ? unsafe base.unsafelyUnwrapped[position] : 0
  }

  /// The eight bytes from a position on, the first in the lowest byte. The caller has checked the range.
  @inline(__always) func word(at position: Int) -> UInt64 {
    unsafe UInt64(
      littleEndian: UnsafeRawPointer(base.unsafelyUnwrapped).loadUnaligned(
        fromByteOffset: position, as: UInt64.self))
  }

  /// The four bytes from a position on, the first in the lowest byte. The caller has checked the range.
  @inline(__always) func half(at position: Int) -> UInt32 {
    unsafe UInt32(
      littleEndian: UnsafeRawPointer(base.unsafelyUnwrapped).loadUnaligned(
        fromByteOffset: position, as: UInt32.self))
  }

  /// The part from one position up to another, cut to what there is.
  func part(_ range: Range<Int>) -> FieldBytes {
    let range = range.clamped(to: 0..<count)
    guard let base = unsafe base else { return self }
    return unsafe FieldBytes(UnsafeBufferPointer(start: base + range.lowerBound, count: range.count))
  }

  /// Without white space at both ends: blank, tab and line breaks, U+00A0, U+202F and those of U+2000 to U+200A as
  /// UTF-8.
  var trimmed: FieldBytes {
    var (low, high) = (0, count)
    while low < high, case let width = blankWidth(at: low), width > 0 { low += width }
    while high > low {
      if blankWidth(at: high - 1) == 1 {
        high -= 1
      } else if high - 2 >= low, blankWidth(at: high - 2) == 2 {
        high -= 2
      } else if high - 3 >= low, blankWidth(at: high - 3) == 3 {
        high -= 3
      } else {
        break
      }
    }
    return part(low..<high)
  }

  /// How many bytes the white space at a position takes, 0 where there is none.
  func blankWidth(at position: Int) -> Int {
    switch self[position] {
    case 0x20, 0x09...0x0D: 1
    case 0xC2 where self[position + 1] == 0xA0: 2
    case 0xE2
    where self[position + 1] == 0x80 && (0x80...0x8A ~= self[position + 2] || self[position + 2] == 0xAF): 3
    default: 0
    }
  }

  /// Whether that byte occurs in it.
  func contains(_ byte: UInt8) -> Bool {
    for position in 0..<count where self[position] == byte { return true }
    return false
  }

  /// Whether it is that text, capital or small ASCII letters alike. `text` is given in small ones.
  func isSame(as text: StaticString) -> Bool {
    guard text.utf8CodeUnitCount == count else { return false }
    return text.withUTF8Buffer { letters in
      for position in 0..<count where unsafe self[position].lowercased != letters[position] { return false }
      return true
    }
  }

  /// As text, for messages and names; what is not UTF-8 shows as U+FFFD.
  var text: String {
    guard let base = unsafe base else { return "" }
    return unsafe String(decoding: UnsafeBufferPointer(start: base, count: count), as: UTF8.self)
  }
}

extension [UInt8] {
  /// Lends the bytes as a field.
  func withFieldBytes<Result>(_ body: (FieldBytes) -> Result) -> Result {
    unsafe withUnsafeBufferPointer { unsafe body(FieldBytes($0)) }
  }
}

extension String {
  /// Lends the text as a field.
  func withFieldBytes<Result>(_ body: (FieldBytes) -> Result) -> Result {
    var text = self
    return text.withUTF8 { unsafe body(FieldBytes($0)) }
  }
}

extension UInt8 {
  /// The small letter of a capital ASCII one; everything else as it is.
  var lowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
  /// Whether it is one of `0` to `9`.
  var isDigit: Bool { self &- 0x30 < 10 }
  /// Whether it is an ASCII letter.
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
}

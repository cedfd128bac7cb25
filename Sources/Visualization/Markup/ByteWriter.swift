/// Writes bytes into one growing buffer: what every writer of text that is not a `String` is made of.
package struct ByteWriter: Sendable {
  /// Larger than what is written, so that a piece costs a copy and not a growth.
  private var storage: [UInt8]
  /// The number of bytes written.
  private(set) var count = 0

  /// An empty buffer; `capacity` in bytes saves it from growing.
  package init(capacity: Int = 1_024) { storage = [UInt8](repeating: 0, count: max(16, capacity)) }

  /// What has been written.
  package var bytes: [UInt8] { Array(storage[..<count]) }

  /// What has been written, without copying it: nothing more can be.
  consuming func finish() -> [UInt8] {
    storage.removeLast(storage.count - count)
    return storage
  }

  /// What has been written from `start` (0...``count``) on.
  func bytes(from start: Int) -> ArraySlice<UInt8> { storage[start..<count] }

  /// Forgets what was written and keeps the memory for the next page.
  mutating func clear() { count = 0 }

  /// Text that stands in the source code, UTF-8.
  package mutating func raw(_ text: StaticString) {
    if text.hasPointerRepresentation {
      unsafe append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    } else {
      for byte in UTF8.encode(text.unicodeScalar)! { append(byte) }
    }
  }

  /// A text in UTF-8, as it is.
  package mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { unsafe append($0) }
  }

  /// Bytes as they are.
  mutating func append(_ piece: ArraySlice<UInt8>) {
    unsafe piece.withUnsafeBufferPointer { unsafe append($0) }
  }

  /// Bytes as they are.
  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
    guard let source = piece.baseAddress else { return }
    let length = piece.count
    reserve(length)
    let start = count
    unsafe storage.withUnsafeMutableBufferPointer {
      unsafe $0.baseAddress!.advanced(by: start).update(from: source, count: length)
    }
    count += length
  }

  /// A byte.
  package mutating func append(_ byte: UInt8) {
    reserve(1)
    storage[count] = byte
    count += 1
  }

  /// A whole number in decimal digits, with `-` where it is negative.
  package mutating func number(_ value: Int) {
    if value < 0 { append(UInt8(ascii: "-")) }
    digits(value.magnitude)
  }

  /// A whole number with a comma every three digits.
  mutating func grouped(_ value: UInt) {
    if value < 1_000 { return digits(value) }
    grouped(value / 1_000)
    append(UInt8(ascii: ","))
    digits(value % 1_000, width: 3)
  }

  /// A whole number in decimal digits, with zeros in front up to `width` (0...8) of them.
  package mutating func digits(_ value: UInt, width: Int = 1) {
    if value >= 100_000_000 { digits(value / 100_000_000) }
    // The leading zeros that follow a higher part are digits too.
    let least = value >= 100_000_000 ? 8 : width
    var (rest, word, length) = (value % 100_000_000, UInt64(0), 0)
    while rest > 0 || length < least {
      word = word << 8 | UInt64(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
      length += 1
    }
    append(word, length: length)
  }

  /// The lowest `length` (0...8) bytes of a word, the lowest first.
  private mutating func append(_ word: UInt64, length: Int) {
    reserve(8)
    let start = count
    unsafe storage.withUnsafeMutableBytes {
      unsafe $0.storeBytes(of: word.littleEndian, toByteOffset: start, as: UInt64.self)
    }
    count += length
  }

  private mutating func reserve(_ length: Int) {
    let missing = count + length - storage.count
    if missing > 0 { storage.append(contentsOf: repeatElement(0, count: max(missing, storage.count))) }
  }
}

extension UInt {
  /// In decimal digits, with a comma every three: `12,345`.
  package var grouped: String {
    // As many as the greatest number takes.
    let room = 26
    return unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room) { bytes in
      var (rest, start, digits) = (self, room, 0)
      repeat {
        if digits > 0 && digits % 3 == 0 {
          start -= 1
          unsafe bytes[start] = UInt8(ascii: ",")
        }
        start -= 1
        unsafe bytes[start] = UInt8(ascii: "0") + UInt8(rest % 10)
        (rest, digits) = (rest / 10, digits + 1)
      } while rest > 0
      return unsafe String(decoding: bytes[start...], as: UTF8.self)
    }
  }
}

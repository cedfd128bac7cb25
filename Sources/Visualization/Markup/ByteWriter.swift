/// Writes bytes into one growing buffer: what every writer of text that is not a `String` is made of.
///
/// There is only one of each, so that no piece has to ask whether another one shares its memory: pages are made of
/// hundreds of thousands of pieces.
@safe package struct ByteWriter: ~Copyable {
  /// Larger than what is written, so that a piece costs a copy and not a growth.
  private var storage: UnsafeMutableBufferPointer<UInt8>
  /// The number of bytes written.
  private(set) var count = 0

  /// An empty buffer; `capacity` in bytes saves it from growing.
  package init(capacity: Int = 1_024) { unsafe storage = .allocate(capacity: max(16, capacity)) }

  deinit { unsafe storage.deallocate() }

  /// What has been written.
  package var bytes: [UInt8] { unsafe [UInt8](storage[..<count]) }

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

  /// What another writer has written.
  mutating func append(_ other: borrowing ByteWriter) {
    unsafe append(UnsafeBufferPointer(rebasing: other.storage[..<other.count]))
  }

  /// Bytes as they are.
  package mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
    guard let source = piece.baseAddress else { return }
    reserve(piece.count)
    unsafe storage.baseAddress!.advanced(by: count).update(from: source, count: piece.count)
    count += piece.count
  }

  /// A byte.
  package mutating func append(_ byte: UInt8) {
    reserve(1)
    unsafe storage[count] = byte
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
    // Most numbers of a drawing.
    if value < 10 && width <= 1 { return append(UInt8(ascii: "0") + UInt8(value)) }
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
    unsafe UnsafeMutableRawBufferPointer(storage)
      .storeBytes(of: word.littleEndian, toByteOffset: count, as: UInt64.self)
    count += length
  }

  private mutating func reserve(_ length: Int) {
    if unsafe count + length > storage.count { grow(to: count + length) }
  }

  private mutating func grow(to capacity: Int) {
    let larger = unsafe UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(capacity, 2 * storage.count))
    unsafe larger.baseAddress!.update(from: storage.baseAddress!, count: count)
    unsafe storage.deallocate()
    unsafe storage = larger
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

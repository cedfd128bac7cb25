/// Writes HTML and SVG into one growing buffer of bytes.
///
/// A person's text goes through ``text(_:)`` or an ``Attribute`` and is escaped there; markup comes from
/// literals (``raw(_:)``, ``element(_:_:content:)``) or is finished ``HTML``. There is no third way in. What is
/// written with ``empty(_:_:)`` and without ``void(_:_:)`` is well-formed XML too.
package struct MarkupWriter: Sendable {
  /// Larger than what is written, so that a piece costs a copy and not a growth.
  @usableFromInline var storage: [UInt8]
  /// The number of bytes written.
  package private(set) var count = 0

  /// An empty buffer; `capacity` in bytes saves it from growing.
  package init(capacity: Int = 1_024) { storage = [UInt8](repeating: 0, count: max(16, capacity)) }

  /// What has been written: UTF-8.
  package var bytes: [UInt8] { Array(storage[..<count]) }

  /// What has been written from `start` (0...``count``) on.
  package func bytes(from start: Int) -> ArraySlice<UInt8> { storage[start..<count] }

  /// Forgets what was written and keeps the memory for the next page.
  package mutating func clear() { count = 0 }

  /// Markup that stands in the source code.
  package mutating func raw(_ markup: StaticString) {
    if markup.hasPointerRepresentation {
      unsafe append(UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
    } else {
      append(scalar: markup.unicodeScalar)
    }
  }

  /// Finished markup.
  package mutating func html(_ markup: HTML) { append(markup.bytes[...]) }

  /// Finished markup, a piece of it.
  package mutating func html(_ piece: ArraySlice<UInt8>) { append(piece) }

  mutating func append(_ piece: ArraySlice<UInt8>) {
    unsafe piece.withUnsafeBufferPointer { unsafe append($0) }
  }

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

  mutating func append(_ byte: UInt8) {
    reserve(1)
    storage[count] = byte
    count += 1
  }

  /// The lowest `length` (0...8) bytes of a word, the lowest first.
  mutating func append(_ word: UInt64, length: Int) {
    reserve(8)
    let start = count
    unsafe storage.withUnsafeMutableBytes {
      unsafe $0.storeBytes(of: word.littleEndian, toByteOffset: start, as: UInt64.self)
    }
    count += length
  }

  mutating func append(scalar: Unicode.Scalar) {
    for byte in UTF8.encode(scalar)! { append(byte) }
  }

  private mutating func reserve(_ length: Int) {
    let missing = count + length - storage.count
    if missing > 0 { storage.append(contentsOf: repeatElement(0, count: max(missing, storage.count))) }
  }
}

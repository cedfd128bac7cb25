/// Writes HTML and SVG into one growing buffer of bytes.
///
/// A person's text goes through ``text(_:)`` or an ``Attribute`` and is escaped there; markup comes from
/// literals (``raw(_:)``, ``element(_:_:content:)``) or is finished ``HTML``. There is no third way in.
package struct MarkupWriter: ~Copyable {
  private var buffer: ByteWriter

  /// An empty buffer; `capacity` in bytes saves it from growing.
  package init(capacity: Int = 1_024) { buffer = ByteWriter(capacity: capacity) }

  /// The number of bytes written.
  package var count: Int { buffer.count }

  /// What has been written: UTF-8.
  package var bytes: [UInt8] { buffer.bytes }

  /// Forgets what was written and keeps the memory for the next page.
  package mutating func clear() { buffer.clear() }

  /// Markup that stands in the source code.
  package mutating func raw(_ markup: StaticString) { buffer.raw(markup) }

  /// Finished markup.
  package mutating func html(_ markup: HTML) { buffer.append(markup.bytes[...]) }

  /// What another writer has written.
  package mutating func html(_ other: borrowing MarkupWriter) { buffer.append(other.buffer) }

  /// Finished markup, a piece of it.
  package mutating func html(_ piece: ArraySlice<UInt8>) { buffer.append(piece) }

  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) { unsafe buffer.append(piece) }

  mutating func append(_ byte: UInt8) { buffer.append(byte) }

  /// A whole number in decimal digits.
  package mutating func number(_ value: Int) { buffer.number(value) }

  /// The same of a number that is not negative, with a comma every three digits.
  package mutating func grouped(_ value: UInt) { buffer.grouped(value) }

  /// The same of a number that is not negative, with zeros in front up to `width` (0...8) digits.
  package mutating func digits(_ value: UInt, width: Int = 1) { buffer.digits(value, width: width) }
}

/// Finished markup: escaped where it had to be, and the only thing that may enter a page as it stands.
///
/// It can only be made by a ``MarkupWriter``, or by naming the danger.
package struct HTML: Hashable, Sendable {
  /// UTF-8.
  package let bytes: [UInt8]

  /// What the writer has written.
  init(_ writer: borrowing MarkupWriter) { bytes = writer.bytes }

  /// Bytes that another writer of safe markup made, cmark in its safe mode for one. Never a person's text.
  package init(trusted bytes: [UInt8]) { self.bytes = bytes }

  /// What `write` writes; `capacity` in bytes saves the buffer from growing.
  package static func written(capacity: Int = 1_024, _ write: (inout MarkupWriter) -> Void) -> HTML {
    var writer = MarkupWriter(capacity: capacity)
    write(&writer)
    return HTML(writer)
  }

  /// Nothing.
  package static let empty = HTML(trusted: [])

  /// The bytes as text.
  package var string: String { String(decoding: bytes, as: UTF8.self) }
}

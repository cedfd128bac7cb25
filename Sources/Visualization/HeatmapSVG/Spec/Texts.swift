import Markup

/// A list of texts kept as one run of escaped bytes: thousands of titles without a `String` each.
package struct Texts: Sendable {
  private var writer = MarkupWriter()
  private var ends: [Int] = []

  /// No texts.
  package init() {}

  /// Those texts.
  package init(_ texts: [String]) {
    for text in texts { add { $0.text(text) } }
  }

  /// Whether there are none.
  var isEmpty: Bool { ends.isEmpty }

  /// Adds a text: everything `write` writes, which must be text and numbers, never elements.
  package mutating func add(_ write: (inout MarkupWriter) -> Void) {
    write(&writer)
    ends.append(writer.count)
  }

  /// The escaped bytes of a text.
  subscript(index: Int) -> ArraySlice<UInt8> {
    writer.bytes(from: index == 0 ? 0 : ends[index - 1]).prefix(
      ends[index] - (index == 0 ? 0 : ends[index - 1]))
  }
}

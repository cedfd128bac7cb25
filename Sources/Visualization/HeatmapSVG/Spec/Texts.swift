import Markup

/// A list of texts kept as one run of escaped bytes: thousands of titles without a `String` each.
package struct Texts: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  /// No texts.
  package init() {}

  /// Those texts.
  package init(_ texts: [String]) {
    self.init(count: texts.count) { $0.text(texts[$1]) }
  }

  /// So many texts, each of what `write` writes for its position, which must be text and numbers, never elements.
  /// `capacity`, the bytes of all of them, saves them from being moved.
  package init(count: Int, capacity: Int = 1_024, _ write: (inout MarkupWriter, Int) -> Void) {
    var writer = MarkupWriter(capacity: capacity)
    ends = (0..<count).map { position in
      write(&writer, position)
      return writer.count
    }
    bytes = writer.bytes
  }

  /// Whether there are none.
  var isEmpty: Bool { ends.isEmpty }

  /// The escaped bytes of a text.
  subscript(index: Int) -> ArraySlice<UInt8> { bytes[start(of: index)..<ends[index]] }

  /// Whether a text is blank.
  func isBlank(_ index: Int) -> Bool { ends[index] == start(of: index) }

  private func start(of index: Int) -> Int { index == 0 ? 0 : ends[index - 1] }
}

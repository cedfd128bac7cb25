/// A name as names are compared: byte for byte. To `String`, é written as one character and é written as two are the
/// same; two teams or reps whose names differ so are two.
package struct Name: Hashable, Sendable, Comparable {
  /// The name as it stands in the data.
  package let text: String

  /// A name to compare.
  package init(_ text: String) { self.text = text }

  package static func == (left: Name, right: Name) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }

  package static func < (left: Name, right: Name) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { unsafe hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

/// What a configuration says that first responses say where there was none: `No response`, `0`, `9999-12-31`.
struct NeverWords: Hashable, Sendable {
  private let words: [[UInt8]]

  init(_ words: [String]) { self.words = words.map { Array($0.utf8) } }

  /// Whether there are none, and only the usual blanks count.
  var isEmpty: Bool { words.isEmpty }

  /// Whether a field is one of them, quotes around it left out.
  @inline(__always) func says(_ field: FieldBytes) -> Bool {
    if words.isEmpty { return false }
    var scratch = Scratch()
    return contains(plainValue(field, &scratch))
  }

  /// The same of a field without quotes and white space at its ends.
  func contains(_ field: FieldBytes) -> Bool {
    words.contains { word in
      word.count == field.count && word.indices.allSatisfy { word[$0] == field[$0] }
    }
  }
}

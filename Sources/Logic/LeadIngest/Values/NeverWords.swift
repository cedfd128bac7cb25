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

  /// Whether a first response that stands in that column is one of them; of one in two columns its date says it alone, or
  /// where that is the date of the receipt, its time of day.
  @inline(__always) func says(_ time: FieldBytes, _ column: TimeColumn, of fields: RowFields) -> Bool {
    if words.isEmpty { return false }
    return says(time)
      || column.timeOfDay >= 0 && says(fields[column.isSharedDate ? column.timeOfDay : column.position])
  }

  /// The same of a text without white space at its ends.
  func contains(_ text: String) -> Bool { text.withFieldBytes(contains) }

  /// The same of a field without quotes and white space at its ends.
  func contains(_ field: FieldBytes) -> Bool {
    words.contains { word in
      word.count == field.count && word.indices.allSatisfy { word[$0] == field[$0] }
    }
  }
}

import LeadModel

/// What may stand between the fields of a table.
package enum Delimiter {
  /// All of them with their names, in the order in which they are tried.
  private static let names: KeyValuePairs<Unicode.Scalar, String> = [
    ",": "comma", ";": "semicolon", "\t": "tab", "|": "vertical bar", "^": "caret",
  ]

  /// In the order in which they are tried.
  static let all = names.map(\.key)

  /// All of them in words: `commas, … or carets`.
  static var allInWords: String { enumeration(of: all.map(plural), by: "or") }

  /// Several of one: `commas`.
  static func plural(_ delimiter: Unicode.Scalar) -> String { name(delimiter) + "s" }

  /// What people call one; itself where it has no name.
  package static func name(_ delimiter: Unicode.Scalar) -> String {
    names.first { $0.key == delimiter }?.value ?? "\(delimiter)"
  }
}

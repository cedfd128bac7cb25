/// What may stand between the fields of a table.
package enum Delimiter {
  /// All of them with their names, in the order in which they are tried.
  private static let names: KeyValuePairs<Unicode.Scalar, String> = [
    ",": "comma", ";": "semicolon", "\t": "tab", "|": "vertical bar", "^": "caret",
  ]

  /// In the order in which they are tried.
  static let all = names.map(\.key)

  /// What people call one; itself where it has no name.
  package static func name(_ delimiter: Unicode.Scalar) -> String {
    names.first { $0.key == delimiter }?.value ?? "\(delimiter)"
  }
}

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

  /// What else parts a text into three or more, and into what: signs that stand in hardly any header.
  static func unknown(in text: String) -> [(mark: Unicode.Scalar, texts: [String])] {
    let marks = text.unicodeScalars.filter {
      !$0.properties.isAlphabetic && !" _-.()/\"'".unicodeScalars.contains($0)
    }
    return Set(marks).subtracting(all).sorted().map { mark in
      (mark, text.unicodeScalars.split(separator: mark, omittingEmptySubsequences: false).map { String($0) })
    }
    .filter { $0.texts.count > 2 }
  }

  /// Several of one: `commas`.
  static func plural(_ delimiter: Unicode.Scalar) -> String { name(delimiter) + "s" }

  /// What people call one; itself where it has no name.
  package static func name(_ delimiter: Unicode.Scalar) -> String {
    names.first { $0.key == delimiter }?.value ?? "\(delimiter)"
  }
}

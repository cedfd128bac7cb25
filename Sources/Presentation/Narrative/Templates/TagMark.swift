/// What stands for a tag in Markdown until it has been parsed, so that no value is ever read as Markdown: a name between
/// two private characters, which are taken out of templates and values: see ``Swift/Unicode/Scalar/isUnfit``. A block
/// goes by its own name, a value by its number on the page.
enum TagMark {
  static let opening: Unicode.Scalar = "\u{10FFFC}"
  static let closing: Unicode.Scalar = "\u{10FFFD}"

  /// The mark of that name, which is of letters, digits and the punctuation of tags.
  static func text(_ name: String) -> String { "\(opening)\(name)\(closing)" }

  /// The name of a text that is one mark and nothing else.
  static func name(_ text: String) -> String? {
    guard text.unicodeScalars.first == opening else { return nil }
    let names = self.names(in: text)
    return names.count == 1 && self.text(names[0]) == text ? names[0] : nil
  }

  /// The names of all marks in a text.
  static func names(in text: String) -> [String] {
    text.unicodeScalars.split(separator: opening, omittingEmptySubsequences: false).dropFirst().map {
      String($0.prefix { $0 != closing })
    }
  }

  /// Replaces the marks in UTF-8 by what `content` gives for their names.
  static func fill(_ bytes: [UInt8], _ content: (String) -> [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var rest = bytes[...]
    while let start = index(of: opening, in: rest), let end = index(of: closing, in: rest[start...]) {
      result += rest[..<start]
      result += content(String(decoding: rest[start..<end].dropFirst(4), as: UTF8.self))
      rest = rest[(end + 4)...]
    }
    return result + rest
  }

  /// Where one of the two characters, which take four bytes each, begins in UTF-8.
  private static func index(of mark: Unicode.Scalar, in bytes: ArraySlice<UInt8>) -> Int? {
    let mark = Array(UTF8.encode(mark)!)
    var start = bytes.startIndex
    while let found = bytes[start...].firstIndex(of: mark[0]) {
      if bytes[found...].starts(with: mark) { return found }
      start = found + 1
    }
    return nil
  }
}

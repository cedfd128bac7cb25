/// What stands for a tag in Markdown until it has been parsed: a name between two private characters, which
/// are taken out of templates and values: see ``Swift/Unicode/Scalar/isUnfit``.
enum BlockMark {
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
    let start = Array(String(opening).utf8), end = Array(String(closing).utf8)
    guard bytes.contains(start[0]) else { return bytes }
    var result: [UInt8] = []
    var rest = bytes[...]
    while let mark = rest.firstRange(of: start), let close = rest[mark.upperBound...].firstRange(of: end) {
      result += rest[..<mark.lowerBound]
      result += content(String(decoding: rest[mark.upperBound..<close.lowerBound], as: UTF8.self))
      rest = rest[close.upperBound...]
    }
    return result + rest
  }
}

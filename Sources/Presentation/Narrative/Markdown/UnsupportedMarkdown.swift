/// Markdown of other dialects, which stays text in this one (CommonMark).
enum UnsupportedMarkdown: Hashable, Sendable {
  case frontMatter
  case table
  case strikethrough
  case task
  case footnote(String)
  /// A reference to an address that is defined nowhere.
  case reference(String)
  /// An address in brackets that is none, as with a blank in it.
  case address

  /// What of it is in a line of text, each with how it is written. `beginsItem` says that the text is the first of an
  /// item of a list.
  static func found(in text: String, beginsItem: Bool) -> [(kind: UnsupportedMarkdown, source: String)] {
    // Most texts need not be matched: the expressions are made anew each time.
    guard text.utf8.contains(where: { "[]|~".utf8.contains($0) }) else { return [] }
    var found: [(kind: UnsupportedMarkdown, source: String)] = []
    if beginsItem, let box = text.prefixMatch(of: #/\[[ xX]\](?=\s|$)/#) {
      found.append((.task, String(box.0)))
    }
    if text.wholeMatch(of: #/\s*[|:\-\s]*-[|:\-\s]*/#) != nil, text.contains("|") {
      found.append((.table, text.trimmed))
    }
    if text.contains("~~") { found.append((.strikethrough, "~~")) }
    for note in text.matches(of: #/\[\^[^\]\s]+\]/#) {
      found.append((.footnote(String(note.0)), String(note.0)))
    }
    for label in text.matches(of: #/\]\[([^\]\[^]+)\]/#) {
      found.append((.reference(String(label.1)), String(label.0)))
    }
    if text.contains("](") { found.append((.address, "](")) }
    return found
  }
}

extension String {
  /// Without white space at its ends.
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}

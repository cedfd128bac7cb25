import LeadModel

/// The lines of a template as they were written, to find the places of what its Markdown has.
struct TemplateLines {
  private let file: String
  private let lines: [Substring]
  /// Where to go on looking on a line: what comes again there is found again, behind.
  private var starts: [Int: String.Index] = [:]

  /// The lines of a text in UTF-8.
  init(_ text: [UInt8], file: String) {
    self.file = file
    lines = String(decoding: text, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The place of something on a line, counted from 1; without a column where it is written in another way.
  mutating func place(of source: String, on line: Int) -> Place {
    let found = next(source, on: line)
    return Place(file: file, line: line, column: found.map { column($0, on: line) })
  }

  /// The same of something that is not behind a backslash; nil where there is none such.
  mutating func placeUnescaped(of source: String, on line: Int) -> Place? {
    while let found = next(source, on: line) {
      let text = lines[line - 1]
      if found == text.startIndex || text[text.index(before: found)] != "\\" {
        return Place(file: file, line: line, column: column(found, on: line))
      }
    }
    return nil
  }

  private mutating func next(_ source: String, on line: Int) -> String.Index? {
    guard !source.isEmpty, lines.indices.contains(line - 1) else { return nil }
    let text = lines[line - 1]
    guard let found = text[(starts[line] ?? text.startIndex)...].firstRange(of: source) else { return nil }
    starts[line] = found.upperBound
    return found.lowerBound
  }

  private func column(_ index: String.Index, on line: Int) -> Int {
    let text = lines[line - 1]
    return text.distance(from: text.startIndex, to: index) + 1
  }

  /// That the template begins with front matter: keys between two lines of hyphens.
  var frontMatter: NarrativeFault? {
    guard lines.first == "---", lines.dropFirst().contains("---"), lines.count > 1,
      lines[1].contains(#/^[A-Za-z_][\w-]*:/#)
    else { return nil }
    return NarrativeFault(.unsupported(.frontMatter), at: Place(file: file, line: 1, column: 1))
  }
}

import LeadModel

/// Splits a template into text and tags, with the place of each tag.
///
/// The grammar is the part of Mustache that narratives use: values, blocks, sections, inverted sections, partials
/// and comments. What else begins with two braces is a fault and leaves no piece.
struct TagScanner {
  private let file: String
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var line = 1
  private var column = 1

  private(set) var pieces: [TemplatePiece] = []
  private(set) var faults: [NarrativeFault] = []

  /// Scans a whole template whose lines end in line feeds.
  init(_ text: String, file: String) {
    self.file = file
    scalars = Array(text.unicodeScalars)
    while position < scalars.count {
      if isAhead("{{") { scanTag() } else { scanText() }
    }
    markTagsAloneOnTheirLine()
  }

  private func isAhead(_ text: String) -> Bool { scalars[position...].starts(with: text.unicodeScalars) }

  /// Moves on; `text` is what was passed.
  private mutating func advance(by count: Int) -> String {
    let passed = String(String.UnicodeScalarView(scalars[position..<position + count]))
    position += count
    // Characters, not scalars: an editor's column counts what is seen as one letter once.
    if let feed = passed.lastIndex(of: "\n") {
      line += passed.count { $0 == "\n" }
      column = passed[feed...].count
    } else {
      column += passed.count
    }
    return passed
  }

  private mutating func scanText() {
    var end = position
    while end < scalars.count, scalars[end...].prefix(2) != ["{", "{"] { end += 1 }
    let first = line
    pieces.append(.text(advance(by: end - position), line: first))
  }

  private mutating func scanTag() {
    let place = Place(file: file, line: line, column: column)
    let isComment = scalars[(position + 2)...].first == "!"
    // Only a comment may run over several lines.
    var end = position + 2
    while end < scalars.count, scalars[end...].prefix(2) != ["}", "}"], isComment || scalars[end] != "\n" {
      end += 1
    }
    guard end < scalars.count, scalars[end] != "\n" else {
      faults.append(NarrativeFault(.unclosedTag, at: place))
      _ = advance(by: end - position)
      return
    }
    let source = advance(by: end + 2 - position)
    switch Self.parse(String(source.dropFirst(2).dropLast(2)), at: place) {
    case .success(let tag): pieces.append(.tag(tag))
    case .failure(let fault): faults.append(fault)
    }
  }

  /// Reads what stands between the braces.
  private static func parse(_ content: String, at place: Place) -> Result<TemplateTag, NarrativeFault> {
    let kinds: [Character: TemplateTag.Kind] = [
      "#": .section, "^": .inverted, "/": .close, ">": .partial, "!": .comment,
    ]
    let trimmed = content.trimmedOfBlanks
    let sigil = trimmed.first.flatMap { kinds[$0] }
    let kind = sigil ?? .value
    if kind == .comment { return .success(TemplateTag(kind: kind, name: "", place: place)) }
    let name = sigil == nil ? trimmed : String(trimmed.dropFirst()).trimmedOfBlanks
    if let first = name.first, "{&=%<$*".contains(first) {
      return .failure(NarrativeFault(.unsupportedTag("{{\(content)}}"), at: place))
    }
    guard isName(name, separator: kind == .partial ? "/" : ".") else {
      return .failure(NarrativeFault(.malformedName(name), at: place))
    }
    let tag = TemplateTag(kind: kind, name: name, place: place)
    return .success(
      kind == .value && tag.namesBlock ? TemplateTag(kind: .block, name: name, place: place) : tag)
  }

  /// `rate.whole` with a full stop as the separator, `parts/change` with a slash; also `.` alone.
  private static func isName(_ name: String, separator: Character) -> Bool {
    if name == "." { return separator == "." }
    return name.split(separator: separator, omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy(isNameByte)
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"): true
    default: false
    }
  }

  private mutating func markTagsAloneOnTheirLine() {
    for index in pieces.indices {
      guard case .tag(var tag) = pieces[index] else { continue }
      let before = index == 0 ? "\n" : pieces[index - 1].textOrNil
      let after = index + 1 == pieces.count ? "\n" : pieces[index + 1].textOrNil
      guard let before, let after else { continue }
      let lead = before.reversed().first { $0 != " " && $0 != "\t" }
      let tail = after.first { $0 != " " && $0 != "\t" }
      let beginsFile = index <= 1 && lead == nil
      let endsFile = index + 2 >= pieces.count && tail == nil
      tag.isAlone = (lead == "\n" || beginsFile) && (tail == "\n" || endsFile)
      pieces[index] = .tag(tag)
    }
  }
}

extension TemplatePiece {
  fileprivate var textOrNil: String? {
    if case .text(let text, _) = self { text } else { nil }
  }
}

extension String {
  /// Without spaces and tabs at its ends.
  fileprivate var trimmedOfBlanks: String {
    let isBlank = { (character: Character) in character == " " || character == "\t" }
    return String(drop(while: isBlank).reversed().drop(while: isBlank).reversed())
  }
}

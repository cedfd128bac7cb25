import LeadModel

/// Splits a template into text and tags, with the place of each tag.
///
/// The grammar is the part of Mustache that narratives use: values, blocks, sections, inverted sections, partials
/// and comments. What else begins with two braces is a fault and leaves no piece.
struct TagScanner {
  private let file: String
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  private var column = 1

  private(set) var pieces: [TemplatePiece] = []
  private(set) var faults: [NarrativeFault] = []

  private static let lineFeed = UInt8(ascii: "\n")
  private static let kinds: [UInt8: TemplateTag.Kind] = [
    UInt8(ascii: "#"): .section, UInt8(ascii: "^"): .inverted, UInt8(ascii: "/"): .close,
    UInt8(ascii: ">"): .partial, UInt8(ascii: "!"): .comment,
  ]

  /// Scans a whole template in UTF-8 whose lines end in line feeds.
  init(_ text: [UInt8], file: String) {
    self.file = file
    bytes = text
    while position < bytes.count {
      if isDouble("{", at: position) { scanTag() } else { scanText() }
    }
    markTagsAloneOnTheirLine()
  }

  /// Whether a brace stands at a position, and again after it.
  private func isDouble(_ brace: Unicode.Scalar, at position: Int) -> Bool {
    let brace = UInt8(ascii: brace)
    return bytes[position] == brace && position + 1 < bytes.count && bytes[position + 1] == brace
  }

  /// Moves on to a position.
  private mutating func advance(to end: Int) {
    var passed = bytes[position..<end]
    position = end
    if let feed = passed.lastIndex(of: Self.lineFeed) {
      line += passed.count { $0 == Self.lineFeed }
      column = 1
      passed = passed[(feed + 1)...]
    }
    // Characters, not bytes: an editor's column counts what is seen as one letter once.
    column += String(decoding: passed, as: UTF8.self).count
  }

  private mutating func scanText() {
    var end = position
    while end < bytes.count, !isDouble("{", at: end) { end += 1 }
    pieces.append(.text(Array(bytes[position..<end]), line: line))
    advance(to: end)
  }

  private mutating func scanTag() {
    let place = Place(file: file, line: line, column: column)
    let start = position + 2
    let isComment = start < bytes.count && bytes[start] == UInt8(ascii: "!")
    // Only a comment may run over several lines.
    var end = start
    while end < bytes.count, !isDouble("}", at: end), isComment || bytes[end] != Self.lineFeed { end += 1 }
    guard end < bytes.count, bytes[end] != Self.lineFeed else {
      faults.append(NarrativeFault(.unclosedTag, at: place))
      return advance(to: end)
    }
    switch Self.parse(bytes[start..<end], at: place) {
    case .success(let tag): pieces.append(.tag(tag))
    case .failure(let fault): faults.append(fault)
    }
    advance(to: end + 2)
  }

  /// Reads what stands between the braces.
  private static func parse(_ content: ArraySlice<UInt8>, at place: Place) -> Result<
    TemplateTag, NarrativeFault
  > {
    let trimmed = content.trimmedOfBlanks
    let sigil = trimmed.first.flatMap { kinds[$0] }
    let kind = sigil ?? .value
    if kind == .comment { return .success(TemplateTag(kind: kind, name: "", place: place)) }
    let bytes = sigil == nil ? trimmed : trimmed.dropFirst().trimmedOfBlanks
    let name = String(decoding: bytes, as: UTF8.self)
    if let first = bytes.first, "{&=%<$*".utf8.contains(first) {
      let tag = "{{\(String(decoding: content, as: UTF8.self))}}"
      return .failure(NarrativeFault(.unsupportedTag(tag), at: place))
    }
    guard isName(bytes, separator: kind == .partial ? UInt8(ascii: "/") : UInt8(ascii: ".")) else {
      return .failure(NarrativeFault(.malformedName(name), at: place))
    }
    let tag = TemplateTag(kind: kind, name: name, place: place)
    return .success(
      kind == .value && tag.namesBlock ? TemplateTag(kind: .block, name: name, place: place) : tag)
  }

  /// `rate.whole` with a full stop as the separator, `parts/change` with a slash; also `.` alone.
  private static func isName(_ name: ArraySlice<UInt8>, separator: UInt8) -> Bool {
    if name.elementsEqual(".".utf8) { return separator == UInt8(ascii: ".") }
    return name.split(separator: separator, omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty && part.allSatisfy(isNameByte)
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
      let before = index == 0 ? [Self.lineFeed] : pieces[index - 1].textOrNil
      let after = index + 1 == pieces.count ? [Self.lineFeed] : pieces[index + 1].textOrNil
      guard let before, let after else { continue }
      let lead = before.last { !$0.isBlank }
      let tail = after.first { !$0.isBlank }
      let beginsFile = index <= 1 && lead == nil
      let endsFile = index + 2 >= pieces.count && tail == nil
      tag.isAlone = (lead == Self.lineFeed || beginsFile) && (tail == Self.lineFeed || endsFile)
      pieces[index] = .tag(tag)
    }
  }
}

extension TemplatePiece {
  fileprivate var textOrNil: [UInt8]? {
    if case .text(let text, _) = self { text } else { nil }
  }
}

extension ArraySlice<UInt8> {
  /// Without spaces and tabs at its ends.
  fileprivate var trimmedOfBlanks: ArraySlice {
    var rest = drop(while: \.isBlank)
    while rest.last?.isBlank == true { rest.removeLast() }
    return rest
  }
}

extension UInt8 {
  /// A space or a tab.
  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
}

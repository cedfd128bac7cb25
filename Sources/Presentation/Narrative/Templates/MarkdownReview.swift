import LeadModel

/// Looks at the Markdown of a template before any page is rendered: all branches at once, with a mark for
/// each value and block. That finds what the author wrote and will not see on the pages, at its line.
struct MarkdownReview {
  private(set) var faults: [NarrativeFault] = []
  /// The links of the author that lead to places of the site.
  private(set) var links: [NarrativeLink] = []

  /// Reviews a template, whose text is given beside its pieces.
  init(_ pieces: [TemplatePiece], text: [UInt8], file: String) {
    let tags = pieces.compactMap { if case .tag(let tag) = $0, tag.showsSomething { tag } else { nil } }
    let source = Source(pieces)
    var template = TemplateLines(text, file: file)
    var placed: Set<Int> = []
    var found = template.frontMatter.map { [$0] } ?? []
    var links: [NarrativeLink] = []
    var document = MarkdownDocument(source.text)
    document.edit { element, line in
      let line = source.lines[min(line, source.lines.count) - 1]
      func report(_ fact: (String) -> NarrativeFault.Fact, _ source: String) {
        let written = Self.written(source, tags)
        found.append(NarrativeFault(fact(Self.short(written)), at: template.place(of: written, on: line)))
      }
      switch element {
      case .heading: break
      case .html(let html): report(NarrativeFault.Fact.rawHTML, html)
      case .image(let address): report(NarrativeFault.Fact.image, address)
      case .link(let address, _):
        switch LinkAddress(address) {
        case .unsafe: report(NarrativeFault.Fact.unsafeLink, address)
        case .external: break
        case .local where address.isEmpty:
          found.append(NarrativeFault(.unsupported(.address), at: template.place(of: "](", on: line)))
        case .local where address.hasPrefix("/"): report(NarrativeFault.Fact.linkFromRoot, address)
        case .local:
          let written = Self.written(address, tags)
          let place = template.place(of: written, on: line)
          links.append(NarrativeLink(pattern: address, written: written, place: place, tags))
        }
      case .paragraph(of: let text):
        if let name = TagMark.name(text), let number = Int(name) { placed.insert(number) }
      case .text(let text, let beginsItem):
        for (kind, source) in UnsupportedMarkdown.found(in: text, beginsItem: beginsItem) {
          // What the author has escaped is meant to be seen as it stands; the rest is told once a line.
          guard let place = template.placeUnescaped(of: source, on: line),
            !found.contains(where: { $0.fact == .unsupported(kind) && $0.place?.line == line })
          else { continue }
          found.append(NarrativeFault(.unsupported(kind), at: place))
        }
      }
      return .keep
    }
    // A section beside a block says it several times in one line.
    let linesOfSections = Set(
      pieces.compactMap { if case .tag(let tag) = $0, !tag.showsSomething { tag.place.line } else { nil } })
    for (number, tag) in tags.enumerated()
    where tag.kind == .block && (!placed.contains(number) || linesOfSections.contains(tag.place.line!)) {
      found.removeAll { $0.place?.line == tag.place.line }
      found.append(NarrativeFault(.blockInText(tag.name), at: tag.place))
    }
    faults = found
    self.links = links
  }

  /// What the author wrote, its first line.
  private static func written(_ source: String, _ tags: [TemplateTag]) -> String {
    let bytes = TagMark.fill(Array(source.utf8)) { name in
      Array("{{\(Int(name).map { tags[$0].name } ?? name)}}".utf8)
    }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").first.map(String.init) ?? ""
  }

  /// Not too much of it.
  private static func short(_ line: String) -> String { line.count > 60 ? line.prefix(60) + "…" : line }
}
extension MarkdownReview {
  /// A template as Markdown in UTF-8, with the line of the template for every line of it.
  private struct Source {
    private(set) var text: [UInt8] = []
    /// From the lines of ``text``, the first at 0, to those of the template, counted from 1.
    private(set) var lines = [1]

    init(_ pieces: [TemplatePiece]) {
      var number = 0
      var swallowsLineEnd = false
      for piece in pieces {
        switch piece {
        case .text(let text, var line):
          for byte in text {
            if byte != UInt8(ascii: "\n") {
              append(CollectionOfOne(byte), at: line)
              continue
            }
            // The line of a tag that stands alone leaves nothing behind.
            if !swallowsLineEnd { endLine() }
            swallowsLineEnd = false
            line += 1
          }
        case .tag(let tag):
          swallowsLineEnd = tag.isAlone && !tag.showsSomething
          if swallowsLineEnd { while text.last?.isBlank == true { text.removeLast() } }
          guard tag.showsSomething else { continue }
          let isOwnParagraph = tag.isAlone && tag.kind == .block
          if isOwnParagraph { endLine() }
          append(TagMark.text(String(number)).utf8, at: tag.place.line!)
          if isOwnParagraph { endLine() }
          number += 1
        }
      }
    }

    private mutating func append(_ piece: some Collection<UInt8>, at line: Int) {
      if text.isEmpty || text.last == UInt8(ascii: "\n") { lines[lines.count - 1] = line }
      text += piece
    }

    private mutating func endLine() {
      text.append(UInt8(ascii: "\n"))
      lines.append(lines.last!)
    }
  }
}

extension TemplateTag {
  fileprivate var showsSomething: Bool { kind == .value || kind == .block }
}

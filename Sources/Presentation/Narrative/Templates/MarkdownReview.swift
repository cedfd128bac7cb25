import LeadModel

/// Looks at the Markdown of a template before any page is rendered: all branches at once, with a mark for
/// each value and block. That finds what the author wrote and will not see on the pages, at its line.
struct MarkdownReview {
  private(set) var faults: [NarrativeFault] = []

  /// Reviews a template.
  init(_ pieces: [TemplatePiece], file: String) {
    let tags = pieces.compactMap { if case .tag(let tag) = $0, tag.showsSomething { tag } else { nil } }
    let source = Source(pieces)
    var placed: Set<Int> = []
    var found: [NarrativeFault] = []
    var document = MarkdownDocument(source.text)
    document.edit { element, line in
      let place = Place(file: file, line: source.lines[min(line, source.lines.count) - 1])
      switch element {
      case .heading: break
      case .html(let html):
        found.append(NarrativeFault(.rawHTML(Self.readable(html, tags)), at: place))
      case .link(let address, _):
        if case .unsafe = LinkAddress(address) {
          found.append(NarrativeFault(.unsafeLink(Self.readable(address, tags)), at: place))
        }
      case .image(let address): found.append(NarrativeFault(.image(Self.readable(address, tags)), at: place))
      case .paragraph(of: let text):
        if let name = TagMark.name(text), let number = Int(name) { placed.insert(number) }
      }
      return .keep
    }
    for (number, tag) in tags.enumerated() where tag.kind == .block && !placed.contains(number) {
      found.removeAll { $0.place == tag.place }
      found.append(NarrativeFault(.blockInText(tag.name), at: tag.place))
    }
    faults = found
  }

  /// What the author wrote, on one line and not too much of it.
  private static func readable(_ source: String, _ tags: [TemplateTag]) -> String {
    let bytes = TagMark.fill(Array(source.utf8)) { name in
      Array("{{\(Int(name).map { tags[$0].name } ?? name)}}".utf8)
    }
    let line = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first.map(String.init) ?? ""
    return line.count > 60 ? line.prefix(60) + "…" : line
  }
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

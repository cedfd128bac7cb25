import LeadModel

/// One template, read.
struct TemplateFile: Sendable {
  /// Its path below `narrative/` without the ending: what a partial's tag calls it.
  let name: String
  let path: String
  let pieces: [TemplatePiece]
  /// Ending as a line does, whatever line ends the file has there: for a tag alone on its line.
  let nodes: [TemplateNode]
  /// The same without the end of its last line: for a tag with text beside it.
  let inlineNodes: [TemplateNode]
  /// What is wrong whatever page it is for.
  let faults: [NarrativeFault]
  /// The links in it that lead to places of the site.
  let links: [NarrativeLink]
  /// The labels of references that it defines, in small letters.
  let labels: Set<String>

  /// Reads a template from its text.
  init(name: String, path: String, text: String) {
    self.name = name
    self.path = path
    let normalized = text.normalizedTemplate
    let scanner = TagScanner(normalized, file: path)
    let inline = TemplateNode.nest(scanner.pieces.trimmed)
    pieces = scanner.pieces
    nodes = TemplateNode.nest(scanner.pieces.trimmed.endingLine).nodes
    inlineNodes = inline.nodes
    let review = MarkdownReview(pieces, text: normalized, file: path)
    let lines = normalized.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let defined = lines.map(\.definedLabel)
    let notes = defined.enumerated().compactMap { line, label in
      label?.hasPrefix("^") == true
        ? NarrativeFault(
          .unsupported(.footnote("[\(label!)]")), at: Place(file: path, line: line + 1, column: 1)) : nil
    }
    faults = scanner.faults + inline.faults + review.faults + notes
    links = review.links
    labels = Set(defined.compactMap(\.self))
  }

  /// Its tags of a kind, in order.
  func tags(_ kind: TemplateTag.Kind) -> [TemplateTag] {
    pieces.compactMap { if case .tag(let tag) = $0, tag.kind == kind { tag } else { nil } }
  }
}

extension [TemplatePiece] {
  /// Without line ends after the last line.
  fileprivate var trimmed: [TemplatePiece] {
    guard case .text(var text, let line)? = last else { return self }
    while text.last == UInt8(ascii: "\n") { text.removeLast() }
    return dropLast() + (text.isEmpty ? [] : [.text(text, line: line)])
  }

  /// With an end of the last line, where there is any.
  fileprivate var endingLine: [TemplatePiece] {
    let lineEnd = [UInt8(ascii: "\n")]
    return switch last {
    case .text(let text, let line): dropLast() + [.text(text + lineEnd, line: line)]
    case .tag: self + [.text(lineEnd, line: 0)]
    case nil: []
    }
  }
}

extension ArraySlice<UInt8> {
  /// The label, in small letters, of a line that defines a reference: `[rota]: ../rota.html`.
  fileprivate var definedLabel: String? {
    let text = drop { $0 == UInt8(ascii: " ") }
    guard text.startIndex - startIndex <= 3, text.first == UInt8(ascii: "["),
      let end = text.firstIndex(of: UInt8(ascii: "]")), end > text.startIndex + 1,
      text[(end + 1)...].first == UInt8(ascii: ":")
    else { return nil }
    return String(decoding: text[(text.startIndex + 1)..<end], as: UTF8.self).lowercased()
  }
}

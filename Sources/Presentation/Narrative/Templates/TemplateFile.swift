import LeadModel
import Mustache

/// One template, read.
struct TemplateFile: Sendable {
  /// Its path below `narrative/` without the ending: what a partial's tag calls it.
  let name: String
  let path: String
  let pieces: [TemplatePiece]
  let nodes: [TemplateNode]
  /// What is wrong whatever page it is for.
  private(set) var faults: [NarrativeFault]
  /// The template for the engine, under the names by which tags call it; empty where it cannot be read.
  private(set) var compiled: [String: MustacheTemplate] = [:]

  /// Reads a template from its text.
  init(name: String, path: String, text: String) {
    self.name = name
    self.path = path
    let scanner = TagScanner(text.normalizedTemplate, file: path)
    let nesting = TemplateNode.nest(scanner.pieces)
    pieces = scanner.pieces
    nodes = nesting.nodes
    faults = scanner.faults + nesting.faults
    if faults.isEmpty {
      do {
        compiled[name] = try compile(lineEnd: "\n")
        compiled[name + TemplateTag.inlineMark] = try compile(lineEnd: "")
      } catch {
        faults.append(error)
      }
    }
    faults += MarkdownReview(pieces, file: path).faults
  }

  /// Its tags of a kind, in order.
  func tags(_ kind: TemplateTag.Kind) -> [TemplateTag] {
    pieces.compactMap { if case .tag(let tag) = $0, tag.kind == kind { tag } else { nil } }
  }

  /// The template for the engine, ending as told whatever line ends the file has there.
  private func compile(lineEnd: String) throws(NarrativeFault) -> MustacheTemplate {
    var source = ""
    for piece in pieces {
      switch piece {
      case .text(let text, _): source += text
      case .tag(let tag): source += tag.source
      }
    }
    while source.last == "\n" { source.removeLast() }
    if !source.isEmpty { source += lineEnd }
    do {
      return try MustacheTemplate(string: source)
    } catch let error as MustacheTemplate.ParserError {
      throw NarrativeFault(
        .unparsable("\(error.error)"), at: Place(file: path, line: error.context.lineNumber))
    } catch {
      throw NarrativeFault(.unparsable("\(error)"), at: Place(file: path))
    }
  }
}

extension TemplateTag {
  /// Calls a partial without the end of its last line, for a tag with text beside it. No name has it.
  fileprivate static let inlineMark = "?"

  /// The tag as the engine is to read it; a block becomes a mark, in a paragraph of its own if its line is.
  fileprivate var source: String {
    switch kind {
    // Three braces: values escape themselves.
    case .value: return "{{{\(name)}}}"
    case .block: return isAlone ? "\n\(BlockMark.text(name))\n" : BlockMark.text(name)
    case .section: return "{{#\(name)}}"
    case .inverted: return "{{^\(name)}}"
    case .close: return "{{/\(name)}}"
    case .partial: return "{{> \(name)\(isAlone ? "" : Self.inlineMark)}}"
    case .comment: return "{{!}}"
    }
  }
}

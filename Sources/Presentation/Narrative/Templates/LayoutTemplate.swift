import LeadModel
import Mustache

/// A template that is not Markdown, such as the HTML around every page: the tags of narratives but partials and
/// blocks, every name checked, every value escaped by the caller's rule.
package struct LayoutTemplate: Sendable {
  private let template: MustacheTemplate

  /// Reads a template and checks it against its values. Throws everything wrong in it, by line.
  package init(path: String, text: String, schema: Schema) throws(Failure) {
    let scanner = TagScanner(text.normalizedTemplate, file: path)
    let nesting = TemplateNode.nest(scanner.pieces)
    let checker = TemplateChecker(nesting.nodes, files: [:], schema: schema, blocks: [])
    var faults = scanner.faults + nesting.faults + checker.faults
    for case .tag(let tag) in scanner.pieces where tag.kind == .partial {
      faults.append(NarrativeFault(.missingPartial(tag.name, meant: nil), at: tag.place))
    }
    guard faults.isEmpty else { throw Failure(faults.map(\.diagnostic)) }
    do {
      template = try MustacheTemplate(string: scanner.pieces.map(\.layoutSource).joined())
    } catch {
      throw Failure([NarrativeFault(.unparsable("\(error)"), at: Place(file: path)).diagnostic])
    }
  }

  /// The finished text.
  ///
  /// - Parameters:
  ///   - values: an object after the schema. Blank text counts as absent.
  ///   - markup: what is inserted as it stands, under names that are texts in the schema.
  ///   - escape: makes a text safe wherever the template may put it.
  package func render(
    _ values: Value, markup: [String: String] = [:], escape: (String) -> String
  ) -> String {
    var root: [String: Any] = markup
    if case .object(let named) = values {
      for (name, value) in named { root[name] = Self.wrap(value, escape) }
    }
    return template.render(root)
  }

  /// A value as the engine reads it; nil where it is absent.
  private static func wrap(_ value: Value, _ escape: (String) -> String) -> Any? {
    switch value {
    case .text(let text): text.allSatisfy(\.isWhitespace) ? nil : escape(text)
    case .quantity(let quantity): escape(quantity.text)
    case .flag(let flag): flag
    case .object(let named): named.compactMapValues { wrap($0, escape) }
    case .list(let items): items.compactMap { wrap($0, escape) }
    case .none: nil
    }
  }
}

extension TemplatePiece {
  /// The piece as the engine is to read it.
  fileprivate var layoutSource: String {
    switch self {
    case .text(let text, _): return text
    case .tag(let tag):
      switch tag.kind {
      // Three braces: values come escaped, and the engine's own escaping lets a quotation mark through that
      // carries a combining accent.
      case .value: return "{{{\(tag.name)}}}"
      case .section: return "{{#\(tag.name)}}"
      case .inverted: return "{{^\(tag.name)}}"
      case .close: return "{{/\(tag.name)}}"
      case .block, .partial, .comment: return "{{!}}"
      }
    }
  }
}

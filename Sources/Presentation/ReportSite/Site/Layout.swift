import LeadModel
import Markup
import Mustache
import Narrative

/// An HTML template of the site's frame: swift-mustache with every value escaped by us.
///
/// The library's own escaping works by character, and lets a quotation mark through that carries a combining accent.
struct Layout: Sendable {
  private let template: MustacheTemplate

  /// Takes a template by its path. `schema` has its values, `raw` the names that stand for HTML. Throws what is
  /// wrong in it.
  init(_ path: String, in templates: SiteTemplates, schema: Schema, raw: Set<String>) throws(Failure) {
    let text = try templates.text(of: path)
    do {
      template = try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}" + text)
    } catch {
      throw Failure([.unreadableTemplate(path, "\(error)")])
    }
  }

  /// The finished text, UTF-8. `values` are after the schema; `raw` is HTML, inserted as it is.
  func render(_ values: Value, raw: [String: HTML]) -> [UInt8] {
    var root: [String: Any] = raw.mapValues(\.string)
    if case .object(let named) = values { root.merge(named.compactMapValues(mustache)) { first, _ in first } }
    return Array(template.render(root).utf8)
  }

  /// A value as the library reads it; nil where it is absent.
  private func mustache(_ value: Value) -> Any? {
    switch value {
    case .text(let text): text.isEmpty ? nil : HTML.written { $0.text(text) }.string
    case .quantity(let quantity): HTML.written { $0.text(quantity.text) }.string
    case .flag(let flag): flag
    case .object(let named): named.compactMapValues(mustache)
    case .list(let values): values.compactMap(mustache)
    case .none: nil
    }
  }
}

import LeadModel
import Markup
import Narrative

extension SiteTemplates {
  /// The templates that are not Markdown, by their paths without the ending, with their values.
  package static let layouts = [
    (name: "layout/page", schema: PageShell.schema), (name: "layout/404", schema: NotFoundPage.schema),
  ]
}

/// An HTML template of the site: every name checked, every value escaped.
struct Layout: Sendable {
  private let template: LayoutTemplate

  /// Takes a template by its path. `schema` has its values, and as texts the names that stand for markup; it has to
  /// use those in `needed`. Throws what is wrong in it.
  init(_ path: String, in templates: SiteTemplates, schema: Schema, needed: [String] = []) throws(Failure) {
    template = try LayoutTemplate(
      path: path, text: try templates.text(of: path), schema: schema, needed: needed)
  }

  /// The finished text, UTF-8. `values` are after the schema; `markup` is inserted as it stands.
  func render(_ values: Value, markup: [String: HTML]) -> [UInt8] {
    template.render(values, markup: markup.mapValues(\.bytes)) { text, bytes in
      bytes += HTML.written(capacity: text.utf8.count) { $0.text(text) }.bytes
    }
  }
}

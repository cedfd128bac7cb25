import LeadModel
import Markup
import Narrative

/// What a server shows where there is nothing. It is served from any depth, so it can neither take the site's
/// stylesheet nor link to a page by a relative address: its style is in it, allowed by its hash.
struct NotFoundPage: Sendable {
  private let layout: Layout
  private let style: String

  /// Takes `layout/404.html` and `layout/404.css`. Throws what is wrong in them.
  init(templates: SiteTemplates) throws(Failure) {
    layout = try Layout("layout/404.html", in: templates, schema: NotFoundPage.schema)
    style = try templates.text(of: "layout/404.css")
  }

  /// The page, HTML in UTF-8.
  func page(settings: SiteSettings) -> [UInt8] {
    let values = Value.object([
      "site_title": .text(settings.title),
      "home": settings.baseURL.map { .text("\($0)/index.html") } ?? .none,
      "style_hash": .text(SHA256(style).base64),
    ])
    return layout.render(values, markup: ["style": HTML(trusted: Array(style.utf8))])
  }

  /// The values of `layout/404.html`.
  static let schema = Schema.object([
    .init("site_title", .text, "the name of the site"),
    .init("home", .optional(.text), "the first page's full address, where the site has a base URL"),
    .init("style", .text, "the style sheet, as it stands"),
    .init("style_hash", .text, "what the Content-Security-Policy allows the style sheet by"),
  ])
}

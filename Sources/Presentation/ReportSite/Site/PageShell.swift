import LeadModel
import Narrative

/// The frame around every page: head, navigation, title, footer. Its HTML is `layout/page.html`.
struct PageShell: Sendable {
  private let layout: Layout

  /// Takes the frame from the templates. Throws what is wrong in it.
  init(templates: SiteTemplates) throws(Failure) {
    layout = try Layout("layout/page.html", in: templates, schema: PageShell.schema, needed: ["body"])
  }

  /// A whole page, HTML in UTF-8.
  func page(_ page: Page, _ content: PageContent, on site: Site) -> [UInt8] {
    layout.render(values(page, content, site), markup: ["body": content.body])
  }

  private func values(_ page: Page, _ content: PageContent, _ site: Site) -> Value {
    let trail = site.trail(to: page)
    let (earlier, later) = site.neighbours(of: page)
    let others = site.others(of: page)
    let downloads = site.downloadKinds(of: page, hasPicture: content.picture != nil)
    let title = site.settings.title
    return .object([
      "title": .text(windowTitle(of: page, content, title)),
      "site_title": .text(title),
      "summary": .text(content.summary),
      "canonical": site.settings.baseURL.map { .text("\($0)/\(site.addresses.path(of: page))") } ?? .none,
      "feed": site.settings.baseURL == nil
        ? .none : .text(site.addresses.link(from: page, to: Site.feedPath)),
      "stylesheet": .text(site.addresses.link(from: page, to: site.templates.assets.stylesheet.path)),
      "script": .text(site.addresses.link(from: page, to: site.templates.assets.script.path)),
      "home": .text(site.addresses.link(from: page, to: .home)),
      "sections": .list(site.sections(from: page).map(value)),
      "has_crumbs": .flag(!trail.isEmpty),
      "crumbs": .list(trail.map(value)),
      "here": .text(site.name(of: page)),
      "heading": .text(content.heading),
      "subheading": .text(content.subheading),
      "has_neighbours": .flag(earlier != nil || later != nil),
      "earlier": earlier.map(value) ?? .none,
      "later": later.map(value) ?? .none,
      "has_others": .flag(!others.isEmpty),
      "many_others": .flag(others.count > 12),
      "others": .list(others.map(value)),
      "through": .text(site.through ?? ""),
      "rows": .text(site.rowsRead),
      "has_downloads": .flag(!downloads.isEmpty),
      "downloads_of": .text(content.downloadsOf),
      "downloads": .list(
        downloads.map { kind in
          value(
            NavigationLink(
              name: kind.name,
              href: site.addresses.link(from: page, to: site.addresses.path(of: kind, of: page))))
        }),
      "data_quality": .text(site.addresses.link(from: page, to: .dataQuality)),
      "about": .text(site.addresses.link(from: page, to: .about)),
    ])
  }

  /// `North, week 46, 9–15 November 2026 · Lead response`: a week stands with its dates.
  private func windowTitle(of page: Page, _ content: PageContent, _ siteTitle: String) -> String {
    if content.heading == siteTitle { return siteTitle }
    guard let period = page.period, case .week = period else { return "\(content.heading) · \(siteTitle)" }
    return "\(content.heading), \(Words.dates(of: period)) · \(siteTitle)"
  }

  private func value(_ link: NavigationLink) -> Value {
    .object(["name": .text(link.name), "href": .text(link.href), "current": .text(link.current ?? "")])
  }

  private static let link = Schema.object([
    .init("name", .text, "what it says"), .init("href", .text, "where it leads, relative to the page"),
    .init("current", .text, "`page` if it leads here, `true` if this page lies below it, else blank"),
  ])

  /// The values of `layout/page.html`.
  static let schema = Schema.object([
    .init("title", .text, "the window's title"), .init("site_title", .text, "the name of the site"),
    .init("summary", .text, "a sentence about the page"),
    .init("canonical", .optional(.text), "the page's full address, where the site has a base URL"),
    .init("feed", .optional(.text), "the feed, where the site has a base URL"),
    .init("stylesheet", .text, "the site's stylesheet"), .init("script", .text, "the site's script"),
    .init("home", .text, "the first page"), .init("sections", .list(of: link), "the main navigation"),
    .init("has_crumbs", .flag, "whether the page lies below others"),
    .init("crumbs", .list(of: link), "the pages above it"), .init("here", .text, "the page's own short name"),
    .init("heading", .text, "the page's heading"), .init("subheading", .text, "dates and remarks, or blank"),
    .init("has_neighbours", .flag, "whether there is an earlier or a later period"),
    .init("earlier", .optional(link), "the period before"),
    .init("later", .optional(link), "the period after"),
    .init("has_others", .flag, "whether there are other teams to go to"),
    .init("many_others", .flag, "whether these are many"),
    .init("others", .list(of: link), "the same period of all teams and of each"),
    .init("body", .text, "the page itself, markup"),
    .init("through", .text, "the cut-off in words, or blank"),
    .init("rows", .text, "how many rows were read"),
    .init("has_downloads", .flag, "whether the page has downloads"),
    .init("downloads_of", .text, "what the downloads are of, or blank where it is what the page is about"),
    .init("downloads", .list(of: link), "the page's downloads"),
    .init("data_quality", .text, "the data-quality page"), .init("about", .text, "the about page"),
  ])
}

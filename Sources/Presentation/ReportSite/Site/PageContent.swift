import Markup

/// What a page itself says. ``PageShell`` puts the frame of the site around it.
struct PageContent: Hashable, Sendable {
  /// The page's one `h1`, plain text: `North, week 46`.
  var heading: String
  /// Beside the heading, plain text: `9–15 November 2026`, `incomplete`; empty for nothing.
  var subheading: String
  /// A sentence for search engines and link previews, plain text.
  var summary: String
  /// Everything below the title: headings from `h2` on. The ids `main`, `others` and `top` are taken.
  var body: HTML
  /// The page's map as a picture that stands alone, SVG in UTF-8; nil where it has none.
  var picture: [UInt8]?
  /// What the downloads are of, where that is not what the page leads with: `all time`; empty otherwise.
  var downloadsOf = ""

  /// The content of a page.
  init(
    heading: String, subheading: String = "", summary: String, body: HTML, picture: [UInt8]? = nil
  ) {
    self.heading = heading
    self.subheading = subheading
    self.summary = summary
    self.body = body
    self.picture = picture
  }
}

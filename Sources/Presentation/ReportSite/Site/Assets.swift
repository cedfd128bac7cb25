import HeatmapSVG
import LeadModel

/// The one stylesheet and the one script of a site. Their names hold a hash of what is in them, so that a browser
/// may keep them for ever and never shows a page with the style of an older one.
struct Assets: Sendable {
  let stylesheet: OutputFile
  let script: OutputFile

  /// Takes `theme/site.css` and `theme/site.js`. Throws where one is missing.
  init(templates: SiteTemplates, settings: SiteSettings) throws(Failure) {
    let style = try templates.text(of: "theme/site.css")
    let code = try templates.text(of: "theme/site.js")
    // The theme comes last, so that it has the last word on how drawings look.
    stylesheet = Assets.file("css", settings.palette.css + Stylesheet.css + style)
    script = Assets.file("js", code)
  }

  private static func file(_ kind: String, _ text: String) -> OutputFile {
    OutputFile(path: "assets/site.\(SHA256(text).hex.prefix(10)).\(kind)", text: text)
  }
}

extension SiteTemplates {
  /// A template's text by its path. Throws where there is none.
  func text(of path: String) throws(Failure) -> String {
    if let text = files[path] { return text }
    throw Failure([.missingTemplate(path)])
  }
}

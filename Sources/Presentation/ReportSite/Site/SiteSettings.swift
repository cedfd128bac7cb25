import HeatmapSVG
import LeadModel

/// How the site is told and published; what the numbers mean is in ``LeadModel/Rules``.
package struct SiteSettings: Hashable, Sendable {
  /// The name of the site, shown on every page.
  package var title = "Lead response"
  /// Where the site will be published, without a slash at the end; nil where that is not known. Only the canonical
  /// links, the sitemap and the feed need it.
  package var baseURL: String?
  /// Whether reps are left out of everything: pages, titles, coverage, downloads.
  package var hidesReps = false
  /// The colours of rates.
  package var palette = Palette.traffic

  /// The defaults.
  package init() {}
}

/// The files of a `Templates` folder: narratives, layouts, the theme.
package struct SiteTemplates: Hashable, Sendable {
  /// Texts by path relative to the folder: `narrative/home.md`, `layout/page.html`, `theme/site.css`.
  package var files: [String: String]

  /// Templates from those files.
  package init(files: [String: String]) { self.files = files }
}

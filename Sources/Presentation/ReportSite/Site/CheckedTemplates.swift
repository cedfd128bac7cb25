import LeadModel
import Narrative

/// The templates of a site, with every name in them checked, and what of them is the same on all of its pages.
package struct CheckedTemplates: Sendable {
  let assets: Assets
  let shell: PageShell
  let notFound: NotFoundPage
  /// The commentary of the pages about leads, and of that about the numbers.
  let narratives: NarrativeTemplates
  /// What they were made of.
  private let source: SiteTemplates
  /// What to know about them though they can be used: what authors wrote and nobody will see.
  package let remarks: [Diagnostic]

  /// Throws everything that is wrong in the templates, by their names. Of the settings it takes the colours.
  package init(_ templates: SiteTemplates, settings: SiteSettings) throws(Failure) {
    narratives = NarrativeTemplates(files: templates.files)
    var log = DiagnosticLog()
    let assets = log.attempt { () throws(Failure) in try Assets(templates: templates, settings: settings) }
    let shell = log.attempt { () throws(Failure) in try PageShell(templates: templates) }
    let notFound = log.attempt { () throws(Failure) in try NotFoundPage(templates: templates) }
    log.diagnostics += narratives.check() + templates.strays
    source = templates
    let found = templates.told(log.diagnostics)
    guard !found.hasErrors, let assets, let shell, let notFound else { throw Failure(found) }
    (self.assets, self.shell, self.notFound) = (assets, shell, notFound)
    remarks = found
  }

  /// What is found in them later, as their author is told it.
  func told(_ diagnostics: [Diagnostic]) -> [Diagnostic] { source.told(diagnostics) }

  /// The links in the narrative of a page that are not built in, since only those may be the author's mistakes.
  func authoredLinks(of narrative: String) -> [NarrativeLink] {
    narratives.links(of: narrative).filter { !source.isBuiltIn($0.place) }
  }

  /// The ids that the frame of a page gives to its parts.
  var idsOfFrame: Set<String> {
    Set((source.files["layout/page.html"] ?? "").matches(of: #/\bid="([^"{]+)"/#).map { String($0.1) })
  }
}

extension SiteTemplates {
  /// What of it concerns the author, with the names of the templates that it is about.
  fileprivate func told(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.filter(concernsAuthor).map(named)
  }

  /// Whether a finding is of use to the author of templates: that theirs take in no more what is built in is not.
  private func concernsAuthor(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.severity == .error || diagnostic.place.map(isBuiltIn) != true
  }

  /// Whether a place is in a template that no author has replaced.
  fileprivate func isBuiltIn(_ place: Place) -> Bool { builtIn.contains(place.file) }

  /// With the name of the template that it is about.
  private func named(_ diagnostic: Diagnostic) -> Diagnostic {
    var diagnostic = diagnostic
    if let name = diagnostic.place.flatMap({ names[$0.file] }) { diagnostic.place?.file = name }
    return diagnostic
  }

  /// The paths of all templates but partials.
  private static let known =
    (NarrativePage.allCases.map(\.rawValue) + [AboutPage.template]).map { "narrative/\($0).md" }
    + ["layout/page.html", "layout/404.html", "layout/404.css", "theme/site.css", "theme/site.js"]

  /// Files beside the narratives that nobody asks for, though they look as if they were to change something: those in
  /// a folder of templates, and those that are called as a template is, or nearly.
  fileprivate var strays: [Diagnostic] {
    /// `team` and `md` of `narrative/team.md`.
    func parts(_ path: String) -> [Substring] {
      (path.split(separator: "/").last ?? "").split(separator: ".", maxSplits: 1)
    }
    return files.keys.sorted().compactMap { path in
      if path.hasPrefix("narrative/") || SiteTemplates.known.contains(path) { return nil }
      let name = parts(path)
      let alike = SiteTemplates.known.filter { parts($0).last == name.last }
      let near = suggestion(for: String(name[0]), among: alike.map { String(parts($0)[0]) })
      let meant = near.flatMap { near in alike.first { parts($0)[0] == near } }
      let isAmongTemplates = ["layout/", "theme/"].contains { path.hasPrefix($0) }
      return meant == nil && !isAmongTemplates ? nil : .unusedTemplate(path, meant: meant)
    } + unread.sorted { $0.key < $1.key }.map { .unreadTemplate($0, found: $1) }
  }
}

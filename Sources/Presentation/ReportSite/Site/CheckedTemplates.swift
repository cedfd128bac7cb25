import LeadModel
import Narrative

/// The templates of a site, with every name in them checked, and what of them is the same on all of its pages.
package struct CheckedTemplates: Sendable {
  let assets: Assets
  let shell: PageShell
  let notFound: NotFoundPage
  /// The commentary of the pages about leads, and of that about the numbers.
  let narratives: NarrativeTemplates
  /// What to know about them though they can be used: what authors wrote and nobody will see.
  package let remarks: [Diagnostic]

  /// Throws everything that is wrong in the templates. Of the settings it takes the colours.
  package init(_ templates: SiteTemplates, settings: SiteSettings) throws(Failure) {
    narratives = NarrativeTemplates(files: templates.files)
    var log = DiagnosticLog()
    let assets = log.attempt { () throws(Failure) in try Assets(templates: templates, settings: settings) }
    let shell = log.attempt { () throws(Failure) in try PageShell(templates: templates) }
    let notFound = log.attempt { () throws(Failure) in try NotFoundPage(templates: templates) }
    log.diagnostics += narratives.check()
    guard !log.hasErrors, let assets, let shell, let notFound else { throw Failure(log.diagnostics) }
    (self.assets, self.shell, self.notFound) = (assets, shell, notFound)
    remarks = log.diagnostics
  }
}

import LeadModel
import ReportSite

/// The built-in templates, each replaced by the file of the same path in a project's folder, if there is one.
///
/// Throws where the folder, which is named at that place, cannot be read or one of its files is no text. Files
/// that are no templates (`.DS_Store`, a picture) are left alone; a Markdown or HTML file that no page asks for is
/// told by the checks of the templates themselves.
func loadTemplates(_ folder: String?, at place: Place) throws(Failure) -> SiteTemplates {
  var templates = SiteTemplates(files: EmbeddedTemplates.files)
  guard let folder else { return templates }
  let kind = POSIX.kind(of: folder)
  if kind == .missing, POSIX.isMissing {
    throw Failure([ConfigurationFact.noMatch(pattern: folder, what: "templates folder").at(place)])
  }
  guard kind == .folder else {
    let reason = kind == .missing ? POSIX.reason() : "it is no folder"
    throw Failure([InputFact.unreadable(path: folder, what: "templates folder", reason: reason).diagnostic])
  }
  var log = DiagnosticLog()
  for path in try templatePaths(in: folder, below: "") {
    let name = folder + "/" + path
    let text = log.attempt { () throws(Failure) in try InputFiles.text(of: name, what: "template") }
    if let text { (templates.files[path], templates.names[path]) = (text, name) }
  }
  if log.diagnostics.hasErrors { throw Failure(log.diagnostics) }
  return templates
}

/// The templates below a folder, by their paths in it, sorted. Hidden ones are none.
private func templatePaths(in folder: String, below prefix: String) throws(Failure) -> [String] {
  if let reason = POSIX.problem(listing: folder) {
    throw Failure([InputFact.unreadable(path: folder, what: "templates folder", reason: reason).diagnostic])
  }
  var paths: [String] = []
  for name in POSIX.entries(of: folder) where !name.hasPrefix(".") {
    let path = folder + "/" + name
    if POSIX.kind(of: path) == .folder {
      paths += try templatePaths(in: path, below: prefix + name + "/")
    } else if [".md", ".html", ".css", ".js"].contains(where: name.hasSuffix) {
      paths.append(prefix + name)
    }
  }
  return paths
}

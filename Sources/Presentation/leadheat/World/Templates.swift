import LeadModel
import ReportSite

/// The built-in templates, each replaced by the file of the same path in a project's folder, if there is one.
///
/// Throws where the folder, which is named at that place, cannot be read or one of its files is no text. Files
/// that are no templates (`.DS_Store`, a picture) are left alone; a Markdown or HTML file that no page asks for, and
/// what only looks like one, is told by the checks of the templates themselves.
func loadTemplates(_ folder: String?, at place: Place) throws(Failure) -> SiteTemplates {
  var templates = SiteTemplates(files: EmbeddedTemplates.files)
  templates.builtIn = Set(templates.files.keys)
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
  for path in try templatePaths(in: folder, unread: &templates.unread) {
    let name = folder + "/" + path
    let text = log.attempt { () throws(Failure) in
      let text = try InputFiles.text(of: name, what: "template")
      // As in UTF-16 without a mark, which is UTF-8 by accident.
      if text.utf8.contains(0) { throw Failure([InputFact.notUTF8(path: name, what: "template").diagnostic]) }
      return text
    }
    if let text { (templates.files[path], templates.names[path]) = (text, name) }
    templates.builtIn.remove(path)
  }
  for path in templates.unread.keys {
    templates.names[path] = folder + "/" + path
    templates.builtIn.remove(path)
  }
  if log.diagnostics.hasErrors { throw Failure(log.diagnostics) }
  return templates
}

/// The ends of the names of templates.
private let endings = ["md", "html", "css", "js"]
/// Other ends of names that mean the same.
private let otherEndings = ["markdown": "md", "mdown": "md", "mkd": "md", "htm": "html"]

/// The templates below a folder, by their paths in it, sorted; hidden ones are none. What only looks like one is added
/// to `unread`. Throws where a folder cannot be listed.
func templatePaths(
  in folder: String, unread: inout [String: SiteTemplates.Unread]
) throws(Failure) -> [String] {
  let own = Set([POSIX.identity(of: folder, isFolder: true)].compactMap(\.self))
  return try templatePaths(in: folder, below: "", within: own, unread: &unread)
}

/// A link to one of the folders that it is `within` is left alone.
private func templatePaths(
  in folder: String, below prefix: String, within folders: Set<POSIX.Identity>,
  unread: inout [String: SiteTemplates.Unread]
) throws(Failure) -> [String] {
  if let reason = POSIX.problem(listing: folder) {
    throw Failure([InputFact.unreadable(path: folder, what: "templates folder", reason: reason).diagnostic])
  }
  var paths: [String] = []
  for name in POSIX.entries(of: folder) where !name.hasPrefix(".") {
    let path = folder + "/" + name
    let ending = name.split(separator: ".").dropFirst().last.map(String.init) ?? ""
    if POSIX.kind(of: path) == .folder {
      if endings.contains(ending) { unread[prefix + name] = .folder }
      guard let identity = POSIX.identity(of: path, isFolder: true), !folders.contains(identity) else {
        continue
      }
      paths += try templatePaths(
        in: path, below: prefix + name + "/", within: folders.union([identity]), unread: &unread)
    } else if endings.contains(ending) {
      paths.append(prefix + name)
    } else if let meant = otherEndings[ending] {
      unread[prefix + name] = .ending(ending, meant: meant)
    }
  }
  return paths
}

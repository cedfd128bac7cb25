import LeadModel

/// What sources are called on the site, by their full names: each by as much of the end of its path as tells it from
/// all others, for the folders of the machine are nobody's business. A command goes by its name, and by its full name
/// where another source is called so.
///
/// - Parameter sources: paths, and names of commands, by their full names: `psql (leads[1])`; a path is its own.
func siteNames(_ sources: [String: String]) -> [String: String] {
  let forms = sources.map { full, name in (full: full, forms: ends(of: name) + [full]) }
  var (names, length) = ([String: String](), 0)
  while names.count < forms.count {
    let called = forms.map { (full: $0.full, name: $0.forms[min(length, $0.forms.count - 1)]) }
    let uses = Dictionary(called.map { ($0.name, 1) }, uniquingKeysWith: +)
    for (full, name) in called where names[full] == nil && uses[name] == 1 { names[full] = name }
    length += 1
  }
  return names
}

/// `c.csv`, `b/c.csv` and `a/b/c.csv` of `/a/./b/c.csv`.
private func ends(of path: String) -> [String] {
  let steps = path.split(separator: "/").filter { $0 != "." }
  return steps.indices.reversed().map { steps[$0...].joined(separator: "/") }
}

extension Configuration {
  /// Where commands are named, by what they may be called in messages.
  var commandPlaces: [String: Place] {
    let inputs =
      leads.map { ($0.origin, $0.place) } + leads.flatMap(\.activities).map { ($0.origin, $0.place) }
    var places: [String: Place] = [:]
    for case (.command(let command), let place) in inputs {
      // Where there are several of a name, they go by their full ones.
      for name in [command.name, command.fullName(at: place)] { places[name] = place }
    }
    return places
  }
}

extension Request {
  /// Gives all sources their names on the site, in place of their full ones. Commands go by them in messages, too.
  mutating func nameSources() {
    let files =
      sources.map { ($0.siteName, $0.name) }
      + activities.joined().flatMap(\.files).map { ($0.siteName, $0.name) }
    let names = siteNames(Dictionary(files + schedules.map { ($0.path, $0.path) }) { $1 })
    /// The name in messages and the one on the site.
    func called(_ name: String, _ full: String) -> (String, String) {
      let siteName = names[full] ?? name
      return (name == full ? name : siteName, siteName)
    }
    for index in sources.indices {
      let source = sources[index]
      (sources[index].name, sources[index].siteName) = called(source.name, source.siteName)
    }
    for group in activities.indices {
      for index in activities[group].indices {
        activities[group][index].files = activities[group][index].files.map { file in
          var file = file
          (file.name, file.siteName) = called(file.name, file.siteName)
          return file
        }
      }
    }
    settings.fileNames = names
  }
}

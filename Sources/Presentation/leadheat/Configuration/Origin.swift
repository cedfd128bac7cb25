import LeadModel
import Yams

/// Where rows come from.
enum Origin: Hashable, Sendable {
  /// A file or a glob, relative to the working folder.
  case path(String)
  /// A program that writes CSV.
  case command(CommandSource)
}

extension MappingReader {
  /// What `path`, `command` and `postgresql` name: one origin, if all is well.
  mutating func origins(folder: String) -> [Origin] {
    var origins: [Origin] = text("path").map { [.path(resolve($0, in: folder))] } ?? []
    let command = texts("command")
    let timeout = whole("timeout", Limits.timeout) ?? 600
    if !command.isEmpty { origins.append(.command(CommandSource(arguments: command, timeout: timeout))) }
    if let node = node("postgresql") {
      var database = MappingReader(node, file: file, path: "\(path).postgresql")
      let service = database.text("service")
      if let query = database.text("query") {
        origins.append(.command(.postgresql(query: query, service: service, timeout: timeout)))
      } else if database.diagnostics.isEmpty {
        _ = database.report(node, "query", "a query") as String?
      }
      database.finish()
      diagnostics += database.diagnostics
    }
    return origins
  }

  /// Reports unknown keys, and more or fewer origins than one. To be called when everything has been read.
  mutating func finish(_ origins: [Origin], at place: Place) {
    finish()
    if origins.count != 1 && diagnostics.isEmpty {
      diagnostics.append(ConfigurationFact.origins(origins.count).at(place))
    }
  }
}

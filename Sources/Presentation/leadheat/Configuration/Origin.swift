import LeadModel
import Yams

/// Where rows come from.
enum Origin: Hashable, Sendable {
  /// A file or a glob, relative to the working folder.
  case path(String)
  /// A program that writes CSV, in the folder of the configuration.
  case command(CommandSource)
}

extension MappingReader {
  /// A path, relative to that of the working folder.
  mutating func path(_ key: String, in folder: String) -> String? {
    node(key).flatMap { path($0, key, in: folder) }
  }

  /// The path that a node holds. `key` is that of the node, for messages.
  mutating func path(_ node: Node, _ key: String, in folder: String) -> String? {
    guard let path = node.scalar?.string, !path.isEmpty else { return report(node, key, "a path") }
    return text(node, key).map { resolve($0, in: folder) }
  }

  /// What `path`, `command` and `postgresql` name: one origin, if all is well.
  mutating func origins(folder: String) -> [Origin] {
    var origins: [Origin] = path("path", in: folder).map { [.path($0)] } ?? []
    let command = texts("command")
    if command.first?.isEmpty ?? true, let node = node("command") {
      _ = report(node, "command", "a program and its arguments") as String?
    }
    let timeout = whole("timeout", Limits.timeout) ?? 600
    if !origins.isEmpty, let node = node("timeout") {
      _ = report(.timeoutOfFile, at: node, "timeout") as String?
    }
    if !command.isEmpty {
      origins.append(.command(CommandSource(arguments: command, folder: folder, timeout: timeout)))
    }
    if let node = node("postgresql") {
      var database = MappingReader(node, file: file, path: "\(path).postgresql")
      let service = database.text("service")
      if let text = database.text("query") {
        origins.append(.command(PostgreSQLQuery(text: text, service: service, timeout: timeout).command))
      } else if database.diagnostics.isEmpty {
        _ = database.reportMissing("query", "a query", in: node) as String?
      }
      database.finish()
      take(database)
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

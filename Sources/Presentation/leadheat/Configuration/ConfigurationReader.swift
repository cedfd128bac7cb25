import LeadModel
import Yams

extension Configuration {
  /// Reads `leadheat.yml`. Paths in it are relative to its folder.
  ///
  /// Everything that is wrong with it, unknown keys and values of another kind than expected, is among its problems.
  /// Throws where the text is not YAML, of which nothing can be read.
  static func read(_ text: String, file: String) throws(Failure) -> Configuration {
    let root: Node
    do {
      root = try Yams.compose(yaml: text) ?? Node("", Tag(.null))
    } catch let error as YamlError {
      throw Failure([syntax(error, file: file)])
    } catch {
      throw Failure([ConfigurationFact.syntax("\(error)").at(Place(file: file))])
    }
    var reader = MappingReader(root, file: file)
    var configuration = Configuration()
    configuration.place = Place(file: file)
    configuration.read(&reader, folder: folder(of: file))
    configuration.places = reader.places
    configuration.problems = reader.diagnostics.sorted { ($0.place?.line ?? 0) < ($1.place?.line ?? 0) }
    return configuration
  }

  /// Every key, once.
  private mutating func read(_ reader: inout MappingReader, folder: String) {
    title = reader.name("title") ?? title
    reading = LeadInput.Reading(&reader)
    timezone = reading.timezone
    // At the top it is the report's zone, which sources have anyway.
    reading.timezone = nil
    for (index, node) in reader.list("leads").enumerated() {
      let input = LeadInput(node, index: index, folder: folder, defaults: reading, reader: &reader)
      if let input { leads.append(input) }
    }
    for (index, node) in reader.list("schedule").enumerated() {
      let input = ScheduleInput(node, index: index, folder: folder, reader: &reader)
      if let input { schedules.append(input) }
    }
    roster = reader.path("roster", in: folder)
    templates = reader.path("templates", in: folder)
    output = reader.path("output", in: folder) ?? output
    teamZones = reader.textsByName("team_zones")
    asOf = reader.text("as_of")
    if let node = reader.node("base_url") {
      baseURL = node.scalar.flatMap { isWebAddress($0.string) ? $0.string : nil }
      if baseURL == nil { reader.report(.badAddress(node.scalar?.string), at: node, "base_url") as Void? }
    }

    if let node = reader.node("slot") {
      if let minutes = node.scalar.flatMap({ Int($0.string) }), Rules.slotWidths.contains(minutes) {
        rules.slotMinutes = minutes
      } else {
        reader.report(.badSlot(node.scalar?.string ?? ConfigurationFact.describe(node)), at: node, "slot")
          as Void?
      }
    }
    rules.threshold = reader.whole("threshold", Limits.threshold) ?? rules.threshold
    rules.also = reader.wholes("also", Limits.threshold)
    rules.minLeads = reader.whole("min_leads", Limits.minLeads) ?? rules.minLeads
    rules.pending = reader.choice("pending") ?? rules.pending
    rules.duplicates = reader.choice("duplicates") ?? rules.duplicates
    rules.clockSkewSeconds = reader.whole("clock_skew", Limits.clockSkew) ?? rules.clockSkewSeconds
    rules.maxRejectedPercent = reader.number("max_rejected", Limits.maxRejected) ?? rules.maxRejectedPercent
    rules.unnamedTeam = reader.name("team") ?? rules.unnamedTeam
    if let text = reader.text("from") {
      if let date = CivilDate(iso: text) {
        rules.from = date
      } else if let node = reader.node("from") {
        reader.report(.badDate(text, key: "from"), at: node, "from") as Void?
      }
    }
    readTelling(&reader)
    reader.finish()
  }

  /// A syntax error with the place that the YAML parser names.
  private static func syntax(_ error: YamlError, file: String) -> Diagnostic {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      ConfigurationFact.syntax(problem).at(Place(file: file, line: mark.line, column: mark.column))
    case .reader(let problem, let offset, _, let yaml):
      ConfigurationFact.syntax(problem).at(place(offset, in: yaml, file: file))
    case .duplicatedKeysInMapping(let duplicates, let context):
      ConfigurationFact.repeatedKeys(duplicates.sorted())
        .at(Place(file: file, line: context.mark.line, column: context.mark.column))
    default:
      ConfigurationFact.syntax("\(error)").at(Place(file: file))
    }
  }

  /// The place of a character, by how many come before it; the file alone where that is not known.
  private static func place(_ offset: Int?, in yaml: String, file: String) -> Place {
    guard let offset else { return Place(file: file) }
    let lines = yaml.prefix(offset).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return Place(file: file, line: lines.count, column: (lines.last?.unicodeScalars.count ?? 0) + 1)
  }
}

/// Whether a text is the address of a folder on the web, to which names of files can be added.
func isWebAddress(_ text: String) -> Bool {
  let text = text.lowercased()
  guard let scheme = ["https://", "http://"].first(where: text.hasPrefix) else { return false }
  let rest = text.dropFirst(scheme.count)
  // A name and a password before the host would stand on every page.
  return rest.first.map { $0 != "/" } ?? false && !rest.prefix { $0 != "/" }.contains("@")
    && rest.unicodeScalars.allSatisfy {
      $0.properties.generalCategory != .control && !" \"'<>\\?#".unicodeScalars.contains($0)
    }
}

/// The folder part of a path, empty for a bare name.
func folder(of path: String) -> String {
  path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
}

/// A path written relative to a folder, relative to the working folder.
func resolve(_ path: String, in folder: String) -> String {
  path.hasPrefix("/") ? path : folder + path
}

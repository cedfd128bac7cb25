import LeadModel

/// Files that are named more than once: by several paths and globs, or under several names by links.
///
/// Read twice, rows without ids would count twice. A file is read once, where it is named last: there its rows would
/// have replaced those of the same ids anyway. Where it is to be read in two ways, activities are those of both, but of
/// leads and schedules only one can be meant.
struct RepeatedFiles {
  /// The paths that are not to be read, by the position of what names them.
  private(set) var leftOut: [Int: Set<String>] = [:]
  /// What there is to say about it.
  private(set) var diagnostics: [Diagnostic] = []

  /// A file as it is named once.
  struct Mention {
    var position: Int
    var path: String
  }

  /// The files that several of the patterns match. `areAlike` says whether a file means the same both times, and
  /// `takesBoth` whether it may mean something else. What cannot be found or looked up is left to whoever reads it.
  init(
    _ patterns: [(position: Int, pattern: String, place: Place)], takesBoth: Bool = false,
    areAlike: (Mention, Mention) -> Bool
  ) {
    // By file, the last mention of each way to read it.
    var seen: [POSIX.Identity: [Mention]] = [:]
    for (position, pattern, place) in patterns {
      for path in (try? InputFiles.matching(pattern, what: "")) ?? [] {
        guard let identity = POSIX.identity(of: path) else { continue }
        let mention = Mention(position: position, path: path)
        let formers = seen[identity, default: []]
        seen[identity] = formers.filter { !areAlike($0, mention) } + [mention]
        if let former = formers.first(where: { areAlike($0, mention) }) {
          leftOut[former.position, default: []].insert(former.path)
          diagnostics.append(RepetitionFact.readOnce(path, former.path).at(place))
        } else if let former = formers.last, !takesBoth {
          diagnostics.append(RepetitionFact.readDifferently(path, former.path).at(place))
        }
      }
    }
  }

  /// The exports that entries of the configuration name.
  init(_ leads: [LeadInput]) {
    self.init(RepeatedFiles.patterns(leads.map { ($0.origin, $0.place) })) { former, latter in
      let (one, other) = (leads[former.position], leads[latter.position])
      // Under another name its leads may be of another team.
      let isOfOneTeam = one.reading.teamPattern == nil || former.path == latter.path
      return one.reading == other.reading && one.activities == other.activities && isOfOneTeam
    }
  }

  /// The files of activities that are taken together.
  init(_ activities: [ActivityInput]) {
    let patterns = RepeatedFiles.patterns(activities.map { ($0.origin, $0.place) })
    self.init(patterns, takesBoth: true) { former, latter in
      let (one, other) = (activities[former.position], activities[latter.position])
      var mapping = one.mapping
      mapping.place = other.mapping.place
      return mapping == other.mapping && one.timezone == other.timezone
    }
  }

  /// The paths and globs among origins, with their positions.
  private static func patterns(_ origins: [(origin: Origin, place: Place)])
    -> [(position: Int, pattern: String, place: Place)]
  {
    origins.enumerated().compactMap { position, entry in
      if case .path(let pattern) = entry.origin { (position, pattern, entry.place) } else { nil }
    }
  }
}

/// What can be said of a file that is named more than once, each time with its path here and its path before.
enum RepetitionFact {
  case readOnce(String, String)
  case readDifferently(String, String)

  /// The fact in words.
  func at(_ place: Place) -> Diagnostic {
    switch self {
    case .readOnce(let path, let former):
      Diagnostic(
        .warning, "file-repeated", at: place, "\(RepetitionFact.names(path, former)); it is read once",
        remedy: "Name it once.")
    case .readDifferently(let path, let former):
      Diagnostic(
        .error, "file-repeated", at: place,
        "\(RepetitionFact.names(path, former)), and is to be read in two ways",
        remedy: "Name it once: keep it out of one of the entries.")
    }
  }

  private static func names(_ path: String, _ former: String) -> String {
    path == former ? "'\(path)' is named twice" : "'\(path)' is the file that is named as '\(former)', too"
  }
}

import LeadIngest
import LeadModel
import Yams

/// What can be wrong with a configuration or the command line's choices.
enum ConfigurationFact {
  case syntax(String)
  case unknownKey(String, known: [String])
  case wrongType(expected: String, found: Node)
  /// A key without which a mapping says nothing.
  case missing(expected: String)
  case timeoutOfFile
  /// What is no public address of a site; nil where it is no text.
  case badAddress(String?)
  case unknownZone(String, suggestion: String?)
  case unknownEncoding(String)
  case badSlot(String)
  case badDate(String, key: String)
  /// A cut-off with an offset, where times are taken as they stand.
  case cutoffWithoutZone(String)
  /// Teams have zones of their own, where times are taken as they stand.
  case teamZonesWithoutZone
  case tooManyThresholds(Int)
  case noLeads
  /// An entry of `leads:` names that many origins of its rows.
  case origins(Int)
  /// `what` is what was looked for: `lead file`, `roster`.
  case noMatch(pattern: String, what: String)
  /// A glob asks for folders of any depth.
  case recursiveGlob(pattern: String, what: String)
  /// Keys that stand more than once in a mapping.
  case repeatedKeys([String])

  /// The fact in words, at its place.
  func at(_ place: Place) -> Diagnostic {
    switch self {
    case .syntax(let problem):
      Diagnostic(
        .error, "configuration-syntax", at: place, "not valid YAML: \(problem)",
        remedy: "Check indentation, colons and quotes around this place.")
    case .unknownKey(let key, let known):
      Diagnostic(
        .error, "configuration-unknown-key", at: place,
        "unknown key '\(key)'"
          + ((suggestion(for: key, among: known) ?? extended(key, among: known)).map {
            " (did you mean '\($0)'?)"
          } ?? ""),
        remedy: "Known here: \(known.sorted().joined(separator: ", ")).")
    case .wrongType(let expected, let found):
      Diagnostic(
        .error, "configuration-value", at: place,
        "\(place.key.map { "\($0): " } ?? "")expected \(expected), found \(ConfigurationFact.describe(found))"
      )
    case .missing(let expected):
      Diagnostic(
        .error, "configuration-value", at: place,
        "\(place.key ?? ""): expected \(expected), but the key is missing")
    case .timeoutOfFile:
      Diagnostic(
        .error, "configuration-value", at: place,
        "\(place.key ?? "timeout"): expected beside command or postgresql, found beside path",
        remedy: "Take it out: a file is read to its end.")
    case .badAddress(let found):
      Diagnostic(
        .error, "configuration-value", at: place,
        "base_url: expected an address such as https://example.org/leads, found \(found.map { "'\($0)'" } ?? "a list or a mapping")",
        remedy: "Begin it with https:// or http:// and leave out ? and #.")
    case .unknownZone(let name, let suggestion):
      Diagnostic(
        .error, "unknown-zone", at: place,
        "unknown time zone '\(name)'" + (suggestion.map { " (did you mean '\($0)'?)" } ?? ""),
        remedy: "Use a name of the IANA list, such as Europe/Berlin or America/New_York.")
    case .unknownEncoding(let name):
      Diagnostic(
        .error, "unknown-encoding", at: place,
        "unknown encoding '\(name)'"
          + (suggestion(for: name, among: ConfigurationFact.encodings).map { " (did you mean '\($0)'?)" }
            ?? ""),
        remedy:
          "Use one of \(ConfigurationFact.encodings.joined(separator: ", ")); files in others can be converted, as by "
          + "`iconv -f SHIFT_JIS -t UTF-8`.")
    case .badSlot(let found):
      Diagnostic(
        .error, "configuration-value", at: place, "slot: expected 15, 30 or 60 minutes, found \(found)")
    case .cutoffWithoutZone(let text):
      Diagnostic(
        .error, "zone-missing", at: place,
        "the cut-off '\(text)' is a point in time, but in which zone the report is to show it is not said",
        remedy: "Set `timezone`, or write the cut-off without an offset.")
    case .teamZonesWithoutZone:
      Diagnostic(
        .error, "zone-missing", at: place,
        "teams have time zones of their own, but the zone of the report is not said",
        remedy: "Set `timezone` to the zone of the other teams, and of times that name none.")
    case .badDate(let text, let key):
      Diagnostic(
        .error, "configuration-value", at: place,
        "\(key): expected a date such as 2026-11-15"
          + (key == "from" ? "" : ", a time such as 2026-11-15 18:00, or now") + ", found '\(text)'")
    case .tooManyThresholds(let count):
      Diagnostic(
        .error, "configuration-value", at: place,
        "also: \(count) thresholds with the headline one, expected at most \(Rules.thresholdLimit)")
    case .noLeads:
      Diagnostic(
        .error, "no-leads", at: place, "no lead export is named",
        remedy:
          "Name files on the command line (leadheat build LEADS.csv) or under 'leads:' in the configuration.")
    case .origins(let count):
      Diagnostic(
        .error, "configuration-value", at: place,
        "\(place.key ?? "leads"): expected one of path, command and postgresql, found \(count == 0 ? "none" : "several")"
      )
    case .noMatch(let pattern, let what):
      Diagnostic(
        .error, "no-such-file", at: place, "no \(what) matches '\(pattern)'",
        remedy:
          "Paths in a configuration are relative to its folder, those on the command line to the working folder."
      )
    case .recursiveGlob(let pattern, let what):
      Diagnostic(
        .error, "no-such-file", at: place,
        "no \(what) is looked for in folders of any depth: '**' in '\(pattern)' would be no more than '*'",
        remedy: "Write an entry for each depth, such as exports/*.csv and exports/*/*.csv.")
    case .repeatedKeys(let keys):
      Diagnostic(
        .error, "configuration-syntax", at: place,
        "not valid YAML: the first of several keys " + keys.map { "'\($0)'" }.joined(separator: ", "),
        remedy: "Keep one of them.")
    }
  }

  private static let encodings = TextEncoding.allCases.map(\.rawValue)

  /// A YAML value in words.
  static func describe(_ node: Node) -> String {
    switch node {
    case .scalar(let scalar): scalar.string.isEmpty ? "an empty text" : "'\(scalar.string)'"
    case .mapping: "a mapping"
    case .sequence(let sequence): sequence.isEmpty ? "an empty list" : "a list"
    case .alias: "an alias"
    }
  }
}

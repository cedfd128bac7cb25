import Foundation
import LeadModel

/// Where people read: what was asked for on standard output, diagnostics on standard error. Programs that ask for
/// diagnostics get these on standard output, and nothing else there.
struct Terminal: Sendable {
  /// Leave out notes and the summary.
  var isQuiet = false
  /// How diagnostics are written.
  var form = Form.text
  /// Where they go.
  var stream = StandardStream.errors
  /// Where sources that are no files are named in the configuration, by the names they have in messages.
  var sources: [String: Place] = [:]

  enum Form: Sendable {
    /// For people.
    case text
    /// A JSON object a line.
    case json
    /// For GitHub Actions, which shows them at the lines they concern.
    case annotations
  }

  /// Annotations where GitHub Actions is running this, else text.
  static var usualForm: Form {
    ProcessInfo.processInfo.environment["GITHUB_ACTIONS"] == "true" ? .annotations : .text
  }

  /// Prints lines of results, unless diagnostics stand in their place. Throws where they do not arrive.
  func say(_ lines: [String]) throws(Failure) {
    if isQuiet || stream == .output || lines.isEmpty { return }
    try give(lines.joined(separator: "\n"))
  }

  /// Prints what was asked for, however little is to be said beside it. Throws where it does not arrive.
  func give(_ text: String) throws(Failure) {
    if let reason = StandardStream.output.write(text + "\n") {
      throw Failure([StreamFact.lost(reason: reason).diagnostic])
    }
  }

  /// Prints diagnostics in the order errors, warnings, notes; those of a severity by file and line, what concerns
  /// no file last. For people they are capped. Throws where they are what was asked for, and do not arrive.
  func report(_ diagnostics: [Diagnostic]) throws(Failure) {
    for severity in [Diagnostic.Severity.error, .warning, .note] where severity != .note || !isQuiet {
      let found = inOrder(diagnostics.filter { $0.severity == severity })
      for diagnostic in shown(found) {
        try write(line(for: diagnostic))
      }
    }
  }

  /// What is written of diagnostics of one severity: all for programs; where people read, the first of each kind.
  private func shown(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    switch form {
    case .json: diagnostics
    case .annotations: diagnostics.capped
    case .text: diagnostics.capped.withSharedRemedies
    }
  }

  /// Those of one place stay in the order in which they were found.
  private func inOrder(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    func key(_ diagnostic: Diagnostic) -> (Int, String, Int, Int) {
      let place = diagnostic.place
      return (place == nil ? 1 : 0, place?.file ?? "", place?.line ?? 0, place?.column ?? 0)
    }
    return diagnostics.enumerated().sorted { left, right in
      let (first, second) = (key(left.element), key(right.element))
      return first == second ? left.offset < right.offset : first < second
    }.map(\.element)
  }

  /// A diagnostic as ``form`` has it.
  private func line(for diagnostic: Diagnostic) -> String {
    switch form {
    case .text: text(diagnostic)
    case .json: json(diagnostic)
    case .annotations: annotation(diagnostic)
    }
  }

  /// `leads.csv:12:8: error: message [id]`, and the remedy on a line of its own.
  func text(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.place.map { "\($0): " } ?? ""
    let remedy = diagnostic.remedy.map { "\n    \(visible($0))" } ?? ""
    return visible("\(place)\(diagnostic.severity.word): \(diagnostic.message) [\(diagnostic.id)]") + remedy
  }

  /// `::error file=leads.csv,line=12,col=8,title=id::message`, as the workflow commands of GitHub Actions want it.
  private func annotation(_ diagnostic: Diagnostic) -> String {
    func escaped(_ text: String, _ more: [String: String] = [:]) -> String {
      let codes = ["%": "%25", "\r": "%0D", "\n": "%0A"].merging(more) { $1 }
      // One by one, since marks may follow them.
      return text.unicodeScalars.map { codes[String($0)] ?? String($0) }.joined()
    }
    let named = diagnostic.place.flatMap { sources[$0.file] }
    let place = named ?? diagnostic.place
    let message = (named == nil ? "" : diagnostic.place.map { "\($0): " } ?? "") + diagnostic.message
    let properties: [(String, String?)] = [
      ("file", place.flatMap { pathInRepository($0.file) }), ("line", place?.line.map(String.init)),
      ("col", place?.column.map(String.init)),
      ("title", diagnostic.id),
    ]
    let list = properties.compactMap { name, value in
      value.map { "\(name)=\(escaped($0, [",": "%2C", ":": "%3A"]))" }
    }
    let command = diagnostic.severity == .note ? "notice" : diagnostic.severity.word
    let remedy = diagnostic.remedy.map { ". \($0)" } ?? ""
    return visible("::\(command) \(list.joined(separator: ","))::\(escaped(message + remedy))")
  }

  private struct Line: Encodable {
    var severity: String
    var id: String
    var message: String
    var file: String?
    var key: String?
    var line: Int?
    var column: Int?
    var remedy: String?
  }

  private func json(_ diagnostic: Diagnostic) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let place = diagnostic.place
    let line = Line(
      severity: diagnostic.severity.word, id: diagnostic.id, message: diagnostic.message, file: place?.file,
      key: place?.key, line: place?.line, column: place?.column, remedy: diagnostic.remedy)
    return (try? encoder.encode(line)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// Where standard error does not arrive, there is nobody left to tell; the exit status says it.
  private func write(_ line: String) throws(Failure) {
    if stream == .output {
      try give(line)
    } else {
      _ = stream.write(line + "\n")
    }
  }
}

/// A file as GitHub finds it: relative to the folder into which it has fetched the repository, where the file is in that.
private func pathInRepository(_ path: String) -> String {
  guard let folder = ProcessInfo.processInfo.environment["GITHUB_WORKSPACE"], !folder.isEmpty else {
    return path
  }
  let repository = URL(fileURLWithPath: folder).standardizedFileURL.path + "/"
  let file = URL(fileURLWithPath: path).standardizedFileURL.path
  return file.hasPrefix(repository) ? String(file.dropFirst(repository.count)) : path
}

extension [Diagnostic] {
  /// Where neighbours of one kind have the same way out, it stands below the last of them.
  fileprivate var withSharedRemedies: [Diagnostic] {
    indices.map { index in
      var diagnostic = self[index]
      if index + 1 < count, self[index + 1].id == diagnostic.id, self[index + 1].remedy == diagnostic.remedy {
        diagnostic.remedy = nil
      }
      return diagnostic
    }
  }

  /// The first 20 of each kind, and last how many more there are of it. All are of one severity.
  var capped: [Diagnostic] {
    let limit = 20
    var (shown, others) = ([String: Int](), [String: Int]())
    let first = filter {
      let isShown = $0.rest == nil && shown[$0.id, default: 0] < limit
      if isShown { shown[$0.id, default: 0] += 1 } else { others[$0.id, default: 0] += $0.count }
      return isShown
    }
    return first
      + others.sorted { $0.key < $1.key }.map { id, count in
        Diagnostic(self[0].severity, id, at: nil, "\(count) more of this kind")
      }
  }
}

extension Diagnostic.Severity {
  /// As it stands in a message.
  var word: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .note: "note"
    }
  }
}

/// A text of which nothing can steer the terminal: control characters, line breaks and what turns the direction of
/// writing are shown as U+FFFD. File content may be quoted anywhere.
func visible(_ text: String) -> String {
  var shown = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { shown.append(scalar.steersTerminals ? "\u{FFFD}" : scalar) }
  return String(shown)
}

extension Unicode.Scalar {
  /// Whether it does something instead of being seen.
  var steersTerminals: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: properties.isBidiControl
    }
  }
}

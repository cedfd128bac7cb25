/// Where something was found: a file, and as far as it is known a line, a column or a key in it.
package struct Place: Hashable, Sendable {
  /// The path as the person gave it, or a name: see ``commandLine(key:)``.
  package var file: String
  /// Counted from 1; nil where the whole file is meant.
  package var line: Int?
  /// In a text the character of the line, counted from 1; nil where the whole line is meant.
  package var column: Int?
  /// The header of a table's column or the path of a configuration key (`leads[0].path`), if one is meant.
  package var key: String?

  /// A place in a file.
  package init(file: String, line: Int? = nil, column: Int? = nil, key: String? = nil) {
    self.file = file
    self.line = line
    self.column = column
    self.key = key
  }

  /// What was said on the command line, or of a configuration by those who do not know its file.
  package static func commandLine(key: String? = nil) -> Place { Place(file: "command line", key: key) }
}

extension Place: CustomStringConvertible {
  /// `leads.csv:12:8`.
  package var description: String {
    ([file] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":")
  }
}

/// Something a person should know about the input: what was found, what was expected, and the way out.
///
/// Layers state facts as enums of their own and turn them into diagnostics in one file, `…Messages.swift`.
package struct Diagnostic: Hashable, Sendable, Error {
  /// How much it matters, the least first.
  package enum Severity: Int, Hashable, Comparable, Sendable {
    case note, warning, error
    package static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
  }

  /// Stable and documented: `row-rejected`. Lower-case words with hyphens.
  package var id: String
  /// An error stops the build; a warning does with `--strict`; a note is for information.
  package var severity: Severity
  /// nil where no file is concerned.
  package var place: Place?
  /// What was found and what was expected, without a full stop: `no column for the received time`.
  package var message: String
  /// The path of a file that the message names besides that of the place; nil where it names none.
  package var otherFile: String?
  /// The way out, a sentence; nil where the message says all.
  package var remedy: String?
  /// Where it stands for the rest of its kind, which is not told one by one: how many they are.
  package var rest: Int?
  /// How many of its kind it stands for.
  package var count: Int { rest ?? 1 }

  /// A diagnostic.
  package init(
    _ severity: Severity, _ id: String, at place: Place?, _ message: String, remedy: String? = nil,
    naming otherFile: String? = nil, rest: Int? = nil
  ) {
    self.id = id
    self.severity = severity
    self.place = place
    self.message = message
    self.remedy = remedy
    self.otherFile = otherFile
    self.rest = rest
  }
}

extension Sequence<Diagnostic> {
  /// Whether an error is among them.
  package var hasErrors: Bool { contains { $0.severity == .error } }
}

/// Everything that stands in the way of a result, all of it at once and at least one error.
package struct Failure: Error, Hashable, Sendable {
  /// Errors, and the warnings and notes found beside them, in the order they were found.
  package var diagnostics: [Diagnostic]
  /// A failure for these reasons.
  package init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
}

/// What was found at the steps of a job, so that what is wrong at one of them hides nothing at the others.
package struct DiagnosticLog: Sendable {
  /// Everything, in the order it was found.
  package var diagnostics: [Diagnostic]

  /// A log that begins with those.
  package init(_ diagnostics: [Diagnostic] = []) { self.diagnostics = diagnostics }

  /// The result of a step; nil where it fails, for reasons that are then in the log.
  package mutating func attempt<Result: ~Copyable>(_ step: () throws(Failure) -> Result) -> Result? {
    do throws(Failure) {
      return try step()
    } catch {
      diagnostics += error.diagnostics
      return nil
    }
  }
}

/// A list for a sentence: `A`, `A and B`, `A, B and C`; of more than `limit`, `A, B and 7 more`.
package func enumeration(of items: [String], limit: Int = .max, by conjunction: String = "and") -> String {
  if items.count > limit {
    return items.prefix(limit - 1).joined(separator: ", ") + " and \(items.count - limit + 1) more"
  }
  guard let last = items.last, items.count > 1 else { return items.first ?? "" }
  return items.dropLast().joined(separator: ", ") + " \(conjunction) " + last
}

/// A count and its noun, for messages: `1 date`, `12 dates`.
package func times(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

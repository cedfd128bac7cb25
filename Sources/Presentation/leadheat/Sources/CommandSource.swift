import Foundation
import LeadModel

/// A program whose standard output is CSV, run without a shell and read while it runs.
struct CommandSource: Hashable, Sendable {
  /// The program and its arguments.
  var arguments: [String]
  /// What stands on its standard input; nil for nothing.
  var input: String?
  /// What is added to the environment it inherits.
  var environment: [String: String] = [:]
  /// Seconds after which it is stopped.
  var timeout: Int = 600
  /// The query of PostgreSQL that it runs; nil for a program of the configuration's own.
  var query: PostgreSQLQuery?

  /// As it is called in messages and on the site: never its arguments, which may hold a secret.
  var name: String { arguments[0].split(separator: "/").last.map(String.init) ?? arguments[0] }

  /// Starts the program. Throws where there is none of that name.
  func start(at place: Place) throws(Failure) -> RunningCommand {
    guard let path = Self.find(arguments[0]) else {
      throw Failure([CommandFact.missing(arguments[0]).at(place)])
    }
    return try RunningCommand(self, executable: path, place: place)
  }

  /// The program's file: a path as it stands, a bare name by PATH.
  private static func find(_ program: String) -> String? {
    let folders =
      program.contains("/")
      ? [""] : (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { $0 + "/" }
    return folders.map { $0 + program }.first {
      FileManager.default.isExecutableFile(atPath: $0) && POSIX.kind(of: $0) == .other
    }
  }
}

/// A text without what must not be shown: values of environment variables that name a password, key or token, and
/// the password of an address such as `postgres://user:password@host`.
func hidingSecrets(_ text: String, environment: [String: String]) -> String {
  var text = text
  for (name, value) in environment where value.count >= 4 {
    let name = name.uppercased()
    if ["PASSWORD", "PASSWD", "SECRET", "TOKEN", "KEY"].contains(where: name.contains) {
      text = text.replacingOccurrences(of: value, with: "…")
    }
  }
  text = text.replacing(#/(:\/\/[^:@\/\s]+:)[^@\s]+@/#) { $0.output.1 + "…@" }
  return text.replacing(#/(password\s*=\s*)[^\s]+/#.ignoresCase()) { $0.output.1 + "…" }
}

/// What can be wrong with a program that should write CSV.
enum CommandFact {
  case missing(String)
  case failed(String, String, String)
  /// It ended well and wrote nothing; it may have said something.
  case silent(String, String)

  /// The fact in words.
  func at(_ place: Place) -> Diagnostic {
    switch self {
    case .missing(let program):
      Diagnostic(
        .error, "command-missing", at: place, "there is no program '\(program)'",
        remedy:
          "Install it, or give its full path. A command is a program and its arguments, not a line of a shell."
      )
    case .failed(let name, let how, let said):
      Diagnostic(
        .error, "command-failed", at: place,
        "the command '\(name)' failed: \(how)" + (said.isEmpty ? "" : "; it said: \(said)"),
        remedy: "Run it by hand to see its output; it has to write CSV with a header and end with status 0.")
    case .silent(let name, let said):
      Diagnostic(
        .error, "command-silent", at: place,
        "the standard output of the command '\(name)' was empty, expected CSV with a header"
          + (said.isEmpty ? "" : "; it said: \(said)"),
        remedy:
          "Run it by hand: it may write to a file, or need an option for CSV. Without rows a header will do.")
    }
  }
}

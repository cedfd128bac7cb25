import Foundation
import LeadModel

/// A program whose standard output is CSV, run without a shell and read while it runs.
struct CommandSource: Hashable, Sendable {
  /// The program and its arguments.
  var arguments: [String]
  /// The folder in which it runs, as the start of a path; empty for the working folder.
  var folder = ""
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

  /// What tells it from another command of that name.
  func fullName(at place: Place) -> String { "\(name) (\(place.key ?? "leads"))" }

  /// The seconds that the configuration gives it.
  var limit: Int { query?.timeout ?? timeout }

  /// The signal that asks it to end: for `psql` the one by which it has the server stop the query, too.
  var polite: Int32 { query == nil ? SIGTERM : SIGINT }

  /// Starts the program. Throws where there is none of that name.
  func start(at place: Place) throws(Failure) -> RunningCommand {
    try RunningCommand(self, executable: find(at: place), place: place)
  }

  /// The program's file, whatever folder it is to run in: a path relative to that folder, a bare name by PATH.
  private func find(at place: Place) throws(Failure) -> String {
    let program = arguments[0]
    let path = program.contains("/") ? resolve(program, in: folder) : nil
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let found = (path.map { [$0] } ?? folders.map { "\($0)/\(program)" }).first {
      FileManager.default.isExecutableFile(atPath: $0) && POSIX.kind(of: $0) == .other
    }
    if let found { return resolve(found, in: FileManager.default.currentDirectoryPath + "/") }
    let fact: CommandFact =
      switch path.map(POSIX.kind) ?? .missing {
      case .missing: .missing(self)
      case .folder: .notExecutable(program, isFolder: true)
      case .other: .notExecutable(program, isFolder: false)
      }
    throw Failure([fact.at(place)])
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

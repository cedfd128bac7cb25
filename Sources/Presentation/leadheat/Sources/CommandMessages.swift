import LeadModel

/// What can be wrong with a program that should write CSV.
enum CommandFact {
  case missing(String)
  /// There is something of that name, but no program.
  case notExecutable(String, isFolder: Bool)
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
    case .notExecutable(let program, let isFolder):
      Diagnostic(
        .error, "command-not-executable", at: place,
        "'\(program)' is no program: it is \(isFolder ? "a folder" : "not executable")",
        remedy: isFolder
          ? "Name a program in it, or the files with `path`."
          : "Make it executable (chmod +x) if it is a program; a file with rows is named with `path`.")
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

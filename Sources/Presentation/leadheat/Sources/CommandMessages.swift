import LeadModel

/// What can be wrong with a program that should write CSV.
enum CommandFact {
  case missing(CommandSource)
  /// It was not asked, since nothing will be built.
  case notRun(CommandSource)
  /// There is something of that name, but no program.
  case notExecutable(String, isFolder: Bool)
  /// How it failed, what it said, and whether its time was up then.
  case failed(CommandSource, String, String, isLate: Bool)
  /// It ended well, and what it said.
  case said(CommandSource, String)
  /// It ended well and wrote nothing; it may have said something.
  case silent(CommandSource, String)

  /// The fact in words.
  func at(_ place: Place) -> Diagnostic {
    switch self {
    case .missing(let command):
      Diagnostic(
        .error, "command-missing", at: place, "there is no program '\(command.arguments[0])'",
        remedy: command.query == nil
          ? "Install it, or give its full path. A command is a program and its arguments, not a line of a shell."
          : "Install the client of PostgreSQL, and have PATH name its folder.")
    case .notRun(let command):
      Diagnostic(
        .note, "command-not-run", at: place,
        "the command '\(command.name)' was not run, since the configuration is at fault",
        remedy: "Mend its errors; then the rows of the command are read.")
    case .notExecutable(let program, let isFolder):
      Diagnostic(
        .error, "command-not-executable", at: place,
        "'\(program)' is no program: it is \(isFolder ? "a folder" : "not executable")",
        remedy: isFolder
          ? "Name a program in it, or the files with `path`."
          : "Make it executable (chmod +x) if it is a program; a file with rows is named with `path`.")
    case .failed(let command, let how, let said, let isLate):
      Diagnostic(
        .error, "command-failed", at: place,
        "the command '\(command.name)' failed: \(how)" + (said.isEmpty ? "" : "; it said: \(said)"),
        remedy: isLate
          ? late(command)
          : command.query == nil
            ? "Run it by hand to see its output; it has to write CSV with a header and end with status 0."
            : ofQuery)
    case .said(let command, let said):
      Diagnostic(
        .note, "command-said", at: place,
        "the command '\(command.name)' ended well, and said: \(said)",
        remedy: "Nothing, unless it says that rows are missing.")
    case .silent(let command, let said):
      Diagnostic(
        .error, "command-silent", at: place,
        "the standard output of the command '\(command.name)' was empty, expected CSV with a header"
          + (said.isEmpty ? "" : "; it said: \(said)"),
        remedy: command.query == nil
          ? "Run it by hand: it may write to a file, or need an option for CSV. Without rows a header will do."
          : ofQuery)
    }
  }

  private var ofQuery: String {
    "Check the query, which has to be one SELECT or WITH … SELECT, and the server, database and user that the "
      + "environment (PGHOST …) or the service names."
  }

  private func late(_ command: CommandSource) -> String {
    "If it needs longer than \(command.limit) s, say so by `timeout` beside it; else "
      + (command.query == nil ? "run it by hand to see what it waits for." : "have the query ask for less.")
  }
}

import LeadModel

/// What can be wrong with a file that was named.
enum InputFact {
  /// `what` is its part: `lead export`, `schedule`, `configuration` …
  case unreadable(path: String, what: String, reason: String)
  case notUTF8(path: String, what: String)
  /// It may be there, but its name cannot be a text.
  case nameNotUTF8(path: String, what: String)
  /// An archive of gzip that cannot be unpacked to its end.
  case damaged(path: String, problem: String)
  /// It became shorter while it was read.
  case truncated(path: String)

  /// The fact in words.
  var diagnostic: Diagnostic {
    switch self {
    case .unreadable(let path, let what, let reason):
      Diagnostic(
        .error, "file-unreadable", at: Place(file: path), "the \(what) cannot be read: \(reason)",
        remedy: "Check the path and its permissions.")
    case .notUTF8(let path, let what):
      Diagnostic(
        .error, "file-unreadable", at: Place(file: path), "the \(what) cannot be read: it is not UTF-8",
        remedy: "Save it as UTF-8.")
    case .nameNotUTF8(let path, let what):
      Diagnostic(
        .error, "file-unreadable", at: Place(file: path),
        "the \(what) cannot be read: its name is not UTF-8, which \u{FFFD} stands for",
        remedy: "Rename it, or the folder above it; `convmv -f latin1 -t utf8 --notest` does so for many.")
    case .damaged(let path, let problem):
      Diagnostic(
        .error, "file-unreadable", at: Place(file: path), "the gzip archive cannot be read: \(problem)",
        remedy: "Fetch it or pack it again.")
    case .truncated(let path):
      Diagnostic(
        .error, "file-truncated", at: Place(file: path), "the file was cut short while it was read",
        remedy: "Build again when it is complete.")
    }
  }
}

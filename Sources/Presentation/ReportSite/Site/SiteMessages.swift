import LeadModel

/// What making a site has to say, in words.
extension Diagnostic {
  /// A template that every site needs is not there.
  static func missingTemplate(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "template-missing", at: Place(file: path), "there is no such template",
      remedy: "Restore the file, or leave the folder out to use the built-in one.")
  }
  /// A template that cannot be understood; `problem` is what the engine says.
  static func unreadableTemplate(_ path: String, _ problem: String) -> Diagnostic {
    Diagnostic(.error, "template-unreadable", at: Place(file: path), problem)
  }
}

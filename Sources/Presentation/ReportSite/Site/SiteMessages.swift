import LeadModel

/// What making a site has to say, in words.
extension Diagnostic {
  /// A template that every site needs is not there.
  static func missingTemplate(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "template-missing", at: Place(file: path), "there is no such template",
      remedy: "Restore the file, or leave the folder out to use the built-in one.")
  }
  /// Rows of a file have no fate, or more than one.
  static func unbalanced(_ source: SourceAccount) -> Diagnostic {
    Diagnostic(
      .error, "accounting-unbalanced", at: Place(file: source.name),
      "the \(source.read.rows) rows read are not the sum of the rejected, dropped and counted ones",
      remedy: "Please report this: no number of such a site could be trusted.")
  }

  /// Two files want the same path, in whatever case of letters.
  static func addressTaken(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "address-taken", at: nil, "two files of the site have the address \(path)",
      remedy: "Please report this: addresses are made so that it cannot happen.")
  }
}

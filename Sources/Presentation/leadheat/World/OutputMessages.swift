import LeadModel

/// What can be wrong with the output folder.
enum OutputFact {
  case foreignFolder(String)
  case notAFolder(String)
  /// What stands above it is no folder.
  case belowAFile(String, String)
  case link(String)
  /// It, or what stands above it, is a link to nothing.
  case linkToNothing(String, String)
  /// Somebody else's file, where the site has a page and where it has a folder.
  case inTheWay(String)
  case fileForFolder(String)
  /// Somebody else's file that a page has taken the place of.
  case replaced(String)
  case busy(String)
  case unwritable(String, reason: String)
  /// Besides, something of the former site could not be put back.
  case mixed(String, reason: String, notBack: String)

  /// The fact in words.
  var diagnostic: Diagnostic {
    switch self {
    case .foreignFolder(let path):
      Diagnostic(
        .error, "output-foreign", at: Place(file: path),
        "the output folder holds files that leadheat did not make",
        remedy:
          "Choose another folder with --output, or allow this one with --force: files in the place of a page are then "
          + "replaced, and named; all others are kept.")
    case .notAFolder(let path):
      Diagnostic(
        .error, "output-not-a-folder", at: Place(file: path), "the output is a file, expected a folder",
        remedy: "Choose a folder with --output.")
    case .belowAFile(let path, let above):
      Diagnostic(
        .error, "output-not-a-folder", at: Place(file: path),
        "'\(above)' above it is a file, expected a folder",
        remedy: "Choose a folder with --output.")
    case .link(let path):
      Diagnostic(
        .error, "output-link", at: Place(file: path),
        "a folder of the site is a symbolic link, and nothing is written outside the output folder",
        remedy: "Remove the link, or choose another folder with --output.")
    case .linkToNothing(let path, let link):
      Diagnostic(
        .error, "output-not-a-folder", at: Place(file: path),
        (path == link ? "the output" : "'\(link)' above it") + " is a link to nothing, expected a folder",
        remedy: "Make the folder that it leads to, remove the link, or choose a folder with --output.")
    case .inTheWay(let path):
      Diagnostic(
        .error, "output-taken", at: Place(file: path),
        "the site has a file of this name, and leadheat did not make the one that is there",
        remedy: "Move it away, choose another folder with --output, or have it replaced with --force; "
          + "the former site is as it was.")
    case .fileForFolder(let path):
      Diagnostic(
        .error, "output-taken", at: Place(file: path),
        "the site has a folder of this name, but a file is there",
        remedy: "Move it away, or choose another folder with --output; the former site is as it was.")
    case .replaced(let path):
      Diagnostic(
        .warning, "output-taken", at: Place(file: path),
        "the site has a file of this name, which replaces one that leadheat did not make",
        remedy: "Have --output name a folder that is leadheat's own.")
    case .busy(let path):
      Diagnostic(
        .error, "output-busy", at: Place(file: path), "another build is writing into this folder",
        remedy: "Wait until it has ended, then build again; or choose another folder with --output.")
    case .unwritable(let path, let reason):
      Diagnostic(
        .error, "output-unwritable", at: Place(file: path), "cannot be written: \(reason)",
        remedy: "Free space or permissions, then build again; the former site is as it was.")
    case .mixed(let path, let reason, let problem):
      Diagnostic(
        .error, "output-mixed", at: Place(file: path),
        "cannot be written: \(reason); and not all files of the former site can be put back: \(problem)",
        remedy: "Free space or permissions, then build again: that makes the site whole.")
    }
  }
}

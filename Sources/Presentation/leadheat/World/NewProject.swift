import LeadModel

/// The files of a new project, all of which the binary carries: the sample's, and the templates to edit.
enum NewProject {
  /// By their paths in the project's folder.
  static let templates = Dictionary(
    uniqueKeysWithValues: EmbeddedTemplates.files.map { ("Templates/" + $0, $1) })

  /// The same with the sample's exports, schedule and configuration, which finds the templates beside it.
  static let all = templates.merging(
    EmbeddedSample.files.mapValues { $0.replacing("templates: ../Templates", with: "templates: Templates") }
  ) { _, sample in sample }

  /// Writes files into a folder, which is made if it is not there.
  ///
  /// Throws where something stands in the place of one of them or of their folders, of which all are named, and where
  /// one cannot be written: then none of them is left.
  static func write(_ files: [String: String], to folder: String) throws(Failure) {
    let kind = POSIX.kind(of: folder)
    if kind == .other {
      throw Failure([ProjectFact.unwritable(folder, reason: "it is a file").diagnostic])
    }
    let paths = files.keys.sorted()
    let taken = Set(paths.map { folder + "/" + $0.prefix { $0 != "/" } })
      .filter { POSIX.entry(at: $0) != .missing }
    if !taken.isEmpty { throw Failure(taken.sorted().map { ProjectFact.taken($0).diagnostic }) }
    var written: [String] = []
    for path in paths {
      let file = folder + "/" + path
      let problem =
        POSIX.folders(above: file).lazy.compactMap(POSIX.makeFolder).first
        ?? POSIX.write(Array(files[path]!.utf8), to: file)
      written.append(path)
      guard let problem else { continue }
      for path in written {
        POSIX.remove(folder + "/" + path)
        POSIX.removeEmptyFolders(above: path, in: folder)
      }
      if kind == .missing { POSIX.removeFolder(folder) }
      throw Failure([ProjectFact.unwritable(file, reason: problem).diagnostic])
    }
  }
}

/// What can be wrong with the folder of a new project.
enum ProjectFact {
  case taken(String)
  case unwritable(String, reason: String)

  /// The fact in words.
  var diagnostic: Diagnostic {
    switch self {
    case .taken(let path):
      Diagnostic(
        .error, "project-taken", at: Place(file: path),
        "it is there already, and nothing is written over it",
        remedy: "Choose an empty or a new folder.")
    case .unwritable(let path, let reason):
      Diagnostic(
        .error, "project-unwritable", at: Place(file: path), "cannot be written: \(reason)",
        remedy: "Free space or permissions, or choose another folder.")
    }
  }
}

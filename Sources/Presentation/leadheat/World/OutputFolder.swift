import LeadModel

/// The folder of the site, replaced as a whole or not at all.
///
/// Files that differ from what stands there are written aside, in a folder inside it; only when the whole site
/// is there do renames put them in place, and files of the former site that are no longer part of it are
/// removed. What somebody else put into the folder is left alone. A failed build leaves the former site: where one of
/// the renames fails, the others are taken back.
struct OutputFolder {
  /// Names every file of the site; its presence says that leadheat made the folder.
  static let manifestName = ".leadheat-manifest"
  /// Where files wait, inside the folder so that renames stay on one file system.
  static let stagingName = ".leadheat-staging"
  /// Where files of the former site wait inside that, until all of the new one are in their places.
  private static let formerName = ".former"

  struct Summary: Sendable {
    /// Files of the site.
    var total = 0
    /// Files that were not there, or differed.
    var written = 0
    /// Files of the former site that are gone.
    var removed = 0
  }

  private let root: String
  private let staging: String
  private let createdRoot: Bool
  private var lock: FolderLock?
  private var paths: Set<String> = []
  private var changed: [String] = []
  private var prepared: Set<String> = []
  /// Whether files of the former site are left among those that wait, since they cannot be put back.
  private var isMixed = false

  /// Opens a folder for a build, making it where it does not exist.
  ///
  /// Throws where it is no folder, holds files that are not leadheat's and `force` is false, or another build is
  /// writing into it.
  init(_ path: String, force: Bool) throws(Failure) {
    root = path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path
    staging = root + "/" + OutputFolder.stagingName
    let kind = POSIX.kind(of: root)
    createdRoot = kind == .missing
    if kind == .other { throw Failure([OutputFact.notAFolder(root).diagnostic]) }
    for above in POSIX.folders(above: root) where POSIX.kind(of: above) == .other {
      throw Failure([OutputFact.belowAFile(root, above).diagnostic])
    }
    let entries = POSIX.entries(of: root).filter { $0 != OutputFolder.stagingName && $0 != ".git" }
    if !force && !entries.isEmpty && !entries.contains(OutputFolder.manifestName) {
      throw Failure([OutputFact.foreignFolder(root).diagnostic])
    }
    try makeFolders(root)
    lock = FolderLock(root)
    if lock == nil { throw Failure([OutputFact.busy(root).diagnostic]) }
    POSIX.removeTree(staging)
    try makeFolders(staging)
  }

  /// Takes in one file of the site. `path` is relative, with `/`, and stays inside; addresses are made by us,
  /// so anything else is a defect and traps.
  mutating func add(_ path: String, _ bytes: [UInt8]) throws(Failure) {
    precondition(OutputFolder.isInside(path), "an output path leaves the folder: \(path)")
    precondition(paths.insert(path).inserted, "two pages have the address \(path)")
    if POSIX.content(root + "/" + path, equals: bytes) { return }
    try prepare(for: staging + "/" + path)
    try OutputFolder.check(POSIX.write(bytes, to: staging + "/" + path), staging + "/" + path)
    changed.append(path)
  }

  /// Puts the new site in place of the former one.
  mutating func commit() throws(Failure) -> Summary {
    var summary = Summary(total: paths.count, written: changed.count)
    let former = POSIX.text(of: root + "/" + OutputFolder.manifestName) ?? ""
    let manifest = paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined(separator: "\n") + "\n"
    let manifestName = "/" + OutputFolder.manifestName
    // Everything for which a full disk has no room is done before anything of the former site is touched.
    try OutputFolder.check(
      POSIX.write(Array(manifest.utf8), to: staging + manifestName), staging + manifestName)
    for path in changed { try prepare(for: root + "/" + path) }
    let aside = staging + "/" + OutputFolder.formerName
    try makeFolder(aside)
    let gone = former.split(separator: "\n").map(String.init).filter { path in
      !paths.contains(path) && OutputFolder.isInside(path) && foldersAreReal(above: path)
        && POSIX.isRegular(root + "/" + path)
    }

    var replacement = Replacement(aside: aside)
    for path in changed {
      try confirm(replacement.place(staging + "/" + path, at: root + "/" + path), path, &replacement)
    }
    for path in gone { try confirm(replacement.remove(root + "/" + path), path, &replacement) }
    if manifest != former {
      try confirm(
        replacement.place(staging + manifestName, at: root + manifestName), OutputFolder.manifestName,
        &replacement)
    }
    for path in gone { POSIX.removeEmptyFolders(above: path, in: root) }
    summary.removed = gone.count
    POSIX.removeTree(staging)
    return summary
  }

  /// Where putting a file of the site in its place failed, takes everything back and throws.
  private mutating func confirm(_ problem: String?, _ path: String, _ replacement: inout Replacement)
    throws(Failure)
  {
    guard let problem else { return }
    let place = root + "/" + path
    if let other = replacement.takeBack() {
      isMixed = true
      throw Failure([OutputFact.mixed(place, reason: problem, notBack: other).diagnostic])
    }
    for path in changed { POSIX.removeEmptyFolders(above: path, in: root) }
    throw Failure([OutputFact.unwritable(place, reason: problem).diagnostic])
  }

  /// Leaves the former site as it was.
  func abandon() {
    if isMixed { return }
    POSIX.removeTree(staging)
    if createdRoot { POSIX.removeFolder(root) }
  }

  /// Relative, with no part that is empty, `.` or `..`.
  static func isInside(_ path: String) -> Bool {
    path.split(separator: "/", omittingEmptySubsequences: false)
      .allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." && !$0.utf8.contains(0) }
  }

  /// Makes the folders above a file.
  private mutating func prepare(for file: String) throws(Failure) {
    let folder = String(file[..<file.lastIndex(of: "/")!])
    if prepared.insert(folder).inserted { try makeFolders(folder) }
  }

  /// Makes a folder and those above it. Inside the output folder none may be a link that leads elsewhere.
  private func makeFolders(_ path: String) throws(Failure) {
    for above in POSIX.folders(above: path) { try makeFolder(above) }
    try makeFolder(path)
  }

  private func makeFolder(_ path: String) throws(Failure) {
    if path.hasPrefix(root + "/"), POSIX.isLink(path) { throw Failure([OutputFact.link(path).diagnostic]) }
    try OutputFolder.check(POSIX.makeFolder(path), path)
  }

  /// Whether no folder above a path of the site is a link.
  private func foldersAreReal(above path: String) -> Bool {
    POSIX.folders(above: path).allSatisfy { !POSIX.isLink(root + "/" + $0) }
  }

  private static func check(_ problem: String?, _ path: String) throws(Failure) {
    if let problem { throw Failure([OutputFact.unwritable(path, reason: problem).diagnostic]) }
  }
}

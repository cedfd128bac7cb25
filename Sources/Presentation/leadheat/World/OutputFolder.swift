import LeadModel

/// The folder of the site, replaced as a whole or not at all.
///
/// Files that differ from what stands there are written aside, in a folder inside it; only when the whole site
/// is there do renames put them in place, and files of the former site that are no longer part of it are
/// removed. What somebody else put into the folder is left alone, unless it is in the way and the person said so. A
/// failed build leaves the former site: where one of the renames fails, the others are taken back. One that is killed
/// leaves a ``Manifest`` by which the next one ends with its own files and no others.
struct OutputFolder {
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
  /// The folders that were not there before, outermost first.
  private let created: [String]
  private let isForced: Bool
  private let lock: FolderLock
  /// The files that are leadheat's; nil in a folder where none ever was.
  private let former: Manifest?
  private var paths: Set<String> = []
  private var changed: [String] = []
  /// Files that somebody else has put where the site has one of its own, in its order.
  private var foreign: [String] = []
  private var prepared: Set<String> = []
  /// Whether files of the former site are left among those that wait, since they cannot be put back.
  private var isMixed = false

  /// A file that cannot be put in its place, and why.
  private struct Obstacle: Error {
    var path: String
    var reason: String
  }

  /// Opens a folder for a build, making it where it does not exist. `force` has it take one that is not leadheat's, and
  /// replace files of somebody else that are in the way.
  ///
  /// Throws where it is no folder, holds files that are not leadheat's and `force` is false, or another build is
  /// writing into it.
  init(_ path: String, force: Bool) throws(Failure) {
    root = path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path
    staging = root + "/" + OutputFolder.stagingName
    let kind = POSIX.kind(of: root)
    created = (POSIX.folders(above: root) + [root]).filter { POSIX.kind(of: $0) == .missing }
    isForced = force
    if kind == .other { throw Failure([OutputFact.notAFolder(root).diagnostic]) }
    for above in POSIX.folders(above: root) where POSIX.kind(of: above) == .other {
      throw Failure([OutputFact.belowAFile(root, above).diagnostic])
    }
    // What such a link leads to is not made: somebody has moved it or not mounted it.
    for path in POSIX.folders(above: root) + [root]
    where POSIX.isLink(path) && POSIX.kind(of: path) == .missing {
      throw Failure([OutputFact.linkToNothing(root, path).diagnostic])
    }
    let entries = POSIX.entries(of: root).filter { $0 != OutputFolder.stagingName && $0 != ".git" }
    if !force && !entries.isEmpty && !entries.contains(Manifest.name) {
      throw Failure([OutputFact.foreignFolder(root).diagnostic])
    }
    let (root, staging, created) = (root, staging, created)
    lock = try Signals.whole { () throws(Failure) in
      for folder in POSIX.folders(above: root) + [root] {
        if let reason = POSIX.makeFolder(folder) { throw OutputFolder.unwritable(folder, reason) }
      }
      guard let lock = FolderLock(root) else { throw Failure([OutputFact.busy(root).diagnostic]) }
      Signals.atEnd { OutputFolder.remove(staging, in: created) }
      POSIX.removeTree(staging)
      if let reason = POSIX.makeFolder(staging) {
        OutputFolder.remove(staging, in: created)
        throw OutputFolder.unwritable(staging, reason)
      }
      return lock
    }
    former = Manifest(of: root)
  }

  /// Takes in one file of the site. `path` is relative, with `/`, and stays inside; addresses are made by us,
  /// so anything else is a defect and traps.
  mutating func add(_ path: String, _ bytes: [UInt8]) throws(Failure) {
    precondition(OutputFolder.isInside(path), "an output path leaves the folder: \(path)")
    precondition(paths.insert(path).inserted, "two pages have the address \(path)")
    if POSIX.content(root + "/" + path, equals: bytes) { return }
    if former?.paths.contains(path) != true, POSIX.entry(at: root + "/" + path).isFile {
      foreign.append(path)
    }
    do throws(Obstacle) {
      try Signals.whole { () throws(Obstacle) in
        try prepare(for: path, in: staging)
        try OutputFolder.check(POSIX.write(bytes, to: staging + "/" + path), staging + "/" + path)
      }
    } catch {
      throw OutputFolder.unwritable(error.path, error.reason)
    }
    changed.append(path)
  }

  /// What is not leadheat's own and will be replaced. Throws where it may not be, or cannot.
  ///
  /// To be asked when all files are taken in, before ``commit()``: nothing has been touched then.
  func obstacles() throws(Failure) -> [Diagnostic] {
    var problems: [OutputFact] = []
    var known: Set<String> = []
    for folder in changed.flatMap(folders(above:)) where known.insert(folder).inserted {
      if POSIX.isLink(folder) {
        problems.append(.link(folder))
      } else if POSIX.entry(at: folder).isFile {
        problems.append(.fileForFolder(folder))
      }
    }
    let files = foreign.map { root + "/" + $0 }
    if !isForced { problems += files.map(OutputFact.inTheWay) }
    if !problems.isEmpty { throw Failure(problems.map(\.diagnostic)) }
    return files.map { OutputFact.replaced($0).diagnostic }
  }

  /// Puts the new site in place of the former one.
  mutating func commit() throws(Failure) -> Summary {
    try Signals.whole { () throws(Failure) in try replace() }
  }

  private mutating func replace() throws(Failure) -> Summary {
    _ = try obstacles()
    let left = (former?.paths ?? []).subtracting(paths).sorted().filter { path in
      OutputFolder.isInside(path) && !folders(above: path).contains(where: POSIX.isLink)
    }
    let gone = left.filter { POSIX.isRegular(root + "/" + $0) }
    let aside = staging + "/" + OutputFolder.formerName
    let manifests = ManifestChange(from: former, to: Manifest(paths), in: root, aside: aside)
    var replacement = Replacement(aside: aside)
    do throws(Obstacle) {
      // Everything for which a full disk has no room is written before the first rename.
      try OutputFolder.check(POSIX.makeFolder(aside), aside)
      try OutputFolder.check(manifests.write(), aside)
      try OutputFolder.check(manifests.nameBoth(), root + "/" + Manifest.name)
      for path in changed { try prepare(for: path, in: root) }
      for path in changed {
        try OutputFolder.check(
          replacement.place(staging + "/" + path, at: root + "/" + path), root + "/" + path)
      }
      for path in gone { try OutputFolder.check(replacement.remove(root + "/" + path), root + "/" + path) }
      for path in left { POSIX.removeEmptyFolders(above: path, in: root) }
      try OutputFolder.check(manifests.nameNew(), root + "/" + Manifest.name)
    } catch {
      throw takeBack(replacement, manifests, after: error)
    }
    OutputFolder.remove(staging, in: [])
    return Summary(total: paths.count, written: changed.count, removed: gone.count)
  }

  /// Puts everything back as it was, the manifest last.
  private mutating func takeBack(
    _ replacement: Replacement, _ manifests: ManifestChange, after obstacle: Obstacle
  ) -> Failure {
    var replacement = replacement
    if let other = replacement.takeBack() {
      isMixed = true
      Signals.atEnd(nil)
      return Failure([OutputFact.mixed(obstacle.path, reason: obstacle.reason, notBack: other).diagnostic])
    }
    for path in changed { POSIX.removeEmptyFolders(above: path, in: root) }
    manifests.nameFormer()
    return OutputFolder.unwritable(obstacle.path, obstacle.reason)
  }

  /// Leaves the former site as it was.
  func abandon() {
    if !isMixed { OutputFolder.remove(staging, in: created) }
  }

  /// Removes what waited, and the folders that were made for it.
  private static func remove(_ staging: String, in created: [String]) {
    POSIX.removeTree(staging)
    for folder in created.reversed() { POSIX.removeFolder(folder) }
    Signals.atEnd(nil)
  }

  /// Relative, with no part that is empty, `.` or `..`.
  static func isInside(_ path: String) -> Bool {
    path.split(separator: "/", omittingEmptySubsequences: false)
      .allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." && !$0.utf8.contains(0) }
  }

  /// The folders between the root and a file of the site, outermost first.
  private func folders(above path: String) -> [String] {
    POSIX.folders(above: path).map { root + "/" + $0 }
  }

  /// Makes the folders between one of our folders and a file in it.
  private mutating func prepare(for path: String, in folder: String) throws(Obstacle) {
    for above in POSIX.folders(above: path).map({ folder + "/" + $0 }) where prepared.insert(above).inserted {
      try OutputFolder.check(POSIX.makeFolder(above), above)
    }
  }

  private static func check(_ problem: String?, _ path: String) throws(Obstacle) {
    if let problem { throw Obstacle(path: path, reason: problem) }
  }

  private static func unwritable(_ path: String, _ reason: String) -> Failure {
    Failure([OutputFact.unwritable(path, reason: reason).diagnostic])
  }
}

/// The list of the files that leadheat has made in a folder. It stands there too, and says that the folder is a site.
///
/// Whatever ends a build in the midst of its renames, the list names every file that it has put there and every one
/// that was there before: it names both until the last of them is in its place. So the next build knows what to remove.
struct Manifest: Equatable {
  /// What it is called in the folder of the site.
  static let name = ".leadheat-manifest"

  /// The files, relative to the folder.
  var paths: Set<String>

  /// That of a folder; nil where it has none.
  init?(of folder: String) {
    guard let text = POSIX.text(of: folder + "/" + Manifest.name) else { return nil }
    paths = Set(text.split(separator: "\n").map(String.init))
  }

  /// The list of these files.
  init(_ paths: Set<String>) { self.paths = paths }

  /// As it is written: a line for each file, in the order of their bytes.
  var bytes: [UInt8] {
    let lines = paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}

/// Has the manifest of a folder name the files of two sites while the one is put in the place of the other.
///
/// Everything is written beforehand, so that each step is one rename: at no moment is there no manifest.
struct ManifestChange {
  private let former, both, new: Manifest
  private let isFirst: Bool
  private let folder: String
  private let aside: String

  /// `former` is nil where the folder has no manifest yet; `aside` is a folder on the same file system.
  init(from former: Manifest?, to new: Manifest, in folder: String, aside: String) {
    self.former = former ?? Manifest([])
    self.new = new
    self.folder = folder
    self.aside = aside
    isFirst = former == nil
    both = Manifest(new.paths.union(self.former.paths))
  }

  /// Writes what is to be renamed later. nil when that is done, else the reason why not.
  func write() -> String? {
    POSIX.write(both.bytes, to: aside + "/both") ?? POSIX.write(new.bytes, to: aside + "/new")
      ?? POSIX.write(former.bytes, to: aside + "/former")
  }

  /// Before the first file of the new site is in its place. It is on the disk then, so that a machine that stops leaves
  /// nothing behind that is not listed. nil when done, else the reason why not.
  func nameBoth() -> String? {
    if !isFirst && both == former { return nil }
    POSIX.sync(aside + "/both")
    if let problem = put("both") { return problem }
    POSIX.sync(folder)
    return nil
  }

  /// When the last file of the former site is gone. nil when done, else the reason why not.
  func nameNew() -> String? { both == new ? nil : put("new") }

  /// When everything has been put back. Should that fail, the manifest names too much, which does no harm.
  func nameFormer() {
    if isFirst { POSIX.remove(folder + "/" + Manifest.name) } else { _ = put("former") }
  }

  private func put(_ list: String) -> String? {
    POSIX.rename(aside + "/" + list, to: folder + "/" + Manifest.name)
  }
}

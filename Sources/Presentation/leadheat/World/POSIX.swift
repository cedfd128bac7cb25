#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The few calls of the operating system that writing a site takes. Foundation's writers force every file to
/// the disk, which is twenty times slower; a site needs no such promise.
enum POSIX {
  enum Kind { case missing, folder, other }
  /// What may stand at a path itself; a link is something else than a file.
  enum Entry {
    case missing, folder, file, other
    /// Whether anything but a folder stands there.
    var isFile: Bool { self == .file || self == .other }
  }

  /// What stands at a path, links followed.
  static func kind(of path: String) -> Kind {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return .missing }
    return status.st_mode & S_IFMT == S_IFDIR ? .folder : .other
  }

  /// What tells a file from all others, whatever its names are.
  struct Identity: Hashable {
    fileprivate var device: dev_t
    fileprivate var number: ino_t
  }

  /// Which regular file, or which folder, stands at a path, links followed; nil where there is none.
  static func identity(of path: String, isFolder: Bool = false) -> Identity? {
    var status = stat()
    let kind = isFolder ? S_IFDIR : S_IFREG
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == kind else { return nil }
    return Identity(device: status.st_dev, number: status.st_ino)
  }

  /// What tells a file from what it was before it was written.
  struct Stamp: Equatable {
    fileprivate var identity: Identity
    fileprivate var size: Int
    fileprivate var seconds: Int
    fileprivate var nanoseconds: Int
  }

  /// How a regular file stands there, links followed; nil where there is none.
  static func stamp(of path: String) -> Stamp? {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return Stamp(
      identity: Identity(device: status.st_dev, number: status.st_ino), size: Int(status.st_size),
      seconds: time.tv_sec, nanoseconds: time.tv_nsec)
  }

  /// What stands at a path, links not followed.
  static func entry(at path: String) -> Entry {
    switch mode(path) {
    case nil: .missing
    case S_IFDIR: .folder
    case S_IFREG: .file
    default: .other
    }
  }

  /// Whether a file stands there, no link.
  static func isRegular(_ path: String) -> Bool { mode(path) == S_IFREG }

  /// Whether a symbolic link stands there.
  static func isLink(_ path: String) -> Bool { mode(path) == S_IFLNK }

  private static func mode(_ path: String) -> mode_t? {
    var status = stat()
    return unsafe lstat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  /// Whether the last failed call found nothing at a path, or something that is no folder above it.
  static var isMissing: Bool { errno == ENOENT || errno == ENOTDIR }

  /// Why the names in a folder cannot be read; nil where they can.
  static func problem(listing folder: String) -> String? {
    guard let folder = unsafe opendir(folder) else { return reason() }
    unsafe _ = closedir(folder)
    return nil
  }

  /// Why what is in a folder cannot be looked at; nil where it can, or there is no such folder.
  static func problem(searching folder: String) -> String? {
    unsafe access(folder, X_OK) == 0 || isMissing || kind(of: folder) != .folder ? nil : reason()
  }

  /// The names in a folder, without `.` and `..`, sorted by their bytes; none where there is no folder.
  static func entries(of path: String) -> [String] {
    guard let folder = unsafe opendir(path) else { return [] }
    defer { unsafe _ = closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The folders above a path as it is written, outermost first: `a` and `a/b` of `a/b/c`.
  static func folders(above path: String) -> [String] {
    path.indices.filter { $0 != path.startIndex && path[$0] == "/" }.map { String(path[..<$0]) }
  }

  /// Makes a folder, if it is not there. nil when it is there afterwards, else the reason.
  static func makeFolder(_ path: String) -> String? {
    if unsafe mkdir(path, 0o777) == 0 { return nil }
    let reason = reason()
    return kind(of: path) == .folder ? nil : reason
  }

  /// Writes a new file. nil when all of it is written, else the reason.
  static func write(_ bytes: [UInt8], to path: String) -> String? {
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard file >= 0 else { return reason() }
    let problem = unsafe bytes.withUnsafeBytes { unsafe write($0, into: file) }.map(reason)
    return close(file) == 0 ? problem : problem ?? reason()
  }

  /// Writes all of some bytes into an open file. nil when that is done, else the number of what is wrong.
  static func write(_ bytes: UnsafeRawBufferPointer, into file: Int32) -> Int32? {
    var offset = 0
    while offset < bytes.count {
      let count = unsafe systemWrite(file, bytes.baseAddress! + offset, bytes.count - offset)
      if count >= 0 {
        offset += count
        continue
      }
      switch errno {
      case EINTR: continue
      // Somebody who shares a stream has made it one that does not wait.
      case EAGAIN:
        var stream = pollfd(fd: file, events: Int16(POLLOUT), revents: 0)
        unsafe _ = poll(&stream, 1, -1)
      default: return errno
      }
    }
    return nil
  }

  /// Whether a regular file, no link, holds exactly those bytes.
  static func content(_ path: String, equals bytes: [UInt8]) -> Bool {
    let file = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return false }
    defer { close(file) }
    var status = stat()
    guard unsafe fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      Int(status.st_size) == bytes.count
    else { return false }
    return unsafe bytes.withUnsafeBytes { expected in
      unsafe withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 64) { block in
        var offset = 0
        while offset < expected.count {
          let count = unsafe read(file, block.baseAddress!, block.count)
          guard count > 0, offset + count <= expected.count,
            unsafe memcmp(block.baseAddress!, expected.baseAddress! + offset, count) == 0
          else { return false }
          offset += count
        }
        return true
      }
    }
  }

  /// The text of a file; nil where there is none that can be read.
  static func text(of path: String) -> String? {
    guard let file = unsafe fopen(path, "rb") else { return nil }
    defer { unsafe _ = fclose(file) }
    var bytes: [UInt8] = []
    while true {
      let block = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
        count = unsafe fread(buffer.baseAddress, 1, 1 << 16, file)
      }
      if block.isEmpty { return String(decoding: bytes, as: UTF8.self) }
      bytes += block
    }
  }

  /// Waits until a file or the names in a folder are on the disk, where the system can do that.
  static func sync(_ path: String) {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return }
    fsync(file)
    close(file)
  }

  /// Puts a file in the place of another. nil when done, else the reason.
  static func rename(_ path: String, to target: String) -> String? {
    systemRename(path, target) == 0 ? nil : reason()
  }

  /// Gives a file a second name. Says whether the file system could.
  static func link(_ path: String, as name: String) -> Bool { systemLink(path, name) == 0 }

  /// Removes a file or a link, if it is there.
  static func remove(_ path: String) { unsafe _ = unlink(path) }

  /// Removes a folder, if it is there and empty.
  static func removeFolder(_ path: String) { unsafe _ = rmdir(path) }

  /// Removes the folders above a path of `root` as long as they are empty.
  static func removeEmptyFolders(above path: String, in root: String) {
    var parts = path.split(separator: "/").dropLast()
    while !parts.isEmpty, unsafe rmdir(root + "/" + parts.joined(separator: "/")) == 0 { parts.removeLast() }
  }

  /// Removes a folder with everything in it; links are removed, not followed.
  static func removeTree(_ path: String) {
    guard mode(path) == S_IFDIR else { return remove(path) }
    for name in entries(of: path) { removeTree(path + "/" + name) }
    removeFolder(path)
  }

  /// What the last failed call said.
  static func reason() -> String { reason(errno) }

  /// What the number of an error means.
  static func reason(_ number: Int32) -> String { unsafe String(cString: strerror(number)) }
}

private func systemWrite(_ file: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
  unsafe write(file, bytes, count)
}
private func systemLink(_ path: String, _ name: String) -> Int32 { unsafe link(path, name) }
private func systemRename(_ path: String, _ target: String) -> Int32 { unsafe rename(path, target) }

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder that one process at a time changes, until this value is gone or the process ends, however it does.
final class FolderLock: Sendable {
  /// Below 0 where the folder cannot be opened.
  private let folder: Int32

  /// nil where another holds the folder. Some file systems of networks know no locks: there nothing is held.
  init?(_ path: String) {
    folder = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if folder >= 0, flock(folder, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
      close(folder)
      return nil
    }
  }

  deinit {
    guard folder >= 0 else { return }
    // A process that is just being started has the folder open too until it runs; closing alone would leave it locked.
    flock(folder, LOCK_UN)
    close(folder)
  }
}

import LeadModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Turns a mapped file's being cut short while it is read, which is a signal, into a message and exit status 1.
/// Nothing of the site has been touched at that time: all leads are read before the first page is made.
enum TruncationGuard {
  @safe private struct Mapped {
    var path: UnsafeMutablePointer<CChar>
    var size: Int
    /// What there is to say when the file is cut short.
    var message: UnsafeMutablePointer<CChar>
  }

  /// A handler may not allocate, so the table is there before it can be needed. Files beyond its capacity are
  /// told without their name.
  private static let capacity = 1_024
  nonisolated(unsafe) private static let mapped = UnsafeMutablePointer<Mapped>.allocate(capacity: capacity)
  nonisolated(unsafe) private static var count = 0

  /// Throws where a guarded file is shorter than it was: the rest of a page that a file was cut in reads as zeros, and
  /// is no signal.
  static func check() throws(Failure) {
    var found: [Diagnostic] = []
    for index in unsafe 0..<count {
      let file = unsafe mapped[index]
      if isShorter(file) {
        found.append(unsafe InputFact.truncated(path: String(cString: file.path)).diagnostic)
      }
    }
    if !found.isEmpty { throw Failure(found) }
  }

  private static func isShorter(_ file: Mapped) -> Bool {
    var status = stat()
    return unsafe stat(file.path, &status) == 0 && Int(status.st_size) < file.size
  }

  /// Guards a file that is mapped with that size. To be called from one thread.
  static func watch(_ path: String, size: Int) {
    let message = Terminal().text(InputFact.truncated(path: path).diagnostic) + "\n"
    if unsafe count < capacity, let path = unsafe strdup(path), let message = unsafe strdup(message) {
      unsafe mapped[count] = Mapped(path: path, size: size, message: message)
      unsafe count += 1
    }
    // Only functions that are safe in a handler are called: stat, strlen, write, _exit, and those of ending groups.
    signal(SIGBUS) { _ in
      var isTold = false
      for index in unsafe 0..<TruncationGuard.count {
        let file = unsafe TruncationGuard.mapped[index]
        if TruncationGuard.isShorter(file) {
          unsafe _ = write(2, file.message, strlen(file.message))
          isTold = true
        }
      }
      let unknown: StaticString = "error: a file cannot be read any more\n"
      if !isTold { unsafe _ = write(2, unknown.utf8Start, unknown.utf8CodeUnitCount) }
      RunningGroups.end()
      _exit(1)
    }
  }
}

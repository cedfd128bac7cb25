#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The reading end of a pipe, which makes nobody wait for longer than they want.
final class PipeReader {
  private let file: Int32
  /// Whether everybody who could write has closed it.
  private(set) var isAtEnd = false

  /// A reader of an open file, which it closes.
  init(_ file: Int32) {
    self.file = file
    _ = fcntl(file, F_SETFL, fcntl(file, F_GETFL) | O_NONBLOCK)
  }

  deinit { close(file) }

  /// What is there now, at most a block; nil where nothing is, or at the end.
  func read() -> [UInt8]? {
    if isAtEnd { return nil }
    let block = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, count in
      let result = unsafe systemRead(file, buffer.baseAddress!, buffer.count)
      if result == 0 || result < 0 && errno != EAGAIN && errno != EINTR { isAtEnd = true }
      count = max(0, result)
    }
    return block.isEmpty ? nil : block
  }

  /// Waits until one of the readers has something or comes to its end, but no longer than that.
  /// - Returns: whether that is so.
  @discardableResult static func wait(for readers: [PipeReader], atMost time: Duration) -> Bool {
    var polls = readers.filter { !$0.isAtEnd }.map { pollfd(fd: $0.file, events: Int16(POLLIN), revents: 0) }
    let (seconds, attoseconds) = time.components
    // Rounded up, so that nobody asks again and again during the last millisecond.
    let milliseconds = seconds * 1_000 + attoseconds / 1_000_000_000_000_000 + 1
    return unsafe poll(&polls, nfds_t(polls.count), Int32(clamping: max(0, milliseconds))) > 0
  }
}

private func systemRead(_ file: Int32, _ buffer: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
  unsafe read(file, buffer, count)
}

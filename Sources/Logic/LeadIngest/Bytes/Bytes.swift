/// Bytes that never change, shared without copying: a mapped file or an array.
@safe package struct Bytes: Sendable {
  /// Keeps the memory alive, and gives it back when the last view of it is gone.
  @safe private final class Owner: @unchecked Sendable {
    let memory: UnsafeRawBufferPointer
    let free: @Sendable (UnsafeRawBufferPointer) -> Void

    init(_ memory: UnsafeRawBufferPointer, free: @escaping @Sendable (UnsafeRawBufferPointer) -> Void) {
      unsafe self.memory = memory
      unsafe self.free = free
    }
    deinit { unsafe free(memory) }
  }

  private let owner: Owner
  private let releasePages: (@Sendable (UnsafeRawBufferPointer) -> Void)?

  /// How many bytes there are.
  package var count: Int { unsafe owner.memory.count }

  /// Memory that nobody changes until `free` is called with all of it, which happens when no view of it
  /// is left. `release` is told of parts, each from one multiple of 1 MiB to another, that were read and will hardly
  /// be read again: it may hand their pages back to the system, but reading them must give the same bytes again.
  package init(
    memory: UnsafeRawBufferPointer,
    release: (@Sendable (UnsafeRawBufferPointer) -> Void)? = nil,
    free: @escaping @Sendable (UnsafeRawBufferPointer) -> Void
  ) {
    owner = unsafe Owner(memory, free: free)
    unsafe releasePages = release
  }

  /// A copy of an array.
  package init(_ array: [UInt8]) {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: array.count, alignment: 64)
    unsafe memory.copyBytes(from: array)
    unsafe self.init(memory: UnsafeRawBufferPointer(memory)) { unsafe $0.deallocate() }
  }

  /// Calls `body` with all bytes; they stay valid only until it returns.
  package func withUnsafeBytes<Result, Problem: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Problem) -> Result
  ) throws(Problem) -> Result {
    try unsafe body(owner.memory)
  }

  /// Where they begin; valid only while a view of them is kept.
  var start: UnsafeRawPointer { unsafe owner.memory.baseAddress ?? UnsafeRawPointer(bitPattern: 64)! }

  /// Says that a part was read and will hardly be read again, so that its pages need no memory.
  package func release(_ part: Range<Int>) {
    guard let releasePages = unsafe releasePages, !part.isEmpty else { return }
    unsafe releasePages(UnsafeRawBufferPointer(rebasing: owner.memory[part]))
  }
}

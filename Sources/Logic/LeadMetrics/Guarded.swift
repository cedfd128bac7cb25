import Dispatch

/// A value that one thread at a time reaches.
///
/// By a semaphore and not by `Mutex`: the thread sanitizer does not see when a thread waits for that, and would have
/// to be told to overlook all that it guards.
final class Guarded<Value>: @unchecked Sendable {
  private var value: Value
  private let turn = DispatchSemaphore(value: 1)

  /// A value to begin with.
  init(_ value: sending Value) { self.value = value }

  /// What `body` gives for the value, which it may change. No other thread reaches the value meanwhile; `body` must
  /// not ask for it again.
  func withLock<Result>(_ body: (inout Value) -> Result) -> Result {
    turn.wait()
    defer { turn.signal() }
    return body(&value)
  }
}

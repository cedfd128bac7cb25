import Synchronization

/// Values made when they are first asked for, and kept: what many pages need and none should make again.
package final class Memo<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let known = Mutex<[Key: Value]>([:])

  /// Nothing known yet.
  package init() {}

  /// The value of a key. `make` gives the same each time, so that it does no harm if two threads make it.
  package func value(_ key: Key, make: () -> Value) -> Value {
    if let value = known.withLock({ $0[key] }) { return value }
    let value = make()
    known.withLock { $0[key] = value }
    return value
  }
}

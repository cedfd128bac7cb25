/// A value that is made when it is first asked for, once.
package final class Once<Value: Sendable>: Sendable {
  private let made = Guarded<Value?>(nil)
  private let make: @Sendable () -> Value

  /// What `make` gives, which must not ask for this value itself.
  package init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  /// The value. Other threads that ask meanwhile wait until it is made.
  package var value: Value { made.once(make) }
}

/// Values made when they are first asked for, each once, and kept: what many pages need and none should make again.
package final class Memo<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let entries = Guarded<[Key: Guarded<Value?>]>([:])

  /// Nothing made yet.
  package init() {}

  /// The value of a key, by `make` where it is not there yet. Threads that ask for another key do not wait for it.
  package func value(_ key: Key, make: () -> Value) -> Value {
    let entry = entries.withLock { entries in
      if let entry = entries[key] { return entry }
      let entry = Guarded<Value?>(nil)
      entries[key] = entry
      return entry
    }
    return entry.once(make)
  }
}

extension Guarded {
  /// The value, made at the first time.
  fileprivate func once<Made>(_ make: () -> Made) -> Made where Value == Made? {
    withLock { value in
      if let value { return value }
      let made = make()
      value = made
      return made
    }
  }
}

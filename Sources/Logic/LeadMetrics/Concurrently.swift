import Dispatch

/// What `make` gives for each of some values, in their order, made on all processors.
package func concurrently<Value: Sendable, Result: Sendable>(
  _ values: [Value], _ make: @Sendable (Value) -> Result
) -> [Result] {
  let made = Guarded<[Int: Result]>([:])
  DispatchQueue.concurrentPerform(iterations: values.count) { index in
    let result = make(values[index])
    made.withLock { $0[index] = result }
  }
  return made.withLock { made in values.indices.map { made[$0]! } }
}

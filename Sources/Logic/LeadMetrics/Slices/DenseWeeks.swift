import Synchronization

/// What is kept of a team's week with many more rows than cells, so that months, all time and all teams need
/// not count its rows again. What does not fit is nil, and is counted anew.
struct DenseWeek: Sendable {
  let tally: PackedTally?
  let magnitudes: [UInt16]?
  let times: SliceTimes?
}

/// Those weeks, each made when it is first asked for: a check of the input asks for none.
final class DenseWeeks: Sendable {
  private let known = Mutex<[Int: DenseWeek]>([:])

  /// The week at a position of the table's partitions, which `make` makes the same each time.
  func week(at position: Int, make: () -> DenseWeek) -> DenseWeek {
    if let week = known.withLock({ $0[position] }) { return week }
    let week = make()
    known.withLock { $0[position] = week }
    return week
  }
}

/// What is kept of a team's week with many more rows than cells, so that months, all time and all teams need
/// not count its rows again. What does not fit is nil, and is counted anew.
struct DenseWeek: Sendable {
  let tally: PackedTally?
  let magnitudes: [UInt16]?
  /// Per cell.
  let medians: [Int64?]?
}

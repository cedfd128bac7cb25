/// The counts of every slot of a week, and of the uncovered leads among them.
struct CellCounts: Sendable {
  /// Per slot, whether covered or not.
  let all: [Counts]
  /// Per slot, those that came while nobody was on shift.
  let uncovered: [Counts]
  /// Per slot, those of unknown coverage; empty where there are none.
  let unknown: [Counts]

  /// Of a tally by slot and coverage, with `count` slots.
  init(_ tally: Tally, count: Int) {
    uncovered = tally.counts(count..<2 * count)
    let plane = 2 * count..<3 * count
    unknown = tally.isEmpty(plane) ? [] : tally.counts(plane)
    var all = tally.counts(0..<count)
    // Most parts of a week are covered, or nobody ever is there: little is left to add.
    for index in 0..<count where uncovered[index].leads > 0 { all[index] += uncovered[index] }
    for index in unknown.indices where unknown[index].leads > 0 { all[index] += unknown[index] }
    self.all = all
  }

  /// Leads by the coverage of the minute in which they came.
  var split: CoverageSplit {
    let (without, unknown) = (uncovered.total(), unknown.total())
    return CoverageSplit(
      covered: all.total() - without - unknown, uncovered: without, unknown: unknown,
      uncoveredCells: uncovered, unknownCells: self.unknown)
  }
}

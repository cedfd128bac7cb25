/// The counts of every slot of a week, and of the uncovered leads among them.
struct CellCounts: Sendable {
  /// Per slot, whether covered or not.
  let all: [Counts]
  /// Per slot, those that came while nobody was on shift.
  let uncovered: [Counts]
  /// Per slot, those of unknown coverage; empty where there are none.
  let unknown: [Counts]
  let form: ResponseForm

  /// Of a tally by slot and coverage, with `count` slots.
  init(_ tally: Tally, count: Int) {
    let counts = tally.counts()
    uncovered = Array(counts[count..<2 * count])
    unknown = counts[(2 * count)...].contains { $0.leads > 0 } ? Array(counts[(2 * count)...]) : []
    var all = Array(counts[..<count])
    // Most parts of a week are covered, or nobody ever is there: little is left to add.
    for index in count..<counts.count where counts[index].leads > 0 { all[index % count] += counts[index] }
    self.all = all
    form = tally.form
  }

  /// Leads by the coverage of the minute in which they came.
  var split: CoverageSplit {
    let (without, unknown) = (uncovered.total(), unknown.total())
    return CoverageSplit(
      covered: all.total() - without - unknown, uncovered: without, unknown: unknown,
      uncoveredCells: uncovered, unknownCells: self.unknown)
  }
}

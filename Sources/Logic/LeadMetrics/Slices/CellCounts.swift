/// The counts of every slot of a week, and of the uncovered leads among them.
struct CellCounts: Sendable {
  /// Per slot, whether covered or not.
  let all: [Counts]
  /// Per slot, those that came while nobody was on shift; empty where there are none.
  let uncovered: [Counts]
  /// Per slot, those of unknown coverage; empty where there are none.
  let unknown: [Counts]

  /// Of a tally by slot and coverage, with `count` slots.
  init(_ tally: Tally, count: Int) {
    func plane(_ number: Int) -> [Counts] {
      let keys = number * count..<(number + 1) * count
      return tally.isEmpty(keys) ? [] : tally.counts(keys)
    }
    (uncovered, unknown) = (plane(1), plane(2))
    let planes = [plane(0), uncovered, unknown].filter { !$0.isEmpty }
    var all = planes.first ?? Array(repeating: Counts(), count: count)
    for plane in planes.dropFirst() {
      for index in 0..<count where plane[index].leads > 0 { all[index] += plane[index] }
    }
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

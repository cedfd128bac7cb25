import LeadModel

/// Leads counted by their set of attributes: whatever they are then asked by is a sum of sets.
struct AttributeFold {
  /// The sets of all teams with leads, each twice: for contacted leads, then for never-contacted ones.
  private let sets: [(attributes: Attributes, isNever: Bool)]
  private let counts: [Counts]
  /// nil where they were not asked for.
  private let times: ResponseTimes?

  /// Counts the leads of parts, with their response times if they are wanted.
  init(_ parts: [Part], _ cube: Cube, hasTimes: Bool) {
    var sets: [(attributes: Attributes, isNever: Bool)] = []
    var runs: [(run: RowRun, keys: RowKeys)] = []
    for part in parts {
      let own = cube.table.attributes[part.team]
      let keys = RowKeys.attributes(
        own.indices.map { sets.count + $0 }, never: own.indices.map { sets.count + own.count + $0 })
      sets += own.map { ($0, false) } + own.map { ($0, true) }
      runs += cube.runs([part]).map { (run: $0, keys: keys) }
    }
    var tally = Tally(keys: sets.count, classes: cube.classes)
    for (run, keys) in runs { tally.add(run, keys: keys, spills: cube.table.spills) }
    self.sets = sets
    counts = tally.counts()
    times =
      hasTimes
      ? ResponseTimes(runs, timed: counts.map(\.timed), spills: cube.table.spills, form: tally.form) : nil
  }

  /// The leads and response times, empty ones where they were not asked for, of `count` groups, to one of which `group` assigns each set.
  func grouped(
    _ count: Int, by group: (_ set: Attributes, _ isNever: Bool) -> Int
  ) -> [(counts: Counts, timing: Timing)] {
    var totals = [Counts](repeating: Counts(), count: count)
    var members = [[Int]](repeating: [], count: count)
    for (key, set) in sets.enumerated() where counts[key].leads > 0 {
      let group = group(set.attributes, set.isNever)
      totals[group] += counts[key]
      if counts[key].timed > 0 { members[group].append(key) }
    }
    let timings = times?.timings(of: members) ?? members.map { _ in Timing() }
    return Array(zip(totals, timings))
  }
}

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
    sets = parts.flatMap { part in
      let own = cube.table.attributes[part.team]
      return own.map { ($0, false) } + own.map { ($0, true) }
    }
    var tally = Tally(keys: sets.count, classes: cube.classes)
    var runs: [(run: RowRun, keys: RowKeys)] = []
    var first = 0
    for part in parts {
      let count = cube.table.attributes[part.team].count
      let keys = RowKeys.attributes(
        Array(first..<first + count), never: Array(first + count..<first + 2 * count))
      for (span, run) in zip(part.spans, cube.runs([part])) {
        if let kept = cube.sets(part.team, span) {
          tally.add(kept, keys: 0..<2 * count, to: first)
        } else {
          tally.add(run, keys: keys, spills: cube.table.spills)
        }
        runs.append((run, keys))
      }
      first += 2 * count
    }
    counts = tally.counts()
    times =
      hasTimes
      ? ResponseTimes(runs, timed: counts.map(\.timed), spills: cube.table.spills, form: tally.form) : nil
  }

  /// The leads and response times, empty ones where they were not asked for, of the groups that have leads; `group`
  /// names that of each set.
  func grouped<Group: Hashable>(
    by group: (_ set: Attributes, _ isNever: Bool) -> Group
  ) -> [(group: Group, counts: Counts, timing: Timing)] {
    // Names may be many more than those of the sets at hand.
    var places: [Group: Int] = [:]
    var groups: [Group] = []
    var totals: [Counts] = []
    var members: [[Int]] = []
    for (key, set) in sets.enumerated() where counts[key].leads > 0 {
      let group = group(set.attributes, set.isNever)
      let place = places[group] ?? groups.count
      if place == groups.count {
        places[group] = place
        groups.append(group)
        totals.append(Counts())
        members.append([])
      }
      totals[place] += counts[key]
      if counts[key].timed > 0 { members[place].append(key) }
    }
    let timings = times?.timings(of: members) ?? members.map { _ in Timing() }
    return groups.indices.map { (groups[$0], totals[$0], timings[$0]) }
  }
}

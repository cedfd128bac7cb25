import LeadModel

/// Leads counted by their set of attributes: whatever they are then asked by is a sum of sets.
struct AttributeFold {
  /// The sets of all teams with leads, each twice: for contacted leads, then for never-contacted ones.
  private let sets: [(attributes: Attributes, isNever: Bool)]
  private let counts: [Counts]
  /// The rows of each part, and the position of its first set; none where response times were not asked for.
  private let runs: [(runs: [RowRun], first: Int)]
  private let spills: [Spill]

  /// Counts the leads of parts, with their response times if they are wanted.
  init(_ parts: [Part], _ cube: Cube, hasTimes: Bool) {
    sets = parts.flatMap { part in
      let own = cube.table.attributes[part.team]
      return own.map { ($0, false) } + own.map { ($0, true) }
    }
    var tally = Tally(keys: sets.count, classes: cube.classes)
    var all: [(runs: [RowRun], first: Int)] = []
    var first = 0
    for part in parts {
      let count = cube.table.attributes[part.team].count
      let keys = RowKeys.attributes(
        Array(first..<first + count), never: Array(first + count..<first + 2 * count))
      let runs = cube.runs([part])
      for (span, run) in zip(part.spans, runs) {
        if let kept = cube.sets(part.team, span) {
          tally.add(kept, keys: 0..<2 * count, to: first)
        } else {
          tally.add(run, keys: keys, spills: cube.table.spills)
        }
      }
      if hasTimes { all.append((runs, first)) }
      first += 2 * count
    }
    counts = tally.counts()
    runs = all
    spills = cube.table.spills
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
    var members = [Int](repeating: 0, count: sets.count)
    for (key, set) in sets.enumerated() where counts[key].leads > 0 {
      let group = group(set.attributes, set.isNever)
      let place = places[group] ?? groups.count
      if place == groups.count {
        places[group] = place
        groups.append(group)
        totals.append(Counts())
      }
      totals[place] += counts[key]
      members[key] = place
    }
    let timings = timings(members, timed: totals.map(\.timed))
    return groups.indices.map { (groups[$0], totals[$0], timings[$0]) }
  }

  /// The response times of each group, to which `members` gives the group of each set.
  private func timings(_ members: [Int], timed: [Int]) -> [Timing] {
    if runs.isEmpty || timed.isEmpty { return timed.map { _ in Timing() } }
    let keyed = runs.enumerated().flatMap { index, part in
      let end = index + 1 < runs.count ? runs[index + 1].first : sets.count
      let middle = (part.first + end) / 2
      let keys = RowKeys.attributes(Array(members[part.first..<middle]), never: Array(members[middle..<end]))
      return part.runs.map { (run: $0, keys: keys) }
    }
    return ResponseTimes.timings(keyed, timed: timed, spills)
  }
}

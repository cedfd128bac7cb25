import LeadModel

/// What a team has in a week.
struct TeamWeekTotals: Sendable {
  var counts = Counts()
  var timing = Timing()
  /// A bit for each weekday with leads, Monday the lowest.
  var days: UInt8 = 0
  /// The leads by the classes of ``Distribution``; nil where that is not at hand.
  var distribution: [Int]?
}

/// Goes through the leads of every week once, team by team, for what is asked of all weeks: totals, response
/// times, weekdays with leads.
struct WeekFold {
  private let cube: Cube
  private let distribution: Classes
  /// Of the teams so far in the week.
  private var times: [OrderedTimes] = []

  init(_ cube: Cube) {
    self.cube = cube
    distribution = Distribution.classes(cube.rules)
  }

  /// The totals of a team in the week.
  mutating func add(_ team: Int, _ week: ISOWeek) -> TeamWeekTotals {
    let run = RowRun(rows: cube.table.leads(team: team, week: week), minutes: WeekSpan.whole)
    times.append(OrderedTimes(run, cube.table.spills))
    let timing = OrderedTimes.timing([times[times.count - 1]])
    var (all, days) = (UInt64(0), UInt64(0))
    for row in run.rows {
      all |= row.bits
      days |= 1 &<< UInt64(truncatingIfNeeded: RowBits.minute(row.bits) / 1_440)
    }
    if all & RowBits.special != 0 { return counted(run, timing) }
    return TeamWeekTotals(
      counts: cube.classes.counts(run.rows.counts(cube.classes), at: 0), timing: timing,
      days: UInt8(truncatingIfNeeded: days), distribution: run.rows.counts(distribution))
  }

  /// The totals of rows of which some are spilled or too young for some threshold.
  private func counted(_ run: RowRun, _ timing: Timing) -> TeamWeekTotals {
    var tally = Tally(keys: 7, classes: cube.classes)
    tally.add(run, keys: .minutes(.days), spills: cube.table.spills)
    let byDay = tally.counts()
    var days: UInt8 = 0
    for (day, counts) in byDay.enumerated() where counts.leads > 0 { days |= 1 << day }
    return TeamWeekTotals(counts: byDay.total(), timing: timing, days: days)
  }

  /// The response times of all teams in the week, which is over.
  mutating func finish() -> Timing {
    defer { times.removeAll(keepingCapacity: true) }
    return OrderedTimes.timing(times)
  }
}

extension [PackedLead] {
  /// The leads of each class, none of them spilled: in their order they lie together.
  fileprivate func counts(_ classes: Classes) -> [Int] {
    let ends = (0..<classes.count).map { count(below: classes.end(of: $0)) }
    return ends.indices.map { ends[$0] - ($0 == 0 ? 0 : ends[$0 - 1]) }
  }
}

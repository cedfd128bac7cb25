import LeadModel

/// What a team has in a week.
struct TeamWeekTotals: Sendable {
  var counts = Counts()
  var timing = Timing()
  /// A bit for each weekday with leads, Monday the lowest.
  var days: UInt8 = 0
  /// The leads by the classes of ``Distribution``; nil where that was not at hand.
  var distribution: [Int]?
}

/// Goes through the leads of every week once, team by team, for what is asked of all weeks: totals, response
/// times, weekdays with leads.
struct WeekFold {
  private let cube: Cube
  private let distribution: Classes
  /// The response times of the teams so far in the week, as far as they are binned; used again in the next.
  private var binned: [BinnedTimes] = []
  private var binnedCount = 0
  /// All rows of the week so far, how many of them have a response time, and what it takes to hold those.
  private var runs: [RowRun] = []
  private var timed = 0
  private var form = ResponseForm.seconds

  /// Fewer rows are not worth the bins.
  private static let fewRows = 512

  init(_ cube: Cube) {
    self.cube = cube
    distribution = Distribution.classes(cube.rules)
  }

  /// The totals of a team in the week.
  mutating func add(_ team: Int, _ week: ISOWeek) -> TeamWeekTotals {
    let run = RowRun(rows: cube.table.leads(team: team, week: week), minutes: WeekSpan.whole)
    let totals = binnedTotals(run) ?? countedTotals(run)
    runs.append(run)
    timed += totals.counts.timed
    return totals
  }

  /// Those of many rows in whole seconds.
  private mutating func binnedTotals(_ run: RowRun) -> TeamWeekTotals? {
    guard run.rows.count >= WeekFold.fewRows else { return nil }
    if binnedCount == binned.count { binned.append(BinnedTimes()) }
    guard binned[binnedCount].fill(run.rows) else { return nil }
    let times = binned[binnedCount]
    binnedCount += 1
    return TeamWeekTotals(
      counts: cube.classes.counts(times.counts(cube.classes), at: 0), timing: BinnedTimes.timing([times]),
      days: times.days, distribution: times.counts(distribution))
  }

  /// Those of any rows.
  private mutating func countedTotals(_ run: RowRun) -> TeamWeekTotals {
    var tally = Tally(keys: 7, classes: cube.classes)
    tally.add(run, keys: .minutes(.days), spills: cube.table.spills)
    let byDay = tally.counts()
    var days: UInt8 = 0
    for (day, counts) in byDay.enumerated() where counts.leads > 0 { days |= 1 << day }
    let counts = byDay.total()
    form = max(form, tally.form)
    return TeamWeekTotals(
      counts: counts, timing: cube.timing([run], timed: counts.timed, tally.form), days: days)
  }

  /// The response times of all teams in the week, which is over.
  mutating func finish() -> Timing {
    defer {
      runs.removeAll(keepingCapacity: true)
      (binnedCount, timed, form) = (0, 0, .seconds)
    }
    if binnedCount == runs.count { return BinnedTimes.timing(binned[..<binnedCount]) }
    return cube.timing(runs, timed: timed, form)
  }
}

extension BinnedTimes {
  /// The leads of each class.
  func counts(_ classes: Classes) -> [Int] {
    let within = classes.limits.map(count(upTo:)) + [count]
    return within.indices.map { within[$0] - ($0 == 0 ? 0 : within[$0 - 1]) } + others
  }
}

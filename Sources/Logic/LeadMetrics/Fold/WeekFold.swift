import LeadModel

/// Goes through the leads of every week once, team by team, for what is asked of all weeks: totals, response
/// times, weekdays with leads. Weeks may be many and small, so its memory is used again.
struct WeekFold {
  private let cube: Cube
  private var selection = Selection<UInt32>()
  /// Of the week so far: the whole seconds of all response times, how many there are in any form, and the rows
  /// to look at again where seconds are not enough.
  private var seconds: [UInt32] = []
  private var timed = 0
  private var runs: [RowRun] = []
  private var form = ResponseForm.seconds

  init(_ cube: Cube) { self.cube = cube }

  /// The totals of a team in the week, and a bit for each weekday with leads, Monday the lowest.
  mutating func add(_ team: Int, _ week: ISOWeek) -> (Counts, Timing, days: UInt8) {
    let run = RowRun(rows: cube.table.leads(team: team, week: week), minutes: WeekSpan.whole)
    var tally = Tally(keys: 7, classes: cube.classes)
    tally.add(run, keys: .minutes(.days), spills: cube.table.spills)
    let byDay = tally.counts()
    var days: UInt8 = 0
    for (day, counts) in byDay.enumerated() where counts.leads > 0 { days |= 1 << day }
    let counts = byDay.total()
    runs.append(run)
    timed += counts.timed
    form = max(form, tally.form)
    guard tally.form == .seconds else {
      return (counts, cube.timing([run], timed: counts.timed, tally.form), days)
    }
    let start = seconds.count
    seconds += ResponseTimes.seconds(of: run, count: counts.timed, cube.table.spills)
    let timing = unsafe seconds[start...].withUnsafeBufferPointer {
      unsafe ResponseTimes.timing($0, unit: 1_000_000, &selection)
    }
    return (counts, timing, days)
  }

  /// The response times of all teams in the week, which is over.
  mutating func finish() -> Timing {
    defer {
      seconds.removeAll(keepingCapacity: true)
      runs.removeAll(keepingCapacity: true)
      (timed, form) = (0, .seconds)
    }
    guard form == .seconds else { return cube.timing(runs, timed: timed, form) }
    return unsafe seconds.withUnsafeBufferPointer {
      unsafe ResponseTimes.timing($0, unit: 1_000_000, &selection)
    }
  }
}

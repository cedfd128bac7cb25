import LeadModel

/// Goes through the leads of every week once, team by team, for what is asked of all weeks: totals, response
/// times, weekdays with leads, distributions. Weeks may be many and small, so its memory is used again.
struct WeekFold {
  private let cube: Cube
  /// The edges of a distribution's bars, seconds, ascending.
  private let limits: [UInt32]
  /// Per number of bits of a time, how many limits have fewer.
  private let starts: [Int]
  private var selection = Selection<UInt32>()
  /// Of the week so far: the whole seconds of all response times, how many there are in any form, and the rows
  /// to look at again where seconds are not enough.
  private var seconds: [UInt32] = []
  private var timed = 0
  private var runs: [RowRun] = []
  private var form = ResponseForm.seconds

  init(_ cube: Cube, edges: [Int]) {
    self.cube = cube
    let limits = Classes(minutes: edges).limits
    self.limits = limits
    starts = (0...32).map { bits in limits.count { 32 - $0.leadingZeroBitCount < bits } }
  }

  /// The totals of a team in the week, a bit for each weekday with leads, Monday the lowest, and the leads by
  /// the bars of a distribution: none where there are no leads or they have weights or fractions of seconds.
  mutating func add(_ team: Int, _ week: ISOWeek) -> (Counts, Timing, days: UInt8, bars: [UInt32]) {
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
      return (counts, cube.timing([run], timed: counts.timed, tally.form), days, [])
    }
    let start = seconds.count
    seconds += ResponseTimes.seconds(of: run, count: counts.timed, cube.table.spills)
    let timing = unsafe seconds[start...].withUnsafeBufferPointer {
      unsafe ResponseTimes.timing($0, unit: 1_000_000, &selection)
    }
    return (counts, timing, days, bars(seconds[start...]))
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

  /// How many times there are between each two limits.
  private func bars(_ times: ArraySlice<UInt32>) -> [UInt32] {
    var bars = [UInt32](repeating: 0, count: limits.count + 1)
    for time in times {
      // Where the limits of its magnitude begin, few are left to compare with.
      var bar = starts[32 - time.leadingZeroBitCount]
      while bar < limits.count && time > limits[bar] { bar += 1 }
      bars[bar] += 1
    }
    return bars
  }
}

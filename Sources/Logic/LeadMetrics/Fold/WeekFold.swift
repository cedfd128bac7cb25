import LeadModel

/// Goes through the leads of every week once, team by team, for what is asked of all weeks: totals, response
/// times, weekdays with leads, distributions. Weeks may be many and small, so its memory is used again.
struct WeekFold {
  private let cube: Cube
  /// The edges of a distribution's bars, seconds, ascending.
  private let limits: [UInt32]
  private var selection = Selection<UInt32>()
  /// Of the week so far: the whole seconds of all response times, how many there are in any form, and the rows
  /// to look at again where seconds are not enough.
  private var seconds: [UInt32] = []
  private var timed = 0
  private var runs: [RowRun] = []
  private var form = ResponseForm.seconds

  init(_ cube: Cube, edges: [Int]) {
    self.cube = cube
    limits = Classes(minutes: edges).limits
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
    // As many as are later than each limit, sixteen looked at together.
    typealias Lanes = SIMD16<UInt32>
    var counts = limits.map { _ in Lanes() }
    var later = limits.map { _ in UInt32(0) }
    unsafe times.withUnsafeBytes { bytes in
      let whole = times.count / Lanes.scalarCount
      for index in 0..<whole {
        let times = unsafe bytes.loadUnaligned(
          fromByteOffset: index * MemoryLayout<Lanes>.size, as: Lanes.self)
        for k in limits.indices {
          counts[k] &+= Lanes(repeating: 0).replacing(with: 1, where: times .> limits[k])
        }
      }
      for time in times.dropFirst(whole * Lanes.scalarCount) {
        for k in limits.indices where time > limits[k] { later[k] += 1 }
      }
    }
    for k in limits.indices { later[k] += counts[k].wrappedSum() }
    let bounds = [UInt32(times.count)] + later + [0]
    return zip(bounds, bounds.dropFirst()).map { $0 - $1 }
  }
}

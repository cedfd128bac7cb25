import LeadModel

/// The counted leads in cells: per team and week, by slot and by whether the slot was covered.
struct Cube: Sendable {
  let table: LeadTable
  let rules: Rules
  let classes: Classes
  let rosters: [Roster]
  /// Per partition of the table.
  private(set) var totals: [Counts] = []
  private(set) var timings: [Timing] = []
  /// Per partition, a bit for each weekday with leads, Monday the lowest.
  private(set) var activeDays: [UInt8] = []

  init(table: LeadTable, rules: Rules, calendar: LeadCalendar, rosters: [Roster]) {
    self.table = table
    self.rules = rules
    self.rosters = rosters
    classes = Classes(rules)
    for partition in table.partitions.indices {
      let team = partition / max(1, table.weekCount)
      let week = ISOWeek(index: table.firstWeek.index + partition % max(1, table.weekCount))
      let span = WeekSpan(week: week, minutes: WeekSpan.whole)
      let slice = slice([(team: team, spans: [span])])
      totals.append(slice.total)
      timings.append(slice.timing)
      var days: UInt8 = 0
      for (day, counts) in slice.weekdayTotals.enumerated() where counts.leads > 0 { days |= 1 << day }
      activeDays.append(days)
    }
  }

  private var slots: Int { 7 * rules.slotsPerDay }

  /// Counts by slot and coverage: covered slots, then uncovered, then unknown.
  func tally(_ parts: [(team: Int, spans: [WeekSpan])]) -> Tally {
    var tally = Tally(keys: slots * 3, classes: classes)
    for (team, spans) in parts {
      for span in spans {
        let rows = table.leads(team: team, week: span.week)
        if rows.isEmpty { continue }
        let keys = rosters[team].keys(of: span.week, slotMinutes: rules.slotMinutes)
        tally.add(rows, in: span.minutes, keys: keys, spills: table.spills)
      }
    }
    return tally
  }

  /// Counts per cell whatever the coverage, and the split.
  func slice(_ parts: [(team: Int, spans: [WeekSpan])]) -> Slice {
    let counts = tally(parts).counts()
    var times = ResponseTimes(cells: slots)
    for (team, spans) in parts {
      for span in spans {
        times.add(
          table.leads(team: team, week: span.week), in: span.minutes, slotMinutes: rules.slotMinutes,
          spills: table.spills)
      }
    }
    let medians = times.medians()
    let cells = (0..<slots).map { cell in
      Cell(
        counts: counts[cell] + counts[slots + cell] + counts[2 * slots + cell], median: medians[cell])
    }
    return Slice(slotMinutes: rules.slotMinutes, cells: cells, timing: times.timing())
  }

  /// The weeks in which any of the teams has leads.
  func weeks(_ teams: [Int]) -> [ISOWeek] {
    (0..<table.weekCount).filter { week in teams.contains { activeDays[$0 * table.weekCount + week] != 0 } }
      .map { ISOWeek(index: table.firstWeek.index + $0) }
  }

  /// The months in which any of the teams has leads.
  func months(_ teams: [Int]) -> [YearMonth] {
    var found: [YearMonth] = []
    for week in 0..<table.weekCount {
      let days = teams.reduce(UInt8(0)) { $0 | activeDays[$1 * table.weekCount + week] }
      for day in 0..<7 where days & (1 << day) != 0 {
        let month = YearMonth(
          containing: ISOWeek(index: table.firstWeek.index + week).monday.adding(days: day))
        if found.last != month { found.append(month) }
      }
    }
    return found
  }
}

import LeadModel

/// The leads of one team that belong to something: parts of weeks.
struct Part {
  var team: Int
  var spans: [WeekSpan]
}

/// The counted leads in cells: by slot and by whether the slot was covered.
struct Cube: Sendable {
  let table: LeadTable
  let rules: Rules
  let classes: Classes
  let rosters: [Roster]
  /// Cells of a map.
  let cellCount: Int
  /// The cell of each minute of the week.
  private let slots: [UInt16]
  /// Per partition of the table, where rows are many more than cells.
  private var packed: [PackedTally?] = []

  init(table: LeadTable, rules: Rules, rosters: [Roster]) {
    self.table = table
    self.rules = rules
    self.rosters = rosters
    classes = Classes(rules)
    cellCount = 7 * rules.slotsPerDay
    slots = (0..<10_080).map { UInt16($0 / rules.slotMinutes) }
    let weekCount = table.weekCount
    packed = table.partitions.indices.map { partition in
      guard table.partitions[partition].count > cellCount * 8 else { return nil }
      let week = ISOWeek(index: table.firstWeek.index + partition % weekCount)
      let span = WeekSpan(week: week, minutes: WeekSpan.whole)
      return PackedTally(tally([Part(team: partition / weekCount, spans: [span])]))
    }
  }

  /// The counts of a week that were kept; nil where its rows are to be counted.
  private func packed(_ team: Int, _ span: WeekSpan) -> PackedTally? {
    let week = span.week.index - table.firstWeek.index
    let position = team * table.weekCount + week
    guard (0..<table.weekCount).contains(week), position < packed.count else { return nil }
    let isSlots =
      span.minutes.lowerBound % rules.slotMinutes == 0 && span.minutes.upperBound % rules.slotMinutes == 0
    return isSlots ? packed[position] : nil
  }

  /// Counts by slot: the covered ones, then the uncovered, then those of unknown coverage.
  private func tally(_ parts: [Part]) -> Tally {
    var tally = Tally(keys: cellCount * CoverageKeys.planes, classes: classes)
    for part in parts {
      var keys = CoverageKeys(rosters[part.team], slotMinutes: rules.slotMinutes)
      for span in part.spans {
        if let packed = packed(part.team, span) {
          let cells =
            span.minutes.lowerBound / rules.slotMinutes..<span.minutes.upperBound / rules.slotMinutes
          for plane in 0..<CoverageKeys.planes {
            let first = plane * cellCount
            tally.add(packed, keys: first + cells.lowerBound..<first + cells.upperBound)
          }
          continue
        }
        let run = run(part.team, span)
        if run.rows.isEmpty { continue }
        tally.add(run, keys: .minutes(keys.keys(of: span.week)), spills: table.spills)
      }
    }
    return tally
  }

  /// The rows of a part of a week.
  private func run(_ team: Int, _ span: WeekSpan) -> RowRun {
    RowRun(rows: table.leads(team: team, week: span.week), minutes: span.minutes)
  }

  /// The rows of parts.
  func runs(_ parts: [Part]) -> [RowRun] {
    parts.flatMap { part in part.spans.map { run(part.team, $0) } }
  }

  /// Counts by slot and coverage.
  func cells(_ parts: [Part]) -> CellCounts { CellCounts(tally(parts), count: cellCount) }

  /// Counts and response times.
  func slice(_ parts: [Part]) -> Slice { slice(parts, cells(parts)) }

  /// The same where the counts are at hand.
  func slice(_ parts: [Part], _ cells: CellCounts) -> Slice { slice(runs(parts), cells.all, cells.form) }

  /// Counts and response times of rows.
  func slice(_ runs: [RowRun]) -> Slice {
    var tally = Tally(keys: cellCount, classes: classes)
    for run in runs { tally.add(run, keys: .minutes(slots), spills: table.spills) }
    return slice(runs, tally.counts(), tally.form)
  }

  private func slice(_ runs: [RowRun], _ counts: [Counts], _ form: ResponseForm) -> Slice {
    let times = ResponseTimes(
      runs.map { (run: $0, keys: .minutes(slots)) }, timed: counts.map(\.timed), spills: table.spills,
      form: form)
    return Slice(
      slotMinutes: rules.slotMinutes,
      cells: zip(counts, times.medians).map { Cell(counts: $0, median: $1) }, timing: times.timing)
  }
}

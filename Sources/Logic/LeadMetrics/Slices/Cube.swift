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
  let timetables: [Timetable]
  /// Cells of a map.
  let cellCount: Int
  /// The cell of each minute of the week.
  let slots: MinuteKeys
  /// Per team the keys of the first week: those of most weeks.
  private let coverageKeys: [CoverageKeys]
  /// Weeks with many more rows than cells, as they have been asked for.
  private let kept = Memo<Int, PackedTally?>()
  /// Such weeks by attributes.
  private let keptSets = Memo<Int, PackedTally?>()

  init(table: LeadTable, rules: Rules, timetables: [Timetable]) {
    self.table = table
    self.rules = rules
    self.timetables = timetables
    classes = Classes(rules)
    cellCount = 7 * rules.slotsPerDay
    slots = MinuteKeys((0..<10_080).map { UInt16($0 / rules.slotMinutes) }, count: cellCount)
    coverageKeys = timetables.map { timetable in
      var keys = CoverageKeys(timetable, slotMinutes: rules.slotMinutes)
      _ = keys.keys(of: table.firstWeek)
      return keys
    }
  }

  /// The position of a team's week in the table, if it has many more rows than keys: then it pays to keep counts.
  private func densePosition(_ team: Int, _ week: ISOWeek, keys: Int) -> Int? {
    let index = week.index - table.firstWeek.index
    guard (0..<table.weekCount).contains(index) else { return nil }
    let position = team * table.weekCount + index
    return table.partitions[position].count > keys * 8 ? position : nil
  }

  /// What was kept of a week, and the cells of a span of it; nil where its rows are to be looked at.
  private func dense(_ team: Int, _ span: WeekSpan) -> (counts: PackedTally, cells: Range<Int>)? {
    guard let position = densePosition(team, span.week, keys: cellCount) else { return nil }
    let (first, firstRest) = span.minutes.lowerBound.quotientAndRemainder(dividingBy: rules.slotMinutes)
    let (last, lastRest) = span.minutes.upperBound.quotientAndRemainder(dividingBy: rules.slotMinutes)
    guard firstRest == 0 && lastRest == 0 else { return nil }
    let counts = kept.value(position) {
      let run = run(team, WeekSpan(week: span.week, minutes: WeekSpan.whole))
      var keys = coverageKeys[team]
      var tally = Tally(keys: cellCount * CoverageKeys.planes, classes: classes)
      tally.add(run, keys: .minutes(keys.keys(of: span.week)), spills: table.spills)
      return PackedTally(tally)
    }
    return counts.map { ($0, first..<last) }
  }

  /// What was kept of a whole week by its team's sets of attributes, contacted leads before never-contacted ones; nil
  /// where its rows are to be looked at.
  func sets(_ team: Int, _ span: WeekSpan) -> PackedTally? {
    let count = table.attributes[team].count
    guard span.minutes == WeekSpan.whole, let position = densePosition(team, span.week, keys: 2 * count)
    else { return nil }
    return keptSets.value(position) {
      var tally = Tally(keys: 2 * count, classes: classes)
      tally.add(
        run(team, span), keys: .attributes(Array(0..<count), never: Array(count..<2 * count)),
        spills: table.spills)
      return PackedTally(tally)
    }
  }

  /// Counts by slot: the covered ones, then the uncovered, then those of unknown coverage.
  private func tally(_ parts: [Part]) -> Tally {
    var tally = Tally(keys: cellCount * CoverageKeys.planes, classes: classes)
    for part in parts {
      var keys = coverageKeys[part.team]
      for span in part.spans {
        if let (packed, cells) = dense(part.team, span) {
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

  /// Counts and medians by cell, with the response times of all of them.
  func slice(_ parts: [Part], _ cells: CellCounts, _ timing: Timing) -> Slice {
    Slice(
      slotMinutes: rules.slotMinutes,
      cells: zip(cells.all, medians(parts, cells)).map { Cell(counts: $0, median: $1) }, timing: timing)
  }

  private func medians(_ parts: [Part], _ cells: CellCounts) -> [Int64?] {
    ResponseTimes.medians(
      runs(parts).map { (run: $0, keys: .minutes(slots)) }, timed: cells.all.map(\.timed), table.spills)
  }

  /// The response times of all rows together.
  func timing(_ parts: [Part]) -> Timing {
    OrderedTimes.timing(runs(parts).map { OrderedTimes($0, table.spills) })
  }
}

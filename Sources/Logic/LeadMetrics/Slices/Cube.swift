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
  let slots: MinuteKeys
  /// Per team the keys of the first week: those of most weeks.
  private let coverageKeys: [CoverageKeys]
  /// Weeks with many more rows than cells, as they have been asked for.
  private let kept = Memo<Int, DenseWeek>()
  /// Such weeks by attributes.
  private let keptSets = Memo<Int, PackedTally?>()

  init(table: LeadTable, rules: Rules, rosters: [Roster]) {
    self.table = table
    self.rules = rules
    self.rosters = rosters
    classes = Classes(rules)
    cellCount = 7 * rules.slotsPerDay
    slots = MinuteKeys((0..<10_080).map { UInt16($0 / rules.slotMinutes) }, count: cellCount)
    coverageKeys = rosters.map { roster in
      var keys = CoverageKeys(roster, slotMinutes: rules.slotMinutes)
      _ = keys.keys(of: table.firstWeek)
      return keys
    }
  }

  /// Whether it pays to keep counts by keys, or to look for medians by magnitude: with many more rows than keys.
  private func isDense(_ rows: Int, keys: Int) -> Bool { rows > keys * 8 }

  /// The position of a team's week in the table, if it has many more rows than keys.
  private func densePosition(_ team: Int, _ week: ISOWeek, keys: Int) -> Int? {
    let index = week.index - table.firstWeek.index
    guard (0..<table.weekCount).contains(index) else { return nil }
    let position = team * table.weekCount + index
    return isDense(table.partitions[position].count, keys: keys) ? position : nil
  }

  /// What was kept of a week, and the cells of a span of it; nil where its rows are to be looked at.
  private func dense(_ team: Int, _ span: WeekSpan) -> (week: DenseWeek, cells: Range<Int>)? {
    guard let position = densePosition(team, span.week, keys: cellCount) else { return nil }
    let (first, firstRest) = span.minutes.lowerBound.quotientAndRemainder(dividingBy: rules.slotMinutes)
    let (last, lastRest) = span.minutes.upperBound.quotientAndRemainder(dividingBy: rules.slotMinutes)
    guard firstRest == 0 && lastRest == 0 else { return nil }
    return (kept.value(position) { denseWeek(team, span.week) }, first..<last)
  }

  private func denseWeek(_ team: Int, _ week: ISOWeek) -> DenseWeek {
    let run = run(team, WeekSpan(week: week, minutes: WeekSpan.whole))
    var keys = coverageKeys[team]
    var tally = Tally(keys: cellCount * CoverageKeys.planes, classes: classes)
    tally.add(run, keys: .minutes(keys.keys(of: week)), spills: table.spills)
    var magnitudes = Magnitudes(cells: cellCount)
    magnitudes.add(run, slots: slots, spills: table.spills)
    return DenseWeek(
      tally: PackedTally(tally), magnitudes: magnitudes.kept, medians: medians([run], tally.form, magnitudes))
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
        if let (week, cells) = dense(part.team, span), let packed = week.tally {
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

  /// Response times by cell and magnitude.
  private func magnitudes(_ parts: [Part]) -> Magnitudes {
    var magnitudes = Magnitudes(cells: cellCount)
    for part in parts {
      for span in part.spans {
        if let (week, cells) = dense(part.team, span), let kept = week.magnitudes {
          magnitudes.add(kept, cells: cells)
        } else {
          magnitudes.add(run(part.team, span), slots: slots, spills: table.spills)
        }
      }
    }
    return magnitudes
  }

  /// The median of each cell of many rows; nil where these have weights.
  private func medians(_ runs: [RowRun], _ form: ResponseForm, _ magnitudes: Magnitudes) -> [Int64?]? {
    if form == .weighted { return nil }
    return TimeWindows(runs, magnitudes, slots: slots, spills: table.spills, form: form).medians
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
    if parts.count == 1, parts[0].spans.count == 1, parts[0].spans[0].minutes == WeekSpan.whole,
      let kept = dense(parts[0].team, parts[0].spans[0])?.week.medians
    {
      return kept
    }
    let runs = runs(parts)
    if isDense(cells.timed, keys: cellCount),
      let medians = medians(runs, cells.form, magnitudes(parts))
    {
      return medians
    }
    return ResponseTimes(
      runs.map { (run: $0, keys: .minutes(slots)) }, timed: cells.all.map(\.timed), spills: table.spills,
      form: cells.form
    ).medians
  }

  /// The response times of all rows together, whose counts are at hand.
  func timing(_ parts: [Part], _ cells: CellCounts) -> Timing {
    timing(runs(parts), timed: cells.timed, cells.form)
  }

  /// The response times of all rows together, of which `timed` leads have one.
  func timing(_ runs: [RowRun], timed: Int, _ form: ResponseForm) -> Timing {
    Timing(runs, timed: timed, spills: table.spills, form: form)
  }
}

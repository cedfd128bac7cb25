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

  init(table: LeadTable, rules: Rules, rosters: [Roster]) {
    self.table = table
    self.rules = rules
    self.rosters = rosters
    classes = Classes(rules)
    cellCount = 7 * rules.slotsPerDay
  }

  /// Counts by slot: the covered ones, then the uncovered, then those of unknown coverage.
  func tally(_ parts: [Part]) -> Tally {
    var tally = Tally(keys: cellCount * CoverageKeys.planes, classes: classes)
    for part in parts {
      var keys = CoverageKeys(rosters[part.team], slotMinutes: rules.slotMinutes)
      for span in part.spans {
        let rows = table.leads(team: part.team, week: span.week)
        if rows.isEmpty { continue }
        tally.add(rows, in: span.minutes, keys: keys.keys(of: span.week), spills: table.spills)
      }
    }
    return tally
  }

  /// Counts per cell whether covered or not.
  func cells(_ parts: [Part]) -> [Counts] {
    let counts = tally(parts).counts()
    return (0..<cellCount).map { counts[$0] + counts[cellCount + $0] + counts[2 * cellCount + $0] }
  }

  /// Leads by the coverage of the minute in which they came.
  func split(_ parts: [Part]) -> CoverageSplit {
    let counts = tally(parts).counts()
    func plane(_ index: Int) -> [Counts] { Array(counts[index * cellCount..<(index + 1) * cellCount]) }
    return CoverageSplit(
      covered: plane(0).total(), uncovered: plane(1).total(), unknown: plane(2).total(),
      uncoveredCells: plane(1))
  }

  /// Counts and response times.
  func slice(_ parts: [Part]) -> Slice {
    let counts = cells(parts)
    var times = ResponseTimes(cells: cellCount)
    for part in parts {
      for span in part.spans {
        times.add(
          table.leads(team: part.team, week: span.week), in: span.minutes, slotMinutes: rules.slotMinutes,
          spills: table.spills)
      }
    }
    let medians = times.medians()
    return Slice(
      slotMinutes: rules.slotMinutes, cells: zip(counts, medians).map { Cell(counts: $0, median: $1) },
      timing: times.timing())
  }
}

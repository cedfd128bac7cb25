import LeadModel

/// The last complete weeks up to a thin period, at most eight.
package struct Pooled: Hashable, Sendable {
  /// Their numbers together.
  package let slice: Slice
  /// The first and the last of them, without gaps.
  package let weeks: ClosedRange<ISOWeek>
}

extension Slice {
  /// Fewer than half of the leads lie in slots of `min_leads` judged leads or more.
  func isThin(_ rules: Rules) -> Bool { !hasEnough(inPartsOf: slotMinutes, rules) }

  /// Whether at least half of the leads lie in parts of so many minutes, laid out as ``blocks(of:)``, of `min_leads`
  /// judged leads or more.
  func hasEnough(inPartsOf minutes: Int, _ rules: Rules) -> Bool {
    let size = minutes / slotMinutes
    var inEnough = 0
    for start in stride(from: 0, to: cells.count, by: size) {
      var (leads, judged) = (0, 0)
      for index in start..<start + size {
        leads += cells[index].counts.leads
        judged += cells[index].counts.judged(rules.headline)
      }
      if judged >= rules.minLeads { inEnough += leads }
    }
    return inEnough * 2 >= total.leads
  }
}

extension Analysis {
  /// At most this many weeks are pooled.
  static let pooledWeeks = 8

  /// The last complete weeks that end with or before a period, pooled; nil where they hold no more leads
  /// than the period itself, and for all time.
  func pooled(_ scope: Scope, _ period: Period, leads: Int) -> Pooled? {
    guard let dates = period.dates else { return nil }
    // The last week that has ended by the end of the period.
    var last = ISOWeek(containing: dates.upperBound).index - 1
    // Weeks in which the scope had no leads are among them, those before its first ones too.
    let oldest = weeks(.allTeams).first?.index ?? last
    while last >= oldest, !isComplete(scope, .week(ISOWeek(index: last))) { last -= 1 }
    var first = last
    while last - first + 1 < Analysis.pooledWeeks, first > oldest,
      isComplete(scope, .week(ISOWeek(index: first - 1)))
    {
      first -= 1
    }
    guard last >= oldest else { return nil }
    let parts = members(scope).map { team in
      Part(
        team: team,
        spans: (first...last).map { WeekSpan(week: ISOWeek(index: $0), minutes: WeekSpan.whole) })
    }
    let cells = cube.cells(parts)
    let slice = cube.slice(parts, cells, cube.timing(parts))
    return slice.total.leads > leads
      ? Pooled(slice: slice, weeks: ISOWeek(index: first)...ISOWeek(index: last)) : nil
  }
}

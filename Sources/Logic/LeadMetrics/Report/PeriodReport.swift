import LeadModel

/// Everything a page about a scope in a period says in numbers.
package struct PeriodReport: Sendable {
  /// Whose leads they are.
  package let scope: Scope
  /// The period, its dates and whether it is complete.
  package let info: PeriodInfo
  /// The numbers of the period, slot by slot.
  package let slice: Slice
  /// Against the calendar period before; nil where that has no leads, and for all time.
  package let comparison: Comparison?
  /// Fewer than half of the leads lie in slots of `min_leads` or more: the page leads with totals by weekday
  /// and hour, and with ``pooled``.
  package let isThin: Bool
  /// The last complete weeks up to the period; nil unless it is thin and they hold more leads than it.
  package let pooled: Pooled?
  /// Who was on shift when.
  package let coverage: CoverageMap
  /// The leads with and without someone on shift.
  package let split: CoverageSplit
  /// Where most leads are missed.
  package let worst: SlotRanking
}

extension Analysis {
  /// Everything a page about a scope in a period says in numbers.
  package func report(_ scope: Scope, _ period: Period) -> PeriodReport {
    let cells = cellCounts(scope, period)
    let slice = cube.slice(parts(scope, period), cells, totals(scope, period).timing)
    let isThin = slice.isThin(rules)
    return PeriodReport(
      scope: scope, info: info(scope, period), slice: slice,
      comparison: comparison(scope, period, cells: cells), isThin: isThin,
      pooled: isThin ? pooled(scope, period, leads: slice.total.leads) : nil,
      coverage: coverage(scope, period), split: cells.split, worst: SlotRanking(slice, rules))
  }

  /// Who was on shift when, up to the cut-off.
  package func coverage(_ scope: Scope, _ period: Period) -> CoverageMap {
    let timetables = scope == .allTeams ? pooledTimetables : cube.timetables
    let maps = members(scope).map { team in
      CoverageMap(
        timetables[team], spans: calendar.passedSpans(period, team: team), slotMinutes: rules.slotMinutes,
        hasSchedule: hasSchedule)
    }
    return maps.count == 1 ? maps[0] : CoverageMap(sum: maps, slotMinutes: rules.slotMinutes)
  }
}

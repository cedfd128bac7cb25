import LeadModel

extension Analysis {
  /// Everything a page about a scope in a period says in numbers.
  package func report(_ scope: Scope, _ period: Period) -> PeriodReport {
    let slice = slice(scope, period)
    return PeriodReport(
      scope: scope, info: info(scope, period), slice: slice, comparison: nil, isThin: false, pooled: nil,
      coverage: CoverageMap(knowledge: .unknown(.noSchedule), slotMinutes: rules.slotMinutes, cells: []),
      split: CoverageSplit(
        covered: Counts(), uncovered: Counts(), unknown: slice.total, uncoveredCells: []),
      worst: SlotRanking(unit: .slot, minutes: rules.slotMinutes, isPooled: false, parts: []))
  }

  /// The weeks from the first to the last with leads, those without between them too: gaps.
  package func trend(_ scope: Scope) -> [TrendPoint] {
    guard let first = weeks(scope).first, let last = weeks(scope).last else { return [] }
    return (first...last).map { week in
      let slice = slice(scope, .week(week))
      return TrendPoint(
        week: week, isComplete: calendar.isComplete(.week(week), scope), counts: slice.total,
        median: slice.timing.median)
    }
  }

  /// The teams by their rate in a period: ranked ones first, then those below `min_leads`, then those
  /// without leads are left out.
  package func leaderboard(_ period: Period) -> [Standing] {
    let all = teams.indices.map { team in (team, slice(.team(team), period)) }
      .filter { $0.1.total.leads > 0 }
    return all.map { Standing(team: $0.0, counts: $0.1.total, timing: $0.1.timing, rank: nil) }
  }
}

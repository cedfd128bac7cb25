import LeadModel

/// One week of a trend.
package struct TrendPoint: Hashable, Sendable {
  /// Which week it is.
  package let week: ISOWeek
  /// Whether the data cover all of it.
  package let isComplete: Bool
  /// All zero in a week without leads: a gap.
  package let counts: Counts
  /// Mean, median and p90 of the week.
  package let timing: Timing
}

extension Analysis {
  /// The weeks from the scope's first with leads to the last with leads of any team, those without among them too: they
  /// are gaps. With `last`, only that many of them, the latest; with `through`, none after that week.
  package func trend(_ scope: Scope, last count: Int? = nil, through end: ISOWeek? = nil) -> [TrendPoint] {
    guard let oldest = weeks(scope).first, let newest = weeks(.allTeams).last else { return [] }
    let last = min(newest, end ?? newest).index
    let first = max(oldest.index, count.map { last - $0 + 1 } ?? oldest.index)
    guard first <= last else { return [] }
    return (first...last).map { index in
      let week = ISOWeek(index: index)
      let (counts, timing) = totals.totals(scope, week)
      return TrendPoint(
        week: week, isComplete: isComplete(scope, .week(week)), counts: counts, timing: timing)
    }
  }
}

import LeadModel

/// A period beside the one before.
package struct Comparison: Hashable, Sendable {
  /// The calendar period before.
  package let period: Period
  /// An incomplete period is compared with the same weekdays and times of the previous one.
  package let isLikeForLike: Bool
  /// Whether the previous period is itself complete.
  package let previousIsComplete: Bool
  /// What it is compared with: never without leads.
  package let previous: Counts
  /// The same slot by slot, laid out as ``Slice/cells``.
  package let previousCells: [Counts]
  /// The headline rate's; nil where either has nothing judged.
  package let change: Change?
  /// What of the change is due to which leads came, and what to how they were answered; nil unless the change
  /// has a verdict and every stratum has enough leads.
  package let mixAndRate: MixAndRate?
}

extension Analysis {
  /// A period against the calendar period before; nil where that has no leads, and for all time.
  package func comparison(_ scope: Scope, _ period: Period) -> Comparison? {
    comparison(scope, period, cells: cellCounts(scope, period))
  }

  /// The change of the rate alone.
  package func change(_ scope: Scope, _ period: Period) -> Change? {
    guard let before = period.previous else { return nil }
    guard isComplete(scope, period) else { return comparison(scope, period)?.change }
    let previous = totals(scope, before).counts
    return Change(totals(scope, period).counts.ratio(headline), after: previous.ratio(headline))
  }

  /// The same where the period's counts are at hand.
  func comparison(_ scope: Scope, _ period: Period, cells current: CellCounts) -> Comparison? {
    guard let before = period.previous else { return nil }
    let isLikeForLike = !isComplete(scope, period)
    let parts =
      isLikeForLike
      ? members(scope).map { Part(team: $0, spans: calendar.comparableSpans(period, team: $0)) }
      : parts(scope, before)
    let previous = cube.cells(parts)
    let total = previous.all.total()
    guard total.leads > 0 else { return nil }
    let change = Change(current.all.total().ratio(headline), after: total.ratio(headline))
    let hasVerdict = change.map { $0.verdict != .noClearChange } ?? false
    return Comparison(
      period: before, isLikeForLike: isLikeForLike, previousIsComplete: isComplete(scope, before),
      previous: total, previousCells: previous.all, change: change,

      mixAndRate: hasVerdict ? MixAndRate(current, after: previous, rules) : nil)
  }
}

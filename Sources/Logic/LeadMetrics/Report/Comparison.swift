import LeadModel

/// A period beside the one before.
package struct Comparison: Hashable, Sendable {
  /// Where either period is incomplete, only the weekdays and times that the data hold of both are compared.
  package let isLikeForLike: Bool
  /// What it is compared with: never without leads.
  package let previous: Counts
  /// The same slot by slot, laid out as ``Slice/cells``.
  package let previousCells: [Counts]
  /// The headline rate's; nil where either has nothing judged.
  package let change: Change?
  /// What of the change is due to which leads came, and what to how they were answered; nil unless the change
  /// has a verdict and every stratum has enough leads.
  package let mixAndRate: MixAndRate?

  /// Whether these two as shown do not add up to the change as shown: the reader is told why.
  package var partsDiffer: Bool {
    mixAndRate.map { $0.tenths.mix + $0.tenths.rate != change?.points } ?? false
  }
}

extension Analysis {
  /// A period against the calendar period before; nil where that has no leads, and for all time.
  func comparison(_ scope: Scope, _ period: Period) -> Comparison? {
    comparison(scope, period, cells: cellCounts(scope, period))
  }

  /// The change of the rate alone.
  package func change(_ scope: Scope, _ period: Period) -> Change? {
    guard let before = period.previous else { return nil }
    if isLikeForLike(scope, period) { return comparison(scope, period)?.change }
    let previous = totals(scope, before).counts
    return Change(totals(scope, period).counts.ratio(headline), after: previous.ratio(headline))
  }

  /// Whether a period and the one before can be compared only by the weekdays and times that the data hold of both,
  /// since one of them is incomplete.
  package func isLikeForLike(_ scope: Scope, _ period: Period) -> Bool {
    guard let before = period.previous else { return false }
    return !isComplete(scope, period) || !isComplete(scope, before)
  }

  /// The same where the period's counts are at hand.
  func comparison(_ scope: Scope, _ period: Period, cells own: CellCounts) -> Comparison? {
    guard let before = period.previous else { return nil }
    let isLikeForLike = self.isLikeForLike(scope, period)
    let (current, previous) = isLikeForLike ? likeForLike(scope, period) : (own, cellCounts(scope, before))
    let (total, earlier) = (current.all.total(), previous.all.total())
    guard total.leads > 0, earlier.leads > 0 else { return nil }
    let change = Change(total.ratio(headline), after: earlier.ratio(headline))
    let hasVerdict = change.map { $0.verdict(rules) != .noClearChange } ?? false
    return Comparison(
      isLikeForLike: isLikeForLike, previous: earlier, previousCells: previous.all,
      change: change, mixAndRate: hasVerdict ? MixAndRate(current, after: previous, rules) : nil)
  }

  /// What the data hold of both a period and the one before.
  private func likeForLike(_ scope: Scope, _ period: Period) -> (current: CellCounts, previous: CellCounts) {
    let pairs = members(scope).map { (team: $0, spans: calendar.comparableSpans(period, team: $0)) }
    return (
      cube.cells(pairs.map { Part(team: $0.team, spans: $0.spans.current) }),
      cube.cells(pairs.map { Part(team: $0.team, spans: $0.spans.previous) })
    )
  }
}

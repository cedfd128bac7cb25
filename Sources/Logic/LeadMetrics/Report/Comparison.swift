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
  /// The headline rate's; nil where either has nothing judged.
  package let change: Change?
  /// Per cell, laid out as ``Slice/cells``; nil where either has nothing judged.
  package let cells: [Change?]
}

extension Analysis {
  /// A period against the calendar period before; nil where that has no leads, and for all time.
  package func comparison(_ scope: Scope, _ period: Period) -> Comparison? {
    comparison(scope, period, cells: cube.cells(cube.tally(parts(scope, period))))
  }

  /// The same where the period's cells are at hand.
  func comparison(_ scope: Scope, _ period: Period, cells: [Counts]) -> Comparison? {
    guard let before = period.previous else { return nil }
    let isLikeForLike = !isComplete(scope, period)
    let parts =
      isLikeForLike
      ? members(scope).map { Part(team: $0, spans: calendar.comparableSpans(period, team: $0)) }
      : parts(scope, before)
    let previous = cube.cells(cube.tally(parts))
    let total = previous.total()
    guard total.leads > 0 else { return nil }
    return Comparison(
      period: before, isLikeForLike: isLikeForLike, previousIsComplete: isComplete(scope, before),
      previous: total, change: Change(cells.total().ratio(headline), after: total.ratio(headline)),
      cells: zip(cells, previous).map { Change($0.ratio(headline), after: $1.ratio(headline)) })
  }
}

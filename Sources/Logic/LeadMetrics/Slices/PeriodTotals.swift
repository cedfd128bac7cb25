import LeadModel
import Synchronization

/// The totals of months and of all time, each made when it is first asked for: lists and leaderboards of many
/// pages need them.
final class PeriodTotals: Sendable {
  private struct Key: Hashable {
    let scope: Scope
    let period: Period
  }
  private let known = Mutex<[Key: (counts: Counts, timing: Timing)]>([:])

  /// The totals of a scope in a period, which `make` makes the same each time.
  func totals(
    _ scope: Scope, _ period: Period, make: () -> (counts: Counts, timing: Timing)
  ) -> (counts: Counts, timing: Timing) {
    let key = Key(scope: scope, period: period)
    if let totals = known.withLock({ $0[key] }) { return totals }
    let totals = make()
    known.withLock { $0[key] = totals }
    return totals
  }
}

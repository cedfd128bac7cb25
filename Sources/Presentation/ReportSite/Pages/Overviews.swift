import LeadMetrics
import LeadModel

/// All time of every scope, and the hours of the day that its maps show: made once for each, since many pages need
/// them.
final class Overviews: Sendable {
  private struct Overview {
    let report: PeriodReport
    let window: TimeWindow
  }

  private let analysis: Analysis
  private let known = Memo<Scope, Overview>()

  /// The overviews of an analysis.
  init(_ analysis: Analysis) { self.analysis = analysis }

  /// All time of a scope.
  func report(_ scope: Scope) -> PeriodReport { overview(scope).report }

  /// Any period of a scope: all time is at hand.
  func report(_ scope: Scope, _ period: Period) -> PeriodReport {
    period == .all ? report(scope) : analysis.report(scope, period)
  }

  /// The hours that every map of a scope shows.
  func window(_ scope: Scope) -> TimeWindow { overview(scope).window }

  private func overview(_ scope: Scope) -> Overview {
    known.value(scope) {
      let report = analysis.report(scope, .all)
      return Overview(report: report, window: TimeWindow(report.slice, report.coverage))
    }
  }
}

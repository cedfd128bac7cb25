import LeadMetrics

/// All time of every scope, and the hours of the day that its maps show: made once, since many pages need them.
struct Overviews: Sendable {
  private let reports: [Scope: PeriodReport]
  private let windows: [Scope: TimeWindow]

  /// The overviews of an analysis.
  init(_ analysis: Analysis) {
    reports = Dictionary(uniqueKeysWithValues: analysis.scopes.map { ($0, analysis.report($0, .all)) })
    windows = reports.mapValues { TimeWindow($0.slice, $0.coverage) }
  }

  /// All time of a scope.
  func report(_ scope: Scope) -> PeriodReport { reports[scope]! }

  /// The hours that every map of a scope shows.
  func window(_ scope: Scope) -> TimeWindow { windows[scope]! }
}

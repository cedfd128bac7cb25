import LeadMetrics
import LeadModel

extension SiteFindings {
  /// Of every page about leads that a site has.
  init(of analysis: Analysis, showsReps: Bool) {
    let pages = analysis.scopes.flatMap { scope in
      analysis.periods(scope).map { (scope: scope, period: $0) }
    }
    self.init(
      concurrently(pages) { analysis.candidates($0.scope, $0.period, showsReps: showsReps) }, analysis.rules)
  }
}

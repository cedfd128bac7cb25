import LeadModel

/// What stands out beyond chance on the pages of a site, all of them judged together.
///
/// A page finds what a Benjamini–Hochberg procedure over its candidates finds; at which level depends on how many
/// pages have something to say: R pages of m at 5 % × R ÷ m, where R is the most for which that many do. So on data
/// without any effect not one page of the whole site has a finding, nineteen times out of twenty, and on average at
/// most 5 % of a speaking page's findings are false: Y. Benjamini and M. Bogomolov, "Selective inference on multiple
/// families of hypotheses", J. R. Statist. Soc. B 76 (2014) 297–318.
package struct SiteFindings: Sendable {
  private let pages: [PeriodKey: PageCandidates]
  /// The false-discovery rate within each page, at most ``Discoveries/rate``.
  let level: Double
  private let rules: Rules

  /// Of all pages of a site.
  package init(_ pages: [PageCandidates], _ rules: Rules) {
    self.pages = Dictionary(
      uniqueKeysWithValues: pages.map { (PeriodKey(scope: $0.scope, period: $0.period), $0) })
    level = SiteFindings.level(pages.compactMap(\.probability))
    self.rules = rules
  }

  /// The level for pages of those probabilities.
  static func level(_ probabilities: [Double]) -> Double {
    let speaking = Discoveries.adjusted(probabilities).count { $0 <= Discoveries.rate }
    return Discoveries.rate * Double(speaking) / Double(max(1, probabilities.count))
  }

  /// What the page about a report should say, most leads first and data problems last; empty when nothing is beyond
  /// chance.
  package func findings(_ report: PeriodReport) -> [Finding] {
    let likely = pages[PeriodKey(scope: report.scope, period: report.info.period)]?.likely ?? []
    let found = Candidate.chosen(likely.filter { $0.probability <= level }.map(\.candidate), rules)
      .map { Finding(fact: $0.fact, leads: $0.leads) }
      .sorted { $0.leads > $1.leads }
    return Array((found + dataProblems(report.slice.total)).prefix(Finding.limit))
  }

  /// Whether anything was compared on the page about a scope in a period.
  package func hasCandidates(_ scope: Scope, _ period: Period) -> Bool {
    pages[PeriodKey(scope: scope, period: period)]?.probability != nil
  }

  private func dataProblems(_ total: Counts) -> [Finding] {
    let pending = total.pending[rules.headline]
    let problems: [(Finding.DataProblem, Int, Int, Int)] = [
      (.anomalies, total.anomalies, total.leads, 2), (.pending, pending, total.leads, 25),
      (.flagged, total.flagged, total.contacted, 25),
    ]
    return problems.filter { problem, count, all, percent in
      // That all are too young, or have a flag only, bends nothing, and the page says so in many places.
      count >= rules.minLeads && count * 100 >= all * percent
        && (count < all || problem == .anomalies)
    }
    .map { Finding(fact: .data($0.0, leads: $0.1, of: $0.2), leads: 0) }
  }
}

import LeadMetrics
import LeadModel
import Narrative

extension Values {
  static let coverage = ValueGroup<Told>([
    .flag("known", "whether the schedule says who was on shift") { $0.report.coverage.isKnown },
    .text("reason", "why it is not known, or not for all") { $0.report.coverage.reason ?? "" },
    .quantity("rep_hours", "hours that people were on shift, added up") {
      .decimal($0.report.coverage.isKnown ? $0.repHours : nil)
    },
    .quantity("load", "leads per hour that a person was on shift") { .decimal($0.load) },
    .count("leads", of: .leads, "leads whose coverage is known") { $0.leadsOfKnownCoverage },
    .object("covered", tally, "leads that came while someone was on shift") {
      $0.tallied(of: $0.report.split.covered)
    },
    .object("uncovered", tally, "leads that came while nobody was on shift") {
      $0.tallied(of: $0.report.split.uncovered)
    },
    .quantity("uncovered_share", forms: Quantity.shareForms, "of the leads whose coverage is known") {
      .share($0.report.split.uncovered.leads, of: $0.leadsOfKnownCoverage)
    },
    .count("unknown", of: .leads, "leads whose coverage is not known") { $0.report.split.unknown.leads },
    .quantity("gap", forms: Quantity.pointsForms, "the covered rate less the uncovered rate, in points") {
      .points($0.coverageGap)
    },
    .flag("gap_clear", "whether the gap is more than chance explains") {
      $0.coverageGap?.interval.excludesZero ?? false
    },
  ])
}

extension Told {
  func tallied(of counts: Counts) -> Tallied { Tallied(counts: counts, headline: rules.headline) }

  var repHours: Double { Double(report.coverage.repMinutes) / 60 }
  var leadsOfKnownCoverage: Int { report.split.covered.leads + report.split.uncovered.leads }
  var load: Double? { report.coverage.repMinutes > 0 ? Double(leadsOfKnownCoverage) / repHours : nil }
  var coverageGap: Change? {
    Change(
      report.split.covered.ratio(rules.headline), after: report.split.uncovered.ratio(rules.headline))
  }
}

extension CoverageMap {
  /// Why coverage is not known, or not for all; nil where it is.
  var reason: String? {
    switch knowledge {
    case .known: nil
    case .partly(let reason), .unknown(let reason): reason.rawValue
    }
  }
}

import LeadMetrics
import LeadModel
import Narrative

extension Values {
  static let coverage = ValueGroup<Told>([
    .flag("known", "whether the schedule says who was on shift") { $0.report.coverage.isKnown },
    .text("reason", "why it is not known, or not for all") { $0.coverageReason ?? "" },
    .quantity("rep_hours", "hours that people were on shift, added up, those before the data begin too") {
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
    .flag("gap_clear", "whether the gap is more than chance explains") { told in
      told.coverageGap.map { $0.verdict(told.rules) != .noClearChange } ?? false
    },
  ])
}

extension Told {
  func tallied(of counts: Counts) -> Tallied { site.tallied(counts) }

  var repHours: Double { Double(report.coverage.repMinutes) / 60 }
  /// That hours on shift are of days too of which there are no leads: `of the whole month, though the data begin on 14
  /// September 2026`; nil where they are not.
  var hoursBeforeData: String? {
    info.lateBegin.map {
      "of the whole \(Words.kind(of: info.period)), though the data begin on \($0.longName)"
    }
  }
  var leadsOfKnownCoverage: Int { report.split.covered.leads + report.split.uncovered.leads }
  var load: Double? { report.coverage.repMinutes > 0 ? Double(leadsOfKnownCoverage) / repHours : nil }
  var coverageGap: Change? {
    Change(
      report.split.covered.ratio(rules.headline), after: report.split.uncovered.ratio(rules.headline))
  }
}

extension Told {
  /// Why coverage is not known, or not for all, as a sentence without its capital and its full stop; nil where it is.
  var coverageReason: String? {
    let shifts = report.scope == .allTeams ? "no shifts" : "no shifts of the team"
    return switch report.coverage.knowledge {
    case .known: nil
    case .unknown(.noSchedule), .partly(.noSchedule):
      site.schedule.isGiven
        ? "the schedule has no shift" + (site.intake.isWhole ? "" : " of the team") : "no schedule was given"
    case .unknown(.notBegun), .partly(.notBegun): "the \(Words.kind(of: info.period)) has not begun"
    // Of several teams some may have shifts on other dates.
    case .unknown(.noShifts):
      "the schedule has no shift of \(report.scope == .allTeams ? "any team with leads" : "the team")"
    case .unknown: "the schedule has \(shifts) for these dates"
    case .partly(.someTeams): "the schedule does not cover every team"
    case .partly where report.scope == .allTeams: "the schedule has no shifts of some team for some dates"
    case .partly: "for some dates the schedule has \(shifts)"
    }
  }
}

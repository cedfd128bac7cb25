import LeadMetrics
import LeadModel

/// What the tables and charts of a page, its narrative and its downloads all tell and takes a pass over leads: each
/// is made once, and only where one of them tells it.
struct Details: Sendable {
  let distribution: Once<Distribution>
  /// nil where the export has no outcomes.
  let conversion: Once<Conversion?>
  let staffing: Once<Staffing>
  /// The team beside all others, and where it could win; nil on pages about all teams, the first where there is no other.
  let against: Once<HeadToHead?>
  let potential: Once<Potential?>
  /// The period's own slots beside the target; nil without one.
  let target: Once<TargetMarks?>
  let events: Once<[ToldEvent]>
  /// The weeks up to the end of the period.
  let trend: Once<Trend>
  /// The leads by what the export tells them apart by, and none by people where these are left out. The leads are gone
  /// through once for all of them.
  let breakdowns: Once<[Role: Breakdown]>
  /// The weeks of the team's reps who have a rank, at most ``mostRepWeeks``, the best rate first. Where rates would
  /// flatter, such maps would too: then nobody has a rank.
  let repWeeks: Once<[RepWeek]>

  /// The most reps whose weeks are told.
  private static let mostRepWeeks = 12

  /// Of a report. `events` are those of the same scope, where they are at hand.
  init(_ report: PeriodReport, site: Site, events: Once<[ToldEvent]>? = nil) {
    let (scope, period, analysis) = (report.scope, report.info.period, site.analysis)
    var team: Int?
    if case .team(let position) = scope { team = position }
    let own = team
    distribution = Once { analysis.distribution(scope, period) }
    conversion = Once { analysis.conversion(scope, period) }
    staffing = Once { report.staffing(site.rules) }
    against = Once { own.flatMap { analysis.againstOthers($0, period) } }
    potential = Once { own.map { analysis.potential($0, period) } }
    target = Once { site.target(scope).map { TargetMarks(report.slice, target: $0, site.rules) } }
    trend = Once { Trend(scope, upTo: period, site: site) }
    self.events = events ?? Once { ToldEvent.all(of: scope, site: site) }
    // What a site leaves out is not even there to be asked for.
    let roles = [Role.rep, .manager, .channel, .source].filter { role in
      analysis.has(role) && !(site.settings.hidesReps && role.isPerson)
    }
    let breakdowns = Once { roles.isEmpty ? [:] : analysis.breakdowns(scope, period, by: roles) }
    self.breakdowns = breakdowns
    repWeeks = Once {
      let shown = (breakdowns.value[.rep]?.rows ?? []).compactMap { row -> (name: String, counts: Counts)? in
        if case .named(let name) = row.name, row.rank != nil { (name, row.counts) } else { nil }
      }.prefix(Details.mostRepWeeks)
      if shown.isEmpty { return [] }
      return zip(shown, analysis.rates(scope, period, by: .rep, shown.map(\.name))).map { row, slice in
        RepWeek(name: row.name, counts: row.counts, slice: slice, site: site)
      }
    }
  }
}

extension Role {
  /// Whether its names are those of people.
  var isPerson: Bool { self == .rep || self == .manager }
}

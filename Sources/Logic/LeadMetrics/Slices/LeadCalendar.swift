import LeadModel

/// A stretch of one ISO week, in minutes since its Monday 00:00, local.
struct WeekSpan: Hashable, Sendable {
  var week: ISOWeek
  var minutes: Range<Int>

  static let whole = 0..<10_080
}

/// Where the data begin and end on the clocks of the report and of each team: which periods are complete,
/// and which minutes belong to them.
struct LeadCalendar: Sendable {
  private struct Bounds: Sendable {
    var first: CivilDate
    var end: LocalTime
  }
  /// By the report's zone, then by each team's; empty without leads.
  private let report: Bounds?
  private let byTeam: [Bounds]
  /// Whether the cut-off is the latest received time: its own minute is then part of the data.
  private let endsWithLastLead: Bool

  init(intake: Intake, rules: Rules) {
    func bounds(_ zone: ZoneRules) -> Bounds? {
      guard let first = intake.firstReceived, let end = intake.cutoff else { return nil }
      let begin = zone.local(of: first).date
      return Bounds(first: rules.from.map { min($0, begin) } ?? begin, end: zone.local(of: end))
    }
    report = bounds(intake.zone)
    byTeam = intake.table.teams.compactMap { bounds($0.zone) }
    endsWithLastLead = rules.asOf == nil
  }

  private func bounds(_ scope: Scope) -> Bounds? {
    switch scope {
    case .allTeams: report
    case .team(let team): byTeam.indices.contains(team) ? byTeam[team] : nil
    }
  }

  /// The cut-off on a scope's clocks; nil without leads.
  func end(_ scope: Scope) -> LocalTime? { bounds(scope)?.end }

  /// The data begin on or before the period's first local day and the cut-off is at or past its end.
  func isComplete(_ period: Period, _ scope: Scope) -> Bool {
    guard let dates = period.dates else { return true }
    guard let bounds = bounds(scope) else { return false }
    return bounds.first <= dates.lowerBound && bounds.end >= LocalTime(date: dates.upperBound)
  }

  /// The days of a period; for all time from the first lead's to the cut-off's.
  func dates(_ period: Period, _ scope: Scope, in table: LeadTable) -> ClosedRange<CivilDate>? {
    if let dates = period.dates { return dates.lowerBound...dates.upperBound.adding(days: -1) }
    guard let bounds = bounds(scope) else { return nil }
    // A cut-off at midnight ends the day before.
    let last = LocalTime(microseconds: bounds.end.microseconds - 1).date
    return bounds.first...max(bounds.first, last)
  }

  /// The parts of weeks that make up a period.
  func spans(_ period: Period, in table: LeadTable) -> [WeekSpan] {
    switch period {
    case .week(let week): return [WeekSpan(week: week, minutes: WeekSpan.whole)]
    case .month(let month):
      let dates = Period.month(month).dates!
      return days(dates.lowerBound.dayNumber..<dates.upperBound.dayNumber)
    case .all:
      return (table.weeks.map(Array.init) ?? []).map { WeekSpan(week: $0, minutes: WeekSpan.whole) }
    }
  }

  /// The parts of weeks that make up a run of days.
  private func days(_ numbers: Range<Int>) -> [WeekSpan] {
    guard let last = numbers.last else { return [] }
    let weeks =
      ISOWeek(containing: CivilDate(dayNumber: numbers.lowerBound))
      .index...ISOWeek(containing: CivilDate(dayNumber: last)).index
    return weeks.map { index in
      let week = ISOWeek(index: index)
      let monday = week.monday.dayNumber
      let days = numbers.clamped(to: monday..<monday + 7)
      return WeekSpan(
        week: week, minutes: (days.lowerBound - monday) * 1_440..<(days.upperBound - monday) * 1_440)
    }
  }
}

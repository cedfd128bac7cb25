import LeadModel

/// Everything that can be asked about the leads that were read. Made once; asking is pure, and the same
/// question always has the same answer.
package struct Analysis: Sendable {
  package let rules: Rules
  /// In order of their bytes; the unnamed one, if any, last. ``Scope/team(_:)`` counts in it.
  package let teams: [Team]
  /// Of the report; a team may have another one.
  package let zone: ZoneRules
  /// Leads are judged up to here; nil without any row.
  package let cutoff: Instant?
  /// Facts about the schedule beside the leads. Those of reading are in ``Intake`` and ``Schedule``.
  package let diagnostics: [Diagnostic]
  let table: LeadTable
  let calendar: LeadCalendar
  let cube: Cube
  let rosters: [Roster]

  /// Analyses what was read.
  package init(intake: Intake, schedule: Schedule, rules: Rules) {
    self.rules = rules
    teams = intake.table.teams
    zone = intake.zone
    cutoff = intake.cutoff
    table = intake.table
    calendar = LeadCalendar(intake: intake, rules: rules)
    let assignment = ShiftAssignment(schedule: schedule, table: intake.table)
    diagnostics = assignment.diagnostics
    rosters = assignment.rosters
    cube = Cube(table: intake.table, rules: rules, calendar: calendar, rosters: assignment.rosters)
  }

  /// All teams, then each by itself.
  package var scopes: [Scope] { [.allTeams] + teams.indices.map(Scope.team) }

  /// The weeks with leads, ascending: each has a page. Between them may be weeks without.
  package func weeks(_ scope: Scope) -> [ISOWeek] { cube.weeks(members(scope)) }

  /// The months with leads, ascending.
  package func months(_ scope: Scope) -> [YearMonth] { cube.months(members(scope)) }

  /// The latest complete week with leads, or where none is complete the latest with leads; nil without leads.
  package func latestWeek(_ scope: Scope) -> ISOWeek? {
    let weeks = weeks(scope)
    return weeks.last { calendar.isComplete(.week($0), scope) } ?? weeks.last
  }

  /// The latest complete month with leads, or where none is complete the latest with leads; nil without leads.
  package func latestMonth(_ scope: Scope) -> YearMonth? {
    let months = months(scope)
    return months.last { calendar.isComplete(.month($0), scope) } ?? months.last
  }

  /// A period as it concerns a scope.
  package func info(_ scope: Scope, _ period: Period) -> PeriodInfo {
    let pages: [Period] =
      switch period {
      case .week: weeks(scope).map(Period.week)
      case .month: months(scope).map(Period.month)
      case .all: []
      }
    return PeriodInfo(
      period: period, dates: calendar.dates(period, scope, in: table),
      isComplete: calendar.isComplete(period, scope),
      earlier: pages.last { $0.begins(before: period) }, later: pages.first { period.begins(before: $0) })
  }

  /// The numbers of a scope in a period.
  package func slice(_ scope: Scope, _ period: Period) -> Slice {
    cube.slice(members(scope).map { (team: $0, spans: calendar.spans(period, in: table)) })
  }

  /// The positions of a scope's teams.
  func members(_ scope: Scope) -> [Int] {
    switch scope {
    case .allTeams: Array(teams.indices)
    case .team(let team): [team]
    }
  }
}

extension Period {
  /// Whether its first day is before the other's; false for all time.
  func begins(before other: Period) -> Bool {
    guard let mine = dates, let theirs = other.dates else { return false }
    return mine.lowerBound < theirs.lowerBound
  }
}

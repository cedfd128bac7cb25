import LeadModel

/// Everything that can be asked about the leads that were read. Made once; asking is pure, and the same
/// question always has the same answer.
package struct Analysis: Sendable {
  /// The choices that all answers are made with.
  package let rules: Rules
  /// In order of their bytes; the unnamed one, if any, last. ``Scope/team(_:)`` counts in it.
  package let teams: [Team]
  /// Of the report; a team may have another one.
  package let zone: ZoneRules
  /// Leads are judged up to here; nil without any row.
  package let cutoff: Instant?
  /// Facts about the leads as a whole, and about the schedule beside them. Those of reading are in `Intake` and
  /// `Schedule`.
  package let diagnostics: [Diagnostic]
  let cube: Cube
  let calendar: LeadCalendar
  let totals: WeekTotals
  private let periodTotals = Memo<PeriodKey, (counts: Counts, timing: Timing)>()
  private let allTime = Memo<Scope, CellCounts>()
  let distributions = Memo<TeamWeek, [Int]>()
  let hasSchedule: Bool
  /// Those of the teams as they add up.
  let pooledTimetables: [Timetable]

  /// Analyses what was read.
  package init(intake: Intake, schedule: Schedule, rules: Rules) {
    self.rules = rules
    headline = rules.headline
    teams = Analysis.distinct(intake.table.teams)
    zone = intake.zone
    tellsTimes = intake.sources.allSatisfy(\.tellsTimes)
    cutoff = intake.cutoff
    calendar = LeadCalendar(intake: intake, rules: rules)
    let assignment = ShiftAssignment(schedule: schedule, table: intake.table)
    hasSchedule = !schedule.shifts.isEmpty
    pooledTimetables = Timetable.pooled(assignment.timetables)
    cube = Cube(table: intake.table, rules: rules, timetables: assignment.timetables)
    totals = WeekTotals(cube)
    let all = teams.indices.lazy.map(totals.total(team:)).total()
    let facts =
      assignment.facts + assignment.otherDates(teams, calendar, slotMinutes: rules.slotMinutes)
    diagnostics = LeadFact.all(of: all, intake).map(\.diagnostic) + facts.map(\.diagnostic)
  }

  /// Teams that can be told apart by their names: the unnamed one where another is called as it is.
  private static func distinct(_ teams: [Team]) -> [Team] {
    teams.map { team in
      guard team.isUnnamed, teams.contains(where: { !$0.isUnnamed && Name($0.name) == Name(team.name) })
      else {
        return team
      }
      return Team(name: "(team not given)", isUnnamed: true, zone: team.zone)
    }
  }

  /// Whether every file says when leads were answered, and not only whether in time: else it is not known which were
  /// never.
  package let tellsTimes: Bool

  /// Whether anything is known of a threshold, given by its position: of others than the headline's only where times
  /// are. Leads that a flag answered are judged by the headline's only, and so are not among those of the others.
  package func isKnown(_ threshold: Int) -> Bool { tellsTimes || threshold == headline }

  /// The position of the headline threshold among the rules' thresholds: what ``Counts`` are asked with.
  package let headline: Int

  /// All teams, then each by itself.
  package var scopes: [Scope] { [.allTeams] + teams.indices.map(Scope.team) }

  /// The weeks with leads, ascending: each has a page. Between them may be weeks without.
  package func weeks(_ scope: Scope) -> [ISOWeek] { totals.weeks(scope) }

  /// The months with leads, ascending: each has a page.
  package func months(_ scope: Scope) -> [YearMonth] { totals.months(scope) }

  /// The weeks and the months with leads, and last all time.
  package func periods(_ scope: Scope) -> [Period] {
    weeks(scope).map(Period.week) + months(scope).map(Period.month) + [.all]
  }

  /// Whether the data begin on or before the first local day of a period and the cut-off is at or past its
  /// end; for all teams by the report's zone, for a team by its own. All time is complete.
  package func isComplete(_ scope: Scope, _ period: Period) -> Bool { calendar.isComplete(period, scope) }

  /// Whether the data begin in a period, whichever team's they are: then nothing can be known of the one before.
  package func dataBegin(in period: Period) -> Bool { calendar.begin(in: period) }

  /// Where the data end by the report's clocks; nil without any row.
  package var end: DataEnd? { calendar.end }

  /// The week of a headline: the latest complete one with leads, or where none is complete the latest; nil
  /// without leads.
  package func latestWeek(_ scope: Scope) -> ISOWeek? {
    let weeks = weeks(scope)
    return weeks.last { isComplete(scope, .week($0)) } ?? weeks.last
  }

  /// How many complete weeks without leads follow the last one with some: of a team that has none any more, or of an
  /// export that came to an end.
  package func silentWeeks(_ scope: Scope) -> Int {
    guard let last = weeks(scope).last else { return 0 }
    var count = 0
    while isComplete(scope, .week(ISOWeek(index: last.index + count + 1))) { count += 1 }
    return count
  }

  /// The month of a headline, likewise.
  package func latestMonth(_ scope: Scope) -> YearMonth? {
    let months = months(scope)
    return months.last { isComplete(scope, .month($0)) } ?? months.last
  }

  /// A period as it concerns a scope.
  package func info(_ scope: Scope, _ period: Period) -> PeriodInfo {
    func neighbours<Unit: Comparable>(_ unit: Unit, _ all: [Unit]) -> (Unit?, Unit?) {
      let next = all.partitioningIndex { $0 > unit }
      let same = all.partitioningIndex { $0 >= unit }
      return (same > 0 ? all[same - 1] : nil, next < all.count ? all[next] : nil)
    }
    let (earlier, later): (Period?, Period?) =
      switch period {
      case .week(let week):
        { ($0.0.map(Period.week), $0.1.map(Period.week)) }(neighbours(week, weeks(scope)))
      case .month(let month):
        { ($0.0.map(Period.month), $0.1.map(Period.month)) }(neighbours(month, months(scope)))
      case .all: (nil, nil)
      }
    return PeriodInfo(
      period: period, dates: calendar.dates(period, scope), isComplete: isComplete(scope, period),
      lateBegin: calendar.lateBegin(of: period, scope), earlyEnd: calendar.earlyEnd(of: period, scope),
      earlier: earlier, later: later)
  }

  /// The pooled counts and response times of a scope in a period.
  package func totals(_ scope: Scope, _ period: Period) -> (counts: Counts, timing: Timing) {
    if case .week(let week) = period { return totals.totals(scope, week) }
    return periodTotals.value(PeriodKey(scope: scope, period: period)) {
      let cells = cellCounts(scope, period)
      let counts = cells.all.total()
      return (counts, cube.timing(parts(scope, period)))
    }
  }

  /// Everything that a scope has, pooled.
  package func counts(_ scope: Scope) -> Counts { members(scope).lazy.map(totals.total(team:)).total() }

  /// The counts of a scope in a period slot by slot, without response times.
  package func rates(_ scope: Scope, _ period: Period) -> Slice {
    Slice(slotMinutes: rules.slotMinutes, counts: cells(scope, period))
  }

  /// Counts by slot and coverage. Those of all time are asked for by many pages.
  func cellCounts(_ scope: Scope, _ period: Period) -> CellCounts {
    period == .all
      ? allTime.value(scope) { cube.cells(parts(scope, .all)) } : cube.cells(parts(scope, period))
  }

  /// Where the leads of a scope in a period are.
  func parts(_ scope: Scope, _ period: Period) -> [Part] {
    let spans = calendar.spans(period)
    return members(scope).map { Part(team: $0, spans: spans) }
  }

  /// The positions of a scope's teams.
  func members(_ scope: Scope) -> [Int] {
    switch scope {
    case .allTeams: Array(teams.indices)
    case .team(let team): [team]
    }
  }

  struct TeamWeek: Hashable {
    let team: Int
    let week: ISOWeek
  }
}

/// A scope in a period.
struct PeriodKey: Hashable, Sendable {
  let scope: Scope
  let period: Period
}

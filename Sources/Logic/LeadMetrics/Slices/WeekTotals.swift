import LeadModel

/// What each team has in each week: made once, for lists of periods, trends and leaderboards.
struct WeekTotals: Sendable {
  /// Per partition of the table.
  private var teams: [TeamWeekTotals] = []
  /// Per week, over all teams.
  private var allTimings: [Timing] = []
  private let firstWeek: ISOWeek
  private let weekCount: Int
  private let teamCount: Int
  /// Of all teams, then of each team.
  private var weekLists: [[ISOWeek]] = []
  private var monthLists: [[YearMonth]] = []
  init(_ cube: Cube) {
    firstWeek = cube.table.firstWeek
    weekCount = cube.table.weekCount
    teamCount = cube.table.teams.count
    let size = cube.table.partitions.count
    teams = Array(repeating: TeamWeekTotals(), count: size)
    let (first, teamCount, weekCount) = (firstWeek.index, teamCount, weekCount)
    let parts = concurrently(WeekTotals.parts(weekCount)) { weeks in
      var fold = WeekFold(cube)
      return weeks.map { week in
        let teams = (0..<teamCount).filter { !cube.table.partitions[$0 * weekCount + week].isEmpty }
        return (
          week: week,
          teams: teams.map { (team: $0, totals: fold.add($0, ISOWeek(index: first + week))) },
          all: fold.finish()
        )
      }
    }
    for week in parts.joined() {
      for (team, totals) in week.teams {
        self.teams[team * weekCount + week.week] = totals
      }
      allTimings.append(week.all)
    }
    let days = teams.map(\.days)
    let all = (0..<weekCount).map { week in
      (0..<teamCount).reduce(UInt8(0)) { $0 | days[$1 * weekCount + week] }
    }
    let masks = [all] + (0..<teamCount).map { Array(days[$0 * weekCount..<($0 + 1) * weekCount]) }
    weekLists = masks.map { mask in
      mask.indices.filter { mask[$0] != 0 }.map { ISOWeek(index: firstWeek.index + $0) }
    }
    monthLists = masks.map(months)
  }

  /// The weeks, cut into so many parts that no processor waits for long for another.
  private static func parts(_ weekCount: Int) -> [Range<Int>] {
    let count = min(weekCount, 16)
    return (0..<count).map { weekCount * $0 / count..<weekCount * ($0 + 1) / count }
  }

  /// The months of days with leads.
  private func months(_ mask: [UInt8]) -> [YearMonth] {
    var found: [YearMonth] = []
    for (week, days) in mask.enumerated() where days != 0 {
      let monday = ISOWeek(index: firstWeek.index + week).monday
      for day in 0..<7 where days & (1 << day) != 0 {
        let month = YearMonth(containing: monday.adding(days: day))
        if found.last != month { found.append(month) }
      }
    }
    return found
  }

  /// The weeks in which a scope has leads.
  func weeks(_ scope: Scope) -> [ISOWeek] { weekLists[position(scope)] }

  /// The months in which a scope has leads.
  func months(_ scope: Scope) -> [YearMonth] { monthLists[position(scope)] }

  private func position(_ scope: Scope) -> Int {
    switch scope {
    case .allTeams: 0
    case .team(let team): team + 1
    }
  }

  /// What a scope has in a week; no leads outside the table.
  func totals(_ scope: Scope, _ week: ISOWeek) -> (counts: Counts, timing: Timing) {
    let index = week.index - firstWeek.index
    guard index >= 0, index < weekCount else { return (Counts(), Timing()) }
    switch scope {
    case .team(let team):
      let totals = teams[team * weekCount + index]
      return (totals.counts, totals.timing)
    case .allTeams:
      return ((0..<teamCount).lazy.map { teams[$0 * weekCount + index].counts }.total(), allTimings[index])
    }
  }

  /// The leads of a team in a week of the table by the classes of ``Distribution``; nil where that is not at hand.
  func distribution(team: Int, _ week: ISOWeek) -> [Int]? {
    let index = week.index - firstWeek.index
    return (0..<weekCount).contains(index) ? teams[team * weekCount + index].distribution : nil
  }

  /// Everything that a team has.
  func total(team: Int) -> Counts {
    teams[team * weekCount..<(team + 1) * weekCount].lazy.map(\.counts).total()
  }
}

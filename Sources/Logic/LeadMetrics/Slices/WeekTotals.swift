import LeadModel

/// What each team has in each week: made once, for lists of periods, trends and leaderboards.
struct WeekTotals: Sendable {
  /// Of the partitions of the table with leads, and per partition its position among them, -1 for none: of many teams
  /// most may have no leads in most weeks.
  private var kept: [TeamWeekTotals] = []
  private var places: [Int32]
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
    places = Array(repeating: -1, count: cube.table.partitions.count)
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
        places[team * weekCount + week.week] = Int32(kept.count)
        kept.append(totals)
      }
      allTimings.append(week.all)
    }
    var all = [UInt8](repeating: 0, count: weekCount)
    let own = (0..<teamCount).map { team in
      (0..<weekCount).map { week in
        let days = self[team, week]?.days ?? 0
        all[week] |= days
        return days
      }
    }
    let masks = [all] + own
    weekLists = masks.map { mask in
      mask.indices.filter { mask[$0] != 0 }.map { ISOWeek(index: firstWeek.index + $0) }
    }
    monthLists = masks.map(months)
  }

  /// What a team has in a week, both by their positions; nil without leads.
  private subscript(team: Int, week: Int) -> TeamWeekTotals? {
    let place = places[team * weekCount + week]
    return place < 0 ? nil : kept[Int(place)]
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
      let totals = self[team, index] ?? TeamWeekTotals()
      return (totals.counts, totals.timing)
    case .allTeams:
      return ((0..<teamCount).lazy.compactMap { self[$0, index]?.counts }.total(), allTimings[index])
    }
  }

  /// The leads of a team in a week of the table by the classes of ``Distribution``; nil where that is not at hand.
  func distribution(team: Int, _ week: ISOWeek) -> [Int]? {
    let index = week.index - firstWeek.index
    return (0..<weekCount).contains(index) ? self[team, index]?.distribution : nil
  }

  /// Everything that a team has.
  func total(team: Int) -> Counts {
    (0..<weekCount).lazy.compactMap { self[team, $0]?.counts }.total()
  }
}

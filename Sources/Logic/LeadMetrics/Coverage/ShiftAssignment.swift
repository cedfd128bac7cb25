import LeadModel

/// Which team each row of the schedule belongs to, and what is odd about it beside the leads.
struct ShiftAssignment: Sendable {
  /// The shifts and days off of each team of the table. A day off without a team is one of every team.
  let shifts: [[Shift]]
  /// The same, as they add up.
  let timetables: [Timetable]
  let facts: [ScheduleFact]

  init(schedule: Schedule, table: LeadTable) {
    // Every lead is looked at only where a shift leaves it to them.
    let teamOf =
      schedule.shifts.contains { $0.team == nil && !$0.isDayOff } ? table.homeTeams() : [:]
    var rows: [[Shift]] = Array(repeating: [], count: table.teams.count)
    var facts: [ScheduleFact] = []
    var (reportedTeams, reportedReps) = (Set<Name>(), Set<Name>())
    // Reps with a shift in a team that no lead has.
    var strangers: Set<Name> = []
    for shift in schedule.shifts {
      if let name = shift.team {
        if let team = table.team(named: name) {
          rows[team].append(shift)
          continue
        }
        if !shift.isDayOff { strangers.insert(Name(shift.rep)) }
        if reportedTeams.insert(Name(name)).inserted {
          facts.append(.unknownTeam(name, teams: table.teams.map(\.name), place: shift.place))
        }
      } else if shift.isDayOff {
        // Without a team a day off concerns the rep wherever their shifts are, or everyone.
        for team in rows.indices { rows[team].append(shift) }
      } else if let team = teamOf[Name(shift.rep)] {
        rows[team].append(shift)
      } else if reportedReps.insert(Name(shift.rep)).inserted {
        facts.append(.repInNoLead(shift.rep, place: shift.place))
      }
    }
    facts += unusedDaysOff(in: rows, schedule, without: reportedReps.union(strangers))
    shifts = rows
    timetables = rows.map(Timetable.init)
    let without = zip(table.teams, timetables).filter { !$1.hasShifts }.map(\.0.name)
    if !schedule.shifts.isEmpty && !without.isEmpty { facts.append(.noShifts(teams: without)) }
    // Without leads nothing is odd beside them.
    self.facts = table.teams.isEmpty ? [] : facts
  }

  /// Whose shifts are all on other dates than those of the data.
  func otherDates(_ teams: [Team], _ calendar: LeadCalendar, slotMinutes: Int) -> [ScheduleFact] {
    let without = teams.indices.filter { team in
      let map = CoverageMap(
        timetables[team], spans: calendar.passedSpans(.all, team: team), slotMinutes: slotMinutes,
        hasSchedule: true)
      return map.knowledge == .unknown(.outsideDates)
    }
    return without.isEmpty ? [] : [.outsideData(teams: without.map { teams[$0].name })]
  }
}

extension LeadTable {
  /// The position of the team that somebody means by a name: one whose rows name it so before the unnamed one; nil
  /// where there is none.
  package func team(named name: String) -> Int? {
    let found = teams.indices.filter { Name(teams[$0].name) == Name(name) }
    return found.first { !teams[$0].isUnnamed } ?? found.first
  }

  /// For each rep found in a lead the team for which they answered the most (ties: the first by name).
  fileprivate func homeTeams() -> [Name: Int] {
    guard let reps = names[.rep] else { return [:] }
    var best = [(team: Int, answered: Int)?](repeating: nil, count: reps.count)
    for team in teams.indices {
      for (rep, answered) in answered(team: team).enumerated() {
        guard let answered, answered > best[rep]?.answered ?? -1 else { continue }
        best[rep] = (team, answered)
      }
    }
    var homes: [Name: Int] = [:]
    for (rep, found) in best.enumerated() { if let found { homes[Name(reps[rep])] = found.team } }
    return homes
  }

  /// Per rep the leads that they answered for a team; nil where no lead of the team names them.
  private func answered(team: Int) -> [Int?] {
    var counts = [Int?](repeating: nil, count: names[.rep]?.count ?? 0)
    var perSet = [Int](repeating: 0, count: attributes[team].count)
    var isFound = [Bool](repeating: false, count: attributes[team].count)
    for week in 0..<weekCount {
      for row in partitions[team * weekCount + week] {
        let spill = row.spill.map { spills[$0] }
        let set = spill?.attributes ?? row.attributes
        let isNever = spill.map { $0.response == .never } ?? (row.code == PackedLead.never)
        isFound[set] = isFound[set] || spill?.weight != 0
        if !isNever { perSet[set] += spill?.weight ?? 1 }
      }
    }
    for (set, attributes) in attributes[team].enumerated() where isFound[set] {
      if let rep = attributes[.rep] { counts[rep] = (counts[rep] ?? 0) + perSet[set] }
    }
    return counts
  }
}

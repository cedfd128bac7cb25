import LeadModel

extension Roster {
  /// The rosters of several teams as they add up: who is on shift for two teams at once counts once. What a rep of
  /// several teams does on a day is all put down to the first team that has them there on that day.
  static func pooled(_ rosters: [Roster]) -> [Roster] {
    var teams: [Name: Int] = [:]
    for roster in rosters { for rep in roster.reps { teams[rep, default: 0] += 1 } }
    let shared = Set(teams.filter { $0.value > 1 }.keys)
    let sharing = rosters.indices.filter { !shared.isDisjoint(with: rosters[$0].reps) }
    guard !sharing.isEmpty else { return rosters }

    // Within a segment of these cuts the plan of no team changes.
    let cuts = Set(sharing.flatMap { rosters[$0].cuts }).sorted()
    let names = sharing.map { rosters[$0].reps }
    var plans: [[Day]] = Array(repeating: [], count: rosters.count)
    for segment in 0...cuts.count {
      for weekday in Weekday.allCases {
        let date = Roster.date(of: weekday, in: segment, cuts)
        let days = sharing.map { rosters[$0].day(at: rosters[$0].position(of: date)) }
        for (team, day) in zip(sharing, pool(days, names, shared: shared)) { plans[team].append(day) }
      }
    }
    var result = rosters
    for team in sharing { result[team] = Roster(rosters[team], cuts: cuts, plans: plans[team]) }
    return result
  }

  /// The same day of several teams, `names` being those of each team's reps.
  private static func pool(_ days: [Day], _ names: [[Name]], shared: Set<Name>) -> [Day] {
    var days = days
    var owners: [Name: (day: Int, rep: Int)] = [:]
    for (number, day) in days.enumerated() {
      days[number].presence = []
      for (rep, minutes) in day.presence {
        let name = names[number][rep]
        let owner = owners[name] ?? (number, rep)
        if shared.contains(name) { owners[name] = owner }
        days[owner.day].presence.append((owner.rep, minutes))
      }
    }
    for number in days.indices { days[number].presence = merged(days[number].presence) }
    return days
  }
}

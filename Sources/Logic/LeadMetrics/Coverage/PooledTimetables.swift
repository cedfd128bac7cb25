import LeadModel

extension Timetable {
  /// The timetables of several teams as they add up: who is on shift for two teams at once counts once. What a rep of
  /// several teams does on a day is all put down to the first team that has them there on that day.
  static func pooled(_ timetables: [Timetable]) -> [Timetable] {
    var teams: [Name: Int] = [:]
    for timetable in timetables { for rep in timetable.reps { teams[rep, default: 0] += 1 } }
    let shared = Set(teams.filter { $0.value > 1 }.keys)
    let sharing = timetables.indices.filter { !shared.isDisjoint(with: timetables[$0].reps) }
    guard !sharing.isEmpty else { return timetables }

    // Within a segment of these cuts the plan of no team changes.
    let cuts = Set(sharing.flatMap { timetables[$0].cuts }).sorted()
    let names = sharing.map { timetables[$0].reps }
    var plans: [[Day]] = Array(repeating: [], count: timetables.count)
    for segment in 0...cuts.count {
      for weekday in Weekday.allCases {
        let date = Timetable.date(of: weekday, in: segment, cuts)
        let days = sharing.map { timetables[$0].day(at: timetables[$0].position(of: date)) }
        for (team, day) in zip(sharing, pool(days, names, shared: shared)) { plans[team].append(day) }
      }
    }
    var result = timetables
    for team in sharing { result[team] = Timetable(timetables[team], cuts: cuts, plans: plans[team]) }
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

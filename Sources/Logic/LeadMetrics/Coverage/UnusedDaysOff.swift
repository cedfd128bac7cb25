import LeadModel

/// Days off that take nobody away: their rep has no shift where they are off, told once, or none on those days.
///
/// `rows` are the shifts and days off of each team. Days off of everyone are left out, since a list of holidays may
/// have some on which nobody works anyway, and so are `strangers`, whose shifts are known to belong nowhere.
func unusedDaysOff(in rows: [[Shift]], _ schedule: Schedule, without strangers: Set<Name>) -> [ScheduleFact] {
  var hasShift: Set<Shift> = []
  var isUsed: Set<Shift> = []
  for rows in rows {
    let shifts = Dictionary(grouping: rows.filter { !$0.isDayOff }, by: { Name($0.rep) })
    for off in rows where off.isDayOff {
      guard let shifts = shifts[Name(off.rep)] else { continue }
      hasShift.insert(off)
      if shifts.contains(where: { $0.shares(aDayWith: off) }) { isUsed.insert(off) }
    }
  }
  // Those of teams that no lead has are told as such.
  let placed = Set(rows.joined())
  var reported: Set<[Name?]> = []
  return schedule.shifts.compactMap { off in
    guard off.isDayOff, off.rep != "*", placed.contains(off), !isUsed.contains(off),
      !strangers.contains(Name(off.rep))
    else { return nil }
    if hasShift.contains(off) { return .daysOffBesideShifts(off.rep, place: off.place) }
    guard reported.insert([Name(off.rep), off.team.map(Name.init)]).inserted else { return nil }
    // Of more of them nobody reads all either.
    let near = reported.count > 20 ? nil : suggestion(for: off.rep, among: reps(of: off.team, in: schedule))
    return .daysOffWithoutShifts(off.rep, team: off.team, near: near, place: off.place)
  }
}

/// Who has shifts that are said to be of a team, or of any.
private func reps(of team: String?, in schedule: Schedule) -> [String] {
  let shifts = schedule.shifts.lazy.filter { shift in
    !shift.isDayOff && (team == nil || shift.team.map(Name.init) == team.map(Name.init))
  }
  return Set(shifts.map { Name($0.rep) }).sorted().map(\.text)
}

extension Shift {
  /// Whether another row holds on one of the days on which this one begins.
  fileprivate func shares(aDayWith other: Shift) -> Bool {
    weekdays.intersection(other.weekdays)
      .occur(
        from: [firstDay, other.firstDay].compactMap(\.self).max(),
        to: [lastDay, other.lastDay].compactMap(\.self).min())
  }
}

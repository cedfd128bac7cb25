import LeadModel

/// What was read of one team, and nothing of the others: for a site that may be given to those who must not see them.
///
/// When the data begin and end is known of all rows, and stays. The account of the rows does not, for it tells of all
/// teams together.
package struct OneTeam: Sendable {
  /// Its leads, with an account of those alone: see ``LeadModel/Intake/isWhole``.
  package let intake: Intake
  /// Its shifts and days off, each naming the team.
  package private(set) var schedule: Schedule

  /// `team` is a position in the table's teams.
  package init(_ team: Int, of intake: Intake, _ schedule: Schedule) {
    self.intake = intake.only(team)
    // Whose shifts are those without a team, all leads must say.
    let shifts = ShiftAssignment(schedule: schedule, table: intake.table).shifts[team]
    let reps = Set(shifts.lazy.filter { !$0.isDayOff }.map { Name($0.rep) })
    self.schedule = Schedule(
      shifts: shifts.filter { !$0.isDayOff || $0.rep == "*" || reps.contains(Name($0.rep)) }.map { shift in
        var shift = shift
        shift.team = intake.table.teams[team].name
        return shift
      })
    self.schedule.isGiven = schedule.isGiven
  }
}

extension Intake {
  fileprivate func only(_ team: Int) -> Intake {
    let table = table.only(team)
    var account = SourceAccount(name: table.teams[0].name)
    account.counted = table.tally
    account.read = account.counted
    account.tellsTimes = sources.allSatisfy(\.tellsTimes)
    var part = Intake(
      table: table, sources: [account], firstReceived: firstReceived, cutoff: cutoff, zone: zone)
    part.isWhole = false
    return part
  }
}

extension LeadTable {
  /// The same leads of a team, with no name that only others have.
  fileprivate func only(_ team: Int) -> LeadTable {
    var names: [Role: [String]] = [:]
    var sets = attributes[team]
    for (role, all) in self.names {
      let used = Set(sets.lazy.compactMap { $0[role] }).sorted()
      let places = Dictionary(uniqueKeysWithValues: zip(used, 0...))
      for index in sets.indices { sets[index][role] = sets[index][role].flatMap { places[$0] } }
      names[role] = used.map { all[$0] }
    }
    return LeadTable(
      teams: [teams[team]], firstWeek: firstWeek, weekCount: weekCount,
      partitions: Array(partitions[team * weekCount..<(team + 1) * weekCount]), spills: spills,
      attributes: [sets], names: names)
  }

  /// Its rows and the leads that they stand for.
  fileprivate var tally: SourceAccount.Tally {
    partitions.joined().lazy.filter { !$0.isRemoved }.reduce(into: SourceAccount.Tally()) { sum, row in
      sum.rows += 1
      sum.leads += row.spill.map { spills[$0].weight } ?? 1
    }
  }
}

import LeadModel

/// What was read of one team, and nothing of the others: for a site that may be given to those who must not see them.
///
/// When the data begin and end is known of all rows, and stays. The account of the rows does not, for it tells of all
/// teams together.
package struct OneTeam: Sendable {
  /// Its leads, with an account of those alone: see ``LeadModel/Intake/isWhole``.
  package let intake: Intake
  /// Its shifts and days off, each naming the team.
  package let schedule: Schedule

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
      }, isGiven: schedule.isGiven)
  }
}

extension Intake {
  fileprivate func only(_ team: Int) -> Intake {
    let table = table.only(team)
    var account = SourceAccount(name: table.teams[0].name)
    account.counted = table.tally
    account.read = account.counted
    // Of which file a row is, the table does not say; but where a file has nothing but a flag, its answers are flags.
    account.tellsTimes = sources.allSatisfy(\.tellsTimes) || !table.hasFlags
    var part = Intake(
      table: table, sources: [account], firstReceived: firstReceived, cutoff: cutoff, zone: zone)
    part.isWhole = false
    return part
  }
}

extension LeadTable {
  /// The same leads of a team, with no name that only others have, and none that only replaced rows have, which may
  /// have become another team's.
  fileprivate func only(_ team: Int) -> LeadTable {
    var part = LeadTable(
      teams: [teams[team]], firstWeek: firstWeek, weekCount: weekCount,
      partitions: Array(partitions[team * weekCount..<(team + 1) * weekCount]), spills: spills,
      attributes: [attributes[team]])
    var isUsed = [Bool](repeating: false, count: attributes[team].count)
    for row in part.rows { isUsed[row.spill.map { spills[$0].attributes } ?? row.attributes] = true }
    let sets = zip(attributes[team], isUsed).map { $1 ? $0 : Attributes() }
    part.attributes = [sets]
    for (role, all) in names {
      let used = Set(sets.lazy.compactMap { $0[role] }).sorted()
      let places = Dictionary(uniqueKeysWithValues: zip(used, 0...))
      for index in sets.indices {
        part.attributes[0][index][role] = sets[index][role].flatMap { places[$0] }
      }
      part.names[role] = used.map { all[$0] }
    }
    return part
  }

  /// The rows of the only team, and the leads that they stand for.
  fileprivate var tally: SourceAccount.Tally {
    rows.reduce(into: SourceAccount.Tally()) { sum, row in
      sum.rows += 1
      sum.leads += lead(row, team: 0).weight
    }
  }

  /// Whether a flag alone answered some lead of the only team.
  fileprivate var hasFlags: Bool { rows.contains { lead($0, team: 0).response == .flagged } }
}

import LeadModel

/// Which team each shift belongs to, and what is odd about the schedule beside the leads.
struct ShiftAssignment: Sendable {
  /// One per team of the table.
  let rosters: [Roster]
  let diagnostics: [Diagnostic]

  init(schedule: Schedule, table: LeadTable) {
    var rows: [[Shift]] = Array(repeating: [], count: table.teams.count)
    for shift in schedule.shifts {
      if let name = shift.team, let team = table.teams.firstIndex(where: { $0.name == name }) {
        rows[team].append(shift)
      }
    }
    rosters = rows.map(Roster.init)
    diagnostics = []
  }
}

import LeadModel

/// What is odd about a schedule beside the leads.
enum ScheduleFact: Hashable, Sendable {
  /// A row names no team, and its rep is in no lead that could tell.
  case repInNoLead(String, place: Place)
  /// A row names a team that no lead has.
  case unknownTeam(String, teams: [String], place: Place)
  /// A schedule was given, but none of its shifts is one of these teams'.
  case noShifts(teams: [String])

  /// Its wording.
  var diagnostic: Diagnostic {
    switch self {
    case .repInNoLead(let rep, let place):
      Diagnostic(
        .warning, "schedule-rep-without-leads", at: place,
        "the shifts of ‘\(rep)’ belong to no team: no lead names that rep",
        remedy: "Name the team in the schedule, or write the rep as the leads do.")
    case .unknownTeam(let name, let teams, let place):
      Diagnostic(
        .warning, "schedule-team-unknown", at: place,
        "the schedule names the team ‘\(name)’, but the leads have \(teams.isEmpty ? "no team" : "only \(list(teams))")",
        remedy: "Write the team as the leads do.")
    case .noShifts(let teams):
      Diagnostic(
        .note, "coverage-unknown", at: nil,
        "the schedule has no shift of \(list(teams)), so coverage there is unknown",
        remedy: "Add their shifts to the schedule.")
    }
  }

  private func list(_ teams: [String]) -> String {
    let shown = teams.prefix(5).map { "‘\($0)’" }.joined(separator: ", ")
    return teams.count > 5 ? "\(shown) and \(teams.count - 5) more" : shown
  }
}

import LeadModel

extension RosterFact {
  /// The fact for people.
  func diagnostic(at place: Place) -> Diagnostic {
    func rejected(_ reason: String) -> Diagnostic {
      Diagnostic(
        .warning, "roster-row-rejected", at: place, reason, remedy: "The row counts as not there.")
    }
    switch self {
    case .empty:
      return Diagnostic(
        .error, "roster-empty", at: place, "the roster is empty",
        remedy: "Its first line is `rep_name,team`.")
    case .nobody(let rows):
      return Diagnostic(
        .error, "roster-unreadable", at: place,
        rows == 0
          ? "the roster has a header but no reps"
          : "none of the \(times(rows, "row")) of the roster can be read",
        remedy: "Give it a row for each rep, or remove `roster` from the configuration.")
    case .missing(let role, let lookedFor, let found, let near):
      return Diagnostic(
        .error, "roster-column-missing", at: place,
        "no column for the \(role)\(didYouMean(near)); the columns are \(list(found)), looked for were "
          + list(lookedFor),
        remedy: "Give the column one of these headers.")
    case .fieldCount(let found, let expected):
      return rejected(RowFault.fieldCount(found: found, expected: expected).reason)
    case .noRep: return rejected("no rep")
    case .noTeam: return rejected("no team")
    case .twoTeams(let rep, let team, let other, let line):
      return Diagnostic(
        .error, "roster-contradiction", at: place,
        "\(quoted(rep)) is of the team \(quoted(team)) here, but of \(quoted(other)) in line \(line)",
        remedy: "Keep one of the rows.")
    case .unknownReps(let reps):
      let rows = reps.reduce(0) { $0 + $1.rows }
      let shown = enumeration(of: reps.map { "\(quoted($0.name)) (\($0.rows))" }, limit: 20)
      return Diagnostic(
        .warning, "roster-rep-unknown", at: place,
        "\(times(rows, "row")) of \(times(reps.count, "rep")) who \(reps.count == 1 ? "is" : "are") not in the roster "
          + "\(rows == 1 ? "has" : "have") no team: \(shown)",
        remedy: "Add the reps to the roster.")
    }
  }
}

extension TeamFact {
  /// The fact for people. `mapping` is the source's place in the configuration, if it has one.
  func diagnostic(at place: Place, mapping: Place?) -> Diagnostic {
    let key = setting(mapping, "team_from_name")
    switch self {
    case .named(let team, let others):
      return Diagnostic(
        .note, "team-from-name", at: place,
        "rows that name no team are of \(quoted(team)), as the file's name has it"
          + (others.isEmpty ? "" : "; it could also be \(list(others, limit: 3))"))
    case .noMatch(let pattern):
      return Diagnostic(
        .warning, "team-not-in-name", at: place,
        "its name is not of the pattern \(quoted(pattern)), so it names no team",
        remedy: "Change \(key), or the name of the file.")
    case .noRep:
      return Diagnostic(
        .warning, "roster-unused", at: place,
        "there is a roster, but no column for the team nor for the rep who could be looked up in it",
        remedy: "Set \(setting(mapping, "rep")) to the header that holds the rep.")
    }
  }
}

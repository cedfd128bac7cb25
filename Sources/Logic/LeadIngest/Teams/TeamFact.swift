/// What can be found while a roster is read. The words are in `Messages`.
enum RosterFact: Hashable, Sendable {
  /// There is nothing in the file.
  case empty
  /// No row of that many gives a rep a team.
  case nobody(Int)
  /// A required column is missing.
  case missing(role: String, lookedFor: [String], found: [String], near: String?)
  case fieldCount(found: Int, expected: Int)
  case noRep
  case noTeam
  /// The rep is of another team in another line.
  case twoTeams(rep: String, team: String, other: String, line: Int)
  /// That many rows name no team and these reps, the most frequent first, who are not in the roster.
  case unknownReps([Stranger])

  /// A rep who is not in the roster.
  struct Stranger: Hashable, Sendable {
    var name: String
    var rows: Int
  }
}

/// What can be found while it is decided how the rows of a source come to their teams. The words are in `Messages`.
enum TeamFact: Hashable, Sendable {
  /// The pattern finds a team in the file's name, and perhaps others that it could be as well.
  case named(String, others: [String])
  /// The file's name is not of the pattern.
  case noMatch(pattern: String)
  /// There is a roster, but nothing in the rows that could be looked up in it.
  case noRep
}

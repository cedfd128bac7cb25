import LeadModel

/// Which team each rep is of, for rows that name no team.
package struct Roster: Sendable {
  /// For diagnostics: the path as given.
  package var name: String
  /// Warnings of reading it.
  package var diagnostics: [Diagnostic] = []
  /// By the bytes of the rep's name: Strings are equal also where only their accents are composed alike.
  private var teams: [[UInt8]: (team: String, line: Int)] = [:]

  /// Nobody, in a file of that name.
  init(name: String) { self.name = name }

  /// The team of a rep, by the trimmed name; nil for one that is not in it.
  func team(of rep: String) -> String? { teams[Array(rep.utf8)]?.team }

  /// Whether nobody is in it.
  var isEmpty: Bool { teams.isEmpty }

  /// Enters a rep.
  /// - Returns: the other team, and its line, that the rep is of already; nil where there is none.
  mutating func add(_ rep: String, _ team: String, line: Int) -> (team: String, line: Int)? {
    if let known = teams[Array(rep.utf8)] { return known.team.utf8.elementsEqual(team.utf8) ? nil : known }
    teams[Array(rep.utf8)] = (team, line)
    return nil
  }
}

/// Reads a roster: a table with a column for the rep and one for the team.
///
/// Rows that cannot be read are warnings among ``Roster/diagnostics``.
/// - Throws: an empty file, missing or ambiguous columns, a rep of two teams, no readable row at all.
package func readRoster(_ bytes: Bytes, name: String) throws(Failure) -> Roster {
  var roster = Roster(name: name)
  var rows = try textRows(of: bytes, file: name).filter { !$0.isBlank }
  guard !rows.isEmpty else { throw Failure([RosterFact.empty.diagnostic(at: Place(file: name))]) }
  let header = rows.removeFirst()
  let positions = try rosterColumns(header, name, &roster.diagnostics)
  for row in rows {
    func report(_ fact: RosterFact) {
      roster.diagnostics.append(fact.diagnostic(at: Place(file: name, line: row.line)))
    }
    guard row.fields.count >= header.fields.count,
      row.fields.dropFirst(header.fields.count).allSatisfy(\.text.isEmpty)
    else {
      report(.fieldCount(found: row.fields.count, expected: header.fields.count))
      continue
    }
    let rep = row.fields[positions.rep].text.withFieldBytes(cleanName)
    let team = row.fields[positions.team].text.withFieldBytes(cleanName)
    if rep.isEmpty {
      report(.noRep)
    } else if team.isEmpty {
      report(.noTeam)
    } else if let other = roster.add(rep, team, line: row.line) {
      report(.twoTeams(rep: rep, team: team, other: other.team, line: other.line))
    }
  }
  if roster.isEmpty {
    roster.diagnostics.append(RosterFact.nobody(rows.count).diagnostic(at: Place(file: name)))
  }
  if roster.diagnostics.contains(where: { $0.severity == .error }) { throw Failure(roster.diagnostics) }
  return roster
}

/// Where the columns of a roster are.
private func rosterColumns(_ header: TextRow, _ file: String, _ diagnostics: inout [Diagnostic])
  throws(Failure) -> (rep: Int, team: Int)
{
  let place = Place(file: file, line: header.line)
  let texts = header.fields.map(\.text)
  let match = ColumnMatch<RosterColumn>(texts.map(HeaderText.init), explicit: [:])
  diagnostics = match.facts.map { $0.diagnostic(at: place, mapping: nil) }
  for role in RosterColumn.allCases
  where match.positions[role] == nil && !match.facts.contains(where: { $0.concerns(role.title) }) {
    let unused = texts.indices.filter { !match.positions.values.contains($0) }.map { texts[$0] }
    let fact = RosterFact.missing(
      role: role.title, lookedFor: role.aliases, found: texts, near: nearMiss(of: role.aliases, among: unused)
    )
    diagnostics.append(fact.diagnostic(at: place))
  }
  guard let rep = match.positions[.rep], let team = match.positions[.team] else { throw Failure(diagnostics) }
  return (rep, team)
}

/// What a column of a roster may mean.
enum RosterColumn: String, ColumnVocabulary {
  case rep
  case team

  static let keys = normalisedAliases()

  var title: String { rawValue }

  var aliases: [String] {
    switch self {
    case .rep: ColumnRole.rep.aliases + ["name", "employee", "staff"]
    case .team: ColumnRole.team.aliases
    }
  }
}

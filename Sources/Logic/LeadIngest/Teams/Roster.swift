import LeadModel

/// Which team each rep is of, for rows that name no team.
package struct Roster: Sendable {
  /// For diagnostics: the path as given.
  var name: String
  /// Warnings of reading it.
  var diagnostics: [Diagnostic] = []
  private var teams: [Name: (team: String, line: Int)] = [:]

  /// Nobody, in a file of that name.
  init(name: String) { self.name = name }

  /// The team of a rep, by the trimmed name; nil for one that is not in it.
  func team(of rep: String) -> String? { teams[Name(rep)]?.team }

  /// Whether nobody is in it.
  var isEmpty: Bool { teams.isEmpty }

  /// Enters a rep.
  /// - Returns: the other team, and its line, that the rep is of already; nil where there is none.
  mutating func add(_ rep: String, _ team: String, line: Int) -> (team: String, line: Int)? {
    if let known = teams[Name(rep)] { return Name(known.team) == Name(team) ? nil : known }
    teams[Name(rep)] = (team, line)
    return nil
  }
}

/// Reads a roster: a table with a column for the rep and one for the team.
///
/// Rows that cannot be read are warnings among ``Roster/diagnostics``.
/// - Throws: an empty file, missing or ambiguous columns, a rep of two teams, no readable row at all.
package func readRoster(_ bytes: Bytes, name: String) throws(Failure) -> Roster {
  let table = try TextTable(
    bytes, file: name, whenEmpty: RosterFact.empty.diagnostic(at: Place(file: name))
  ) { texts, place, suggests in
    TableHeader(texts, at: place, suggests: suggests) { _ in
      RosterColumn.allCases
    } missing: { role, near in
      RosterFact.missing(role: role.title, lookedFor: role.aliases, found: texts, near: near)
        .diagnostic(at: place)
    }
  }
  var roster = Roster(name: name)
  roster.diagnostics = table.diagnostics
  for row in table.rows {
    func report(_ fact: RosterFact) {
      roster.diagnostics.append(fact.diagnostic(at: Place(file: name, line: row.line)))
    }
    guard table.meaning.header.allows(row.fields.count, isBlank: { row.fields[$0].text.isEmpty }) else {
      report(.fieldCount(found: row.fields.count, expected: table.meaning.header.count))
      continue
    }
    let rep = row.fields[table.meaning.positions[.rep]!].text.withFieldBytes(cleanName)
    let team = row.fields[table.meaning.positions[.team]!].text.withFieldBytes(cleanName)
    if rep.isEmpty {
      report(.noRep)
    } else if team.isEmpty {
      report(.noTeam)
    } else if let other = roster.add(rep, team, line: row.line) {
      report(.twoTeams(rep: rep, team: team, other: other.team, line: other.line))
    }
  }
  if roster.isEmpty {
    roster.diagnostics.append(RosterFact.nobody(table.rows.count).diagnostic(at: Place(file: name)))
  }
  if roster.diagnostics.hasErrors { throw Failure(roster.diagnostics) }
  return roster
}

/// What a column of a roster may mean.
enum RosterColumn: String, ColumnVocabulary {
  case rep
  case team

  static let keys = normalisedAliases()

  var title: String { rawValue }

  var aliases: [String] {
    switch self {
    case .rep: ScheduleColumn.rep.aliases
    case .team: ColumnRole.team.aliases
    }
  }
}

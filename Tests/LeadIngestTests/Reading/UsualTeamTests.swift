import LeadModel
import Testing

@testable import LeadIngest

/// Teams from a column, from the file's name, and from a roster, in this order.
@Suite struct UsualTeamTests {
  private func read(
    _ text: String, name: String = "exports/leads-North-2026.csv", pattern: String? = nil,
    roster: String? = nil
  ) throws(Failure) -> Intake {
    let source = LeadSource(
      name: name, siteName: "leads.csv", bytes: .bytes(Bytes(Array(text.utf8))),
      teamPattern: pattern.flatMap(TeamPattern.init))
    var options = IngestOptions()
    if let roster { options.roster = try self.roster(roster) }
    return try readLeads([source], options: options)
  }

  private func roster(_ text: String) throws(Failure) -> Roster {
    try readRoster(Bytes(Array(text.utf8)), name: "reps.csv")
  }

  /// Leads by the name of their team.
  private func counts(_ intake: Intake) -> [String: Int] {
    let table = intake.table
    return Dictionary(
      uniqueKeysWithValues: table.teams.enumerated().map { number, team in
        let leads = table.partitions[(number * table.weekCount)..<((number + 1) * table.weekCount)]
        return (team.name, leads.joined().count)
      })
  }

  // MARK: Patterns

  @Test(arguments: [
    ("leads-{team}-*.csv", "leads-North-2026.csv", ["North"]),
    ("leads-{team}-*.csv", "exports/leads-North-2026-11.csv", ["North", "North-2026"]),
    ("leads-{team}.csv", "leads-North East.csv", ["North East"]),
    ("leads-{team}-????-??.csv", "leads-North-East-2026-11.csv", ["North-East"]),
    ("*_{team}.csv", "2026_11_North.csv", ["11_North", "North"]),
    ("{team}/*.csv", "/data/exports/North/leads.csv", ["North"]),
    ("./exports/{team}/2026-??.csv", "conf/exports/North/2026-11.csv", ["North"]),
    ("{team}", "Łódź", ["Łódź"]),
    ("leads-{team}-*.csv", "leads-North.csv", []),
    ("leads-{team}.csv", "leads-.csv", []),
    ("leads-{team}.csv", "leads- .csv", []),
    ("{team}/*.csv", "leads.csv", []),
    ("south/{team}.csv", "north/a.csv", []),
    ("{team}.csv", "a.csv.gz", []),
    ("a*b*c{team}.csv", "aXbcbYcNorth.csv", ["bYcNorth", "North"]), ("a?{team}", "a", []),
  ])
  func aPatternFindsTheTeam(pattern: String, path: String, teams: [String]) throws {
    #expect(try #require(TeamPattern(pattern)).teams(in: path) == teams)
  }

  /// If each star tried all places for each place of those before it, this would take a day.
  @Test func manyStarsCostNoMoreThanTheirNumber() throws {
    let pattern = try #require(TeamPattern(String(repeating: "*a", count: 20) + "{team}.csv"))
    #expect(pattern.teams(in: String(repeating: "a", count: 60) + "b.csv").last == "b")
  }

  @Test(arguments: ["", "*.csv", "{team}-{team}.csv", "{team}/{team}.csv", "{teams}.csv", "{Team}.csv"])
  func aPatternNamesTheTeamOnce(pattern: String) {
    #expect(TeamPattern(pattern) == nil)
  }

  // MARK: Names of files

  @Test func theNameOfTheFileNamesTheTeam() throws {
    let text = "received,first_contact\n2024-01-15 14:30,\n2024-01-15 14:31,\n"
    let intake = try read(text, pattern: "leads-{team}-*.csv")
    #expect(counts(intake) == ["North": 2])
    #expect(!intake.table.teams[0].isUnnamed)
    #expect(intake.diagnostics.map(\.id) == ["team-from-name"])
  }

  @Test func aRowThatNamesItsTeamIsOfThatTeam() throws {
    let text = "received,first_contact,team\n2024-01-15 14:30,,South\n2024-01-15 14:31,,\" \"\n"
    #expect(try counts(read(text, pattern: "leads-{team}-*.csv")) == ["North": 1, "South": 1])
  }

  @Test func aNameOfAnotherFormIsAWarning() throws {
    let text = "received,first_contact\n2024-01-15 14:30,\n"
    let intake = try read(text, name: "other.csv", pattern: "leads-{team}-*.csv")
    #expect(intake.diagnostics.map(\.id) == ["team-not-in-name"])
    #expect(intake.diagnostics[0].severity == .warning)
    #expect(intake.table.teams.map(\.isUnnamed) == [true])
  }

  @Test func everyFileHasItsOwnTeam() throws {
    let text = "received,first_contact\n2024-01-15 14:30,\n"
    let sources = ["a/leads-North.csv", "a/leads-South.csv", "a/leads-North.csv"].map {
      LeadSource(
        name: $0, siteName: "leads.csv", bytes: .bytes(Bytes(Array(text.utf8))),
        teamPattern: TeamPattern("leads-{team}.csv"))
    }
    #expect(try counts(readLeads(sources, options: IngestOptions())) == ["North": 2, "South": 1])
  }

  @Test func itsZoneIsThatOfTheTeam() throws {
    // 14:30 UTC is 09:30 in New York.
    let source = LeadSource(
      name: "North.csv", siteName: "North.csv",
      bytes: .bytes(Bytes(Array("received,first_contact\n2024-01-15T14:30:00Z,\n".utf8))),
      teamPattern: TeamPattern("{team}.csv"))
    let options = IngestOptions(
      zone: HeaderZoneTests.utc, teamZones: [Name("North"): HeaderZoneTests.newYork])
    let intake = try readLeads([source], options: options)
    #expect(intake.table.partitions[0].map(\.minuteOfWeek) == [9 * 60 + 30])
    #expect(intake.table.teams.map(\.zone.name) == ["America/New_York"])
  }

  /// Composed and decomposed accents are other bytes, and so other teams.
  @Test func aZoneIsThatOfATeamWithThoseBytes() throws {
    let (composed, decomposed) = ("Caf\u{E9}", "Cafe\u{301}")
    let source = LeadSource(
      name: "leads.csv", siteName: "leads.csv",
      bytes: .bytes(
        Bytes(Array("received,first_contact,team\n2024-01-15T14:30:00Z,,\(decomposed)\n".utf8))))
    func intake(_ name: String) throws -> Intake {
      try readLeads(
        [source],
        options: IngestOptions(zone: HeaderZoneTests.utc, teamZones: [Name(name): HeaderZoneTests.newYork]))
    }
    #expect(try intake(decomposed).table.partitions[0].map(\.minuteOfWeek) == [9 * 60 + 30])
    let other = try intake(composed)
    #expect(other.table.partitions[0].map(\.minuteOfWeek) == [14 * 60 + 30])
    #expect(other.diagnostics.map(\.id).contains("team-unknown"))
  }

  // MARK: Rosters

  static let reps = "rep_name,team\n Ann Lee ,North\nBob Ray,South\nAnn Lee,North\n"

  @Test func theRosterNamesTheTeamOfTheRep() throws {
    let text = """
      received,first_contact,owner
      2024-01-15 14:30,,Ann Lee
      2024-01-15 14:31,," Ann Lee"
      2024-01-15 14:32,,Bob Ray
      2024-01-15 14:33,,
      """
    let intake = try read(text, roster: Self.reps)
    #expect(counts(intake) == ["North": 2, "South": 1, "(no team)": 1])
    #expect(intake.diagnostics.isEmpty)
  }

  @Test func columnBeforeFileNameBeforeRoster() throws {
    let text =
      "received,first_contact,owner,team\n2024-01-15 14:30,,Bob Ray,West\n2024-01-15 14:31,,Bob Ray,\n"
    #expect(try counts(read(text, roster: Self.reps)) == ["West": 1, "South": 1])
    #expect(
      try counts(read(text, pattern: "leads-{team}-*.csv", roster: Self.reps)) == ["West": 1, "North": 1])
  }

  @Test func unknownRepsAreToldOnceWithTheirRows() throws {
    let text = """
      received,first_contact,owner,team
      2024-01-15 14:30,,Cem,
      2024-01-15 14:31,,Dan,
      2024-01-15 14:32,,Dan,
      2024-01-15 14:33,,Eve,North
      2024-01-15 14:34,,ann lee,
      """
    let intake = try read(text, roster: Self.reps)
    #expect(intake.diagnostics.map(\.id) == ["roster-rep-unknown"])
    #expect(
      intake.diagnostics[0].message
        == "4 rows of 3 reps who are not in the roster have no team: \"Dan\" (2), \"Cem\" (1) and \"ann lee\" (1)"
    )
    #expect(counts(intake) == ["North": 1, "(no team)": 4])
  }

  @Test func halvesOfAFileAgreeAboutTeams() throws {
    let names = ["Ann Lee", "Bob Ray", "Cem", "", "Dan"]
    let rows = (0..<500).map { "2024-01-15 14:30,,\(names[$0 * $0 % 5])" }
    let bytes = Bytes(Array((["received,first_contact,owner"] + rows).joined(separator: "\n").utf8))
    func read(_ threads: Int) throws -> Intake {
      try readLeads(
        [LeadSource(name: "x.csv", siteName: "x.csv", bytes: .bytes(bytes))],
        options: IngestOptions(roster: try roster(Self.reps), threads: threads),
        tuning: ReadTuning(splitSize: 100))
    }
    let (one, two) = (try read(1), try read(2))
    // Squares modulo 5 are 0, 1, 4, 4, 1: a fifth is Ann's, two are Bob's, two are Dan's.
    #expect(counts(one) == ["North": 100, "South": 200, "(no team)": 200])
    #expect(counts(two) == counts(one) && two.diagnostics == one.diagnostics)
    #expect(
      one.diagnostics.map(\.message) == [
        "200 rows of 1 rep who is not in the roster have no team: \"Dan\" (200)"
      ])
  }

  @Test func aRosterWithoutRepsToLookUpIsAWarning() throws {
    let intake = try read("received,first_contact\n2024-01-15 14:30,\n", roster: Self.reps)
    #expect(intake.diagnostics.map(\.id) == ["roster-unused"])
    // Who answered may be told by activities.
    let leads = LeadSource(
      name: "leads.csv", siteName: "leads.csv",
      bytes: .bytes(Bytes(Array("id,received\n1,2024-01-15 14:30\n2,2024-01-15 14:30\n".utf8))),
      activities: 0)
    let text = "lead_id,time,rep\n1,2024-01-15 14:40,Ann Lee\n2,2024-01-15 14:40,Bob Ray\n"
    let calls = ActivitySource(files: [
      .init(name: "calls.csv", siteName: "calls.csv", bytes: .bytes(Bytes(Array(text.utf8))))
    ])
    let joined = try readLeads(
      [leads], activities: [[calls]], options: IngestOptions(roster: try roster(Self.reps)))
    #expect(!joined.diagnostics.map(\.id).contains("roster-unused"))
    #expect(Set(counts(joined).keys) == ["North", "South"])
  }

  @Test func columnsWithoutAHeaderMayBeMissingInARosterToo() throws {
    let roster = try readRoster(
      Bytes(Array("rep,team,,\nAnn,North\nBob,South,,\nCy,East,,x\n".utf8)), name: "r")
    #expect(roster.team(of: "Ann") == "North" && roster.team(of: "Bob") == "South")
    #expect(roster.team(of: "Cy") == "East" && roster.diagnostics.isEmpty)
  }

  @Test func everyEncodingOfARosterReadsAlike() throws {
    let text = "rep;team\r\nJosé;Łódź\r\n"
    let wide: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { unit in [UInt8(unit & 255), UInt8(unit >> 8)] }
    for bytes in [Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), wide] {
      #expect(try readRoster(Bytes(bytes), name: "reps.csv").team(of: "José") == "Łódź")
    }
  }

  @Test(arguments: [
    ("", "roster-empty"), ("rep,team\n", "roster-unreadable"), ("rep,team", "roster-unreadable"),
    ("rep,team\n,North\nAnn,\n", "roster-unreadable"),
    ("rep,teem\nAnn,North\n", "roster-column-missing"),
    ("rep,team\nAnn,North\nBob,South\n Ann,South\n", "roster-contradiction"),
    ("rep,team\n\"Ann,North\n", "quote-unterminated"),
  ])
  func aRosterThatSaysNothingIsAnError(text: String, id: String) {
    #expect(throws: Failure.self) { try roster(text) }
    do throws(Failure) { _ = try roster(text) } catch {
      #expect(error.diagnostics.filter { $0.severity == .error }.map(\.id) == [id])
    }
  }

  @Test func unreadableRowsOfARosterAreWarningsWithTheirLines() throws {
    let roster = try roster("rep,team\nAnn,North\n\n,South\nBob\nCem,,\n")
    #expect(roster.diagnostics.map(\.id) == Array(repeating: "roster-row-rejected", count: 3))
    #expect(roster.diagnostics.map(\.place) == [4, 5, 6].map { Place(file: "reps.csv", line: $0) })
    #expect(roster.team(of: "Ann") == "North" && roster.team(of: "Bob") == nil)
  }
}

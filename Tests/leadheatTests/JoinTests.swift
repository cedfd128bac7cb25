import Foundation
import Testing

/// What a configuration joins to the rows of the leads, by the real binary.
@Suite struct JoinTests {
  let scratch = Scratch()

  /// Builds with a configuration, which has to succeed; gives what was said.
  private func build(_ configuration: String) throws -> String {
    scratch.write("leadheat.yml", configuration)
    let outcome = try Binary.run(["build"], in: scratch.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome.errors
  }

  @Test func theZoneInAHeaderIsLookedUp() throws {
    // 23:30 on Monday in New York is 05:30 on Tuesday in Berlin.
    scratch.write(
      "leads.csv", "received (America/New_York),first_contact\n2026-11-02 23:30,2026-11-02 23:40\n")
    let said = try build("leads: leads.csv\ntimezone: Europe/Berlin\n")
    #expect(said.contains("read as those of America/New_York"))
    #expect(scratch.read("site/data/accounting.json")?.contains("2026-11-03T05:30:00+01:00") == true)

    scratch.write("leadheat.yml", "leads: leads.csv\n")
    let outcome = try Binary.run(["build"], in: scratch.path)
    #expect(outcome.status == 1 && outcome.errors.contains("Set `timezone: America/New_York`"))
  }

  @Test func teamsComeFromTheNamesOfFilesAndFromTheRoster() throws {
    let header = "received,first_contact,rep_name\n"
    scratch.write("exports/leads-North-1.csv", header + "2026-11-02 09:00,2026-11-02 09:30,Ann\n")
    scratch.write("exports/leads-South-1.csv", header + "2026-11-02 09:00,,Ann\n")
    scratch.write("more.csv", header + "2026-11-02 10:00,2026-11-02 10:05,Cem\n2026-11-02 10:01,,Dan\n")
    scratch.write("reps.csv", "rep,team\nAnn,North\nCem,West\n")
    let said = try build(
      """
      roster: reps.csv
      leads:
        - path: exports/*.csv
          team_from_name: leads-{team}-*.csv
        - more.csv
      """)
    for team in ["north", "south", "west", "no-team"] {
      #expect(scratch.read("site/teams/\(team)/index.html") != nil, "\(team)")
    }
    #expect(
      said.contains("reps.csv: warning: 1 row of 1 rep who is not in the roster has no team: \"Dan\" (1)"))

    scratch.write("leadheat.yml", "roster: none.csv\nleads: more.csv\n")
    let outcome = try Binary.run(["build"], in: scratch.path)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.hasPrefix("leadheat.yml:1:9: error: no roster matches 'none.csv' [no-such-file]\n"))
    scratch.write("leadheat.yml", "leads: more.csv\ntemplates: none\n")
    #expect(
      try Binary.run(["build"], in: scratch.path).errors.hasPrefix(
        "leadheat.yml:2:12: error: no templates folder matches 'none' [no-such-file]\n"))
  }

  @Test func theColumnsOfAScheduleMayBeNamed() throws {
    scratch.write("leads.csv", "received,first_contact,rep_name\n2026-11-02 09:00,2026-11-02 09:30,Ann\n")
    scratch.write("rota.csv", "Mitarbeiter;Tag;Beginn;Ende\nAnn;Mo-Fr;08:00;12:00\n")
    func said(_ columns: String) throws -> Binary.Outcome {
      scratch.write("leadheat.yml", "leads: leads.csv\nschedule: {path: rota.csv, columns: {\(columns)}}\n")
      return try Binary.run(["check", "--strict"], in: scratch.path)
    }
    let named = try said("rep: Mitarbeiter, day: Tag, start: beginn, end: Ende")
    #expect(named.status == 0, "\(named.errors)")
    let missing = try said("rep: Mitarbeiter, day: Tga, start: Beginn")
    #expect(missing.status == 1)
    #expect(
      missing.errors.contains(
        "the column for the day of the week is said to be \"Tga\", but rota.csv has no such header (did you mean "
          + "\"Tag\"?) [column-unknown]\n    Set `schedule[0].columns.day` to one of"), "\(missing.errors)")
    #expect(missing.errors.contains("rota.csv:1: error: no column for the end of the shift"))
  }

  @Test func firstResponsesComeFromActivities() throws {
    scratch.write(
      "crm/leads.csv", "lead_id,received,team\n1,2026-11-02 09:00,North\n2,2026-11-02 10:00,North\n")
    scratch.write(
      "crm/calls-1.csv",
      "Lead,time,type\n1,2026-11-02 09:01,Auto-reply\n1,2026-11-02 11:00,Call\n9,2026-11-02 11:00,Call\n")
    scratch.write("crm/calls-2.csv", "Lead,time,type\n2,2026-11-02 10:15,call\n2,soon,call\n")
    let said = try build(
      """
      min_leads: 1
      pending: count
      leads:
        - path: crm/leads.csv
          activities:
            path: crm/calls-*.csv
            types: [call]
            columns: {id: Lead}
      """)
    // 120 minutes for the first lead, 15 for the second: one of two in time, 67.5 minutes on average.
    let data = try #require(scratch.read("site/teams/north/data/2026-W45.json"))
    #expect(
      data.contains(#""judged":2,"within":1,"missed":1,"pending":0,"contacted":2"#)
        && data.contains(#""mean_s":4050,"#))
    #expect(said.contains("crm/calls-2.csv:3: warning: \"soon\" (\"time\"): not a date and time"))
    #expect(said.contains("activities of another type are left out: \"Auto-reply\" (1)"))
    #expect(said.contains("1 row of activities is of 1 id that no lead has, like \"9\""))

    scratch.write("leadheat.yml", "leads:\n  - path: crm/leads.csv\n    activities: none-*.csv\n")
    let outcome = try Binary.run(["build"], in: scratch.path)
    #expect(outcome.status == 1 && outcome.errors.contains("no activities file matches 'none-*.csv'"))
  }

  @Test("Of a lead in two files of a glob, that of the name with the later bytes wins")
  func globsAreInOrderOfTheirBytes() throws {
    let header = "lead_id,received,first_contact\n"
    scratch.write("exports/b.csv", header + "1,2026-11-02 09:00,2026-11-02 09:30\n")
    scratch.write("exports/a.csv", header + "1,2026-11-02 09:00,\n")
    scratch.write("exports/B.csv", header + "1,2026-11-02 09:00,\n")
    _ = try build("min_leads: 1\npending: count\nleads: exports/*.csv\n")
    let data = try #require(scratch.read("site/data/all.json"))
    #expect(data.contains(#""judged":1,"within":1,"#))
  }

  @Test("Two stars are not taken for one: what lies deeper would be missed in silence")
  func recursiveGlobs() throws {
    scratch.write("exports/north/leads.csv", "received,first_contact\n2026-11-02 09:00,2026-11-02 09:30\n")
    let outcome = try Binary.run(["check", "exports/**/*.csv"], in: scratch.path)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.contains(
        """
        error: no lead file is looked for in folders of any depth: '**' in 'exports/**/*.csv' would be no more than '*' \
        [no-such-file]
            Write an entry for each depth, such as exports/*.csv and exports/*/*.csv.
        """))
  }

  @Test("A cut-off with an offset needs a zone, and a byte order mark is no part of a configuration")
  func cutoffsWithOffsets() throws {
    scratch.write("leads.csv", "received,first_contact\n2026-11-02 09:00,2026-11-02 09:30\n")
    scratch.write("leadheat.yml", "\u{FEFF}leads: leads.csv\nas_of: 2026-11-03T10:00:00+05:00\n")
    let outcome = try Binary.run(["check"], in: scratch.path)
    #expect(outcome.status == 1, "\(outcome.errors)")
    #expect(
      outcome.errors.contains(
        "leadheat.yml:2:8: error: the cut-off '2026-11-03T10:00:00+05:00' is a point in time"))
    scratch.write(
      "leadheat.yml", "\u{FEFF}leads: leads.csv\ntimezone: UTC\nas_of: 2026-11-03T10:00:00+05:00\n")
    #expect(try Binary.run(["check", "--strict"], in: scratch.path).status == 0)
  }
}

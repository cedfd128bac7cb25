import Foundation
import Testing

/// One and the same file that is named more than once.
@Suite struct RepeatedFilesTests {
  let scratch = Scratch()

  /// A lead without an id, and a schedule.
  init() throws {
    scratch.write(
      "a.csv", "received_time,first_contact_time,rep_name\n2026-11-02 10:00,2026-11-02 10:05,Ann\n")
    scratch.write("b.csv", "received_time,first_contact_time,rep_name\n2026-11-02 11:00,,Ann\n")
    scratch.write("rota.csv", "rep_name,day_of_week,start_time,end_time\nAnn,Mon,08:00,16:00\n")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path + "/link.csv", withDestinationPath: "a.csv")
  }

  private func check(_ arguments: String...) throws -> Binary.Outcome {
    try Binary.run(["check"] + arguments, in: scratch.path)
  }

  private func check(configuration: String) throws -> Binary.Outcome {
    scratch.write("leadheat.yml", configuration)
    return try check("--quiet")
  }

  @Test func itIsReadOnceWithAWarning() throws {
    let twice = try check("a.csv", "a.csv")
    #expect(twice.output == "read 1 row of 1 file: 1 counted\n1 warning, see above\n")
    #expect(
      twice.errors == """
        command line: warning: 'a.csv' is named twice; it is read once [file-repeated]
            Name it once.

        """)
    let linked = try check("[ab].csv", "link.csv", "./b.csv")
    #expect(linked.output.hasPrefix("read 2 rows of 2 files: 2 counted\n2 warnings"))
    #expect(
      linked.errors == """
        command line: warning: 'link.csv' is the file that is named as 'a.csv', too; it is read once [file-repeated]
        command line: warning: './b.csv' is the file that is named as 'b.csv', too; it is read once [file-repeated]
            Name it once.

        """)
    #expect(try check("a.csv", "a.csv", "--strict").status == 1)
    #expect(try check("a.csv", "b.csv").errors.isEmpty)
  }

  @Test func itIsReadWhereItIsNamedLast() throws {
    // With ids the last row counts: that of old.csv, as if it were read twice.
    let header = "lead_id,received_time,first_contact_time\n"
    scratch.write("old.csv", header + "1,2026-11-02 10:00,2026-11-02 10:05\n")
    scratch.write("new.csv", header + "1,2026-11-02 10:00,\n")
    let outcome = try Binary.run(["build", "old.csv", "new.csv", "old.csv", "--quiet"], in: scratch.path)
    #expect(outcome.status == 0)
    let rows = try #require(scratch.read("site/data/all.json"))
    #expect(rows.contains("\"contacted\":1,"))
  }

  @Test func inAConfigurationItsPlaceIsTold() throws {
    let globbed = try check(configuration: "leads:\n  - a.csv\n  - \"[a-z].csv\"\n")
    #expect(
      globbed.errors
        == "leadheat.yml:3:5: warning: 'a.csv' is named twice; it is read once [file-repeated]\n    Name it once.\n"
    )
    let scheduled = try check(configuration: "leads: a.csv\nschedule: [rota.csv, rota.csv]\n")
    #expect(scheduled.status == 0 && scheduled.errors.contains("'rota.csv' is named twice; it is read once"))
  }

  /// Which of the two is meant cannot be known, and numbers would depend on it.
  @Test func twoWaysOfReadingItAreAnError() throws {
    let outcome = try check(
      configuration: "timezone: UTC\nleads:\n  - {path: a.csv, timezone: Asia/Tokyo}\n  - \"?.csv\"\n")
    #expect(outcome.status == 1)
    #expect(
      outcome.errors == """
        leadheat.yml:4:5: error: 'a.csv' is named twice, and is to be read in two ways [file-repeated]
            Name it once: keep it out of one of the entries.

        """)
    let teams = try check(configuration: "team_from_name: \"{team}.csv\"\nleads: [\"*[ak].csv\"]\n")
    #expect(
      teams.errors.contains(
        "error: 'link.csv' is the file that is named as 'a.csv', too, and is to be read in two ways"))
  }

  // MARK: Activities

  /// Leads with those activities.
  private func check(activities: String) throws -> Binary.Outcome {
    scratch.write("leads.csv", "lead_id,received\n1,2026-11-02 10:00\n2,2026-11-02 11:00\n")
    scratch.write(
      "log.csv",
      "lead_id,called,mailed,type\n1,2026-11-02 09:50,2026-11-02 10:20,call\n2,2026-11-02 11:30,,call\n")
    return try check(configuration: "leads:\n  - path: leads.csv\n    activities:\n" + activities)
  }

  @Test func activitiesAreReadOnceWithAWarning() throws {
    let calls = "      - {path: log.csv, types: [call], columns: {time: called}}\n"
    let globbed = "      - {path: \"l?g.csv\", types: [call], columns: {time: called}}\n"
    let outcome = try check(activities: calls + globbed)
    #expect(
      outcome.errors == """
        leadheat.yml:5:9: warning: 'log.csv' is named twice; it is read once [file-repeated]
            Name it once.

        """)
    // Of the two calls one precedes its lead.
    let notes = try Binary.run(["check"], in: scratch.path).errors
    #expect(notes.contains("1 of 2 rows of activities precedes the receipt"), "\(notes)")
    let inspected = try Binary.run(["inspect", "leads.csv", "--config", "leadheat.yml"], in: scratch.path)
    #expect(inspected.output.contains("'log.csv' is named twice; it is read once [file-repeated]"))
  }

  /// Each of them has activities that the other has not.
  @Test func activitiesAreReadInEveryWayThatIsAskedFor() throws {
    let calls = "      - {path: log.csv, columns: {time: called}}\n"
    let mails = "      - {path: log.csv, columns: {time: mailed}}\n"
    #expect(try check(activities: calls + mails).errors.isEmpty)
    let built = try Binary.run(["build", "--quiet"], in: scratch.path)
    // The mail is 20 minutes after the first lead, the call 30 after the second.
    let rows = try #require(scratch.read("site/data/all.json"))
    #expect(built.status == 0 && rows.contains("\"contacted\":2,"))
    let thrice = try check(activities: calls + mails + calls)
    #expect(
      thrice.status == 0
        && thrice.errors.hasPrefix("leadheat.yml:6:9: warning: 'log.csv' is named twice; it is read once"))
  }
}

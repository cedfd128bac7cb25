import Foundation
import Testing

/// What is wrong in one place hides nothing that is wrong in another.
@Suite struct EverythingAtOnceTests {
  let scratch = Scratch()

  /// The severity, the place and the id of what `check` says, in its order.
  private func check(_ configuration: String) throws -> [String] {
    scratch.write("leadheat.yml", configuration)
    let outcome = try Binary.run(["check"], in: scratch.path)
    #expect(outcome.status == 1 && outcome.output.isEmpty)
    return outcome.errors.split(separator: "\n").compactMap { line in
      line.firstMatch(of: /^(?:(\S+?): )?(error|warning|note): .* \[([a-z-]+)\]$/).map {
        "\($0.2) \($0.1 ?? "") \($0.3)"
      }
    }
  }

  @Test func configurationFilesLeadsShiftsAndTemplates() throws {
    scratch.write("good.csv", CommandLineTests.leads)
    scratch.write("bad.csv", "lead_id,when,first_contact_time\n1,2026-11-02 09:00,2026-11-02 09:05\n")
    scratch.write("rota.csv", "rep_name,day_of_week,end_time\nAnn,Mon,16:00\n")
    scratch.write("own/narrative/team.md", "Hello\n\n{{raet}}\n")
    scratch.write("own/layout/page.html", "<title>{{title}}</title>\n")
    let found = try check(
      """
      slot: 20
      timezone: Europe/Berln
      as_of: yesterday
      leads:
        - good.csv
        - bad.csv
        - none.csv
        - command: [cat, good.csv]
      schedule: [rota.csv, nowhere.csv]
      roster: reps.csv
      templates: own
      """)
    #expect(
      found == [
        "error bad.csv:1 column-missing",
        "error leadheat.yml:1:7 configuration-value",
        "error leadheat.yml:2:11 unknown-zone",
        "error leadheat.yml:3:8 configuration-value",
        "error leadheat.yml:7:5 no-such-file",
        "error leadheat.yml:9:22 no-such-file",
        "error leadheat.yml:10:9 no-such-file",
        "error own/layout/page.html value-missing",
        "error own/narrative/team.md:3:1 value-unknown",
        "error rota.csv:1 schedule-column-missing",
        "note leadheat.yml:8:5 command-not-run",
      ])
  }

  @Test("An empty list of leads is no leads at all")
  func noLeads() throws {
    #expect(try check("title: x\n") == ["error leadheat.yml no-leads"])
    #expect(try check("leads: []\n") == ["error leadheat.yml no-leads"])
  }

  @Test("Where something is wrong with the columns of a file, no second error follows from that")
  func noEchoes()
    throws
  {
    scratch.write("leads.csv", "when,answered\n2026-11-02T09:00:00Z,2026-11-02T09:05:00Z\n")
    scratch.write("rota.csv", "who,day_of_week,start_time,end_time\nAnn,Mon,08:00,16:00\n")
    #expect(
      try check(
        """
        leads:
          - path: leads.csv
            columns: {recieved: when, first_response: answered}
        schedule: [{path: rota.csv, columns: {repp: who}}]
        """) == [
          "error leadheat.yml:3:15 configuration-unknown-key",
          "error leadheat.yml:4:39 configuration-unknown-key",
        ])
    #expect(
      try check("leads: leads.csv\ncolumns: {received: when, first_response: answered}\ndate_order: x\n") == [
        "error leadheat.yml:3:13 configuration-value"
      ])
  }

  @Test("That a team of a zone has no leads is not said where leads are missing") func noGuessesAboutTheRest()
    throws
  {
    scratch.write("good.csv", CommandLineTests.leads)
    scratch.write("empty.csv", "when,first_response\n")
    let zones = "team_zones: {Nowhere: Asia/Tokyo}\ntimezone: Europe/Berlin\n"
    #expect(
      try check(zones + "leads: [good.csv, none.csv]\n") == ["error leadheat.yml:3:19 no-such-file"])
    #expect(try check(zones + "leads: [good.csv, empty.csv]\n") == ["error empty.csv:1 column-missing"])
  }

  @Test("What is odd about what could be read is told beside what is wrong with the rest") func remarks()
    throws
  {
    scratch.write("leads.csv", CommandLineTests.leads + "9,soon,,Ann\n")
    scratch.write("rota.csv", "rep_name,day_of_week,start_time,end_time\nAnn,Mon,16:00,08:30\n")
    scratch.write("own/team.md", "Hello\n")
    scratch.write("broken/narrative/team.md", "{{raet}}\n")
    let odd = [
      "warning leads.csv rows-rejected", "warning leads.csv:8 row-rejected", "warning rota.csv:2 shift-long",
    ]
    #expect(
      try check("leads: leads.csv\nschedule: rota.csv\ntemplates: broken\n")
        == ["error broken/narrative/team.md:1:1 value-unknown"] + odd)
    #expect(
      try check("leads: leads.csv\nschedule: [rota.csv]\ntemplates: own\nroster: none.csv\n")
        == ["error leadheat.yml:4:9 no-such-file"])
  }

  @Test("A command that fails half way hides nothing that is wrong with the other sources") func commands()
    throws
  {
    scratch.write("good.csv", CommandLineTests.leads)
    scratch.write("bad.csv", "lead_id,when,first_contact_time\n1,2026-11-02 09:00,2026-11-02 09:05\n")
    #expect(
      try check(
        "leads:\n  - command: [/bin/sh, -c, 'echo received,first_response; echo 2026-11-02 09:00,; exit 3']\n  - bad.csv\n  - command: [/bin/sh, -c, 'exit 4']\n"
      ) == [
        "error bad.csv:1 column-missing", "error leadheat.yml:2:5 command-failed",
        "error leadheat.yml:4:5 command-failed",
      ])
  }

  @Test("A template that stands beside its folder is told") func strayTemplates() throws {
    scratch.write("good.csv", CommandLineTests.leads)
    for path in ["team.md", "README.md", "notes.css", "layout/team.html", "theme/site.css"] {
      scratch.write("own/" + path, "x\n")
    }
    let outcome = try Binary.run(["check", "good.csv", "--templates", "own"], in: scratch.path)
    let message = "no page is made from this template and none takes it in"
    #expect(outcome.status == 0)
    #expect(
      outcome.errors.split(separator: "\n").filter { $0.contains("warning") } == [
        "own/layout/team.html: warning: \(message) [template-unused]",
        "own/team.md: warning: \(message) (did you mean 'narrative/team.md'?) [template-unused]",
      ])
  }

  @Test("What only looks like a template is told, and nothing is said of built-in ones that are not taken in")
  func whatLooksLikeATemplate() throws {
    scratch.write("good.csv", CommandLineTests.leads)
    for page in ["home", "teams", "team", "team-week", "team-month", "week"] {
      scratch.write("own/narrative/\(page).md", "Words.\n")
    }
    for path in ["month.markdown", "month.md/README.txt", "Home.md", "picture.png"] {
      scratch.write("own/narrative/" + path, "Words.\n")
    }
    let outcome = try Binary.run(["check", "good.csv", "--templates", "own"], in: scratch.path)
    #expect(outcome.status == 0)
    let ending = "no template is read from a file that ends in '.markdown', expected '.md'"
    let expected = [
      "own/narrative/Home.md: warning: no page is made from this template and none takes it in (did you mean 'home'?)",
      "own/narrative/month.markdown: warning: \(ending)",
      "own/narrative/month.md: warning: it is a folder, expected a file with a template",
    ]
    let warnings = outcome.errors.split(separator: "\n").filter { $0.contains("warning") }
    #expect(warnings.map(String.init) == expected.map { $0 + " [template-unused]" })
  }
}

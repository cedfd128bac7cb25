import Foundation
import Testing

/// How `leadheat check` tells what it found: to people, to programs and to GitHub Actions.
@Suite struct DiagnosticsTests {
  let scratch = Scratch()

  /// A schedule of `count` rows that cannot be read and one that can, beside good leads.
  func prepare(badRows count: Int) {
    scratch.write("leads.csv", CommandLineTests.leads)
    scratch.write(
      "a.csv",
      "rep_name,day_of_week,start_time,end_time,team\nAnn,Mon,08:00,16:00,North\n"
        + String(repeating: "Ann,Funday,08:00,16:00,North\n", count: count))
    scratch.write(
      "b.csv",
      "rep_name,day_of_week,start_time,end_time,team\nCem,Mon,08:00,25:00,South\nCem,Mon,08:00,09:00,South\n")
  }

  func check(_ more: String..., environment: [String: String] = [:]) throws -> Binary.Outcome {
    try Binary.run(
      ["check", "leads.csv", "--schedule", "b.csv", "--schedule", "a.csv", "--max-rejected", "100"] + more,
      in: scratch.path,
      environment: environment)
  }

  /// The places at the beginning of lines: `a.csv:3`.
  func places(_ text: String) -> [String] {
    text.split(separator: "\n").compactMap {
      $0.firstMatch(of: #/^([ab]\.csv:\d+)(?::\d+)?: warning/#).map { String($0.1) }
    }
  }

  @Test func diagnosticsAreSortedByFileAndLine() throws {
    prepare(badRows: 3)
    let outcome = try check()
    #expect(outcome.status == 0)
    #expect(places(outcome.errors) == ["a.csv:3", "a.csv:4", "a.csv:5", "b.csv:2"], "\(outcome.errors)")
    #expect(outcome.output.hasSuffix("4 warnings, see above\n"))
  }

  @Test func manyOfAKindAreCounted() throws {
    prepare(badRows: 30)
    let outcome = try check()
    #expect(places(outcome.errors) == (3...22).map { "a.csv:\($0)" })
    // Ten of the first file and the one of the second.
    #expect(
      outcome.errors.contains("\nwarning: 11 more of this kind [schedule-row-rejected]\n"),
      "\(outcome.errors)")
    #expect(outcome.output.hasSuffix("31 warnings, see above\n"))
  }

  /// As those of leads do, by all schedules together.
  @Test func tooManyRejectedRowsOfSchedulesFailTheBuild() throws {
    func build(badRows: Int, limit: String...) throws -> Binary.Outcome {
      prepare(badRows: badRows)
      return try Binary.run(
        ["build", "leads.csv", "--schedule", "b.csv", "--schedule", "a.csv"] + limit, in: scratch.path)
    }
    let failed = try build(badRows: 10)
    #expect(failed.status == 1)
    #expect(
      failed.errors.contains(
        "a.csv: error: 11 of 13 rows cannot be read, more than 1.0 % [too-many-rejected]\n"),
      "\(failed.errors)")
    #expect(places(failed.errors).count == 11 && !failed.errors.contains("`never`"))
    #expect(try build(badRows: 9).status == 0)
    #expect(try build(badRows: 10, limit: "--max-rejected", "90").status == 0)
  }

  /// Leads of which the last ones cannot be read.
  private func leads(readable: Int, rejected: Int) -> String {
    let row = { (number: Int, answer: String) in "\(number),2026-11-03 10:00,\(answer)\n" }
    return "lead_id,received_time,first_contact_time\n"
      + (1...readable).map { row($0, "2026-11-03 10:30") }.joined()
      + (1...rejected).map { row(readable + $0, "soon") }.joined()
  }

  @Test func everyRejectedRowIsTold() throws {
    scratch.write("leads.csv", leads(readable: 200, rejected: 2))
    let outcome = try Binary.run(["check", "leads.csv"], in: scratch.path)
    #expect(outcome.status == 0)
    #expect(
      outcome.errors.hasPrefix(
        "leads.csv: warning: 2 of 202 rows cannot be read [rows-rejected]\n"
          + "    Correct them in the export; they are in no number.\n"))
    for line in [202, 203] {
      #expect(
        outcome.errors.contains(
          "\nleads.csv:\(line): warning: \"soon\" (\"first_contact_time\"): "), "\(outcome.errors)")
    }
    // The way out that they share stands once.
    #expect(
      outcome.errors.components(separatedBy: "\n    Correct the row in the export; it is in no number.").count
        == 2)
    #expect(outcome.output.hasSuffix("3 warnings, see above\n"))
    let lines = try Binary.run(["build", "leads.csv", "--json"], in: scratch.path).output
      .split(separator: "\n").compactMap {
        try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
      }
      .filter { $0["id"] as? String == "row-rejected" }
    #expect(lines.map { $0["key"] as? String } == ["first_contact_time", "first_contact_time"])
    #expect(
      lines.allSatisfy { $0["remedy"] as? String == "Correct the row in the export; it is in no number." })
  }

  @Test func everyRejectedRowIsToldWhereNothingCanBeBuilt() throws {
    scratch.write("leads.csv", leads(readable: 30, rejected: 25))
    let outcome = try Binary.run(["build", "leads.csv"], in: scratch.path)
    #expect(outcome.status == 1)
    for line in 32...51 { #expect(outcome.errors.contains("\nleads.csv:\(line): warning: ")) }
    #expect(outcome.errors.contains("\nwarning: 5 more of this kind [row-rejected]\n"))
    let lines = try Binary.run(["build", "leads.csv", "--json"], in: scratch.path).output
      .split(separator: "\n")
    #expect(lines.count { $0.contains("\"row-rejected\"") } == 25)
  }

  /// No more than 1,000 are remembered.
  @Test func rejectedRowsBeyondTheLimitAreCounted() throws {
    scratch.write("leads.csv", leads(readable: 10, rejected: 1_500))
    let outcome = try Binary.run(["check", "leads.csv", "--max-rejected", "100"], in: scratch.path)
    #expect(outcome.errors.contains("\nwarning: 1480 more of this kind [row-rejected]\n"))
    // Each row, and how many there are.
    #expect(outcome.output.hasSuffix("1501 warnings, see above\n"), "\(outcome.output)")
    let failed = try Binary.run(["check", "leads.csv"], in: scratch.path)
    #expect(failed.status == 1)
    #expect(failed.errors.contains("\nwarning: 1480 more of this kind [row-rejected]\n"))
    let lines = try Binary.run(["check", "leads.csv", "--json"], in: scratch.path).output
      .split(separator: "\n").filter { $0.contains("\"row-rejected\"") }
    #expect(
      lines.count == 1_001 && lines.last?.contains("\"message\":\"500 more rows cannot be read\"") == true)
  }

  @Test func rejectedActivitiesBeyondTheLimitAreCounted() throws {
    scratch.write("leads.csv", "lead_id,received\n1,2026-11-02 09:00\n")
    scratch.write(
      "calls.csv", "lead_id,time\n1,2026-11-02 09:30\n" + String(repeating: "1,soon\n", count: 50))
    scratch.write(
      "leadheat.yml", "max_rejected: 100\nleads:\n  - path: leads.csv\n    activities: calls.csv\n")
    let outcome = try Binary.run(["check"], in: scratch.path)
    for line in 3...22 {
      #expect(outcome.errors.contains("calls.csv:\(line): warning: \"soon\" (\"time\"): "))
    }
    #expect(outcome.errors.contains("\nwarning: 30 more of this kind [activity-rejected]\n"))
    #expect(outcome.output.hasSuffix("50 warnings, see above\n"), "\(outcome.output)")
  }

  /// What was asked for has not arrived.
  @Test func programsHearOfAFullDisk() throws {
    scratch.write("leads.csv", leads(readable: 200, rejected: 2))
    let outcome = try Binary.run(
      ["check", "leads.csv", "--json"], in: scratch.path,
      wrapper: ["/bin/sh", "-c", "exec \"$@\" > /dev/full", "sh"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("\"output-lost\""))
  }

  @Test func programsGetAllOfThem() throws {
    prepare(badRows: 30)
    let outcome = try check("--json")
    #expect(outcome.errors == "")
    let lines = try outcome.output.split(separator: "\n").map { line in
      try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    let rejected = lines.filter { $0["id"] as? String == "schedule-row-rejected" }
    #expect(rejected.count == 31)
    #expect(rejected.map { $0["line"] as? Int } == (3...32).map { $0 } + [2])
    #expect(
      rejected.first?["file"] as? String == "a.csv" && rejected.first?["severity"] as? String == "warning")
    #expect(
      rejected.first?["message"] as? String
        == "\"Funday\" is not a day of the week: expected names such as Mon or Monday, 1 to 7, lists or ranges"
    )
    #expect(rejected.first?["remedy"] as? String == "The row counts as not there.")
  }

  @Test func gitHubActionsGetsThemAtTheirLines() throws {
    prepare(badRows: 30)
    let lines = try check(environment: ["GITHUB_ACTIONS": "true"]).errors.split(separator: "\n")
    #expect(!lines.isEmpty && lines.allSatisfy { $0.hasPrefix("::") }, "\(lines)")
    #expect(
      lines.contains {
        $0.hasPrefix("::warning file=a.csv,line=3,")
          && $0.contains("title=schedule-row-rejected::\"Funday\" is not a day")
      })
    #expect(lines.contains("::warning title=schedule-row-rejected::11 more of this kind"))
  }

  /// GitHub knows files by their paths in the repository, whatever folder a step works in.
  @Test func gitHubActionsGetsPathsInTheRepository() throws {
    prepare(badRows: 1)
    scratch.write("repository/reports/leadheat.yml", "leads:\n  - command: [cat, leads.csv]\n")
    scratch.write("repository/reports/leads.csv", CommandLineTests.leads + "7,soon,,,,North\n")
    let environment = [
      "GITHUB_ACTIONS": "true", "GITHUB_WORKSPACE": scratch.path + "/repository", "PATH": "/usr/bin:/bin",
    ]
    let outcome = try Binary.run(
      ["check", "--schedule", "../../a.csv"], in: scratch.path + "/repository/reports",
      environment: environment)
    let lines = outcome.errors.split(separator: "\n")
    // What is no file is known by where it is named.
    #expect(
      lines.contains {
        $0.hasPrefix("::warning file=reports/leadheat.yml,line=2,col=5,title=row-rejected::cat:8: \"soon\"")
      }, "\(lines)")
    // What lies elsewhere stays as it is.
    #expect(lines.contains { $0.hasPrefix("::warning file=../../a.csv,line=3,") }, "\(lines)")
  }

  /// What a file says cannot end a workflow command and begin another one, nor reach the terminal.
  @Test func hostileTextStaysInItsMessage() throws {
    prepare(badRows: 0)
    scratch.write(
      "b.csv", "rep_name,day_of_week,start_time,end_time\nAnn,\"x\n::error::y%0A\u{1B}[2J\",08:00,09:00\n")
    for environment in [[:], ["GITHUB_ACTIONS": "true"]] {
      let text = try check(environment: environment).errors
      #expect(text.contains("[schedule-row-rejected]") || text.contains("title=schedule-row-rejected"))
      #expect(!text.contains("\n::error") && !text.contains("\u{1B}"))
    }
  }

  /// What is found only beside zones and leads has the place in the configuration too.
  @Test func choicesThatFitNotAreToldAtTheirPlaces() throws {
    scratch.write("leads.csv", CommandLineTests.leads)
    scratch.write(
      "bad.yml",
      """
      timezone: Mars/Olympus
      team_zones:
        West: Asia/Tokio
      as_of: soon
      leads:
        - path: leads.csv
          timezone: UTZ
      """)
    let bad = try Binary.run(["check", "--config", "bad.yml"], in: scratch.path)
    #expect(
      bad.errors.matches(of: #/(?m)^(bad[^ ]*) error: ([^\[(,]*\w)/#).map { "\($0.1) \($0.2)" } == [
        "bad.yml:1:11: unknown time zone 'Mars/Olympus", "bad.yml:3:9: unknown time zone 'Asia/Tokio",
        "bad.yml:4:8: as_of: expected a date such as 2026-11-15",
        "bad.yml:7:15: unknown time zone 'UTZ",
      ])
    let override = try Binary.run(["check", "leads.csv", "--as-of", "never"], in: scratch.path)
    #expect(override.errors.hasPrefix("command line: error: as_of: expected"))

    scratch.write(
      "odd.yml",
      """
      timezone: Europe/Berlin
      team_zones:
        South: Europe/Rome
        West: Asia/Tokyo
      targets:
        Nort: 80
      from: 2026-11-03
      leads: leads.csv
      """)
    let odd = try Binary.run(["check", "--config", "odd.yml"], in: scratch.path)
    #expect(odd.status == 0)
    #expect(
      odd.errors.matches(of: #/(?m)^(odd[^ ]*) warning: .*\[([a-z-]+)\]$/#).map { "\($0.1) \($0.2)" } == [
        "odd.yml:4:9: team-unknown", "odd.yml:6:9: target-team-unknown", "odd.yml:7:7: from-after-leads",
      ])
    #expect(
      odd.errors.contains(
        "the data are said to begin on 2026-11-03, but their first lead is of 2026-11-02, where they begin"))
  }

  @Test func aHeaderThatIsNotThereIsToldWhereItIsNamed() throws {
    scratch.write("leads.csv", CommandLineTests.leads)
    let entry = "leads:\n  - path: leads.csv\n    columns:\n      rep: Onwer\n"
    for (text, place) in [(entry, "x.yml:4:12"), ("columns: {rep: Onwer}\nleads: leads.csv\n", "x.yml:1:16")]
    {
      scratch.write("x.yml", text)
      let outcome = try Binary.run(["check", "--config", "x.yml"], in: scratch.path)
      #expect(
        outcome.errors.hasPrefix("\(place): error: the column for the rep is said to be \"Onwer\""),
        "\(outcome.errors)")
      let inspected = try Binary.run(["inspect", "leads.csv", "--config", "x.yml"], in: scratch.path)
      #expect(inspected.output.contains("\n  \(place): the column for the rep"), "\(inspected.output)")
    }
  }

  @Test func aCutOffBeforeAllLeadsIsTold() throws {
    scratch.write("leads.csv", CommandLineTests.leads)
    let outcome = try Binary.run(["check", "leads.csv", "--as-of", "2026-11-01"], in: scratch.path)
    #expect(outcome.status == 0)
    #expect(
      outcome.errors.contains(
        "command line: warning: the cut-off '2026-11-01' is before all leads: all 6 rows are after it "
          + "[as-of-before-leads]\n"))
    let day = try Binary.run(
      ["check", "leads.csv", "--as-of", "2026-11-02", "--from", "2026-11-02"], in: scratch.path)
    #expect(day.errors.isEmpty)
    // The first row is before the cut-off, and no lead since a later one replaces it.
    scratch.write(
      "twice.csv",
      "id,received,first_response\n1,2026-11-02 09:00,\n1,2026-11-04 09:00,\n2,2026-11-05 09:00,\n")
    let twice = try Binary.run(["check", "twice.csv", "--as-of", "2026-11-03"], in: scratch.path)
    #expect(!twice.errors.contains("[as-of-before-leads]") && twice.errors.contains("[leads-none]"))
    // Nobody asks when a row came that counts in no case.
    scratch.write(
      "eligible.csv",
      "received,first_response,eligible\n2026-11-04 09:00,,yes\n2026-11-05 09:00,,yes\n2026-11-05 09:30,,no\n"
    )
    let eligible = try Binary.run(["check", "eligible.csv", "--as-of", "2026-11-03"], in: scratch.path)
    #expect(eligible.errors.contains("is before all leads: all 2 rows are after it [as-of-before-leads]"))
  }

  @Test func zonesOfTeamsNeedOneOfTheReport() throws {
    scratch.write("leads.csv", CommandLineTests.leads)
    scratch.write("leadheat.yml", "leads: leads.csv\nteam_zones: {North: Europe/Berlin}\n")
    let outcome = try Binary.run(["check"], in: scratch.path)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.hasPrefix(
        "leadheat.yml:2:13: error: teams have time zones of their own, but the zone of the report is not said "
          + "[zone-missing]\n"))
  }

  @Test func zonesOfTeamsAreNotIgnoredWhereNoRowNamesOne() throws {
    scratch.write("leads.csv", "received,first_response\n2026-11-02 09:00,2026-11-02 09:10\n")
    scratch.write("leadheat.yml", "leads: leads.csv\ntimezone: UTC\nteam_zones: {North: Europe/Berlin}\n")
    let outcome = try Binary.run(["check"], in: scratch.path)
    #expect(
      outcome.errors.contains(
        "leadheat.yml:3:21: warning: a zone is set for the team \"North\", which has no leads [team-unknown]\n"
          + "    No row names a team: set `columns.team`"))
  }

  /// Without leads nothing is odd beside them.
  @Test func besideAnExportWithoutRowsNothingIsOdd() throws {
    scratch.write("leads.csv", "received,first_response,team\n")
    scratch.write("rota.csv", "rep,day_of_week,start_time,end_time,team\nAda,Mon,9:00,17:00,North\n")
    scratch.write(
      "leadheat.yml",
      "leads: leads.csv\nschedule: rota.csv\ntimezone: UTC\ntargets: {North: 80}\nteam_zones: {North: Europe/Berlin}\n"
    )
    let outcome = try Binary.run(["check"], in: scratch.path)
    #expect(outcome.status == 0)
    #expect(!outcome.errors.contains(": warning: "), "\(outcome.errors)")
    #expect(outcome.errors.contains("[file-without-rows]"))
    let other = try Binary.run(["check", "--only", "team=North"], in: scratch.path)
    #expect(
      other.errors.contains(
        "which has no leads [only-team-unknown]\n    Name exports that have leads of it.\n"))
  }

  /// Each of the later ones is older than the first, and no page tells where they lay.
  @Test func everyFileThatEndsEarlierIsTold() throws {
    let header = "lead_id,received_time,first_contact_time\n"
    for (number, month) in [(1, "03"), (2, "01"), (3, "02")] {
      scratch.write("in/\(number).csv", header + "\(number),2026-\(month)-02 09:00,\n")
    }
    scratch.write("leadheat.yml", "leads: [\(scratch.path)/in/*.csv]\n")
    let outcome = try Binary.run(["build"], in: scratch.path)
    #expect(
      outcome.errors.split(separator: "\n").count { $0.contains("[file-order]") } == 2, "\(outcome.errors)")
    for (path, bytes) in Scratch.tree(scratch.path + "/site") {
      #expect(!String(decoding: bytes, as: UTF8.self).contains(scratch.path), "\(path)")
    }
  }

  @Test func onlyOneFileIsInspected() throws {
    for name in ["a", "b"] { scratch.write("in/\(name).csv", CommandLineTests.leads) }
    let outcome = try Binary.run(["inspect", "in/*.csv"], in: scratch.path)
    #expect(
      outcome.status == 1
        && outcome.errors.contains(
          "'in/*.csv' names 2 files, expected one: in/a.csv and in/b.csv [files-several]")
    )
    #expect(try Binary.run(["inspect", "in/a*.csv"], in: scratch.path).status == 0)
  }

  /// As any other text, they may be followed by marks.
  @Test func annotationsAreEscapedCharacterByCharacter() throws {
    scratch.write("leads.csv", "received_time,first_contact_time,team\n2026-11-02 09:00,,A%\u{301}\n")
    let outcome = try Binary.run(
      ["check", "leads.csv", "--only", "team=A%\u{301}x"], in: scratch.path,
      environment: ["GITHUB_ACTIONS": "true"])
    #expect(outcome.errors.contains("the team ‘A%25\u{301}x’ alone"), "\(outcome.errors)")
  }

  @Test(arguments: ["--title", "--team"]) func namesThatAreBlankAreRefused(option: String) throws {
    scratch.write("leads.csv", CommandLineTests.leads)
    let outcome = try Binary.run(["check", "leads.csv", option, " "], in: scratch.path)
    #expect(outcome.status == 64 && outcome.errors.contains("\(option) takes a text that is not blank"))
    scratch.write("leadheat.yml", "leads: leads.csv\n\(option.dropFirst(2)): ' '\n")
    let configured = try Binary.run(["check"], in: scratch.path)
    #expect(
      configured.errors.contains("\(option.dropFirst(2)): expected a text that is not blank, found ' '"))
  }

  @Test func aTemplateWithNULIsNoText() throws {
    scratch.write("leads.csv", CommandLineTests.leads)
    scratch.write("own/narrative/home.md", "H\0i\0")
    scratch.write("own/layout/page.html", "{{> note}}{{body}}")
    let outcome = try Binary.run(["check", "leads.csv", "--templates", "own"], in: scratch.path)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.contains("own/narrative/home.md: error: the template cannot be read: it is not UTF-8"))
    scratch.write("own/narrative/home.md", "Hi")
    let other = try Binary.run(["check", "leads.csv", "--templates", "own"], in: scratch.path)
    #expect(
      other.errors.contains(
        "own/layout/page.html:1:1: error: the frame of pages takes in no partials, found '{{> note}}' [partial-missing]"
      ))
  }

  /// What authors wrote and nobody will see on the pages.
  @Test func warningsAboutTemplatesAreToldAndCounted() throws {
    scratch.write("leads.csv", CommandLineTests.leads)
    scratch.write("own/narrative/team-week.md", "<b>x</b> [x](javascript:alert)\n\n![x](logo.png)\n")
    scratch.write("own/narrative/team-weak.md", "x\n")
    for command in ["check", "build"] {
      let outcome = try Binary.run([command, "leads.csv", "--templates", "own"], in: scratch.path)
      #expect(outcome.status == 0)
      let warnings = outcome.errors.split(separator: "\n").filter { $0.contains("warning") }
      #expect(
        warnings == [
          "own/narrative/team-weak.md: warning: no page is made from this template and none takes it in "
            + "(did you mean 'team-week'?) [template-unused]",
          "own/narrative/team-week.md:1:1: warning: HTML is left out: <b> [html-dropped]",
          "own/narrative/team-week.md:1:5: warning: HTML is left out: </b> [html-dropped]",
          "own/narrative/team-week.md:1:14: warning: the link to 'javascript:alert' is left out [link-dropped]",
          "own/narrative/team-week.md:3:6: warning: the image 'logo.png' is left out [image-dropped]",
        ])
      #expect(outcome.output.hasSuffix("5 warnings, see above\n"))
      let strict = try Binary.run(
        [command, "leads.csv", "--templates", "own", "--strict", "--output", "other"].filter {
          command == "build" || !["--output", "other"].contains($0)
        }, in: scratch.path)
      #expect(
        strict.status == 1 && strict.errors.contains("[strict]") && strict.errors.contains("[html-dropped]"))
    }
    #expect(!FileManager.default.fileExists(atPath: scratch.path + "/other"))
  }

  /// Each once, however many pages have it, and none of a section that is skipped on them.
  @Test func linksThatLeadNowhereAreTold() throws {
    scratch.write("leads.csv", CommandLineTests.leads)
    scratch.write(
      "own/narrative/team-week.md",
      """
      [a](about.html) [b](../../about.html#top) [c](index.html) [d](#map) [e](#mpa) {{> parts/nav}}

      [f](../../weeks/{{period.id}}.html) [g](../../months/{{period.id}}.html) [h](data/{{period.id}}.json)
      {{#period.is_month}}[i](nowhere.html){{/period.is_month}} [j](/teams/) [k](../../../x.html)
      """)
    scratch.write("own/narrative/parts/nav.md", "{{#period.is_week}}[l](../../weeks){{/period.is_week}}\n")
    scratch.write("own/narrative/home.md", "{{> parts/nav}} [m](teams/north/data/all.csv)\n")
    let leads = "the link to '"
    for command in ["check", "build"] {
      let outcome = try Binary.run([command, "leads.csv", "--templates", "own"], in: scratch.path)
      #expect(outcome.status == 0)
      let warnings = outcome.errors.split(separator: "\n").filter { $0.contains("warning") }.map(String.init)
      let page = "teams/north/2026-W45.html"
      let expected = [
        "parts/nav.md:1:24: warning: \(leads)../../weeks' leads nowhere on \(page) (did you mean "
          + "'../../weeks/index.html'?)",
        "team-week.md:1:5: warning: \(leads)about.html' leads nowhere on \(page) (did you mean '../../about.html'?)",
        "team-week.md:1:73: warning: \(leads)#mpa' on \(page) leads to no part of a page (did you mean '#map'?)",
        "team-week.md:3:41: warning: \(leads)../../months/{{period.id}}.html' leads nowhere on \(page), where it is "
          + "'../../months/2026-W45.html'",
        "team-week.md:4:63: warning: \(leads)/teams/' leads to the root of the server, of which the site may be a part",
        "team-week.md:4:76: warning: \(leads)../../../x.html' leads nowhere on \(page)",
      ]
      #expect(warnings == expected.map { "own/narrative/\($0) [link-dead]" })
    }
  }

  @Test func strictFailsAndQuietLeavesNotesOut() throws {
    prepare(badRows: 1)
    let strict = try check("--strict")
    #expect(strict.status == 1 && strict.errors.hasPrefix("error: there are warnings"), "\(strict.errors)")
    let quiet = try check("--quiet")
    #expect(quiet.status == 0 && quiet.output.isEmpty && quiet.errors.contains("[schedule-row-rejected]"))
    #expect(!quiet.errors.contains(": note: "))
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).count == 3)
  }
}

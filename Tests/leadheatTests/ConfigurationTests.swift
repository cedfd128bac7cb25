import Foundation
import LeadModel
import ReportSite
import Testing

@testable import leadheat

@Suite struct ConfigurationTests {
  func read(_ yaml: String) throws(Failure) -> Configuration {
    try Configuration.read(yaml, file: "conf/leadheat.yml")
  }
  /// What is said about a configuration that is at fault.
  func problems(_ yaml: String) -> [String] {
    let found: [Diagnostic]
    do throws(Failure) {
      found = try read(yaml).problems
    } catch {
      found = error.diagnostics
    }
    return found.map { "\($0.place!): \($0.message)" }
  }

  @Test func everyKeyIsRead() throws {
    let configuration = try read(
      """
      title: Answering leads
      timezone: Europe/Berlin
      team_zones: {West: America/Los_Angeles}
      leads:
        - exports/*.csv
        - path: /data/more.csv
      schedule: rota.csv
      templates: ../Templates
      output: public
      slot: 15
      threshold: 30
      also: [5, 1440]
      min_leads: 8
      as_of: 2026-11-15
      from: 2026-09-14
      pending: count
      duplicates: keep
      clock_skew: 90
      max_rejected: 2.5
      team: Sales
      base_url: https://example.org/leads
      reps: hide
      palette: blue-orange
      target: 80
      targets: {North: 85}
      events: [{date: 2026-10-12, text: New rota}]
      """)
    #expect(configuration.reps == .hide && configuration.palette == .blueOrange)
    #expect(configuration.target == 80 && configuration.targets == ["North": 85])
    #expect(
      configuration.events == [Event(date: CivilDate(year: 2026, month: 10, day: 12)!, text: "New rota")])
    #expect(configuration.title == "Answering leads")
    #expect(configuration.timezone == "Europe/Berlin")
    #expect(configuration.teamZones == ["West": "America/Los_Angeles"])
    #expect(configuration.leads.map(\.origin) == [.path("conf/exports/*.csv"), .path("/data/more.csv")])
    #expect(configuration.schedules.map(\.path) == ["conf/rota.csv"])
    #expect(configuration.templates == "conf/../Templates")
    #expect(configuration.output == "conf/public")
    #expect(configuration.asOf == "2026-11-15")
    #expect(configuration.baseURL == "https://example.org/leads")
    let rules = configuration.rules
    #expect((rules.slotMinutes, rules.threshold, rules.minLeads, rules.clockSkewSeconds) == (15, 30, 8, 90))
    #expect(rules.thresholds == [5, 30, 1440])
    #expect(rules.headline == 1)
    #expect(rules.from == CivilDate(year: 2026, month: 9, day: 14))
    #expect(rules.pending == .count && rules.duplicates == .keep)
    #expect(rules.maxRejectedPercent == 2.5 && rules.unnamedTeam == "Sales")
  }

  @Test func encodingsAreOfTheirEntryOrOfAll() throws {
    let configuration = try read(
      """
      encoding: latin1
      leads:
        - a.csv
        - path: b.csv
          encoding: UTF-16
          activities: c.csv
        - path: d.csv
          activities: {path: e.csv, encoding: utf-8}
      """)
    #expect(configuration.leads.map(\.reading.encoding) == [.windows1252, .utf16, .windows1252])
    #expect(configuration.leads.map { $0.activities.first?.mapping.encoding } == [nil, .utf16, .utf8])
    #expect(
      problems("leads:\n  - {path: a.csv, encoding: utf-9}\n  - {path: b.csv, encoding: [x]}") == [
        "conf/leadheat.yml:2:29: unknown encoding 'utf-9' (did you mean 'UTF-8'?)",
        "conf/leadheat.yml:3:29: leads[1].encoding: expected the name of an encoding, found a list",
      ])
  }

  @Test func sourcesMayBeCommandsAndDatabasesAndSayHowTheyAreRead() throws {
    let configuration = try read(
      """
      date_order: day-first
      columns: {received: Created}
      leads:
        - command: [bq, query, --format=csv]
          timeout: 30
          timezone: UTC
        - postgresql:
            service: crm
            query: select * from leads;
          columns: {first_response: Answered}
      """)
    let (command, database) = (configuration.leads[0], configuration.leads[1])
    #expect(
      command.origin
        == .command(CommandSource(arguments: ["bq", "query", "--format=csv"], folder: "conf/", timeout: 30)))
    #expect(command.reading.timezone == "UTC" && command.reading.columns.dateOrder == .dayFirst)
    #expect(database.reading.columns.headers == [.received: "Created", .firstResponse: "Answered"])
    guard case .command(let psql) = database.origin else { return #expect(Bool(false), "no command") }
    #expect(psql.input?.hasPrefix("\\set query 'select * from leads'\nSELECT\n") == true)
    #expect(psql.polite == SIGINT && psql.folder.isEmpty)
    #expect(psql.environment["PGSERVICE"] == "crm")
    #expect(psql.environment["PGOPTIONS"]?.contains("default_transaction_read_only=on") == true)
    #expect(!psql.arguments.joined().contains("select"))
  }

  @Test(arguments: [
    ("select 1", "select 1"), ("  select 1 ;; \n", "  select 1"), ("select 1; -- why", "select 1"),
    ("select 1 -- why", "select 1"), ("select 1 /* a; */; -- b\n;", "select 1"),
    ("select '; -- a'", "select '; -- a'"), ("select \"; -- a\";", "select \"; -- a\""),
    ("select $x$; -- $$ '$x$; --", "select $x$; -- $$ '$x$"), ("select E'\\'; -- a';", "select E'\\'; -- a'"),
    ("select 1 -- a'\n, 2; -- 'b", "select 1 -- a'\n, 2"), ("; -- nothing", ""),
    ("select a like'\\'; -- '", "select a like'\\'"),
  ])
  func aQueryEndsWhereItsLastWordDoes(text: String, statement: String) {
    #expect(PostgreSQLQuery(text: text, timeout: 5).statement == statement)
  }

  /// psql reads its own commands by lines, with quotes and backslashes that mean something.
  @Test func aQueryIsAnArgumentOfOneLine() {
    let query = PostgreSQLQuery(text: "select 'it''s \\n',\r\n:x, \"\\\"\nfrom ü;", timeout: 5)
    let lines = query.command.input?.split(separator: "\n").map(String.init)
    #expect(
      lines?.first
        == #"\set query 'select \047it\047\047s \134n\047,\015\012:x, "\134"\012from \303\274'"#)
    #expect(lines?.last == "\\gexec" && lines?.count == 5)
  }

  /// Each key once, though some are looked at more than once.
  @Test func anUnknownKeyIsToldWithTheKnownOnes() throws {
    let found = try read("leads:\n  - command: [a]\n    timeout: 5\n    tiemout: 6\n").problems.first
    #expect(found?.message == "unknown key 'tiemout' (did you mean 'timeout'?)")
    #expect(
      found?.remedy
        == "Known here: activities, columns, command, date_only, date_order, decimal_mark, duration_unit, "
        + "encoding, never, path, postgresql, preset, team_from_name, timeout, timezone.")
  }

  @Test func teamsMayComeFromNamesOfFilesAndFromARoster() throws {
    let configuration = try read(
      """
      roster: reps.csv
      team_from_name: "{team}.csv"
      leads:
        - a.csv
        - path: b/*.csv
          team_from_name: leads-{team}-*.csv
      """)
    #expect(configuration.roster == "conf/reps.csv")
    #expect(configuration.leads.map(\.reading.teamPattern?.text) == ["{team}.csv", "leads-{team}-*.csv"])
    #expect(
      problems("team_from_name: leads-*.csv\n") == [
        "conf/leadheat.yml:1:17: team_from_name: expected a pattern with one {team}, such as leads-{team}-*.csv, "
          + "found 'leads-*.csv'"
      ])
  }

  @Test func activitiesSayWhatTheLeadsDoNot() throws {
    let configuration = try read(
      """
      date_order: day-first
      leads:
        - path: a.csv
          timezone: UTC
          activities: calls.csv
        - path: b.csv
          activities:
            command: [calls]
            timezone: Europe/Berlin
            date_order: month-first
            types: [call, email]
            channels: phone
            columns: {id: Lead, time: On, time_of_day: At}
      """)
    let (plain, full) = (configuration.leads[0].activities.first, configuration.leads[1].activities.first)
    #expect(plain?.origin == .path("conf/calls.csv"))
    #expect(plain?.timezone == "UTC" && plain?.mapping.dateOrder == .dayFirst)
    #expect(plain?.place.key == "leads[0].activities")
    #expect(full?.origin == .command(CommandSource(arguments: ["calls"], folder: "conf/")))
    #expect(full?.timezone == "Europe/Berlin" && full?.mapping.dateOrder == .monthFirst)
    #expect(full?.mapping.types == ["call", "email"] && full?.mapping.channels == ["phone"])
    #expect(full?.mapping.headers == [.id: "Lead", .time: "On", .timeOfDay: "At"])
    #expect(
      problems("leads:\n  - path: a.csv\n    activities:\n      paths: b.csv\n      columns: {tiem: x}\n")
        == [
          "conf/leadheat.yml:4:7: unknown key 'paths' (did you mean 'path'?)",
          "conf/leadheat.yml:5:17: unknown key 'tiem' (did you mean 'time'?)",
        ])
    #expect(
      problems("leads:\n  - path: a.csv\n    activities: {types: call}\n") == [
        "conf/leadheat.yml:3:17: leads[0].activities: expected one of path, command and postgresql, found none"
      ])
  }

  @Test func schedulesMayNameTheirColumns() throws {
    let configuration = try read(
      """
      schedule:
        - a.csv
        - path: b/*.csv
          columns: {rep: Mitarbeiter, valid_to: Bis}
      """)
    #expect(configuration.schedules.map(\.path) == ["conf/a.csv", "conf/b/*.csv"])
    #expect(configuration.schedules.map(\.mapping.headers) == [[:], [.rep: "Mitarbeiter", .lastDay: "Bis"]])
    #expect(configuration.schedules.map(\.mapping.place?.key) == ["schedule[0]", "schedule[1]"])
    #expect(try read("schedule: {path: a.csv}\n").schedules.map(\.path) == ["conf/a.csv"])
    #expect(
      problems("schedule:\n  - path: a.csv\n    columns: {strat: x}\n  - columns: {rep: x}\n  - pth: a.csv\n")
        == [
          "conf/leadheat.yml:3:15: unknown key 'strat' (did you mean 'start'?)",
          "conf/leadheat.yml:4:5: schedule[1].path: expected the path of a schedule, but the key is missing",
          "conf/leadheat.yml:5:5: unknown key 'pth' (did you mean 'path'?)",
        ])
  }

  @Test func activitiesMayBeOfSeveralSources() throws {
    let configuration = try read(
      """
      leads:
        - path: a.csv
          timezone: UTC
          activities:
            - path: calls.csv
              types: call
            - mails-*.csv
            - command: [chats]
              timezone: Asia/Tokyo
              columns: {time: On}
      """)
    let all = configuration.leads[0].activities
    #expect(
      all.map(\.origin) == [
        .path("conf/calls.csv"), .path("conf/mails-*.csv"),
        .command(CommandSource(arguments: ["chats"], folder: "conf/")),
      ])
    #expect(all.map(\.place.key) == (0...2).map { "leads[0].activities[\($0)]" })
    #expect(all.map(\.timezone) == ["UTC", "UTC", "Asia/Tokyo"])
    #expect(all.map(\.mapping.types) == [["call"], [], []])
    #expect(
      configuration.place(of: "leads[0].activities[2].timezone")
        == Place(
          file: "conf/leadheat.yml", line: 9, column: 19, key: "leads[0].activities[2].timezone"))
    #expect(
      problems(
        "leads:\n  - path: a.csv\n    activities:\n      - {path: b.csv, date_order: x}\n      - {tpyes: c}\n      - [d]\n"
      ) == [
        "conf/leadheat.yml:4:35: leads[0].activities[0].date_order: expected month-first or day-first or year-first, found 'x'",
        "conf/leadheat.yml:5:10: unknown key 'tpyes' (did you mean 'types'?)",
        "conf/leadheat.yml:6:9: leads[0].activities[2]: expected a mapping of keys to values, found a list",
      ])
  }

  @Test func anEntryNamesOneOrigin() {
    #expect(
      problems("leads:\n  - path: a.csv\n    command: [x]\n  - timezone: UTC\n") == [
        "conf/leadheat.yml:2:5: leads[0]: expected one of path, command and postgresql, found several",
        "conf/leadheat.yml:4:5: leads[1]: expected one of path, command and postgresql, found none",
      ])
    #expect(
      problems("columns: {recieved: x}\n") == [
        "conf/leadheat.yml:1:11: unknown key 'recieved' (did you mean 'received'?)"
      ])
  }

  @Test func theDefaultsAreThoseOfTheReadme() throws {
    let configuration = try read("")
    #expect(configuration.title == "Lead response" && configuration.output == "site")
    #expect(configuration.rules.slotMinutes == 30 && configuration.rules.threshold == 60)
    #expect(configuration.rules.minLeads == 5 && configuration.rules.pending == .exclude)
    #expect(configuration.rules.duplicates == .last)
  }

  @Test func anUnknownKeyIsToldWithItsPlaceAndWhatWasMeant() {
    #expect(
      problems("title: x\ntitel: y\nleads:\n  - pth: a.csv\n    path: b.csv\n") == [
        "conf/leadheat.yml:2:1: unknown key 'titel' (did you mean 'title'?)",
        "conf/leadheat.yml:4:5: unknown key 'pth' (did you mean 'path'?)",
      ])
  }

  @Test func aTitleIsNotBlank() {
    #expect(
      problems("title: ' '\n") == [
        "conf/leadheat.yml:1:8: title: expected a text that is not blank, found ' '"
      ])
  }

  @Test func wrongValuesAreToldAllAtOnce() {
    #expect(
      problems("slot: 20\nthreshold: 1:30\nmin_leads: 010x\npending: maybe\nfrom: soon\nclock_skew: -1\n")
        == [
          "conf/leadheat.yml:1:7: slot: expected 15, 30 or 60 minutes, found 20",
          "conf/leadheat.yml:2:12: threshold: expected a whole number from 1 to 525600, found '1:30'",
          "conf/leadheat.yml:3:12: min_leads: expected a whole number from 1 to 1000000, found '010x'",
          "conf/leadheat.yml:4:10: pending: expected exclude or count, found 'maybe'",
          "conf/leadheat.yml:5:7: from: expected a date such as 2026-11-15, found 'soon'",
          "conf/leadheat.yml:6:13: clock_skew: expected a whole number from 0 to 86400, found '-1'",
        ])
  }

  /// Each number with the least and the greatest that is taken, and the next ones, which are not.
  @Test(arguments: [
    ("threshold", 1, 525_600), ("min_leads", 1, 1_000_000), ("clock_skew", 0, 86_400),
    ("target", 1, 99), ("also", 1, 525_600), ("max_rejected", 0, 100),
  ])
  func numbersHaveLimits(key: String, least: Int, greatest: Int) {
    #expect(problems("\(key): \(least)").isEmpty && problems("\(key): \(greatest)").isEmpty)
    let kind = key == "max_rejected" ? "number" : "whole number"
    for number in ["\(least - 1)", "\(greatest + 1)", "9223372036854775807", "9223372036854775808"] {
      #expect(
        problems("title: x\n\(key): \(number)") == [
          "conf/leadheat.yml:2:\(key.count + 3): \(key): expected a \(kind) from \(least) to \(greatest), found "
            + "'\(number)'"
        ])
    }
  }

  @Test func limitsHoldInsideListsAndEntriesToo() {
    #expect(
      problems(
        "also: [5, 525601]\ntargets: {North: 100}\nleads: [{command: [x], timeout: 86401}]\nmax_rejected: nan"
      ) == [
        "conf/leadheat.yml:1:11: also: expected a whole number from 1 to 525600, found '525601'",
        "conf/leadheat.yml:2:18: targets.North: expected a whole number from 1 to 99, found '100'",
        "conf/leadheat.yml:3:33: leads[0].timeout: expected a whole number from 1 to 86400, found '86401'",
        "conf/leadheat.yml:4:15: max_rejected: expected a number from 0 to 100, found 'nan'",
      ])
  }

  @Test func brokenYamlIsToldWithItsPlace() {
    let found = problems("leads: [a.csv\nslot: 30\n")
    #expect(found.count == 1 && found[0].hasPrefix("conf/leadheat.yml:2:"))
    #expect(
      problems("slot: 30\ntitle: a\nslot: 15\ntitle: b\n") == [
        "conf/leadheat.yml:1:1: not valid YAML: the first of several keys 'slot', 'title'"
      ])
    #expect(problems("- a\n- b\n").first?.contains("expected a mapping") == true)
  }

  @Test func whatIsMissingOrEmptyIsNamed() {
    #expect(
      problems("events: [{date: 2026-11-02}, {text: Rota}, {date: 2026-11-02, text: \"\"}, hello]") == [
        "conf/leadheat.yml:1:10: events[0].text: expected a text such as New rota, but the key is missing",
        "conf/leadheat.yml:1:30: events[1].date: expected a date such as 2026-10-12, but the key is missing",
        "conf/leadheat.yml:1:69: events[2].text: expected a text such as New rota, found an empty text",
        "conf/leadheat.yml:1:74: events: expected a list of mappings such as {date: 2026-10-12, text: New rota}, "
          + "found 'hello'",
      ])
    #expect(
      problems("leads:\n  - \"\"\n  - command: []\n  - path: ''\n  - [a.csv]\nschedule: ['']\noutput: ''\n")
        == [
          "conf/leadheat.yml:2:5: leads[0]: expected a path, found an empty text",
          "conf/leadheat.yml:3:14: leads[1].command: expected a program and its arguments, found an empty list",
          "conf/leadheat.yml:4:11: leads[2].path: expected a path, found an empty text",
          "conf/leadheat.yml:5:5: leads[3]: expected a mapping of keys to values, found a list",
          "conf/leadheat.yml:6:12: schedule[0]: expected a path, found an empty text",
          "conf/leadheat.yml:7:9: output: expected a path, found an empty text",
        ])
  }

  @Test func aTimeoutIsOfACommandOnly() {
    #expect(
      problems("leads:\n  - path: a.csv\n    timeout: 30\n") == [
        "conf/leadheat.yml:3:14: leads[0].timeout: expected beside command or postgresql, found beside path"
      ])
  }

  @Test func theAddressIsOneOfTheWeb() throws {
    for good in [
      "https://example.org", "https://example.org/@x", "HTTP://example.org/leads/",
      "https://example.org:8080/ä",
    ] {
      #expect(try read("base_url: \(good)").baseURL == good)
    }
    for bad in [
      "javascript:alert(1)", "x", "ftp://example.org", "https://", "https:///x", "https://a b",
      "http://x/?a=b",
      "https://x/\\\"y", "https://ann:secret@example.org/x",
    ] {
      #expect(
        problems("base_url: '\(bad)'") == [
          "conf/leadheat.yml:1:11: base_url: expected an address such as https://example.org/leads, found '\(bad)'"
        ])
    }
  }

  @Test("A NUL, with which a text would end for the system, is refused where it stands")
  func characterNUL() {
    #expect(
      problems(#"templates: "\0""#) == [
        "conf/leadheat.yml:1:12: templates: expected a text without NUL characters, found '\0'"
      ])
    let found = problems("leads:\n  - \"a.csv\\0x\"\n  - command: [cat, \"b\\x00\"]\noutput: \"x\\u0000y\"\n")
    #expect(found.count == 3 && found.allSatisfy { $0.contains("a text without NUL characters") })
    #expect(
      found.map { $0.prefix(21) } == [
        "conf/leadheat.yml:2:5", "conf/leadheat.yml:3:2", "conf/leadheat.yml:4:9",
      ])
  }

  @Test("Characters that YAML has not are told with their place")
  func controlCharacters() {
    #expect(
      problems("slot: 30\ntitle: x\u{1}y\n") == [
        "conf/leadheat.yml:2:9: not valid YAML: control characters are not allowed"
      ])
    #expect(
      problems("slot: 30\r\nteam: e\u{301}t\r\ntitle: e\u{301}\u{1}\r\n") == [
        "conf/leadheat.yml:3:10: not valid YAML: control characters are not allowed"
      ])
  }

  @Test func keysKeepTheirPlaces() throws {
    let configuration = try read(
      "timezone: UTC\nteam_zones:\n  West: Asia/Tokyo\ntargets: {North: 80}\nleads: a\n")
    #expect(
      configuration.place(of: "timezone")
        == Place(file: "conf/leadheat.yml", line: 1, column: 11, key: "timezone"))
    #expect(
      configuration.place(of: "team_zones.West")
        == Place(file: "conf/leadheat.yml", line: 3, column: 9, key: "team_zones.West"))
    #expect(
      configuration.place(of: "targets.North")
        == Place(file: "conf/leadheat.yml", line: 4, column: 18, key: "targets.North"))
    #expect(configuration.place(of: "as_of") == Place(file: "conf/leadheat.yml", key: "as_of"))
  }

  @Test func targetsAndEventsAreReadStrictly() {
    #expect(
      problems("target: 100\ntargets: {North: none}\nevents: [{date: soon, text: Rota}, {dat: 2026-10-12}]")
        .map { String($0.drop { $0 != " " }) }.filter { $0.contains("expected") }.count == 5)
    #expect(
      problems("events: [{date: 2026-10-12, text: Rota, txt: x}]").first?.contains("unknown key 'txt'")
        == true)
  }
}

import Foundation
import Testing

/// `leadheat inspect`, by the real binary.
@Suite struct InspectTests {
  let scratch = Scratch()
  /// Where programs are.
  let path = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""]

  /// The lines of the output, runs of blanks taken together.
  func inspect(_ arguments: String..., status: Int32 = 0) throws -> [String] {
    let outcome = try Binary.run(["inspect"] + arguments, in: scratch.path)
    #expect(outcome.status == status, "\(outcome.errors)\(outcome.output)")
    #expect(outcome.errors.isEmpty)
    return outcome.output.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.split(separator: " ").joined(separator: " ")
    }
  }

  /// What stands in the output below the line that announces the configuration.
  func configuration(of file: String, _ more: String...) throws -> String {
    let text = try Binary.run(["inspect", file] + more, in: scratch.path, environment: path).output
    let start = try #require(text.range(of: "to be saved as leadheat.yml:\n\n"))
    return String(text[start.upperBound...])
  }

  /// What the pages of a site say in numbers: its downloads.
  func numbers(_ site: String) -> [String: Data] {
    Scratch.tree(scratch.path + "/" + site).filter { $0.key.hasSuffix(".csv") }
  }

  @Test func columnsOfTimesAreShownWhereHeadersTellNothing() throws {
    scratch.write(
      "tickets.csv",
      """
      Ticket,Opened At,Closed At,Who,Number
      1,1/15/2026 10:00 AM,2026-01-15 11:00,Ann,45306
      2,1/16/2026 10:00 AM,-,Bob,45307
      """)
    let lines = try inspect("tickets.csv", status: 1)
    for line in [
      "Opened At not used M/D/Y, local time", "Closed At not used ISO 8601, local time", "Who not used",
      "Number not used", "# received: the header that holds it, such as Opened At or Closed At",
    ] {
      #expect(lines.contains(line), "no line '\(line)' in \(lines)")
    }
  }

  @Test func everythingThatWasRecognisedIsTold() throws {
    scratch.write(
      "leads.csv",
      """
      Leads of the week;;;;

      Lead ID;time_received;first_contact_time;Owner;Colour
      1;3.11.2026 09:00;3.11.2026 09:30;Ann;red
      2;13.11.2026 09:00;;;"dark
      blue"
      3;yesterday;;Bob;
      1;14.11.2026 09:00;15.11.2026 09:30;Bob;red

      Confidential
      """)
    let lines = try inspect("leads.csv")
    for line in [
      "leads.csv", "encoding UTF-8", "delimiter semicolon", "header line 3, 5 columns",
      "above it Leads of the week", "rows 4: 1 rejected, 1 duplicate, 2 counted",
      "received 2026-11-03 09:00:00 to 2026-11-14 09:00:00", "weeks 2026-W46, 1 week",
      "zone no time has an offset; times are taken as they stand", "teams 1: All leads", "reps 2: Ann, Bob",
      "Lead ID lead id the role's own name", "time_received received time a usual name D.M.Y, local time",
      "first_contact_time first response the role's own name D.M.Y, local time", "Owner rep a usual name",
      "Colour not used", "Lead ID time_received first_contact_time Owner Colour",
      "2 13.11.2026 09:00 dark\u{FFFD}blue", "date_order: day-first", "received: time_received",
    ] {
      #expect(lines.contains(line), "no line '\(line)' in \(lines)")
    }
    #expect(lines.contains { $0.hasPrefix("1 of 4 rows cannot be read") })
    #expect(lines.contains { $0.hasPrefix("line 7: \"yesterday\" (\"time_received\"): ") })
    #expect(lines.contains { $0.contains("1 line below the data is skipped") })
  }

  /// Files of all kinds, each with the configuration that inspecting it gives: pasted, it builds the same numbers.
  static let files: [(name: String, text: String)] = [
    ("plain.csv", CommandLineTests.leads),
    (
      "days.csv",
      "id,received,first_response\n1,3/11/2026 09:00,3/11/2026 09:30\n2,13/11/2026 09:00,13/11/2026 11:00\n"
    ),
    (
      "hubspot.csv",
      "Record ID,Create Date,Lead response time,Contact owner\n1,2026-11-02 09:00,600000,Ann\n2,2026-11-02 10:00,,\n"
    ),
    (
      "comma decimals.csv",
      "id;received;Time to contact (min)\n1;2026-11-02 09:00;12,5\n2;2026-11-02 10:00;1,5\n"
    ),
    (
      "offsets.csv",
      "id,received,answered_at,contacted_at\n1,2026-11-02T09:00:00Z,x,2026-11-02T09:30:00+01:00\n2,2026-11-02T23:00:00Z,x,\n"
    ),
    (
      "two: \"times\" #1.csv",
      "id,created_at,received_time,\"first_response\",\"Team, or: # 'group'\",team\n1,2026-11-01 09:00,2026-11-02 09:00,2026-11-02 09:30,x,true\n"
    ),
    ("[glob].csv", "received\tfirst_response\n2026-11-02 09:00\t2026-11-02 09:30\n"),
  ]

  @Test(arguments: 0..<files.count)
  func theConfigurationBuildsUnchanged(number: Int) throws {
    let (name, text) = Self.files[number]
    scratch.write(name, text)
    let pasted = try configuration(of: name)
    scratch.write("leadheat.yml", pasted)
    let outcome = try Binary.run(["build", "--config", "leadheat.yml"], in: scratch.path)
    #expect(outcome.status == 0, "\(outcome.errors)\n\(pasted)")
    let zone = pasted.contains("timezone: UTC") ? ["--timezone", "UTC"] : []
    // A path on the command line is a glob too, but this one is a file.
    let plain = try Binary.run(["build", name, "--output", "plain"] + zone, in: scratch.path)
    #expect(plain.status == 0, "\(plain.errors)")
    #expect(!numbers("site").isEmpty && numbers("site") == numbers("plain"))
  }

  @Test func anAssumedZoneIsSaidToBeOne() throws {
    scratch.write("offsets.csv", Self.files[4].text)
    #expect(try configuration(of: "offsets.csv").hasPrefix("timezone: UTC  # set it to yours\n"))
    let lines = try inspect("offsets.csv")
    #expect(lines.contains("zone all times have offsets; the report is in UTC, for want of another"))
    // A long duration looks like seconds since 1970, which have an offset.
    scratch.write(
      "durations.csv",
      "Record ID,Create Date,Contact owner,Lead response time\n1,2026-11-02 10:00,Ann,300000\n"
        + "2,2026-11-03 10:00,Ann,180000000\n")
    #expect(
      try inspect("durations.csv").contains("zone no time has an offset; times are taken as they stand"))
    #expect(try !configuration(of: "durations.csv").contains("timezone: UTC"))
    let berlin = try inspect("offsets.csv", "--timezone", "Europe/Berlin")
    #expect(berlin.contains("zone all times have offsets; the report is in Europe/Berlin"))
    #expect(berlin.contains("timezone: Europe/Berlin"))
    // 23:00 UTC is midnight of the next day there.
    #expect(berlin.contains("received 2026-11-02 10:00:00 to 2026-11-03 00:00:00"))
  }

  @Test func theZoneOfAHeaderIsTaken() throws {
    scratch.write(
      "talks.csv",
      "Conversation ID,Conversation started at (America/New_York),First response time (seconds),Teammate currently assigned\n1,2026-11-02 09:00,60,Ann\n"
    )
    let lines = try inspect("talks.csv")
    #expect(lines.contains("system Intercom"))
    #expect(lines.contains("timezone: America/New_York"))
    #expect(
      lines.contains(
        "Conversation started at (America/New_Yo… received time Intercom calls it so ISO 8601, local time"))
  }

  @Test func aPackedFileAndOtherEncodingsAreInspected() throws {
    scratch.write("leads.csv", CommandLineTests.leads)
    let gzip = Process()
    gzip.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    gzip.arguments = ["gzip", scratch.path + "/leads.csv"]
    try gzip.run()
    gzip.waitUntilExit()
    #expect(try inspect("leads.csv.gz").contains("rows 6: 6 counted"))
    _ = FileManager.default.createFile(
      atPath: scratch.path + "/wide.csv", contents: CommandLineTests.leads.data(using: .utf16))
    #expect(try inspect("wide.csv").contains("encoding UTF-16"))
    _ = FileManager.default.createFile(
      atPath: scratch.path + "/old.csv",
      contents: CommandLineTests.leads.replacingOccurrences(of: "Ann", with: "René").data(
        using: .windowsCP1252))
    let old = try inspect("old.csv")
    #expect(old.contains("encoding Windows-1252") && old.contains("reps 3: Bob, Cem, René"))
  }

  @Test func aConfigurationSaysHowToReadIt() throws {
    scratch.write(
      "exports/leads.csv", "key,came,called\n1,1/2/2026 9:00,1/2/2026 9:30\n2,2/2/2026 9:00,\n")
    scratch.write("teams.csv", "rep,team\nAnn,North\n")
    scratch.write(
      "utc.yml",
      "leads: [{path: exports/*.csv, timezone: UTC, columns: {received: came}}]\ndate_order: day-first\ncolumns: {first_response: called}\n"
    )
    #expect(try inspect("exports/leads.csv", "--config", "utc.yml").first == "exports/leads.csv")
    scratch.write(
      "leadheat.yml",
      """
      timezone: Europe/Berlin
      roster: teams.csv
      leads:
        - path: exports/*.csv
          timezone: UTC
          team_from_name: "{team}/*.csv"
          date_order: day-first
          columns: {received: came, first_response: called}
      """)
    let lines = try inspect("exports/leads.csv", "--config", "leadheat.yml")
    for line in [
      "came received time the configuration says so D/M/Y, local time", "key not used",
      "received 2026-02-01 10:00:00 to 2026-02-02 10:00:00",
      "zone no time has an offset; the report is in Europe/Berlin; without an offset they are of UTC",
      "timezone: UTC", "date_order: day-first", "teams 1: exports", "roster: teams.csv",
      "team_from_name: \"{team}/*.csv\"",
    ] {
      #expect(lines.contains(line), "no line '\(line)' in \(lines)")
    }
  }

  /// Dates of activities that only their own values can tell, and a response of the leads that is not to be read.
  @Test func theConfigurationKeepsActivities() throws {
    scratch.write(
      "in/leads.csv",
      "Lead Ref,received,first_response\n1,13/11/2026 09:00,13/11/2026 12:00\n2,14/11/2026 09:00,\n")
    scratch.write(
      "in/acts.csv",
      "lead_id,time,kind,rep\n1,11/13/2026 09:30,Call,Ann\n1,11/13/2026 09:10,Auto,Ann\n2,11/14/2026 11:00,Mail: out,Bob\n"
    )
    scratch.write("print.sh", "#!/bin/sh\ncat in/acts.csv\n")
    let origins = [
      "path: in/acts.csv", "command: [sh, print.sh, \"a, [b]: #\"]\n      timeout: 9",
    ]
    for (number, origin) in origins.enumerated() {
      scratch.write(
        "given.yml",
        """
        leads:
          - path: in/lead*.csv
            columns: {id: Lead Ref}
            activities:
              \(origin)
              types: [call, "mail: out"]
              columns: {type: kind}
        duplicates: first
        output: given\(number)
        """)
      let pasted = try configuration(of: "in/leads.csv", "--config", "given.yml")
      #expect(
        pasted == """
          duplicates: first
          leads:
            - path: in/leads.csv
              columns:
                id: Lead Ref
                received: received
              activities:
                \(origin)
                types: [call, "mail: out"]
                columns:
                  type: kind

          """)
      scratch.write("leadheat.yml", "output: pasted\(number)\n" + pasted)
      for file in ["given.yml", "leadheat.yml"] {
        let outcome = try Binary.run(["build", "--config", file], in: scratch.path, environment: path)
        #expect(outcome.status == 0, "\(outcome.errors)\n\(pasted)")
      }
      #expect(numbers("given\(number)").count > 3 && numbers("given\(number)") == numbers("pasted\(number)"))
    }
  }

  /// It may take long, or be limited.
  @Test func aCommandOfActivitiesRunsOnce() throws {
    scratch.write("leads.csv", "lead_id,received\n1,2026-11-13 09:00\n")
    scratch.write("print.sh", "echo x >> runs.txt\nprintf 'lead_id,time\\n1,2026-11-13 09:20\\n'\n")
    scratch.write(
      "given.yml",
      "leads:\n  - path: leads.csv\n    activities: {command: [sh, print.sh]}\n")
    _ = try configuration(of: "leads.csv", "--config", "given.yml")
    #expect(scratch.read("runs.txt") == "x\n")
    // Where the leads cannot be read nobody asks for them.
    scratch.write("leads.csv", "lead_id\n1\n")
    let outcome = try Binary.run(
      ["inspect", "leads.csv", "--config", "given.yml"], in: scratch.path, environment: path)
    #expect(outcome.status == 1 && outcome.output.contains("[column-missing]"))
    #expect(scratch.read("runs.txt") == "x\n")
  }

  @Test func theConfigurationKeepsActivitiesOfSeveralSources() throws {
    scratch.write(
      "leads.csv", "lead_id,received\n1,2026-11-13 09:00\n2,2026-11-14 09:00\n3,2026-11-14 10:00\n")
    scratch.write("calls.csv", "lead_id,time,type\n1,13/11/2026 09:30,Call\n1,13/11/2026 09:01,Auto\n")
    scratch.write("mails.csv", "Who,Date,Clock\n2,2026-11-14,09:10\n1,2026-11-13,09:40\n")
    scratch.write("print.sh", "#!/bin/sh\nprintf 'lead_id,time\\n3,2026-11-14 09:20\\n'\n")
    let activities = """
          activities:
            - path: calls.csv
              types: [Call]
            - path: mails.csv
              columns:
                id: Who
                time: Date
                time_of_day: Clock
            - command: [sh, print.sh]
              timeout: 600
              timezone: UTC
      """
    scratch.write(
      "given.yml",
      "timezone: Europe/Berlin\noutput: given\nleads:\n  - path: leads.csv\n" + activities)
    let pasted = try configuration(of: "leads.csv", "--config", "given.yml")
    #expect(
      pasted == """
        timezone: Europe/Berlin
        leads:
          - path: leads.csv
            columns:
              id: lead_id
              received: received

        """ + activities + "\n")
    scratch.write("leadheat.yml", "output: pasted\n" + pasted)
    for file in ["given.yml", "leadheat.yml"] {
      let outcome = try Binary.run(["build", "--config", file], in: scratch.path, environment: path)
      #expect(outcome.status == 0, "\(outcome.errors)\n\(pasted)")
    }
    #expect(numbers("given").count > 3 && numbers("given") == numbers("pasted"))
    let page = try #require(scratch.read("given/data-quality.html"))
    for column in ["calls.csv: time", "mails.csv: Date", "mails.csv: Clock"] {
      #expect(page.contains(column), "\(column)")
    }
    // 30 minutes by the call, 10 by the mail and, told in UTC, 20 by the chat.
    let data = try #require(scratch.read("given/data/accounting.json"))
    #expect(data.contains(#""header":"calls.csv: time""#), "\(data)")
    let week = try #require(scratch.read("given/teams/all-leads/data/2026-W46.json"))
    #expect(week.contains(#""contacted":3"#) && week.contains(#""mean_s":1200"#), "\(week.prefix(2_000))")
  }

  @Test func theConfigurationKeepsWhatActivitiesAndPresetsSay() throws {
    scratch.write(
      "leads.csv", "Ticket,Created at,First reply time\n1,2026-11-02 09:00,1.5\n2,2026-11-03 09:00,\n")
    scratch.write("acts.csv", "lead_id,time\n1,2/11/2026 09:30\n")
    scratch.write(
      "given.yml",
      """
      leads:
        - path: leads.csv
          timezone: Europe/Berlin
          preset: zendesk
          decimal_mark: "."
          duration_unit: h
          columns: {id: Ticket}
          activities: {path: acts.csv, timezone: UTC, encoding: UTF-8, date_order: day-first, channels: [x]}
      """)
    let lines = try inspect("leads.csv", "--config", "given.yml", status: 1)
    let start = try #require(lines.firstIndex(of: "leads:"))
    #expect(
      lines[start...].filter { !$0.isEmpty } == [
        "leads:", "- path: leads.csv", "timezone: Europe/Berlin", "preset: zendesk", "duration_unit: h",
        "decimal_mark: \".\"", "columns:", "id: Ticket", "received: Created at", "activities:",
        "path: acts.csv", "timezone: UTC", "encoding: UTF-8",
        "date_order: day-first", "channels: [x]",
      ])
  }

  @Test func aMissingColumnIsToldWithWhatIsKnown() throws {
    scratch.write("leads.csv", "id,recieved_time,first_response\n1,2026-11-02 09:00,2026-11-02 09:30\n")
    let lines = try inspect("leads.csv", status: 1)
    for line in [
      "recieved_time not used ISO 8601, local time",
      "first_response first response a usual name ISO 8601, local time",
      "1 2026-11-02 09:00 2026-11-02 09:30", "Errors",
      "# received: the header that holds it, such as recieved_time",
      "first_response: first_response",
      "Set `columns.received` in the configuration to the header that holds it.",
    ] {
      #expect(lines.contains(line), "no line '\(line)' in \(lines)")
    }
    #expect(
      lines.contains { $0.contains("no column for the received time (did you mean \"recieved_time\"?)") })
  }

  @Test func undecidableDatesAreToldWithTheWayOut() throws {
    scratch.write("leads.csv", "id,received,first_response\n1,1/2/2026 09:00,\n2,1/3/2026 09:00,\n")
    let lines = try inspect("leads.csv", status: 1)
    #expect(
      lines.contains {
        $0.contains("2 dates like \"1/2/2026 09:00\"") && $0.hasSuffix("[date-order-undecided]")
      })
    #expect(lines.contains("Set `date_order` in the configuration to `month-first` or `day-first`."))
    #expect(lines.contains("received received time a usual name M/D/Y or D/M/Y, local time"))
  }

  @Test func whatIsNoTableIsTold() throws {
    scratch.write("empty.csv", "")
    #expect(try inspect("empty.csv", status: 1).contains("the file is empty [file-empty]"))
    scratch.write("open.csv", "received,first_response\n\"2026-11-02 09:00,\n")
    #expect(try inspect("open.csv", status: 1).contains { $0.hasPrefix("line 2: the quote that opens here") })
    let missing = try Binary.run(["inspect", "none.csv"], in: scratch.path)
    #expect(missing.status == 1 && missing.output.isEmpty && missing.errors.contains("[no-such-file]"))
    let folder = try Binary.run(["inspect", "."], in: scratch.path)
    #expect(folder.status == 1 && folder.errors.contains("it is a folder"))
    #expect(try Binary.run(["inspect"], in: scratch.path).status == 64)
  }

  /// Colours, titles, cursor movements and turned writing of cells, headers and names.
  @Test func cellsCannotSteerTheTerminal() throws {
    let evil = "\u{1B}[31m\u{1B}]0;title\u{7}\u{9B}2J\u{202E}live\u{2028}\r\u{8}"
    scratch.write(
      "leads.csv",
      "received,first_response,rep,team,\"\(evil)\"\n2026-11-02 09:00,,\"\(evil)\",\"\(evil)\",\"\(evil)\"\n\"\(evil)\",,,,\n"
    )
    let output = try Binary.run(["inspect", "leads.csv"], in: scratch.path).output
    #expect(output.contains("rows") && output.contains("live"))
    for scalar in output.unicodeScalars where scalar != "\n" {
      #expect(
        scalar.properties.generalCategory != .control && !scalar.properties.isBidiControl
          && scalar != "\u{2028}")
    }
    scratch.write("leadheat.yml", try configuration(of: "leads.csv"))
    #expect(try Binary.run(["build"], in: scratch.path).status == 0)
  }

  /// `build` takes such times as they stand, and so does what is to be pasted.
  @Test func aZoneThatIsNoNameIsNoReasonToSetOne() throws {
    scratch.write("leads.csv", "received (EST),first_response\n2026-11-02 09:00,2026-11-02 09:10\n")
    let outcome = try Binary.run(["inspect", "leads.csv"], in: scratch.path)
    #expect(outcome.status == 0 && !outcome.output.contains("timezone: "))
    #expect(outcome.output.contains("its times are read as they stand [zone-of-header-unknown]"))
  }
}

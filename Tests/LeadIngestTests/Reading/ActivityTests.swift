import LeadModel
import Testing

@testable import LeadIngest

/// First responses from a second file, joined by the id of the lead.
@Suite struct ActivityTests {
  static let leads = """
    lead_id,received
    L1,2024-01-15 10:00
    L2,2024-01-15 11:00
    L3,2024-01-15 12:00
    L4,2024-01-15 13:00
    """

  static let calls = """
    lead_id,activity_time,type,channel,rep
    L1,2024-01-15 10:30,Call,Phone,Ann
    L1,2024-01-15 10:05,Auto-reply,Mail,Robot
    L1,2024-01-15 09:00,Call,Phone,Ann
    L2,2024-01-15 11:00,Email,Mail,Bob
    L3,2024-01-15 11:59:59,Call,Phone,Bob
    "L3",2024-01-15 12:45:30.5,Call,Phone,Bob
    L9,2024-01-15 12:00,Call,Phone,Ann
    L8,2024-01-15 12:00,Call,Phone,Ann
    L9,2024-01-15 12:01,Call,Phone,Ann
    """

  private func source(
    _ texts: [String], name: String = "calls.csv", zone: ZoneRules? = nil,
    _ mapping: ActivityMapping = ActivityMapping()
  )
    -> ActivitySource
  {
    ActivitySource(
      files: texts.map {
        ActivitySource.File(name: "in/\(name)", siteName: name, bytes: .bytes(Bytes(Array($0.utf8))))
      }, mapping: mapping, zone: zone)
  }

  private func read(
    leads: String = leads, _ activities: ActivitySource, and others: [ActivitySource] = [],
    columns: ColumnMapping = ColumnMapping(), _ options: IngestOptions = IngestOptions(),
    tuning: ReadTuning = ReadTuning()
  ) throws(Failure) -> Intake {
    let source = LeadSource(
      name: "leads.csv", siteName: "leads.csv", bytes: .bytes(Bytes(Array(leads.utf8))), columns: columns,
      activities: 0)
    return try readLeads([source], activities: [[activities] + others], options: options, tuning: tuning)
  }

  private func errors(
    leads: String = leads, _ activities: ActivitySource, _ options: IngestOptions = IngestOptions()
  )
    -> [Diagnostic]
  {
    do throws(Failure) {
      _ = try read(leads: leads, activities, options)
      return []
    } catch {
      return error.diagnostics.filter { $0.severity == .error }
    }
  }

  /// The leads of the one team, by the minute of the week; these exports have one a minute.
  private func all(_ intake: Intake) -> [Lead] {
    intake.table.partitions.joined().filter { !$0.isRemoved }.map { intake.table.lead($0, team: 0) }
      .sorted { $0.minuteOfWeek < $1.minuteOfWeek }
  }

  private func minutes(_ count: Double) -> Response { .after(Int64(count * 60_000_000)) }

  private func name(_ role: Role, _ lead: Lead, _ intake: Intake) -> String? {
    lead.attributes[role].map { intake.table.names[role]![$0] }
  }

  private func messages(_ intake: Intake, _ id: String) -> [String] {
    intake.diagnostics.filter { $0.id == id }.map(\.message)
  }

  // MARK: The join

  @Test func columnsWithoutAHeaderMayBeMissing() throws {
    let intake = try read(
      source(["lead_id,time,type,\nL1,2024-01-15 20:00,Call\nL2,2024-01-15 20:00,Email,\n"]))
    #expect(intake.diagnostics.filter { $0.id.hasPrefix("activity") }.isEmpty)
    #expect(all(intake).count { $0.response != .never } == 2)
  }

  @Test func theEarliestActivityAtOrAfterTheReceiptCounts() throws {
    let intake = try read(source([Self.calls]))
    #expect(all(intake).map(\.response) == [minutes(5), minutes(0), .after(2_730_500_000), .never])
    #expect(
      messages(intake, "activities-of-no-lead")
        == ["3 rows of activities are of 2 ids that no lead has, like \"L9\""])
    #expect(
      messages(intake, "activities-early")
        == ["2 of 6 rows of activities precede the receipt of the lead and are no first response"])
    #expect(
      messages(intake, "activities-of-all-types")
        == ["activities of every type count as first responses: \"Auto-reply\", \"Call\" and \"Email\""])
    #expect(intake.diagnostics.count == 3)
    #expect(intake.diagnostics.allSatisfy { $0.place?.file == "in/calls.csv" && $0.severity == .note })
    #expect(
      intake.sources[0].columns.last
        == SourceAccount.Column(
          role: "first response", header: "calls.csv: activity_time", form: "ISO 8601, local time"))
  }

  @Test func typesLeaveOutAutomaticReplies() throws {
    var mapping = ActivityMapping()
    mapping.types = ["call", "EMAIL"]
    let intake = try read(source([Self.calls], mapping))
    #expect(all(intake).map(\.response) == [minutes(30), minutes(0), .after(2_730_500_000), .never])
    #expect(
      messages(intake, "activities-left-out")
        == ["activities of another type are left out: \"Auto-reply\" (1)"])
  }

  /// As of leads: the comma between such quotes would shift what stands behind it.
  @Test func whatIsTornBetweenQuotesBehindBlanksIsRejected() throws {
    let intake = try read(
      source([
        "lead_id,note,timestamp,type,\nL1, \"called, left message\",2024-01-15 10:00,Call,,\nL2,ok,2024-01-15 11:05,Call,\n"
      ]))
    #expect(
      messages(intake, "activity-rejected") == [RowFault.tornQuote.reason], "\(intake.diagnostics)")
  }

  @Test func channelsLeaveOutOthers() throws {
    var mapping = ActivityMapping()
    mapping.channels = ["Phone", "Phon"]
    mapping.types = ["Call", "Auto-reply"]
    let intake = try read(source([Self.calls + "\nL4,2024-01-15 13:20,Call,,Ann"], mapping))
    #expect(all(intake).map(\.response) == [minutes(30), .never, .after(2_730_500_000), .never])
    #expect(
      messages(intake, "activities-left-out") == [
        "activities of another type are left out: \"Email\" (1)",
        "activities of another channel are left out: \"Mail\" (2) and blank (1)",
      ])
    #expect(
      messages(intake, "activity-filter-unused")
        == [
          "no activity has the channel \"Phon\" (did you mean \"Phone\"?); there are \"Mail\" and \"Phone\""
        ])
  }

  @Test func theyGiveRepAndChannelWhereTheRowHasNone() throws {
    let leads = """
      lead_id,received,rep,channel
      L1,2024-01-15 10:00,,Chat
      L2,2024-01-15 11:00,Zoe,
      L3,2024-01-15 12:00,,
      L4,2024-01-15 13:00,,
      """
    let intake = try read(leads: leads, source([Self.calls]))
    #expect(all(intake).map { name(.rep, $0, intake) } == ["Robot", "Zoe", "Bob", nil])
    #expect(all(intake).map { name(.channel, $0, intake) } == ["Chat", "Mail", "Phone", nil])
  }

  @Test func withoutAChannelTheTypeIsTheChannel() throws {
    let intake = try read(source(["lead_id,time,type\nL1,2024-01-15 10:30,Call\n"]))
    #expect(name(.channel, all(intake)[0], intake) == "Call")
  }

  @Test func theirRepsAreLookedUpInTheRoster() throws {
    var options = IngestOptions()
    options.roster = try readRoster(
      Bytes(Array("rep,team\nRobot,North\nBob,North\n".utf8)), name: "reps.csv")
    let intake = try read(leads: "lead_id,received\nL1,2024-01-15 10:00\n", source([Self.calls]), options)
    #expect(intake.table.teams.map(\.name) == ["North"])
  }

  @Test func theLastRowOfAnIDIsJoined() throws {
    // The first row of L1 has an activity before it, the last has three.
    let leads = "lead_id,received\nL1,2024-01-15 09:30\nL2,2024-01-15 11:00\nL1,2024-01-15 11:10\n"
    let intake = try read(leads: leads, source([Self.calls]))
    #expect(all(intake).map(\.response) == [minutes(0), .never])
    #expect(messages(intake, "activities-early").first?.hasPrefix("3 of ") == true)
    var options = IngestOptions()
    options.rules.duplicates = .keep
    #expect(
      try Set(all(read(leads: leads, source([Self.calls]), options)).map(\.response)) == [
        minutes(35), .never, minutes(0),
      ])
  }

  /// An event log is both: its first row of a lead is the receipt, and the calls are activities.
  @Test func theFirstRowOfAnIDMayBeJoined() throws {
    let log = """
      lead_id,event,time
      L2,received,2024-01-15 11:00
      L1,received,2024-01-15 10:00
      L1,assigned,2024-01-15 10:20
      L1,call,2024-01-15 10:30
      L2,call,2024-01-15 11:07
      L1,call,2024-01-15 12:00
      """
    var options = IngestOptions()
    options.rules.duplicates = .first
    var mapping = ActivityMapping()
    mapping.headers = [.type: "event"]
    mapping.types = ["call"]
    let intake = try read(
      leads: log, source([log], mapping), columns: ColumnMapping(headers: [.received: "time"]), options)
    #expect(all(intake).map(\.response) == [minutes(30), minutes(7)])
    #expect(intake.sources[0].duplicate.rows == 4 && intake.sources[0].isBalanced)
    #expect(messages(intake, "activities-early").isEmpty)
  }

  @Test func aLogWhoseLastRowsAreTakenAsReceiptsIsTold() throws {
    let log = "lead_id,time\nL1,2024-01-15 10:00\nL2,2024-01-15 10:10\nL1,2024-01-15 10:30\n"
    func read(_ name: String, _ duplicates: Rules.Duplicates) throws -> [String] {
      let leads = LeadSource(
        name: "in/log.csv", siteName: "log.csv", bytes: .bytes(Bytes(Array(log.utf8))),
        columns: ColumnMapping(headers: [.received: "time"]), activities: 0)
      var options = IngestOptions()
      options.rules.duplicates = duplicates
      let intake = try readLeads([leads], activities: [[source([log], name: name)]], options: options)
      return messages(intake, "receipt-in-last-row")
    }
    #expect(
      try read("log.csv", .last) == [
        "it is read as leads and as their activities, so the last row of an id is the receipt: 1 row before that is "
          + "a duplicate"
      ])
    #expect(try read("log.csv", .first).isEmpty && read("log.csv", .keep).isEmpty)
    #expect(try read("calls.csv", .last).isEmpty)
  }

  @Test("It is a warning where the time of the receipt is that of the activity, and a note elsewhere")
  func logsOfOneTime() throws {
    let log =
      "lead_id,received,time\nL1,2024-01-15 10:00,2024-01-15 10:10\nL1,2024-01-15 10:00,2024-01-15 10:30\n"
    for (header, severity) in [("received", Diagnostic.Severity.note), ("time", .warning)] {
      let leads = LeadSource(
        name: "in/log.csv", siteName: "log.csv", bytes: .bytes(Bytes(Array(log.utf8))),
        columns: ColumnMapping(headers: [.received: header]), activities: 0)
      let intake = try readLeads(
        [leads], activities: [[source([log], name: "log.csv")]], options: IngestOptions())
      #expect(intake.diagnostics.first { $0.id == "receipt-in-last-row" }?.severity == severity)
    }
  }

  /// Its first rows are the last events.
  @Test func aLogWithItsNewestRowsFirstIsTold() throws {
    func messages(_ rows: [String], counts: Rules.Duplicates = .first) throws -> [String] {
      let log = "lead_id,event,time\n" + rows.map { "\($0)\n" }.joined()
      var options = IngestOptions()
      options.rules.duplicates = counts
      var mapping = ActivityMapping()
      mapping.headers = [.type: "event"]
      mapping.types = ["call"]
      let leads = LeadSource(
        name: "in/log.csv", siteName: "log.csv", bytes: .bytes(Bytes(Array(log.utf8))),
        columns: ColumnMapping(headers: [.received: "time"]), activities: 0)
      let intake = try readLeads(
        [leads], activities: [[source([log], name: "log.csv", mapping)]], options: options)
      return self.messages(intake, "receipt-in-first-row")
    }
    // Of L3 there is no call, so it makes no difference; the call of L1 is at the time of its last event.
    let newestFirst = [
      "L3,closed,2024-01-15 13:00", "L3,received,2024-01-15 12:50", "L1,closed,2024-01-15 12:30",
      "L1,call,2024-01-15 12:30", "L2,call,2024-01-15 11:07", "L2,received,2024-01-15 11:00",
      "L1,assigned,2024-01-15 10:20", "L1,received,2024-01-15 10:00",
    ]
    #expect(
      try messages(newestFirst) == [
        "it is read as leads and as their activities, so the first row of an id is the receipt, but 3 rows after it "
          + "have earlier times"
      ])
    #expect(try messages(newestFirst.reversed()).isEmpty)
    #expect(try messages(newestFirst, counts: .last).isEmpty)
    #expect(try messages(newestFirst, counts: .keep).isEmpty)
    // In no order: of L2 the other row is from after the first one.
    #expect(try messages(newestFirst + ["L2,call,2024-01-15 15:00"]).isEmpty)
  }

  @Test func whatHappensAfterTheCutOffHasNotHappenedYet() throws {
    var options = IngestOptions()
    options.rules.asOf = Instant(microseconds: counted(2024, 1, 15, 12, 30))
    let intake = try read(source([Self.calls]), options)
    #expect(all(intake).map(\.response) == [minutes(5), minutes(0), .never])
    #expect(name(.rep, all(intake)[2], intake) == nil)
  }

  @Test func clockSkewIsForgiven() throws {
    var options = IngestOptions()
    options.rules.clockSkewSeconds = 1
    #expect(try all(read(source([Self.calls]), options)).map(\.response)[2] == minutes(0))
  }

  // MARK: Leads with responses of their own

  @Test func aColumnIsReadOnlyWhereItIsNamed() throws {
    let leads = """
      lead_id,received,first_response
      L1,2024-01-15 10:00,2024-01-15 10:01
      L2,2024-01-15 11:00,
      """
    let intake = try read(leads: leads, source([Self.calls]))
    #expect(all(intake).map(\.response) == [minutes(5), minutes(0)])
    #expect(messages(intake, "response-left-to-activities").count == 1)
    let named = ColumnMapping(headers: [.firstResponse: "first_response"])
    let other = try read(leads: leads, source([Self.calls]), columns: named)
    #expect(all(other).map(\.response) == [minutes(1), minutes(0)])
    #expect(messages(other, "response-left-to-activities").isEmpty)
    #expect(name(.rep, all(other)[0], other) == nil)
  }

  /// Only their ids are looked up.
  @Test func activitiesOfRowsWithTheirOwnResponsesAreOfALead() throws {
    let named = ColumnMapping(headers: [.firstResponse: "first_response"])
    let intake = try read(
      leads: """
        lead_id,received,first_response
        L1,2024-01-15 10:00,2024-01-15 10:01
        L3,2024-01-15 12:00,
        """, source([Self.calls]), columns: named)
    #expect(all(intake).map(\.response) == [minutes(1), .after(2_730_500_000)])
    // Of L2, L8 and L9; of L1 and L3 there are five, one of each before the receipt.
    #expect(
      messages(intake, "activities-of-no-lead")
        == ["4 rows of activities are of 3 ids that no lead has, like \"L2\""])
    #expect(
      messages(intake, "activities-early")
        == ["2 of 5 rows of activities precede the receipt of the lead and are no first response"])
    let strangers = try read(
      leads: "lead_id,received,first_response\n1,2024-01-15 10:00,2024-01-15 10:01\n", source([Self.calls]),
      columns: named)
    #expect(messages(strangers, "activities-of-no-lead").first?.hasPrefix("not one of 9 rows") == true)
  }

  @Test func aColumnOfTimesIsToldOnceForFilesThatHaveItAlike() throws {
    let intake = try read(source([Self.calls, Self.calls, "lead_id,time\nL1,2024-01-15 10:40\n"]))
    #expect(
      intake.sources[0].columns.map(\.header).filter { $0.contains(":") } == [
        "calls.csv: activity_time", "calls.csv: time",
      ])
  }

  @Test func columnsThatAreNotReadMayBeAmbiguous() throws {
    let leads = "lead_id,received,first_reply,replied_at\nL1,2024-01-15 10:00,,\n"
    #expect(try all(read(leads: leads, source([Self.calls]))).map(\.response) == [minutes(5)])
  }

  @Test func leadsNeedAnID() {
    #expect(
      errors(leads: "received\n2024-01-15 10:00\n", source([Self.calls])).map(\.id) == ["column-missing"])
  }

  // MARK: Their files

  @Test(arguments: [
    ("", "file-empty"), ("id,activity_time\nL1,2024-01-15 10:30\n", "column-missing"),
    ("lead_id,when\nL1,2024-01-15 10:30\n", "column-missing"),
    ("lead_id,started_at,sent_at\nL1,2024-01-15 10:30,\n", "column-ambiguous"),
    ("lead_id,time\nL1,1/2/2024 10:30\n", "date-order-undecided"),
    ("lead_id,time\nL1,2024-01-15\n", "date-only"),
    ("lead_id,time\nL1,soon\n", "too-many-rejected"),
    ("lead_id,time\nL1,\"2024-01-15 10:30\n", "quote-unterminated"),
    ("lead_id,time\nL1,2024-01-15T10:30:00Z\n", "zone-missing"),
  ])
  func aFileThatCannotBeReadIsAnError(text: String, id: String) {
    #expect(errors(source([text])).map(\.id) == [id])
  }

  @Test func anEmptyFileIsThatOfActivities() {
    #expect(
      errors(source([" \n"])).map(\.remedy) == [
        "Export the activities again; a header without rows would do."
      ])
  }

  @Test func aFilterNeedsItsColumn() {
    var mapping = ActivityMapping()
    mapping.types = ["Call"]
    mapping.place = Place(file: "leadheat.yml", key: "leads[0].activities")
    let problems = errors(source(["lead_id,time\nL1,2024-01-15 10:30\n"], mapping))
    #expect(problems.map(\.id) == ["activity-filter-column"])
    #expect(problems.first?.remedy?.contains("`leads[0].activities.columns.type`") == true)
  }

  @Test func bothFilesAreReportedAtOnce() {
    #expect(errors(leads: "a\n1\n", source(["b\n2\n"])).map(\.place?.file).contains("leads.csv"))
    #expect(errors(leads: "a\n1\n", source(["b\n2\n"])).map(\.place?.file).contains("in/calls.csv"))
  }

  @Test func unreadableRowsAreWarningsWithTheirLines() throws {
    let text = """
      lead_id,time,note
      L1,2024-01-15 10:30,"two
      lines"
      L2,2024-02-30 10:00,
      ,2024-01-15 10:00,
      L3,-,later
      L3
      L3,2024-01-15 12:10,,,
      """
    let intake = try read(source([text]))
    let rejected = intake.diagnostics.filter { $0.id == "activity-rejected" }
    #expect(rejected.map(\.place?.line) == [4, 7])
    #expect(rejected.allSatisfy { $0.severity == .warning && $0.place?.file == "in/calls.csv" })
    #expect(rejected.map(\.place?.key) == ["time", nil])
    #expect(
      rejected.map(\.message) == [
        "\"2024-02-30 10:00\" (\"time\"): the calendar has no such day",
        "1 field where the header has 3",
      ])
    // Of other records of the system, perhaps.
    #expect(
      messages(intake, "activities-of-no-lead") == ["1 row of activities has no lead id, and is of no lead"])
    #expect(all(intake).map(\.response) == [minutes(30), .never, minutes(10), .never])
    // What has no time is not done yet.
    #expect(
      messages(intake, "activities-undone") == ["1 row of activities has no time and counts as not done"])
  }

  @Test("Activities without the id of a lead are of none, and stop nothing")
  func withoutLead() throws {
    let calls = "lead_id,time\nL1,2024-01-15 10:30\n" + String(repeating: ",2024-01-15 10:00\n", count: 20)
    let intake = try read(source([calls]))
    #expect(all(intake).map(\.response) == [minutes(30), .never, .never, .never])
    #expect(
      messages(intake, "activities-of-no-lead") == [
        "20 rows of activities have no lead id, and are of no lead"
      ])
    let none = try read(source(["lead_id,time\n,2024-01-15 10:00\n,2024-01-15 10:01\n"]))
    #expect(
      messages(none, "activities-of-no-lead") == ["not one of 2 rows of activities has a lead id"])
  }

  @Test("Activities that share an id that stands for none are told")
  func placeholders() throws {
    let leads = "lead_id,received\nNULL,2024-01-15 10:00\nNULL,2024-01-15 11:00\nL3,2024-01-15 12:00\n"
    let one = try read(leads: leads, source(["lead_id,time\nNULL,2024-01-15 11:30\n"]))
    #expect(messages(one, "id-placeholder").count == 2)
    let none = try read(leads: leads, source(["lead_id,time\nL3,2024-01-15 12:30\n"]))
    #expect(messages(none, "id-placeholder").count == 1, "that of the leads")
  }

  @Test func whatHasNoTimeIsNotDoneYet() throws {
    let intake = try read(source(["lead_id,time\nL1,2024-01-15 10:30\nL2,\nL3,-\n"]))
    #expect(
      messages(intake, "activities-undone") == ["2 rows of activities have no time and count as not done"])
    #expect(messages(intake, "activity-rejected").isEmpty)
    let nothing = try read(source(["lead_id,time\nL1,\nL2,\nL3,soon\n"]))
    #expect(
      messages(nothing, "activities-undone") == [
        "all 2 rows of activities have no time and count as not done"
      ])
  }

  @Test func manyUnreadableRowsAreCounted() throws {
    let good = Array(repeating: "L1,2024-01-15 10:30", count: 5_000)
    let text = (["lead_id,time"] + good + Array(repeating: "L1,soon", count: 50)).joined(separator: "\n")
    let intake = try read(source([text]))
    let rejected = messages(intake, "activity-rejected")
    #expect(rejected.count == 21 && rejected.last == "30 more rows of activities cannot be read")
    let told = errors(source([text + "\nL1,soon"]))
    #expect(told.map(\.id) == ["too-many-rejected"])
    #expect(told[0].remedy?.contains("`never`") == false)
  }

  @Test func whatIsLeftOutNeedNotBeReadable() throws {
    var mapping = ActivityMapping()
    mapping.types = ["call"]
    let text = """
      lead_id,time,type
      L1,2024-01-15 09:40,call
      ,2024-01-15 09:41,task
      L1,soon,task
      L1,2024-01-15,task
      L2,soon,call
      """
    let rejected = try read(source([text], mapping)).diagnostics.filter { $0.id == "activity-rejected" }
    #expect(rejected.map(\.place?.line) == [6])
  }

  @Test func linesAroundThemAreNoRows() throws {
    let text = "All calls\n\n\(Self.calls)\n\n\"Grand Totals (9 records)\"\n"
    let intake = try read(source([text]))
    #expect(all(intake).map(\.response) == [minutes(5), minutes(0), .after(2_730_500_000), .never])
    #expect(Set(intake.diagnostics.map(\.id)).isSuperset(of: ["preamble-skipped", "footer-skipped"]))
    #expect(!intake.diagnostics.contains { $0.severity == .warning })
  }

  @Test(arguments: [
    "Total,9,,,", "Average,,12,,", "\nBy: Ann,Lee", "-----,-----,---,---,---", "9 rows selected.", "\u{1A}",
  ])
  func linesBelowActivitiesAreNone(below: String) throws {
    let intake = try read(source([Self.calls + "\n" + below]))
    #expect(all(intake).map(\.response) == [minutes(5), minutes(0), .after(2_730_500_000), .never])
    #expect(!intake.diagnostics.contains { $0.severity == .warning || $0.id == "activities-undone" })
  }

  @Test("Activities between stray quotes are told, with the line of the first")
  func swallowedRows() throws {
    let calls = "lead_id,time,note\nL1,2024-01-15 09:20,\"a\nL2,2024-01-15 09:30,\"b\nL1,2024-01-15 10:00,c\n"
    let told = try read(source([calls])).diagnostics.filter { $0.id == "rows-in-quotes" }
    #expect(told.map(\.place) == [Place(file: "in/calls.csv", line: 3)])
    // So many of them stop the build, as so many rejected ones would.
    let many =
      "lead_id,time,note\nL1,2024-01-15 09:20,\"a\n" + String(repeating: "L2,2024-01-15 09:30,b\n", count: 12)
      + "L1,2024-01-15 10:00,\"c\n"
    let failure = #expect(throws: Failure.self) { try read(source([many])) }
    #expect(
      failure?.diagnostics.first { $0.severity == .error }?.message
        == "13 of 14 rows lie between quotes or cannot be read, more than 1.0 %")
    // A quote amid text opens nothing.
    let inches = "lead_id,note,time\nL1,5\" pipe,2024-01-15 09:20\nL2,x,2024-01-15 09:30\n"
    #expect(try read(source([inches])).diagnostics.allSatisfy { $0.id != "rows-in-quotes" })
  }

  @Test(arguments: [nil, 1, 7])
  func everyEncodingReadsAlike(block: Int?) throws {
    let text = Self.calls.split(separator: ",").joined(separator: ";")
    let wide: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { unit in [UInt8(unit & 255), UInt8(unit >> 8)] }
    for bytes in [Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), wide] {
      let file = ActivitySource.File(
        name: "calls.csv", siteName: "calls.csv",
        bytes: block.map { blockSource(bytes, $0) } ?? .bytes(Bytes(bytes)))
      let intake = try read(ActivitySource(files: [file]))
      #expect(all(intake).map(\.response) == [minutes(5), minutes(0), .after(2_730_500_000), .never])
    }
  }

  @Test func severalFilesAreTakenTogether() throws {
    let second = "who_id,created_at (UTC),kind\nL1,1/15/2024 10:02 AM,x\nL4,1/15/2024 1:07 PM,x\n"
    let options = IngestOptions(zone: HeaderZoneTests.utc, zoneNamed: HeaderZoneTests.named)
    let intake = try read(source([Self.calls, second]), options)
    #expect(all(intake).map(\.response) == [minutes(2), minutes(0), .after(2_730_500_000), minutes(7)])
  }

  /// Each with its own headers, types, zone and order of dates; the earliest of all counts.
  @Test func severalSourcesAreTakenTogether() throws {
    var calls = ActivityMapping()
    calls.types = ["Call"]
    calls.place = Place(file: "leadheat.yml", key: "leads[0].activities[0]")
    var mails = ActivityMapping()
    mails.headers = [.id: "Who", .time: "Sent", .rep: "From"]
    mails.dateOrder = .dayFirst
    mails.place = Place(file: "leadheat.yml", key: "leads[0].activities[1]")
    let text = """
      Who;Sent;From;type
      L1;15/1/2024 11:20;Cem;Call
      L2;15/1/2024 11:59;Cem;Draft
      L4;15/1/2024 15:02;Dan;Mail
      L7;15/1/2024 15:02;Dan;Mail
      L8;15/1/2024 15:02;Dan;Mail
      """
    let options = IngestOptions(zone: HeaderZoneTests.utc)
    // Berlin is an hour ahead: of L1 the mail is the earlier one, and that of L2 precedes its receipt.
    let intake = try read(
      source([Self.calls], calls),
      and: [source([text], name: "mails.csv", zone: HeaderZoneTests.berlin, mails)],
      options)
    #expect(all(intake).map(\.response) == [minutes(20), .never, .after(2_730_500_000), minutes(62)])
    #expect(all(intake).map { name(.rep, $0, intake) } == ["Cem", nil, "Bob", "Dan"])
    #expect(
      intake.diagnostics.map { "\($0.place?.file ?? "-"): \($0.message)" } == [
        "in/calls.csv: activities of another type are left out: \"Auto-reply\" (1) and \"Email\" (1)",
        "in/mails.csv: activities of every type count as first responses: \"Call\", \"Draft\" and \"Mail\"",
        "in/calls.csv: 3 rows of activities are of 2 ids that no lead has, like \"L9\"",
        "in/calls.csv: 2 of 4 rows of activities precede the receipt of the lead and are no first response",
        "in/mails.csv: 2 rows of activities are of 2 ids that no lead has, like \"L8\"",
        "in/mails.csv: 1 of 3 rows of activities precedes the receipt of the lead and is no first response",
      ])
    #expect(
      intake.sources[0].columns.suffix(2).map { "\($0.header) \($0.form)" } == [
        "calls.csv: activity_time ISO 8601, local time", "mails.csv: Sent D/M/Y, local time",
      ])
  }

  @Test func eachSourceIsToldByItself() throws {
    var mails = ActivityMapping()
    mails.place = Place(file: "leadheat.yml", key: "leads[0].activities[1]")
    let other = source(["lead_id,time\n1,2024-01-15 10:30\n2,2024-01-15 10:30\n"], name: "mails.csv", mails)
    let intake = try read(source([Self.calls]), and: [other])
    let found = intake.diagnostics.filter { $0.id == "activities-of-no-lead" }
    #expect(found.map(\.severity) == [.note, .warning])
    #expect(found.map(\.place?.file) == ["in/calls.csv", "in/mails.csv"])
    #expect(found.last?.remedy?.contains("`leads[0].activities[1].columns.id`") == true)
    #expect(
      messages(intake, "activities-early") == [
        "2 of 6 rows of activities precede the receipt of the lead and are no first response"
      ])
  }

  @Test func sourcesShareActivitiesOrHaveTheirOwn() throws {
    func leads(_ name: String, _ row: String, _ activities: Int?) -> LeadSource {
      LeadSource(
        name: name, siteName: name,
        bytes: .bytes(Bytes(Array("lead_id,received,first_response\n\(row),\n".utf8))), activities: activities
      )
    }
    let intake = try readLeads(
      [
        leads("a.csv", "L1,2024-01-15 10:00", 0), leads("b.csv", "L2,2024-01-15 11:00", 0),
        leads("c.csv", "L3,2024-01-15 12:00", 1), leads("d.csv", "L4,2024-01-15 13:00", nil),
      ],
      activities: [
        [source([Self.calls])], [source(["lead_id,time\nL3,2024-01-15 12:01\nL1,2024-01-15 10:00\n"])],
      ],
      options: IngestOptions())
    #expect(all(intake).map(\.response) == [minutes(5), minutes(0), minutes(1), .never])
    // L3 and its two activities are in the first file of activities for nobody.
    #expect(messages(intake, "activities-of-no-lead").map { $0.prefix(6) } == ["5 rows", "1 row "])
  }

  @Test func noneOfThemOfALeadIsAWarning() throws {
    let intake = try read(source(["lead_id,time\n007,2024-01-15 10:30\n008,2024-01-15 10:30\n"]))
    #expect(
      messages(intake, "activities-of-no-lead")
        == [
          "not one of 2 rows of activities is of a lead; their ids are like \"007\", those of leads like \"L1\""
        ])
    #expect(intake.diagnostics.map(\.severity) == [.warning])
  }

  /// Salesforce's ids have 15 characters in reports and three more in exports.
  @Test(arguments: [true, false]) func idsOfTwoLengthsAreTold(areLeadsLonger: Bool) throws {
    let (short, long) = ("00Q5e00000AbCd", ["EUAW", "FUAW", "gUAW"])
    let ids = areLeadsLonger ? long.map { short + $0 } : long.map { short + $0.prefix(1) }
    let others = areLeadsLonger ? long.map { short + $0.prefix(1) } : long.map { short + $0 }
    // The first of each are of nobody.
    let leads = ids.dropFirst().map { "\n\($0),2024-01-15 10:00" }.joined()
    let intake = try read(
      leads: "lead_id,received\n\(short)X,2024-01-15 10:00" + leads,
      source(["lead_id,time\n" + others.map { "\($0),2024-01-15 10:30\n" }.joined()]))
    #expect(
      messages(intake, "activities-of-no-lead") == [
        "not one of 3 rows of activities is of a lead; their ids are like \"\(others[1])\", those of leads like "
          + "\"\(ids[1])\", the same but for the last three characters of the longer one"
      ])
    let remedy = intake.diagnostics.first { $0.id == "activities-of-no-lead" }?.remedy
    #expect(remedy == "Export both with ids of the same length, or cut those of 18 characters to 15.")
  }

  // MARK: Dates and times of day in two columns

  @Test func aTimeOfDayMayHaveAColumnOfItsOwn() throws {
    var mapping = ActivityMapping()
    mapping.headers = [.time: "Due date", .timeOfDay: "Due time"]
    // A date without its time of day is rejected; what has neither is not done yet.
    let text = """
      lead_id,Due date,Due time
      L1,2024-01-15,10:30
      L1,2024-01-15,9:59
      L2,2024-01-15T00:00:00,"11:07 AM"
      L3,,00:00
      L4,2024-01-15,
      L4,2024-01-15,25:00
      """
    let intake = try read(source([text], mapping))
    #expect(all(intake).map(\.response) == [minutes(30), minutes(7), .never, .never])
    #expect(messages(intake, "activities-undone").first?.hasPrefix("1 row ") == true)
    let rejected = intake.diagnostics.filter { $0.id == "activity-rejected" }
    #expect(rejected.map(\.place?.line) == [6, 7] && rejected.allSatisfy { $0.place?.key == "Due date" })
    #expect(
      rejected.map(\.message) == [
        "\"2024-01-15\" (\"Due date\"): a date without a time of day",
        "\"2024-01-15 25:00\" (\"Due date\"): the clock has no such time",
      ])
    #expect(
      intake.sources[0].columns.suffix(2) == [
        SourceAccount.Column(
          role: "first response", header: "calls.csv: Due date", form: "ISO 8601, local time"),
        SourceAccount.Column(
          role: "time of day of the first response", header: "calls.csv: Due time", form: ""),
      ])
  }

  @Test func datesAloneAreToldWithWhatMakesTimesOfThem() {
    var mapping = ActivityMapping()
    mapping.place = Place(file: "leadheat.yml", key: "leads[0].activities")
    mapping.headers = [.time: "Due date"]
    let text = "lead_id,Due date,Due time\nL1,2024-01-15,\n"
    let problems = errors(source([text], mapping))
    #expect(problems.map(\.id) == ["date-only"])
    #expect(
      problems.first?.remedy
        == "Set `leads[0].activities.columns.time` to the header of a column that has both, or "
        + "`leads[0].activities.columns.time_of_day` to that of the column that has the time.")
    mapping.headers[.timeOfDay] = "Due time"
    #expect(
      errors(source([text], mapping)).first?.remedy
        == "Set `leads[0].activities.columns.time` to the header of a column that has both.")
  }

  @Test func aTimeOfDayNeedsItsDate() {
    var mapping = ActivityMapping()
    mapping.headers = [.timeOfDay: "Due time"]
    let problems = errors(source(["lead_id,due,Due time\nL1,2024-01-15,10:30\n"], mapping))
    #expect(problems.map(\.id) == ["column-missing"])
    #expect(problems.first?.remedy?.contains("`columns.time`") == true)
  }

  // MARK: Zones

  @Test func theirTimesAreOfTheirOwnZone() throws {
    // 10:00 in New York is 15:00 UTC; Berlin shows 16:20 at 15:20 UTC.
    let options = IngestOptions(zone: HeaderZoneTests.newYork, zoneNamed: HeaderZoneTests.named)
    let declared = try read(
      source(["lead_id,time\nL1,2024-01-15 16:20\n"], zone: HeaderZoneTests.berlin), options)
    #expect(all(declared)[0].response == minutes(20))
    let named = try read(source(["lead_id,time (Europe/Berlin)\nL1,2024-01-15 16:20\n"]), options)
    #expect(all(named)[0].response == minutes(20))
    #expect(named.diagnostics.map(\.id) == ["zone-recognised"])
    let offset = try read(source(["lead_id,time\nL1,2024-01-15T16:20:00+01:00\n"]), options)
    #expect(all(offset)[0].response == minutes(20))
    #expect(
      errors(source(["lead_id,time (Europe/Berlin)\nL1,2024-01-15 16:20\n"])).isEmpty,
      "a zone that nobody can look up is a warning")
  }

  @Test func aRepeatedTimeIsTheFirstUnlessThatPrecedesTheReceipt() throws {
    // On 3 November 2024 New York shows 1:30 at 5:30 and at 6:30 UTC.
    let options = IngestOptions(zone: HeaderZoneTests.newYork)
    func response(_ received: String) throws -> Response {
      let intake = try read(
        leads: "lead_id,received\nL1,\(received)\n", source(["lead_id,time\nL1,2024-11-03 01:30\n"]), options)
      #expect(intake.repeatedTimes == 1)
      return all(intake)[0].response
    }
    #expect(try response("2024-11-03T05:00:00Z") == minutes(30))
    #expect(try response("2024-11-03T05:30:00Z") == minutes(0))
    #expect(try response("2024-11-03T05:45:00Z") == minutes(45))
    #expect(try response("2024-11-03T06:45:00Z") == .never)
    let late = try read(
      leads: "lead_id,received\nL1,2024-11-03T06:45:00Z\n", source(["lead_id,time\nL1,2024-11-03 01:30\n"]),
      options)
    #expect(messages(late, "activities-early").first?.hasPrefix("1 of 1 row of") == true)
  }

  // MARK: Against the obvious way

  @Test(arguments: 0..<6 as Range<UInt64>)
  func joinsAsADictionaryWould(seed: UInt64) throws {
    var random = SeededNumbers(state: seed)
    func id() -> String {
      "\(String(repeating: "x", count: Int.random(in: 0...20, using: &random)))\(Int.random(in: 0..<300, using: &random))"
    }
    func time(_ minute: Int) -> String {
      "2024-01-\((15 + minute / 1_440)) \((minute / 60 % 24).padded):\((minute % 60).padded)"
    }
    var activities: [String: [Int]] = [:]
    var rows = ["lead_id,time"]
    for _ in 0..<3_000 {
      let (id, minute) = (id(), Int.random(in: 0..<7_000, using: &random))
      activities[id, default: []].append(minute)
      rows.append("\(id),\(time(minute))")
    }
    // One lead a minute, so that they can be told apart; ids occur again.
    var (leads, expected, last) = (["lead_id,received"], [String: (Int, Response)](), 0)
    for minute in 0..<2_000 {
      let id = Bool.random(using: &random) ? activities.keys.sorted().randomElement(using: &random)! : id()
      leads.append("\(id),\(time(minute))")
      let first = activities[id, default: []].filter { $0 >= minute }.min()
      expected[id] = (minute, first.map { .after(Int64($0 - minute) * 60_000_000) } ?? .never)
      last = minute
    }
    #expect(last == 1_999)
    let wanted = expected.values.sorted { $0.0 < $1.0 }
    for threads in [1, 2] {
      let intake = try read(
        leads: leads.joined(separator: "\n"), source([rows.joined(separator: "\n")]),
        IngestOptions(threads: threads),
        tuning: ReadTuning(windowSize: 1 << 12, splitSize: 1 << 10))
      #expect(all(intake).map(\.minuteOfWeek) == wanted.map(\.0))
      #expect(all(intake).map(\.response) == wanted.map(\.1))
      let early = expected.reduce(0) { sum, lead in
        sum + activities[lead.key, default: []].count { $0 < lead.value.0 }
      }
      let unknown = activities.filter { expected[$0.key] == nil }
      #expect(messages(intake, "activities-early").first?.hasPrefix("\(early) of ") == true)
      let rows = unknown.values.reduce(0) { $0 + $1.count }
      #expect(
        messages(intake, "activities-of-no-lead").first?.hasPrefix(
          "\(rows) rows of activities are of \(unknown.count) ids ") == true)
    }
  }
}

extension Int {
  fileprivate var padded: String { self < 10 ? "0\(self)" : "\(self)" }
}

import Foundation
import LeadModel
import Testing

@testable import LeadIngest

/// Every message once, as people see it.
@Suite struct MessageTests {
  private static let configuration = Place(file: "leadheat.yml", line: 4, column: 5, key: "leads[0]")

  static let columnFacts: [ColumnFact] = [
    .unknownHeader(
      role: ColumnRole.received.title, key: "received", asked: "Createdd", near: "Created",
      found: ["Id", "Created", "Owner"]),
    .missing(
      role: ColumnRole.received.title, key: "received", lookedFor: ["received_time", "created_at"],
      found: ["id", "recieved_time"], near: "recieved_time", advice: nil),
    .missing(
      role: ColumnRole.firstResponse.title, key: "first_response", lookedFor: ["first_contact_time"],
      found: Preset.all[1].signature, near: nil, advice: Preset.all[1].adviceWithoutResponse),
    .equalColumns(role: ColumnRole.received.title, key: "received", headers: ["created_at", "lead_date"]),
    .repeatedHeader(role: "rep", header: "Owner", columns: [3, 7]),
    .sharedColumn(header: "Created", key: "first_response"),
    .preferred(
      role: ColumnRole.received.title, header: "received_time", others: ["created_at", "lead_date"]),
    .recognised(Preset.all[0]), .unknownPreset("hubpost", known: Preset.all.map(\.name)),
    .joined(role: ColumnRole.received.title, headers: ["Created date", "Created time"]),
    .timeOfDayOrDuration(date: "First response date", time: "First response time"),
    .unusedTimeOfDay(header: "Reply time"), .leftToActivities(header: "First reply"),
  ]

  static let formFacts: [FormFact] = [
    .unseen("\u{200E}", line: 7),
    .undecidedOrder(12, example: FormExample("1/2/2024 2:30 PM", line: 7)),
    .mixedOrder(
      .monthFirst, monthFirst: 90, example: FormExample("1/15/2024 2:30 PM", line: 7), dayFirst: 1,
      otherExample: FormExample("15/1/2024 14:30", line: 7)),
    .mixedOrder(
      nil, monthFirst: 5, example: FormExample("1/15/2024 2:30 PM", line: 7), dayFirst: 5,
      otherExample: FormExample("15/1/2024 14:30", line: 7)),
    .orderOfOthers(.dayFirst, example: FormExample("1/2/2024 14:30", line: 7)),
    .orderUnlikeSibling(.dayFirst, example: FormExample("22/1/2024 14:30", line: 7)),
    .openYears(1, DateOrder.allCases, example: FormExample("1/5/24 14:30", line: 7)),
    .openYears(1, [.dayFirst], example: FormExample("26-09-31 14:30", line: 7)),
    .openYears(12, [], example: FormExample("1/5/24 14:30", line: 7)),
    .shortYears(.monthFirst, example: FormExample("1/5/24 14:30", line: 7)),
    .shortYears(.yearFirst, example: FormExample("26-09-07 14:30", line: 7)),
    .datesOnly(example: FormExample("1/15/2024", line: 7)), .allMidnight, .mixedStyles(2),
    .durations(.minutes, example: FormExample("12.5", line: 7)),
    .undecidedMark(3, .comma, example: FormExample("1,234", line: 7)),
    .answersAtMidnight(example: FormExample("1/15/2024", line: 7)),
    .daysOnly(example: FormExample("46328", line: 7)),
    .unknownUnit(example: FormExample("12.5", line: 7)),
    .unknownClock(12, example: FormExample("1:05", line: 7)),
    .openClocks(12, example: FormExample("10:20:00", line: 7)),
  ]

  static let scheduleFacts: [ScheduleFact] = [
    .empty, .noShifts,
    .missing(.start, found: ["rep", "begin_time"], near: nil),
    .missing(.day, found: ["rep", "start", "end", "wday"], near: "wday"),
    .misspelt(header: "valid_form", near: "valid_from"),
    .unusedDates(header: "Week of", example: "2026-11-02"),
    .rejected(text: "Funday", .unknownDay("Funday")),
    .rejected(text: "", .fieldCount(found: 3, expected: 4)),
    .rejected(text: "1/2/2026", .date(.unknownOrder)), .allRejected(7),
    .neverHappens(first: CivilDate(dayNumber: 20_760), last: CivilDate(dayNumber: 20_760)),
    .neverHappens(first: CivilDate(dayNumber: 20_760), last: CivilDate(dayNumber: 20_761)),
    .longShift(rep: "Ana \"the owl\"\n", minutes: 1_025),
  ]

  static let badRow = RejectedRow(
    place: Place(file: "leads.csv", line: 12, key: "received_time"), text: "2026-02-30 10:00",
    reason: RowFault.time(.noSuchDay).reason)

  static let shortRow = RejectedRow(
    place: Place(file: "leads.csv", line: 13), text: "",
    reason: RowFault.fieldCount(found: 2, expected: 3).reason)

  static let readFacts: [ReadFact] = [
    .emptyFile("leads.csv"), .foreign("leads.csv", .packed), .foreign("gzip", .gzip),
    .foreign("leads.csv", .utf32),
    .noRows("leads.csv"),
    .otherDelimiter(Place(file: "leads.csv", line: 1), header: "\t", rows: ","),
    .unknownDelimiter(Place(file: "leads.csv", line: 1), "~"),
    .apostrophes(Place(file: "leads.csv", line: 1)),
    .otherDelimiter(Place(file: "leads.csv", line: 1), header: "|", rows: ";"),
    .openQuote(Place(file: "leads.csv", line: 7)),
    .endlessRow(Place(file: "leads.csv", line: 7), isQuoted: false),
    .endlessRow(Place(file: "leads.csv", line: 7), isQuoted: true),
    .spacedQuotes(Place(file: "leads.csv", line: 2), delimiter: ","), .encoding("leads.csv", "UTF-16"),
    .encodingDoubt("leads.csv", .mark(of: .utf16BigEndian), readAs: .utf8, isDeclared: true, configuration),
    .encodingDoubt("leads.csv", .looksLike(.utf8), readAs: .windows1252, isDeclared: true, configuration),
    .encodingDoubt("leads.csv", .strayBytes, readAs: .windows1252, isDeclared: true, nil),
    .encodingDoubt("leads.csv", .strayBytes, readAs: .utf16LittleEndian, isDeclared: false, nil),
    .encodingDoubt("leads.csv", .isUnknown, readAs: .utf8, isDeclared: false, configuration),
    .encodingDoubt(
      "leads.csv", .endsBefore(line: 102), readAs: .utf16LittleEndian, isDeclared: false, configuration),
    .preamble("leads.csv", lines: 1), .preambleLikeRows(Place(file: "leads.csv", line: 2), 12),
    .footer([badRow, badRow]),
    .rejected("leads.csv", 1, of: 2_000), .moreRejected(1), .moreRejected(500),
    .tooManyRejected("leads.csv", 40, of: 2_000, limit: 1), .tooManyRejected("leads.csv", 1, of: 1, limit: 1),
    .tooManyRejected("leads.csv", 40, of: 2_000, limit: 1, forResponses: true),
    .contradictedFlags(Place(file: "leads.csv", line: 2, key: "flag"), 1, of: 1, threshold: 60),
    .contradictedFlags(Place(file: "leads.csv", line: 2, key: "flag"), 11, of: 1_099, threshold: 60),
    .swallowedRows(Place(file: "leads.csv", line: 103), 1),
    .swallowedRows(Place(file: "leads.csv", line: 103), 299),
    .tooManySwallowed("leads.csv", 155, of: 200, limit: 1),
    .placeholderIDs(Place(file: "leads.csv", key: "lead_id"), 1, example: "0"),
    .placeholderIDs(Place(file: "leads.csv", key: "lead_id"), 59, example: "NULL"),
    .otherHeader(Place(file: "leads.csv", line: 102)),
    .farResponses(Place(file: "leads.csv", line: 32, key: "first_response"), 1),
    .farResponses(Place(file: "leads.csv", line: 32, key: "first_response"), 50),
    .fewIDs("leads.csv", header: "Record ID", counted: 1, of: 100),
    .offsetWithoutZone(
      RejectedRow(
        place: Place(file: "leads.csv", line: 2, key: "received_time"), text: "2026-01-05T10:00:00Z",
        reason: "")),
    .lonelyLatest(
      Place(file: "leads.csv", line: 9, key: "received_time"), Instant(microseconds: 1_800_000_000_000_000),
      before: Instant(microseconds: 1_790_000_000_000_000), .floating),
    .endsEarlier(
      "old.csv", Instant(microseconds: 1_790_000_000_000_000), former: "new.csv",
      Instant(microseconds: 1_800_000_000_000_000), .floating, counts: .last),
    .eventLog("log.csv", 1, counts: .last, hasOneTime: false),
    .eventLog("log.csv", 12, counts: .last, hasOneTime: true),
    .eventLog("log.csv", 1, counts: .first, hasOneTime: true),
    .eventLog("log.csv", 12, counts: .first, hasOneTime: true),
    .unknownTeamZone("Nroth", known: ["North", "South"]), .unknownTeamZone("North", known: []),
  ]

  static let zoneFacts: [ZoneFact] = [
    .named(header: "Started at (America/New_York)", zone: "America/New_York", other: nil),
    .named(header: "Started at (America/New_York)", zone: "America/New_York", other: "First reply"),
    .unknown(header: "Started at (Europe/Atlantis)", name: "Europe/Atlantis", readIn: "Europe/Berlin"),
    .unknown(header: "Started at (Europe/Atlantis)", name: "Europe/Atlantis", readIn: nil),
    .overruled(header: "Started at (America/New_York)", name: "America/New_York", declared: "UTC"),
    .noReportZone(header: "Started at (America/New_York)", zone: "America/New_York"),
    .noReportZone(header: nil, zone: "America/New_York"),
  ]

  static let activityFacts: [ActivityFact] = [
    .empty, .filterWithoutColumn(.channel), .unusedFilter(.type, word: "Cal", found: ["Call", "Email"]),
    .leftOut(.type, [.init(name: "Auto-reply", rows: 120), .init(name: "", rows: 1)]),
    .allTypes(["Auto-reply", "Call"]), .rejected(badRow), .rejected(shortRow), .moreRejected(1),
    .moreRejected(30),
    .unknownLeads(12, ids: 1, example: "00Q1"),
    .withoutLead(1, of: 30), .withoutLead(20, of: 180), .withoutLead(12, of: 12),
    .placeholderIDs(20, example: "NULL"),
    .noLeads(12, example: "00T1", lead: nil, areOfTwoLengths: false),
    .noLeads(12, example: "007", lead: "7", areOfTwoLengths: false),
    .noLeads(1, example: "00Q5e00000AbCdEUAW", lead: "00Q5e00000AbCdE", areOfTwoLengths: true),
    .early(1, of: 1),
    .early(2, of: 12),
    .early(20, of: 30), .undone(1, of: 2), .undone(12, of: 30), .undone(12, of: 12),
  ]

  static let rosterFacts: [RosterFact] = [
    .empty, .nobody(0), .nobody(3),
    .missing(
      role: "team", lookedFor: RosterColumn.team.aliases, found: ["rep", "teem"], near: "teem"),
    .fieldCount(found: 1, expected: 2), .noRep, .noTeam,
    .twoTeams(rep: "Ann Lee", team: "North", other: "South", line: 2),
    .unknownReps([.init(name: "Bob Ray", rows: 1)]),
    .unknownReps((1...22).map { .init(name: "Rep \($0)", rows: 30 - $0) }),
  ]

  static let teamFacts: [TeamFact] = [
    .named("North", others: []), .named("North", others: ["North-2026"]),
    .noMatch(pattern: "leads-{team}-*.csv"), .noRep,
  ]

  static let shiftFaults: [ShiftFault] = [
    .fieldCount(found: 1, expected: 4), .repeatedHeader, .noRep, .unknownDay("Funday"), .dayNumber, .noDay,
    .dateAsDay,
    .otherWeekday(CivilDate(dayNumber: 20_760)), .overnightDates,
    .unreadableTime, .decimalTime(example: "8.75"), .fractionOfDay, .startsAtMidnightEnd,
    .halfOff, .everyoneWorks, .undatedOff, .date(.noSuchDay), .date(.unknownForm), .date(.unknownOrder),
    .date(.shortYear),
    .date(.otherOrder(.dayFirst)), .dateWithTime, .endsBeforeItBegins,
    .dateNotValid,
  ]

  static let rowFaults: [RowFault] =
    [
      .fieldCount(found: 4, expected: 5), .tornQuote, .repeatedHeader, .noReceivedTime, .noTime, .noTimeOfDay,
      .openTimeOfDay,
      .noLeadID, .farDate,
      .openDuration, .openSpan,
      .duration, .flag,
      .weight,
    ]
    + [
      TimeFault.unknownForm, .noSuchDay, .noSuchTime, .otherHalf, .noSuchOffset, .noTimeOfDay,
      .otherOrder(.dayFirst),
      .otherOrder(.monthFirst), .otherOrder(.yearFirst), .unknownOrder, .shortYear, .yearOutOfRange,
      .namedZone, .otherZone,
      .openNumber, .otherWeekday,
    ].map(RowFault.time)

  static var diagnostics: [Diagnostic] {
    let subject = FormFact.Subject(
      title: "first response", header: "answered", file: "leads.csv", mapping: configuration,
      timeOfDayKey: "first_response_time_of_day")
    var times = [
      FormFact.Subject(
        title: "time of the activity", header: "Due", file: "calls.csv",
        mapping: Place(file: "leadheat.yml", key: "leads[0].activities"), timeOfDayKey: "time_of_day",
        isOfActivity: true)
    ]
    times.append(times[0])
    times[1].timeOfDayKey = nil
    let place = Place(file: "schedule.csv", line: 3, column: 5, key: "day_of_week")
    return columnFacts.map { $0.diagnostic(at: Place(file: "leads.csv", line: 1), mapping: configuration) }
      + [columnFacts[0].diagnostic(at: Place(file: "leads.csv", line: 1), mapping: nil)]
      + formFacts.map { $0.diagnostic(of: subject) }
      + times.map { FormFact.datesOnly(example: FormExample("2026-11-02", line: 2)).diagnostic(of: $0) }
      + scheduleFacts.map { $0.diagnostic(at: place) }
      + readFacts.map(\.diagnostic)
      + [
        badRow, shortRow,
        RejectedRow(
          place: Place(file: "leads.csv", line: 14, key: "created"), text: "",
          reason: RowFault.noReceivedTime.reason),
      ].map(\.diagnostic)
      + activityFacts.map {
        $0.diagnostic(
          at: Place(file: "calls.csv", line: 4),
          mapping: Place(file: "leadheat.yml", key: "leads[0].activities"))
      }
      + rosterFacts.map { $0.diagnostic(at: Place(file: "reps.csv", line: 4)) }
      + teamFacts.map { $0.diagnostic(at: Place(file: "leads.csv"), mapping: configuration) }
      + zoneFacts.map { $0.diagnostic(at: Place(file: "leads.csv", line: 1), mapping: configuration) }
      + [
        ZoneFact.unknown(header: "Created (EST)", name: "EST", readIn: "UTC").diagnostic(
          at: Place(file: "leads.csv", line: 1), mapping: nil)
      ]
  }

  @Test func messagesAreAsTheyWereRead() throws {
    var text = ""
    for diagnostic in MessageTests.diagnostics {
      let place = diagnostic.place.map { "\($0)" + ($0.key.map { " [\($0)]" } ?? "") } ?? "-"
      text += "\(diagnostic.severity) \(diagnostic.id) at \(place)\n  \(diagnostic.message)\n"
      if let remedy = diagnostic.remedy { text += "  \(remedy)\n" }
    }
    text += "\nreasons of rejected rows\n"
    for fault in MessageTests.rowFaults { text += "  \(fault.reason)\n" }
    text += "\nreasons of rejected shifts\n"
    for fault in MessageTests.shiftFaults { text += "  \(fault.reason)\n" }
    try expectGolden("ingest-messages.txt", text)
  }

  @Test func whatCannotBeSeenIsShown() {
    #expect(
      quoted("\u{200E}1") == "\"\u{FFFD}1\"" && quoted("No\u{AD}rth\u{7}") == "\"No\u{FFFD}rth\u{FFFD}\"")
    #expect(quoted("👩\u{200D}🔧") == "\"👩\u{200D}🔧\"")
  }

  @Test func messagesHaveNoFullStopAndRemediesAreSentences() {
    for diagnostic in MessageTests.diagnostics {
      #expect(!diagnostic.message.hasSuffix("."), "\(diagnostic.id)")
      #expect(diagnostic.remedy?.hasSuffix(".") ?? true, "\(diagnostic.id)")
      #expect(diagnostic.severity != .error || diagnostic.remedy != nil, "\(diagnostic.id)")
    }
  }
}

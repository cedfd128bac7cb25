import LeadModel
import Testing

@testable import LeadIngest

/// Dates and times of day in columns of their own.
@Suite struct JoinedTimeTests {
  typealias Clock = SameRowsTests.Clock

  private static let mapping = ColumnMapping(headers: [
    .received: "Date", .receivedTimeOfDay: "Time", .firstResponse: "Reply date",
    .firstResponseTimeOfDay: "Reply time",
  ])

  private func read(_ lines: [String], _ mapping: ColumnMapping = mapping) throws(Failure) -> Intake {
    let text = (["id,Date,Time,Reply date,Reply time"] + lines).joined(separator: "\n") + "\n"
    let source = LeadSource(
      name: "x.csv", siteName: "x.csv", bytes: .bytes(Bytes(Array(text.utf8))), columns: mapping)
    return try readLeads([source], options: IngestOptions(zone: SameRowsTests.utc))
  }

  @Test func rolesOfOneColumnAreToldInOneOrder() throws {
    let mapping = ColumnMapping(headers: [
      .received: "Date", .receivedTimeOfDay: "Time", .firstResponse: "Date",
      .firstResponseTimeOfDay: "Reply time",
    ])
    let columns = try read(["1,2024-01-15,10:00,,10:30"], mapping).sources[0].columns
    #expect(
      columns.map(\.role) == [
        "lead id", "received time", "first response", "time of day of the receipt",
        "time of day of the first response",
      ])
  }

  private static let forms: [(date: @Sendable (Clock) -> String, time: @Sendable (Clock) -> String)] = [
    ({ "2024-\($0.two($0.month))-\($0.two($0.day))" }, { "\($0.short):00" }),
    ({ "2024-\($0.two($0.month))-\($0.two($0.day))T00:00:00.000" }, { "\"\($0.half)\"" }),
    ({ "\($0.month)/\($0.day)/2024 12:00:00 AM" }, { $0.half }),
    ({ "\($0.month)/\($0.day)/2024 0:00" }, { " \($0.hour):\($0.two($0.minute)) " }),
    ({ "\($0.day)/\($0.month)/2024" }, { "\($0.two($0.hour))\($0.two($0.minute))" }),
    // What a spreadsheet leaves of that.
    ({ "\($0.day)/\($0.month)/2024" }, { "\($0.hour * 100 + $0.minute)" }),
    // SAP, and what a spreadsheet leaves of that.
    ({ "2024\($0.two($0.month))\($0.two($0.day))" }, { "\($0.two($0.hour))\($0.two($0.minute))00" }),
    (
      { "\($0.day).\($0.month).2024" },
      { $0.hour > 0 ? "\($0.hour)\($0.two($0.minute))00" : "00\($0.two($0.minute))00" }
    ),
    // A fraction of a day.
    (
      { "2024-\($0.two($0.month))-\($0.two($0.day))" },
      { "0.\(String(1_000_000_000 + ($0.total % 1_440 * 1_000_000_000 + 720) / 1_440).dropFirst())" }
    ),
    ({ "\" \($0.two($0.day)).\($0.two($0.month)).2024\"" }, { $0.short }),
    ({ "\"\($0.name) \($0.day), 2024 00:00\"" }, { $0.half }),
    ({ "\($0.day) \($0.name) 2024" }, { $0.short }),
  ]

  @Test(arguments: forms.indices) func sayTheSameAsInOne(index: Int) throws {
    let form = Self.forms[index]
    let intake = try read(
      SameRowsTests.leads.enumerated().map { id, lead in
        let (received, answered) = (Clock(lead.received), lead.wait.map { Clock(lead.received + $0) })
        return "\(id),\(form.date(received)),\(form.time(received)),"
          + "\(answered.map(form.date) ?? ""),\(answered.map(form.time) ?? "-")"
      })
    let iso = SameRowsTests.forms[0].write
    let expected = try SameRowsTests.read("id,received,first_contact_time") { id, received, wait in
      "\(id),\(iso(Clock(received))),\(wait.map { iso(Clock(received + $0)) } ?? "")"
    }
    #expect(SameRowsTests.contents(intake) == SameRowsTests.contents(expected))
    #expect(intake.rejectedRows.isEmpty && intake.sources[0].counted.rows == 60)
  }

  /// Systems fill the time of day of what did not happen with a midnight, or leave it to be.
  @Test func withoutADateAMidnightSaysNothing() throws {
    for count in [0, 8] {
      let answered = (0..<count).map { "\($0),2026-01-05,10:00:00,2026-01-05,10:05:00" }
      let open = ["00:00:00", "0:00", "0", "", "00:00"].enumerated().map {
        "x\($0),2026-01-05,10:00:00,,\($1)"
      }
      let intake = try read(answered + open)
      let responses = SameRowsTests.contents(intake).joined().map { $0.split(separator: " ")[1] }
      #expect(responses.count { $0 == "never" } == 5 && responses.count == count + 5)
      #expect(intake.rejectedRows.isEmpty)
    }
  }

  @Test func whatElseStandsInSuchColumnsIsLeftOut() throws {
    let intake = try read([
      "1,45306,0.4375,45306,0.44097222", "2,2024-01-15T00:00:00Z,10:30,2024-01-15T00:00:00Z,10:35",
      "3,2024-01-15,1899-12-30 10:30:00,2024-01-15,1899-12-30T10:35:00",
    ])
    #expect(
      SameRowsTests.contents(intake).joined().map { $0 }
        == Array(repeating: "630 after(300000000) 1", count: 3))
  }

  /// The seconds of the day at which a lead was received and the wait, in microseconds.
  @Test(arguments: [
    ("041919", "43000", 15_559, 641_000_000), ("91919", "920", 33_559, 41_000_000),
    ("08:00 hrs", "0830 hrs", 28_800, 1_800_000_000), ("8:00:00 Uhr", "830h", 28_800, 1_800_000_000),
    ("0", "000059", 0, 59_000_000), ("0.333333", "0.5", 28_800, 14_400_000_000),
    // Two digits below 60 after a dot are minutes, as some countries write them.
    ("0.75", "0.999999999999", 64_800, 21_600_000_000),
    ("0,25", "0.2500001", 21_600, 9_000), ("0.0", "0.04166666667", 0, 3_600_000_000),
  ])
  func numbersAreClockTimeOrAFractionOfTheDay(time: String, reply: String, second: Int, wait: Int64) throws {
    for day in ["2024-01-15", "20240115"] {
      let intake = try read(["1,\(day),\"\(time)\",\(day),\(reply)"])
      #expect(
        SameRowsTests.contents(intake).joined().map { $0 } == ["\(second / 60) after(\(wait)) 1"])
    }
  }

  /// The minutes of the day at which leads were received; nil for a row that is rejected, since the number may mean several.
  @Test(
    arguments: [
      // An hour, or minutes without the zeros before them.
      (["9", "14", "0", "22:15"], [nil, nil, 0, 1_335]),
      (["9", "45", "930", "1430"], [9, 45, 570, 870]), (["9", "0930", "930"], [nil, 570, 570]),
      // With seconds, or without.
      (["1919", "45", "143000", "91919", "162000", "101500"], [19, 0, 870, 559, 980, 615]),
      // With them and without: only of five or six digits, and of four with a zero at the front, is one known.
      (["930", "1430", "1015", "143000", "91919"], [nil, nil, nil, 870, 559]),
      (["0930", "91919", "1430", "45"], [570, 559, nil, nil]),
      (["0930", "1430", "1015", "1645", "091919"], [570, 870, 615, 1_005, 559]),
      // A part of the day, or a clock whose hour is 0.
      (["0.25", "0.30", "0.00"], [nil, nil, 0]), (["0.25", "0.5"], [360, 720]),
      (["0.25", "0.375", "0.10"], [360, 540, 144]), (["0.25", "14.30", "0.05"], [25, 870, 5]),
      (["0.25", "14.30", "0.5"], [nil, 870, 720]), (["0.25", "09:30"], [nil, 570]),
    ] as [([String], [Int?])])
  func numbersMeanWhatOthersOfTheColumnShow(times: [String], minutes: [Int?]) throws {
    let intake = try read(times.enumerated().map { "\($0),2024-01-15,\($1),," })
    #expect(
      SameRowsTests.contents(intake).joined().compactMap { Int($0.split(separator: " ")[0]) }
        .sorted() == minutes.compactMap { $0 }.sorted())
    let rejected = zip(times, minutes).filter { $1 == nil }.map(\.0)
    #expect(intake.rejectedRows.map(\.text) == rejected)
    #expect(intake.rejectedRows.allSatisfy { $0.place.key == "Time" && $0.reason.contains("hours, minutes") })
    // What only the last row shows is known to the first one, in a stream too.
    let text = "Met,Date,Time\n" + times.map { ",2024-01-15,\($0)\n" }.joined()
    let source = LeadSource(
      name: "x.csv", siteName: "x.csv", bytes: blockSource(Array(text.utf8), 7),
      columns: ColumnMapping(
        headers: [.received: "Date", .receivedTimeOfDay: "Time", .within: "Met"]))
    #expect(try readLeads([source], options: IngestOptions()).rejectedRows.map(\.text) == rejected)
  }

  /// The other time is of another system, perhaps: hours beside 930 are not taken for minutes.
  @Test func theOtherTimeShowsNothing() throws {
    let hours = try read([
      "1,2024-01-15,9,2024-01-15,930", "2,2024-01-15,10,2024-01-15,1015", "3,2024-01-15,09:00,,",
    ])
    #expect(hours.rejectedRows.map(\.text) == ["9", "10"])
    let parts = try read([
      "1,2024-01-15,0.25,2024-01-15,14.30", "2,2024-01-15,0.45,,", "3,2024-01-15,09:00,,",
    ])
    #expect(parts.rejectedRows.map(\.text) == ["0.25", "0.45"])
    let minutes = try read(["1,2024-01-15,0.30,2024-01-15,14.30", "2,2024-01-15,14.15,,"])
    #expect(
      SameRowsTests.contents(minutes).joined().map { $0 } == ["30 after(50400000000) 0", "855 never 1"])
  }

  /// What is named as no first response may stand in both columns, or only as the date.
  @Test(
    arguments: [
      ("0", "0", "0"), ("0", "0", "000000"), ("1900-01-01", "1900-01-01", "00:00:00"),
      ("1900-01-01", "\"1900-01-01\"", "0:00"), ("1900-01-01 00:00:00", "1900-01-01", "00:00:00"),
      ("9999-12-31", "9999-12-31", "23:59:59"), ("Open", "Open", "09:30"), ("Open", " Open ", "Open"),
      ("Open", "", "Open"),
    ])
  func wordsForNoResponse(word: String, date: String, time: String) throws {
    var mapping = Self.mapping
    mapping.never = [word]
    let rows = (0..<20).map { "\($0),2026-01-05,10:00:00,\(date),\(time)" }
    let intake = try read(rows + ["20,2026-01-05,10:00:00,2026-01-05,10:05:00"], mapping)
    #expect(intake.rejectedRows.isEmpty && intake.diagnostics.isEmpty)
    #expect(
      SameRowsTests.contents(intake).joined().sorted()
        == ["600 after(300000000) 1"] + Array(repeating: "600 never 1", count: 20))
    // Where the columns are recognised by their names.
    let halves = try self.intake(
      Self.halves + (rows + ["20,2026-01-05,10:00:00,2026-01-05,10:05:00"]).joined(separator: "\n"),
      ColumnMapping(never: [word]))
    #expect(SameRowsTests.contents(halves) == SameRowsTests.contents(intake))
  }

  @Test("Where the date is that of the receipt, the time of day may be a word for none")
  func wordsBesideASharedDate() throws {
    var mapping = Self.mapping
    mapping.headers[.firstResponse] = "Date"
    mapping.never = ["99:99", "2026-01-05"]
    let intake = try read(["1,2026-01-05,10:00,,99:99", "2,2026-01-05,10:00,,10:05"], mapping)
    #expect(intake.rejectedRows.isEmpty)
    #expect(SameRowsTests.contents(intake).joined().sorted() == ["600 after(300000000) 1", "600 never 1"])
  }

  @Test func rejectedTimesAreToldAsTheyStandInTheFile() throws {
    let good = (0..<500).map { "\($0),2026-01-05,10:00,2026-01-05,10:05" }
    let odd = [
      "20260105,100000,0,0", "2026-01-05,10:00,9999-12-31 00:00:00,23:59:59", "2026-01-05,10:00,\" x \",1061",
    ]
    let intake = try read(good + odd.map { "x,\($0)" })
    #expect(
      intake.rejectedRows.map(\.text) == ["0 0", "9999-12-31 00:00:00 23:59:59", "x 1061"])
  }

  @Test func noDateMayBeOfZeros() throws {
    let intake = try read(["1,20240115,100000,00000000,000000", "2,20240115,100000,00000000,"])
    #expect(SameRowsTests.contents(intake).joined().map { $0 } == Array(repeating: "600 never 1", count: 2))
  }

  @Test func aTimeOfDayWithoutItsDateIsSaid() throws {
    var mapping = Self.mapping
    mapping.headers[.firstResponse] = nil
    mapping.headers[.duration] = "Reply date"
    let intake = try read(["1,2024-01-15,10:00,0:05:00,10:05"], mapping)
    #expect(intake.diagnostics.map(\.id) == ["time-of-day-unused"])
  }

  @Test func theDateMayBeThatOfBoth() throws {
    var mapping = Self.mapping
    mapping.headers[.firstResponse] = "Date"
    let intake = try read(["1,2024-01-15,10:00,,10:05"], mapping)
    #expect(SameRowsTests.contents(intake).joined().map { $0 } == ["600 after(300000000) 1"])
    // Without its time of day it says nothing.
    #expect(
      SameRowsTests.contents(try read(["1,2024-01-15,10:00,,"], mapping)).joined().map { $0 } == [
        "600 never 1"
      ])
    mapping.headers[.firstResponseTimeOfDay] = "Time"
    #expect(throws: Failure.self) { try read(["1,2024-01-15,10:00,,10:05"], mapping) }
  }

  @Test func whatLacksOneOfThemIsRejectedWithBoth() throws {
    let good = (0..<500).map { "\($0),2024-01-15,10:00,2024-01-15,10:05" }
    let intake = try read(
      good + [
        "500,2024-01-15,,,", "501,,10:00,,", "502,,,,x", "503,2024-01-15,25:00,,",
        "504,2024-01-15,10:00,,10:05",
        "505,2024-01-15,10:00,2024-01-15,", "506,2024-01-15 08:00,10:00,,",
      ])
    #expect(
      intake.rejectedRows.map { "\($0.place.line ?? 0) \($0.place.key ?? "-") [\($0.text)]" } == [
        "502 Date [2024-01-15]", "503 Date [10:00]", "504 Date []", "505 Date [2024-01-15 25:00]",
        "506 Reply date [10:05]", "507 Reply date [2024-01-15]", "508 Date [2024-01-15 08:00 10:00]",
      ])
  }

  private func intake(_ text: String, _ mapping: ColumnMapping = ColumnMapping()) throws(Failure) -> Intake {
    let source = LeadSource(
      name: "x.csv", siteName: "x.csv", bytes: .bytes(Bytes(Array(text.utf8))), columns: mapping)
    return try readLeads([source], options: IngestOptions(zone: SameRowsTests.utc))
  }

  private static let halves = "id,Created date,Created time,First response date,First response time\n"

  @Test(
    "Columns of one name are put together where one has dates and the other times of day",
    arguments: [
      halves + "1,2024-01-15,10:00,2024-01-15,10:05\n2,2024-01-15,10:00,,\n",
      "id,Date received,Time received,Date contacted,Time contacted\n1,15/01/2024,10:00:00 AM,15/01/2024,10:05:00 AM\n"
        + "2,15/01/2024,10:00:00 AM,,\n",
      // The midnight of a column of dates says nothing.
      halves + "1,2024-01-15 00:00:00,10:00,2024-01-15 00:00:00,10:05\n2,2024-01-15 00:00:00,10:00,,\n",
    ]) func columnsOfOneName(text: String) throws
  {
    let intake = try intake(text)
    #expect(SameRowsTests.contents(intake).joined().sorted() == ["600 after(300000000) 1", "600 never 1"])
    #expect(intake.diagnostics.filter { $0.id == "time-joined" }.count == 2)
  }

  @Test("A column of dates beside whole times is no part of them")
  func redundantDates() throws {
    let intake = try intake(
      "id,Created date,Created time,First response date,First response time\n"
        + "1,2024-01-15,2024-01-15 10:00,2024-01-15,2024-01-15 10:05\n")
    #expect(SameRowsTests.contents(intake).joined().map { $0 } == ["600 after(300000000) 1"])
    #expect(!intake.diagnostics.contains { $0.id == "time-joined" })
    let other = try self.intake(
      "id,Created date,Created time,first_response\n1,2024-01-15 10:00,10:00,2024-01-15 10:05\n")
    #expect(SameRowsTests.contents(other).joined().map { $0 } == ["600 after(300000000) 1"])
  }

  @Test(
    "What may be a time of day or a duration, and two whole times, are errors",
    arguments: [
      (
        "received_time,First response date,First response time\n2024-01-15 10:00,2024-01-15,10:05:00\n",
        "response-ambiguous"
      ),
      (
        halves + "1,2024-01-15 10:00,2024-01-15 10:01,2024-01-15 10:05,2024-01-15 10:06\n", "column-ambiguous"
      ),
    ])
  func whatIsOpen(text: String, id: String) throws {
    do throws(Failure) {
      _ = try intake(text)
      Issue.record("read")
    } catch {
      #expect(error.diagnostics.filter { $0.severity == .error }.map(\.id) == [id])
    }
  }

  @Test("What the configuration names is as it says, durations with their unit too")
  func namedColumns() throws {
    let text = "received_time,First response date,First response time\n2024-01-15 10:00,2024-01-15,10:05\n"
    let durations = try intake(
      text, ColumnMapping(headers: [.duration: "First response time"], durationUnit: .hours))
    #expect(SameRowsTests.contents(durations).joined().map { $0 } == ["600 after(36300000000) 1"])
    let joined = try intake(
      text,
      ColumnMapping(headers: [
        .firstResponse: "First response date", .firstResponseTimeOfDay: "First response time",
      ]))
    #expect(SameRowsTests.contents(joined).joined().map { $0 } == ["600 after(300000000) 1"])
  }

  @Test func otherNumbersAreRejectedAsTheyStand() throws {
    let odd = [
      "96000", "0419190", "0.3x", "1.5", "8 hrs",
    ]
    let good = (0..<500).map { "\($0),2024-01-15,10:00,2024-01-15,10:05" }
    let intake = try read(good + odd.map { "x,2024-01-15,\($0),," })
    #expect(intake.rejectedRows.map(\.text) == odd.map { "2024-01-15 \($0)" })
  }

  @Test func aDateWithoutItsTimeNamesTheKey() throws {
    do throws(Failure) {
      _ = try read(
        ["1,2024-01-15,10:00,,"], ColumnMapping(headers: [.received: "Date", .firstResponse: "Reply date"]))
      Issue.record("read")
    } catch {
      #expect(error.diagnostics.map(\.id).contains("date-only"))
      #expect(error.diagnostics.first?.remedy?.contains("`columns.received_time_of_day`") == true)
    }
  }
}

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

  private static let forms: [(date: @Sendable (Clock) -> String, time: @Sendable (Clock) -> String)] = [
    ({ "2024-\($0.two($0.month))-\($0.two($0.day))" }, { "\($0.short):00" }),
    ({ "2024-\($0.two($0.month))-\($0.two($0.day))T00:00:00.000" }, { "\"\($0.half)\"" }),
    ({ "\($0.month)/\($0.day)/2024 12:00:00 AM" }, { $0.half }),
    ({ "\($0.month)/\($0.day)/2024 0:00" }, { " \($0.hour):\($0.two($0.minute)) " }),
    ({ "\($0.day)/\($0.month)/2024" }, { "\($0.two($0.hour))\($0.two($0.minute))" }),
    // What a spreadsheet leaves of that.
    ({ "\($0.day)/\($0.month)/2024" }, { "\($0.hour * 100 + $0.minute)" }),
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

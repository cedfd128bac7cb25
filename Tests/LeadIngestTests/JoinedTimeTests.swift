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

  @Test func theDateMayBeThatOfBoth() throws {
    var mapping = Self.mapping
    mapping.headers[.firstResponse] = "Date"
    let intake = try read(["1,2024-01-15,10:00,,10:05"], mapping)
    #expect(SameRowsTests.contents(intake).joined().map { $0 } == ["600 after(300000000) 1"])
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

import LeadModel
import Testing

@testable import LeadIngest

/// What would bend the numbers in silence: it is told, or can be named.
@Suite struct SilentLossTests {
  private static let header = "id,created_at,first_response,note\n"

  private func read(_ text: String, _ mapping: ColumnMapping = ColumnMapping(), blocks: Int? = nil)
    throws(Failure) -> Intake
  {
    let source = LeadSource(
      name: "x.csv", siteName: "x.csv", bytes: .bytes(Bytes(Array(text.utf8))), columns: mapping)
    return try readLeads([source], options: IngestOptions(zone: SameRowsTests.utc))
  }

  private func warnings(_ intake: Intake) -> [String] {
    intake.diagnostics.filter { $0.severity == .warning }.map { "\($0.place?.line ?? 0) \($0.id)" }
  }

  private static func row(_ number: Int, note: String = "") -> String {
    "\(number),2026-01-05 10:\(number % 50 + 10),2026-01-05 11:10,\(note)\n"
  }

  @Test("Rows between two stray quotes are told, with the line of the first")
  func swallowedRows() throws {
    let rows = (0..<20).map { Self.row($0, note: $0 == 5 ? "\"call back" : $0 == 9 ? "5\"" : "") }
    let intake = try read(Self.header + rows.joined())
    // The sixth row goes on to the end of the tenth: four rows are parts of it.
    #expect(intake.sources[0].counted.rows == 16)
    #expect(warnings(intake) == ["8 rows-in-quotes"])
    #expect(intake.diagnostics[0].message.hasPrefix("4 lines, this one first, look like rows"))
  }

  @Test("Where so many rows lie between quotes that as many rejected ones would be refused, nothing is built")
  func tooManySwallowed() throws {
    func text(_ rows: Int, swallowed: Int) -> String {
      Self.header
        + (0..<rows).map { Self.row($0, note: $0 == 5 ? "\"call back" : $0 == 5 + swallowed ? "5\"" : "") }
        .joined()
    }
    // The sixth row goes on to the one that closes the quote.
    let failure = #expect(throws: Failure.self) { try read(text(200, swallowed: 11)) }
    #expect(failure?.diagnostics.map(\.id).sorted() == ["rows-in-quotes", "too-many-rejected"])
    #expect(
      failure?.diagnostics.last?.message
        == "11 of 200 rows lie between quotes or cannot be read, more than 1.0 %")
    #expect(try read(text(200, swallowed: 10)).sources[0].counted.rows == 190)
    #expect(try read(text(1_200, swallowed: 12)).sources[0].counted.rows == 1_188)
  }

  @Test(
    "A row that is the end of another one's field is told too",
    arguments: [
      // The note of the second row begins with a quote, and that of the third.
      [Self.row(1), Self.row(2, note: "\"5 inch"), Self.row(3, note: "\"call"), Self.row(4)],
      // So does the id: the second row is a part of the third one's.
      [Self.row(1), "\"" + Self.row(2), "\"" + Self.row(3), Self.row(4)],
    ])
  func swallowedByTheNext(rows: [String]) throws {
    let intake = try read(Self.header + rows.joined())
    #expect(intake.sources[0].counted.rows == 3)
    let line = rows[1].hasPrefix("\"") ? 3 : 4
    #expect(warnings(intake) == ["\(line) rows-in-quotes"])
    #expect(intake.diagnostics[0].message.hasPrefix("this line looks like a row but lies between quotes"))
  }

  @Test(
    "Lines of text between quotes are none",
    arguments: [
      "\"Dear Sir,\nthank you, we will call, soon, yes\nBye\"", "\"a\nb\nc\nd\"",
      // As many fields, but no time where the received time stands; and a time, but not as many.
      "\"a\n1,2,3,4\nb\"", "\"a\n1,2026-01-05 10:00,x\nb\"",
    ]) func textBetweenQuotes(note: String) throws
  {
    let intake = try read(Self.header + Self.row(1, note: note) + Self.row(2))
    #expect(intake.sources[0].counted.rows == 2 && warnings(intake).isEmpty)
  }

  @Test("Two fields with a line break each, and a time between them, are no row between quotes")
  func twoFields() throws {
    let text = "note,created_at,first_response,other\n\"a\nb\",2026-01-05 10:00,,\"c\nd\"\n"
    #expect(warnings(try read(text)).isEmpty)
    // The bytes between the two breaks have four fields, too.
    let wide = "note,created_at,other\n\"a\nb\",2026-01-05 10:00,\"c\nd\"\n"
    #expect(throws: Failure.self) { try read(wide) }
    let mapped = try read(wide, ColumnMapping(headers: [.firstResponse: "other"], never: ["c\nd"]))
    #expect(warnings(mapped).isEmpty && mapped.sources[0].counted.rows == 1)
  }

  @Test("What the configuration names says that there was no first response, whatever it looks like")
  func neverWords() throws {
    let text =
      Self.header + "1,2026-01-05 10:00,No response,\n2,2026-01-05 10:00,\"9999-12-31 00:00:00\",\n"
      + "3,2026-01-05 10:00, 2026-01-05 10:05 ,\n4,2026-01-05 10:00,2026-01-05 10:05:00,\n"
    let intake = try read(
      text, ColumnMapping(never: ["No response", "9999-12-31 00:00:00", "2026-01-05 10:05:00"]))
    #expect(
      SameRowsTests.contents(intake).joined().sorted()
        == ["600 after(300000000) 1", "600 never 1", "600 never 1", "600 never 1"])
    #expect(intake.diagnostics.isEmpty)
    // Of epochs and durations it is the zero.
    for (response, expected) in [
      ("1767607500", "600 after(300000000) 1"), ("0:05:00", "600 after(300000000) 1"),
    ] {
      let intake = try read(
        Self.header + "1,1767607200,\(response),\n2,1767607200,0,\n", ColumnMapping(never: ["0"]))
      #expect(SameRowsTests.contents(intake).joined().sorted() == [expected, "600 never 1"])
    }
  }

  @Test("Clock times that may be those of the day are no durations unless that is said")
  func timesOfDay() throws {
    func text(_ clocks: [String]) -> String {
      let rows = clocks.enumerated().map { "\($0),2026-01-05 10:0\($0):00,\($1),\n" }
      return Self.header + rows.joined() + "9,2026-01-05 12:00:00,,\n"
    }
    let failure = #expect(throws: Failure.self) { try read(text(["10:20:00", "14:05:00"])) }
    #expect(failure?.diagnostics.map(\.id).contains("duration-unit-unknown") == true)
    let said = try read(text(["10:20:00", "14:05:00"]), ColumnMapping(durationUnit: .hours))
    #expect(said.sources[0].counted.rows == 3)
    // One is earlier in the day; or there is but one; or the day has no time.
    #expect(try read(text(["10:20:00", "0:05:00"])).sources[0].counted.rows == 3)
    #expect(try read(text(["10:20:00"])).sources[0].counted.rows == 2)
    let midnights = text(["10:20:00", "14:05:00"]).replacing("10:00:00", with: "00:00:00")
      .replacing("10:01:00", with: "00:00:00")
    #expect(try read(midnights).sources[0].counted.rows == 3)
  }

  @Test("First responses decades from their receipt are told")
  func farResponses() throws {
    let near = (0..<30).map { Self.row($0) }.joined()
    let intake = try read(
      Self.header + near
        + "a,2026-01-05 10:00,1970-01-01 00:00:00,\nb,2026-01-05 10:00,1900-01-01 00:00:00,\n"
        + "d,2026-01-05 10:00,2025-01-05 10:00,\n")
    #expect(warnings(intake) == ["32 response-far-off"])
    #expect(intake.diagnostics.count == 1)
    #expect(intake.diagnostics[0].message.hasPrefix("2 first responses are decades"))
    // Far from the beginning as well: one of 21 years, and one of 19.
    let rows = (0..<3_000).map { Self.row($0) }.joined()
    let late = try read(
      Self.header + rows + "a,2026-01-05 10:00,2047-01-05 10:00,\nb,2026-01-05 10:00,2045-01-05 10:00,\n")
    #expect(warnings(late) == ["3002 response-far-off"])
    #expect(late.diagnostics[0].message.hasPrefix("1 first response is decades"))
  }

  @Test("Where nearly all rows have one id it is told, but not of event logs and of few rows")
  func fewIDs() throws {
    func rows(_ count: Int) -> String { Self.header + (0..<count).map { _ in Self.row(1) }.joined() }
    let intake = try read(rows(11))
    #expect(intake.sources[0].duplicate.rows == 10 && warnings(intake) == ["0 ids-few"])
    #expect(warnings(try read(rows(10))).isEmpty)
    #expect(warnings(try read(rows(20) + (2..<6).map { Self.row($0) }.joined())).isEmpty)
  }

  @Test("A word for nothing says nothing of eligibility")
  func eligible() throws {
    let rows = ["", "null", "N/A", "-", "no", "yes"].enumerated().map { "\($0),2026-01-05 10:00,,\($1)\n" }
    let intake = try read("id,created_at,first_response,eligible\n" + rows.joined())
    #expect(intake.sources[0].counted.rows == 5 && intake.sources[0].notEligible.rows == 1)
  }

  @Test("A time of day beside the date of the receipt is the next one")
  func afterMidnight() throws {
    let mapping = ColumnMapping(headers: [
      .received: "Date", .receivedTimeOfDay: "Alarm", .firstResponse: "Date",
      .firstResponseTimeOfDay: "Arrival",
    ])
    let text =
      "id,Date,Alarm,Arrival\n1,2026-01-05,23:50,00:10\n2,2026-01-05,10:00,10:10\n3,2026-01-05,10:00,09:59\n"
    let contents = SameRowsTests.contents(try read(text, mapping)).joined().map { $0.dropLast(2) }.sorted()
    #expect(contents == ["1430 after(1200000000)", "600 after(600000000)", "600 after(86340000000)"])
  }
}

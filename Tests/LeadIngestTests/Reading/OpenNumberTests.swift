import LeadModel
import Testing

@testable import LeadIngest

/// Numbers that may count from 1970 or be dates without marks: the column tells, or they are rejected.
@Suite struct OpenNumberTests {
  private func read(_ times: [String], answers: [String] = [], isDirect: Bool = true) throws(Failure)
    -> Intake
  {
    let rows = times.indices.map { "\(times[$0]),\(answers.indices.contains($0) ? answers[$0] : "")\n" }
    let bytes = Array(("received,first_response\n" + rows.joined()).utf8)
    let source = LeadSource(
      name: "x.csv", siteName: "x.csv", bytes: isDirect ? .bytes(Bytes(bytes)) : blockSource(bytes, 9))
    var rules = Rules()
    rules.maxRejectedPercent = 100
    return try readLeads([source], options: IngestOptions(rules: rules, zone: SameRowsTests.utc))
  }

  @Test(
    arguments: [
      // Year, month, day, hour and minute; without minutes; with seconds.
      ["2601151430", "2601161530", "2602170000"], ["2026011514", "2026011623", "2026021700"],
      ["260115143000", "260116153059"],
    ], [true, false])
  func thatMayAllBeDatesAreRejected(times: [String], isDirect: Bool) throws {
    let intake = try read(["2026-01-05 10:00"] + times, isDirect: isDirect)
    #expect(intake.rejectedRows.map(\.text) == times && intake.sources[0].counted.rows == 1)
    #expect(intake.rejectedRows.allSatisfy { $0.reason == RowFault.time(.openNumber).reason })
  }

  /// The second of four could be 2017-01-01 00:00, and no other is a date.
  @Test func mostlyCountFrom1970() throws {
    let intake = try read(["1701010099", "1701010000", "1701013700", "1701014399"])
    #expect(intake.rejectedRows.isEmpty)
    #expect(intake.firstReceived?.microseconds == 1_701_010_000_000_000)
    #expect(intake.cutoff?.microseconds == 1_701_014_399_000_000)
  }

  /// A single response that may be a date is read as the receipts are.
  @Test func areReadAsTheOtherTimeIs() throws {
    let intake = try read(["1701009000", "1701009999", "1701008888"], answers: ["1701010000"])
    #expect(intake.rejectedRows.isEmpty)
    #expect(intake.table.spills.isEmpty && intake.sources[0].counted.rows == 3)
  }

  /// What is beyond the first rows counts as well.
  @Test func aLateOneIsJudgedByAllRows() throws {
    let times = (0..<3_000).map { "2026-01-0\($0 % 9 + 1) 10:00" } + ["2601151430"]
    #expect(try read(times).rejectedRows.map(\.place.line) == [3_002])
    // Most of all rows, not of those at the beginning.
    let counts = (0..<900).map { "\(1_772_323_200 + $0 * 60)" }
    let dates = (0..<1_000).map { "26030\($0 % 9 + 1)0915" }
    #expect(try read(counts + dates).rejectedRows.count == 1_000)
    #expect(try read(["1772323200"] + times.dropLast() + dates).rejectedRows.count == 1_000)
    let numbers = (0..<3_000).map { "\(1_768_487_460 + $0 * 60)" }
    #expect(try read(["2026-01-05 10:00"] + numbers).rejectedRows.isEmpty)
  }
}

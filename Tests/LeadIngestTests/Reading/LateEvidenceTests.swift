import LeadModel
import Testing

@testable import LeadIngest

/// What rows beyond the first ones show of the form of times counts as much as what the first ones do.
@Suite struct LateEvidenceTests {
  /// The errors of an export of those received times, each in a row as long as that.
  private func errors(
    _ times: [String], width: Int, _ header: String = "id,received,first_response,note"
  ) -> [String] {
    let padding = String(repeating: "x", count: width)
    let rows = times.enumerated().map { "\($0),\($1),,\(padding)" }
    let text = ([header] + rows).joined(separator: "\n") + "\n"
    let source = LeadSource(name: "x.csv", siteName: "x.csv", bytes: .bytes(Bytes(Array(text.utf8))))
    do throws(Failure) {
      _ = try readLeads([source], options: IngestOptions())
      return []
    } catch {
      return error.diagnostics.filter { $0.severity == .error }.map(\.id)
    }
  }

  private func times(_ count: Int, _ text: String) -> [String] {
    Array(repeating: "\(text) 10:00", count: count)
  }

  @Test(arguments: [8, 8_000])
  func theOrderOfRowsDoesNotMatter(width: Int) {
    let count = width == 8 ? 60_000 : 60
    for (one, other, id) in [
      ("1/13/24", "3.4.24", "year-short"), ("15.1.2026", "13/1/24", "year-short"),
      ("2026-01-15", "13/1/24", "year-short"), ("2026-01-15", "3/4/2024", "date-order-undecided"),
      ("1/1/2026", "3/4/2026", "date-order-undecided"),
    ] {
      #expect(errors(times(count, one) + times(count / 20, other), width: width) == [id])
      #expect(errors(times(count / 20, other) + times(count, one), width: width) == [id])
    }
  }

  /// Of durations, too, which stand behind the received time here.
  @Test(arguments: [8, 8_000])
  func theOrderOfRowsDoesNotMatterForDurations(width: Int) {
    let count = width == 8 ? 60_000 : 60
    func rows(_ count: Int, _ duration: String) -> [String] {
      Array(repeating: "2026-01-15 10:00,\(duration)", count: count)
    }
    for (header, one, other, id) in [
      ("Time to contact (seconds)", "750", "2.700", "decimal-mark-undecided"),
      ("Time to contact", "0:12:30", "12:30", "duration-unit-unknown"),
      ("Time to contact", "0:12:30", "750", "duration-unit-unknown"),
    ] {
      let header = "id,received,\(header),other,note"
      #expect(errors(rows(count, one) + rows(count / 5, other), width: width, header) == [id])
      #expect(errors(rows(count / 5, other) + rows(count, one), width: width, header) == [id])
    }
  }

  /// A few durations that nothing says how to read are rejected, wherever they stand: here one of 3,000 rows.
  @Test(arguments: [
    ("Response time (s)", "0:05:00", "4:10"), ("Response time (min)", "5", "1.234"),
    ("response_time", "0:05:00", "5"), ("response_time", "5 min", "1.234 min"),
  ])
  func aFewOpenDurationsAreRejected(header: String, usual: String, odd: String) throws {
    for position in [0, 1_500, 2_999] {
      var rows = Array(repeating: usual, count: 3_000)
      rows[position] = odd
      let text = "received,\(header)\n" + rows.map { "2026-01-15 10:00,\($0)\n" }.joined()
      let source = LeadSource(name: "x.csv", siteName: "x.csv", bytes: .bytes(Bytes(Array(text.utf8))))
      let intake = try readLeads(
        [source], activities: [], options: IngestOptions(), tuning: ReadTuning(windowSize: 4_096))
      #expect(intake.rejectedRows.map(\.place.line) == [position + 2])
      #expect(intake.rejectedRows.map(\.reason) == [RowFault.openDuration.reason])
    }
  }

  /// Eleven of 1,000 are more than 1 %, and two of 20 a tenth of the column.
  @Test(arguments: [(1_000, 10, true), (1_000, 11, false), (20, 1, true), (20, 2, false)])
  func manyOpenDurationsAreAnError(count: Int, odd: Int, isRead: Bool) {
    let rows = (0..<count).map { "2026-01-15 10:00,\($0 < odd ? "4:10" : "0:05:00")" }
    #expect(
      errors(rows, width: 1, "id,received,Time to contact,other,note")
        == (isRead ? [] : ["duration-unit-unknown"]))
  }
}

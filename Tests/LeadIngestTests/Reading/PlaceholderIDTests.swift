import LeadModel
import Testing

@testable import LeadIngest

/// Ids that only stand for none: by the letter all rows with one of them are one lead.
@Suite struct PlaceholderIDTests {
  private func read(_ ids: [String], _ duplicates: Rules.Duplicates = .last) throws(Failure) -> Intake {
    let rows = ids.enumerated().map { "\($1),2026-01-05 10:\($0 + 10),2026-01-05 11:10\n" }
    let text = "id,received_time,first_response\n" + rows.joined()
    let source = LeadSource(name: "x.csv", siteName: "x.csv", bytes: .bytes(Bytes(Array(text.utf8))))
    var rules = Rules()
    rules.duplicates = duplicates
    return try readLeads([source], options: IngestOptions(rules: rules, zone: SameRowsTests.utc))
  }

  private func told(_ intake: Intake) -> [String] {
    intake.diagnostics.filter { $0.id == "id-placeholder" }.map(\.message)
  }

  @Test(
    "They are told where they make duplicates, which they do all the same",
    arguments: ["NULL", "#N/A", "-", "0", "1.23457E+12"])
  func words(id: String) throws {
    let intake = try read(["7", id, "8", id, "9", id])
    #expect(intake.sources[0].counted.rows == 4 && intake.sources[0].duplicate.rows == 2)
    #expect(
      told(intake) == [
        "2 leads are duplicates by an id such as \"\(id)\", which looks as if it stood for none"
      ])
    #expect(intake.diagnostics.first { $0.id == "id-placeholder" }?.place?.key == "id")
    let first = try read(["7", id, "8", id, "9", id], .first)
    #expect(first.sources[0].duplicate.rows == 2 && told(first).count == 1)
  }

  @Test("Numbers in order are told apart from 0")
  func zeros() throws {
    #expect(told(try read(["3", "0", "5", "0"])).count == 1)
    #expect(told(try read(["3", "5", "3", "5"])).isEmpty)
  }

  @Test(
    "A single one is a lead as any other, and so are blank ids", arguments: [["NULL", "1"], ["", "1", ""]])
  func alone(ids: [String]) throws {
    let intake = try read(ids)
    #expect(intake.sources[0].counted.rows == ids.count && told(intake).isEmpty)
  }

  @Test("Ids that only look like them are ids", arguments: ["E12", "1E5", "123", "nullarbor", "00", "1.5E+"])
  func ids(id: String) {
    #expect(!withField(id) { $0.isPlaceholder })
  }
}

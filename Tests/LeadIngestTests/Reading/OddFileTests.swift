import LeadModel
import Testing

@testable import LeadIngest

/// Files as programs and people leave them.
@Suite struct OddFileTests {
  private func read(_ bytes: [UInt8]) throws(Failure) -> Intake {
    let source = LeadSource(name: "x.csv", siteName: "x.csv", bytes: .bytes(Bytes(bytes)))
    return try readLeads([source], options: IngestOptions())
  }

  private func errors(_ bytes: [UInt8]) -> [Diagnostic] {
    do throws(Failure) {
      _ = try read(bytes)
      return []
    } catch {
      return error.diagnostics
    }
  }

  @Test func aFormulaAroundDigitsIsTakenAway() throws {
    let text = #"""
      lead_id,received_time,first_contact_time,rep
      ="001",2024-01-01 10:00,,="Ann"
      "=""002""",="2024-01-01 10:00","=""2024-01-01 10:30""",Ann
      001,2024-01-01 11:00,,=Bob
      ="003,2024-01-01 11:00,,"="

      """#
    let intake = try read(Array(text.utf8))
    let account = intake.sources[0]
    #expect(account.rejected.rows == 0 && account.duplicate.rows == 1 && account.counted.rows == 3)
    // What is no whole formula stays as it is.
    #expect(intake.table.names[.rep] == ["Ann", "=Bob", "="])
  }

  @Test func whatIsNoTableIsCalledByItsName() {
    let files: [(bytes: [UInt8], message: String)] = [
      (
        [0x50, 0x4B, 3, 4, 0x22, 0x2C, 0, 9],
        "it is an Excel workbook, or another ZIP archive, expected a table of text"
      ),
      (
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "it is an Excel workbook, expected a table of text"
      ),
      (Array("%PDF-1.7\n".utf8), "it is a PDF document, expected a table of text"),
      (
        Array("<html>\n<tr><td>received_time</td></tr>".utf8),
        "it is a page of HTML or XML, expected a table of text"
      ),
      (Array("[{\"received_time\": 1}]".utf8), "it is JSON, expected a table of text"),
      ([0x28, 0xB5, 0x2F, 0xFD, 0x22], "it is a packed file, expected a table of text"),
    ]
    for (bytes, message) in files {
      let found = errors(bytes)
      #expect(found.map(\.id) == ["file-not-csv"] && found.map(\.message) == [message])
    }
  }

  @Test func aTableMayBeginWithABracket() throws {
    for first in ["<id>", "[id]", "{id}"] {
      let text = "\(first),received_time,first_contact_time\n1,2024-01-01 10:00,\n"
      #expect(try read(Array(text.utf8)).sources[0].counted.rows == 1)
    }
  }

  @Test func aHeaderThatIsNotUTF8IsReported() throws {
    let intake = try read(
      Array("received_time,first_contact_time,".utf8) + [0xE9] + Array("quipe\n2024-01-01 10:00,,\n".utf8))
    #expect(intake.sources[0].encoding == "Windows-1252")
    #expect(intake.diagnostics.map(\.id) == ["encoding-recognised"])
  }

  @Test func oneColumnIsNotBothReceiptAndResponse() {
    let text = Array("created,seen\n2024-01-01 10:00,2024-01-01 10:10\n".utf8)
    var source = LeadSource(name: "x.csv", siteName: "x.csv", bytes: .bytes(Bytes(text)))
    for role in [ColumnRole.firstResponse, .duration] {
      source.columns = ColumnMapping(
        headers: [.received: "created", role: "created"], durationUnit: .minutes)
      let result = Result { () throws(Failure) in try readLeads([source], options: IngestOptions()) }
      guard case .failure(let failure) = result else {
        Issue.record("read with one column for both")
        continue
      }
      #expect(failure.diagnostics.map(\.id) == ["column-shared"])
    }
  }

  @Test func valuesInsteadOfHeadersAreNoticed() {
    let found = errors(Array("1,2024-01-01 10:00,\n2,2024-01-01 11:00,\n".utf8))
    #expect(found.map(\.id) == ["column-missing", "column-missing"])
    #expect(
      found.allSatisfy { $0.remedy?.hasSuffix("The first line of a file has to name its columns.") == true })
  }
}

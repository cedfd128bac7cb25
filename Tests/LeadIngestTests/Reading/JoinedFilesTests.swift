import LeadModel
import Testing

@testable import LeadIngest

/// Exports that somebody has put one behind the other in a single file.
@Suite struct JoinedFilesTests {
  private func read(_ bytes: [UInt8]) throws(Failure) -> Intake {
    let source = LeadSource(name: "x.csv", siteName: "x.csv", bytes: .bytes(Bytes(bytes)))
    return try readLeads([source], options: IngestOptions(zone: SameRowsTests.utc))
  }

  private static let header = "id,received_time,first_response,rep\n"

  private static func rows(_ ids: Range<Int>) -> String {
    ids.map { "\($0),2026-01-05 10:\($0 % 50 + 10),2026-01-05 11:10,Ann\n" }.joined()
  }

  private static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let bytes = [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
      return bigEndian ? bytes.reversed() : bytes
    }
  }

  @Test("The header once more is a rejected row, and says so")
  func sameHeader() throws {
    let intake = try read(Array((Self.header + Self.rows(0..<5) + Self.header + Self.rows(5..<9)).utf8))
    #expect(intake.sources[0].counted.rows == 9 && intake.sources[0].rejected.rows == 1)
    #expect(intake.rejectedRows.map(\.place.line) == [7])
    #expect(intake.rejectedRows[0].reason == "the header once more, as where files are joined")
  }

  @Test("The headers once more in another order are an error with their line")
  func otherHeader() throws {
    let second = "id,first_response,received_time,rep\n"
    let text = Self.header + Self.rows(0..<5) + second + Self.rows(5..<9)
    let failure = #expect(throws: Failure.self) { try read(Array(text.utf8)) }
    let error = failure?.diagnostics.first { $0.severity == .error }
    #expect(error?.id == "header-differs" && error?.place?.line == 7)
  }

  @Test(
    "A text that goes on in an encoding of one byte a letter is an error with the line",
    arguments: [false, true])
  func otherEncoding(bigEndian: Bool) throws {
    let start = Self.utf16("\u{FEFF}" + Self.header + Self.rows(0..<100), bigEndian: bigEndian)
    #expect(try read(start).sources[0].counted.rows == 100)
    let failure = #expect(throws: Failure.self) { try read(start + Array(Self.rows(100..<200).utf8)) }
    let error = failure?.diagnostics.first { $0.severity == .error }
    #expect(error?.id == "encoding-contradicted" && error?.place?.line == 102)
    // Letters of Asia may have no zeros for long.
    let note = String(repeating: "\u{6C34}\u{5C71}\u{4E00}", count: 100)
    let text = "\u{FEFF}id,received_time,first_response,rep\n1,2026-01-05 10:00,,\(note)\n"
    #expect(try read(Self.utf16(text, bigEndian: bigEndian)).sources[0].counted.rows == 1)
  }
}

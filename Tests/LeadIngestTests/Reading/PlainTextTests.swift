import LeadModel
import Testing

@testable import LeadIngest

/// Fields whose bytes are not those of the text that people see: Windows-1252, and characters that cannot be seen.
@Suite struct PlainTextTests {
  /// Sources of those bytes, called `0.csv`, `1.csv`.
  private func read(_ files: [[UInt8]], isDirect: Bool = true, _ rules: Rules = Rules()) throws(Failure)
    -> Intake
  {
    let sources = files.enumerated().map { number, bytes in
      LeadSource(
        name: "\(number).csv", siteName: "\(number).csv",
        bytes: isDirect ? .bytes(Bytes(bytes)) : blockSource(bytes, 5))
    }
    return try readLeads(sources, options: IngestOptions(rules: rules))
  }

  private func utf8(_ text: String) -> [UInt8] { Array(text.utf8) }

  /// Of letters of Western Europe.
  private func windows1252(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  }

  @Test(arguments: [true, false], Rules.Duplicates.allCases)
  func idsAreTheSameInBothEncodings(isDirect: Bool, duplicates: Rules.Duplicates) throws {
    let text = "lead_id,received,first_response\nMü-1,2024-01-15 10:00,\n1ü2,2024-01-15 11:00,\n"
    var rules = Rules()
    rules.duplicates = duplicates
    let intake = try read([utf8(text), windows1252(text)], isDirect: isDirect, rules)
    let repeated = duplicates == .keep ? 0 : 2
    #expect(intake.sources.map(\.duplicate.rows).reduce(0, +) == repeated)
    #expect(intake.sources.map(\.encoding) == ["UTF-8", duplicates == .keep ? "UTF-8" : "Windows-1252"])
  }

  /// Bytes without a meaning in Windows-1252 are no reason to take two ids for one.
  @Test func idsOfMeaninglessBytesDiffer() throws {
    let head = utf8("lead_id,received,first_response\n")
    let rows = utf8("a") + [0x81] + utf8("b,2024-01-15 10:00,\na") + [0x8D] + utf8("b,2024-01-15 11:00,\n")
    #expect(try read([head + rows]).sources[0].counted.rows == 2)
  }

  @Test func activitiesFindLeadsOfTheOtherEncoding() throws {
    let lead = utf8("lead_id,received\nMü-1,2024-01-15 10:00\n")
    let calls = windows1252("lead_id,time\nMü-1,2024-01-15 10:30\n")
    let source = LeadSource(
      name: "leads.csv", siteName: "leads.csv", bytes: .bytes(Bytes(lead)), activities: 0)
    let activities = ActivitySource(files: [
      .init(name: "calls.csv", siteName: "calls.csv", bytes: .bytes(Bytes(calls)))
    ])
    let intake = try readLeads([source], activities: [[activities]], options: IngestOptions())
    #expect(intake.table.leads(team: 0, week: try #require(intake.table.weeks).lowerBound).count == 1)
    #expect(!intake.diagnostics.contains { $0.id == "activities-of-no-lead" })
    #expect(
      intake.diagnostics.contains { $0.id == "encoding-recognised" && $0.place?.file == "calls.csv" })
  }

  /// A no-break space is U+00A0 in UTF-8 and one byte, A0, in Windows-1252.
  @Test func noBreakSpacesAreBlanksInBothEncodings() throws {
    let text =
      "id,received,first response (min),within,leads\n"
      + "1,2024-01-15\u{A0}10:00\u{A0},1\u{A0}200,yes\u{A0},\u{A0}3\n2,2024-01-15\u{A0}11:00,\u{A0},\u{A0},\u{A0}\n"
    for bytes in [utf8(text), windows1252(text)] {
      let intake = try read([bytes])
      #expect(intake.rejectedRows.isEmpty)
      #expect(intake.sources[0].counted == SourceAccount.Tally(rows: 2, leads: 4))
      #expect(intake.table.spills.map(\.response) == [.after(1_200 * 60_000_000)])
    }
    // The last byte of `à` in UTF-8 is A0, too.
    let rep = try read([utf8("received,first_response,rep\n2024-01-15 10:00,,Voilà\n")])
    #expect(rep.table.names[.rep] == ["Voilà"])
  }

  /// Months of other languages are words in either encoding.
  @Test func monthsAreReadInBothEncodings() throws {
    let text = "received,first_response\n15. März 2024 10:00,15 février 2024 11:00\n"
    for bytes in [utf8(text), windows1252(text)] {
      #expect(try read([bytes]).sources[0].counted.rows == 1)
    }
  }

  /// As web pages and Office write them: marks of direction, a space of no width, a byte order mark.
  @Test(arguments: ["\u{200E}", "\u{200F}", "\u{200B}", "\u{FEFF}", "\u{202A}", "\u{2060}", "\u{AD}"])
  func charactersThatCannotBeSeenAreLeftOutAndTold(mark: Character) throws {
    let text =
      "id,received,first_response,within\n1,2024-01-15 10:00,,\n"
      + "2,\(mark)1/15/2024\(mark) 10:00:00\(mark) AM,\(mark)2024-01-15\(mark) 10:30,yes\(mark)\n"
      + "3,2024-01-15 10:00,\(mark),\n"
    let intake = try read([utf8(text)])
    #expect(intake.rejectedRows.isEmpty && intake.sources[0].counted.rows == 3)
    let found = intake.diagnostics.filter { $0.id == "characters-unseen" }
    let code = String(mark.unicodeScalars.first!.value, radix: 16, uppercase: true)
    #expect(found.map(\.severity) == [.note, .note] && found.map(\.place?.line) == [3, 3])
    #expect(found.map(\.place?.key) == ["received", "first_response"])
    #expect(found.allSatisfy { $0.message.contains("such as U+\(code.count < 4 ? "00" : "")\(code) here") })
  }

  /// In a name they may belong to it, as those that join letters do.
  @Test func namesKeepThem() throws {
    let intake = try read([utf8("received,first_response,rep\n2024-01-15 10:00,,A\u{200D}B\n")])
    #expect(intake.table.names[.rep] == ["A\u{200D}B"])
  }
}

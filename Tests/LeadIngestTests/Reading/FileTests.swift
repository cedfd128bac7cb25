import Foundation
import LeadModel
import Testing

@testable import LeadIngest

/// Files as they are found, each read to what a person would expect.
@Suite struct FileTests {
  static let header = "lead_id,received_time,first_contact_time,rep_name,team"

  // MARK: The file as a whole

  @Test(arguments: ["", "\n\n", " \r\n"])
  func anEmptyFileIsAnError(text: String) {
    #expect(problems(text).map(\.id) == ["file-empty"])
  }

  @Test func aHeaderAloneGivesAnEmptyTable() throws {
    let intake = try read(Self.header)
    #expect(intake.table.teams.isEmpty && intake.table.weeks == nil)
    #expect(intake.cutoff == nil && intake.firstReceived == nil)
    #expect(intake.diagnostics.map(\.id) == ["file-without-rows"])
  }

  @Test func aMissingColumnIsNamedWithWhatWasFound() throws {
    let problem = try #require(problems("lead_id,arrived,first_contact_time\nL1,2024-01-01 10:00,\n").first)
    #expect(problem.id == "column-missing")
    #expect(problem.message.contains("\"arrived\"") && problem.message.contains("\"received_time\""))
  }

  @Test func anUnterminatedQuoteNamesTheLineWhereItOpened() throws {
    let text = Self.header + "\nL1,2024-01-01 10:00,,Ana,North\nL2,2024-01-01 11:00,,\"Bo\nb,North\nL3,,,,\n"
    let problem = try #require(problems(text).first)
    #expect(problem.id == "quote-unterminated" && problem.place == Place(file: "leads.csv", line: 3))
  }

  /// A row may have 16 MiB; what is said of a longer one is not that its quote is never closed.
  @Test(arguments: ["\"", ""])
  func aCellLongerThanAnyRowIsSaidToBeSo(quote: String) throws {
    let cell = quote + String(repeating: "x", count: 1 << 24 + 1_000) + quote
    let text = Self.header + "\nL1,2024-01-01 10:00,,Ana,North\nL2,2024-01-01 11:00,,\(cell),North\nL3,,,,\n"
    let problem = try #require(problems(text).first)
    #expect(problem.id == "row-endless" && problem.place == Place(file: "leads.csv", line: 3))
    #expect(problem.message.contains("16 MiB") && problem.message.contains("quote") == !quote.isEmpty)
  }

  /// The quotes are no part of what is meant, but a comma between them parts fields.
  @Test func quotesBehindBlanksAreLeftOutAndTold() throws {
    let text = """
      lead_id, "received_time", first_contact_time, "rep_name", team
      "L1", "2024-01-01 10:00", "", "Ana",\u{A0}"North"
      "L1", 2024-01-01 11:00, "2024-01-01 11:05", " Bo ", North
      "L2", "2024-01-01 12:00", "", "Lee, Cem", "North"
      L2,2024-01-01 13:00,, "Di" or "Do",North

      """
    let intake = try read(text)
    #expect(intake.table.teams.map(\.name) == ["North"])
    #expect(intake.table.names[.rep]?.sorted() == ["\"Di\" or \"Do\"", "Ana", "Bo"])
    #expect(intake.rejectedRows.map(\.place.line) == [4] && intake.sources[0].duplicate.rows == 1)
    let note = try #require(intake.diagnostics.first { $0.id == "quote-behind-blank" })
    #expect(note.severity == .note && note.place == Place(file: "leads.csv", line: 1))
  }

  /// A comma between such quotes parts the field. Blank fields at the end do not hide that.
  @Test func whatIsTornBetweenSuchQuotesIsRejected() throws {
    let text = """
      received_time,rep_name,phone,first_contact_time,team,remark
      2024-01-01 10:00, "called, left message",,2024-01-01 10:10,,
      2024-01-01 11:00,Ana,,2024-01-01 11:10,,
      2024-01-01 12:00, 6" or 7,,2024-01-01 12:10,,,

      """
    let intake = try read(text)
    #expect(intake.rejectedRows.map(\.place.line) == [2] && intake.sources[0].counted.rows == 2)
    #expect(intake.rejectedRows[0].reason == RowFault.tornQuote.reason)
    #expect(intake.diagnostics.first { $0.id == "quote-behind-blank" }?.place?.line == 2)
  }

  @Test func theEarliestRowIsKnownByItsPlace() throws {
    let row = { (number: Int, time: String) in "L\(number),\(time),,Ana,North\n" }
    for count in [3, 3_000] {
      let rows = (0..<count).map { row($0, "2024-03-0\($0 % 9 + 1) 10:00") }
      for position in [0, count / 2, count] {
        var all = rows
        all.insert(row(count, "1970-01-01 00:00"), at: position)
        for ids in ["lead_id", "x"] {
          let text = Self.header.replacing("lead_id", with: ids) + "\n" + all.joined()
          let place = try read(text).firstPlace
          #expect(place == Place(file: "leads.csv", line: position + 2, key: "received_time"))
        }
      }
    }
  }

  @Test(arguments: [nil, 1, 5])
  func everyEncodingReadsAlike(block: Int?) throws {
    let text = Self.header + "\r\nL1,2024-01-01 10:00,2024-01-01 10:05,José 🦉,Łódź\r\n"
    let plain = Array(text.utf8)
    func utf16(_ isBig: Bool) -> [UInt8] {
      text.utf16.flatMap { isBig ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)] }
    }
    let ways = [
      plain, [0xEF, 0xBB, 0xBF] + plain, utf16(false), utf16(true), [0xFF, 0xFE] + utf16(false),
      [0xFE, 0xFF] + utf16(true),
    ]
    for bytes in ways {
      let intake = try read([block.map { blockSource(bytes, $0) } ?? .bytes(Bytes(bytes))])
      #expect(intake.table.teams.map(\.name) == ["Łódź"])
      #expect(intake.table.names[.rep] == ["José 🦉"])
      #expect(intake.sources[0].counted.rows == 1)
    }
  }

  @Test func bytesThatAreNotUTF8AreWindows1252() throws {
    let text =
      Array((Self.header + "\nL1,2024-01-01 10:00,,Jos").utf8) + [0xE9, 0x20, 0x80, 0xA0]
      + Array(",North\n".utf8)
    let intake = try read([.bytes(Bytes(text))])
    #expect(intake.table.names[.rep] == ["José €"])
    #expect(intake.diagnostics.map(\.id) == ["encoding-recognised"])
  }

  @Test func halfACharacterBecomesAReplacement() {
    var decoder = UTF16Decoder(isBigEndian: false)
    #expect(decoder.decode([0x41]) == [])
    #expect(decoder.decode([0x00, 0x3D, 0xD8, 0x42, 0x00]) == Array("A\u{FFFD}B".utf8))
    #expect(decoder.decode([0x3D, 0xD8]) == [])
    #expect(decoder.finish() == Array("\u{FFFD}".utf8))
  }

  @Test(arguments: [",", ";", "\t", "|"])
  func theDelimiterIsFound(delimiter: String) throws {
    let fields = Self.header.split(separator: ",").map(String.init)
    let row = ["L1", "2024-01-01 10:00", "", "\"Smith\(delimiter) Ana, the owl; or|so\"", "North"]
    let text = fields.joined(separator: delimiter) + "\n" + row.joined(separator: delimiter) + "\n"
    let intake = try read(text)
    #expect(intake.sources[0].counted.rows == 1)
    #expect(
      intake.table.names[.rep] == ["Smith\(delimiter.replacing("\t", with: "\u{FFFD}")) Ana, the owl; or|so"])
  }

  @Test func linesAroundTheDataAreNoRows() throws {
    let text = """
      "Leads of all teams"
      As of,2026-01-05

      \(Self.header)
      L1,2024-01-01 10:00,,Ana,North
      L2,2024-01-01 11:00,,Ana,North

      "Grand Totals (2 records)"


      "Confidential Information - Do Not Distribute",,,,
      "Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."
      """
    let intake = try read(text)
    #expect(intake.sources[0].read.rows == 2 && intake.sources[0].counted.rows == 2)
    #expect(intake.diagnostics.map(\.id) == ["preamble-skipped", "footer-skipped"])
    #expect(intake.diagnostics.map(\.place?.line) == [1, 8])
    #expect(intake.diagnostics[0].message.hasPrefix("3 lines"))
    #expect(intake.diagnostics[1].message.hasPrefix("3 lines"))
  }

  /// Lines of a summary that stand above the rows, so many and each that long.
  private func preamble(lines: Int, length: Int = 20) -> [String] {
    (0..<lines).map { "Rep \($0),".padding(toLength: length, withPad: "7", startingAt: 0) }
  }

  @Test(arguments: [49, 50, 51, 400, 3_000])
  func aHeaderIsFoundBelowALongPreamble(lines: Int) throws {
    let rows = [Self.header, "L1,2024-01-01 10:00,,Ana,North", "L2,soon,,Ana,North"]
    let text = (preamble(lines: lines) + rows).joined(separator: "\n")
    for source in [ByteSource.bytes(Bytes(Array(text.utf8))), blockSource(Array(text.utf8), 1_000)] {
      var options = IngestOptions()
      options.rules.maxRejectedPercent = 100
      let intake = try read([source], options)
      #expect(intake.sources[0].read.rows == 2 && intake.rejectedRows[0].place.line == lines + 3)
      #expect(intake.diagnostics.first?.id == "preamble-skipped")
      #expect(intake.diagnostics.first?.message == "\(lines) lines before the header are skipped")
    }
  }

  @Test func aHeaderBeyond64KiBIsNone() throws {
    // 65 536 bytes: the header would begin right behind the last of them.
    let text = (preamble(lines: 64, length: 1_023) + [Self.header, "L1,2024-01-01 10:00,,Ana,North"])
      .joined(separator: "\n")
    let found = problems(text)
    #expect(found.map(\.id) == ["column-missing", "column-missing"])
    #expect(found.allSatisfy { $0.place?.line == 1 })
    #expect(problems(String(text.dropFirst())).isEmpty)
  }

  @Test func theLikeliestHeaderIsNamedWhereNoneWillDo() throws {
    let header = "lead_id,received_time,rep_name,team"
    let text = (preamble(lines: 70) + ["a,b,c,d,e,f,g", header, "L1,2024-01-01 10:00,\"Lee, Ann\",North"])
      .joined(separator: "\n")
    let found = problems(text)
    #expect(found.map(\.id) == ["column-missing"] && found[0].place?.line == 72)
    #expect(found[0].message.contains("the columns are \"lead_id\""))
  }

  @Test func rowsOfAnotherExportAreNoPreamble() throws {
    let other = ["id,opened,first", "K1,2023-01-01 10:00,", "K2,1/15/2023 2:30 PM,1/15/2023 3:00 PM", "K3,,"]
    let rows = [Self.header, "L1,2024-01-01 10:00,,Ana,North"]
    let kinds = other.map { $0.replacing(",first", with: ",First,Owner") }
    let intake = try read((kinds.map { $0 + ",Ann" } + rows).joined(separator: "\n"))
    #expect(intake.diagnostics.map(\.id) == ["preamble-skipped", "preamble-like-rows"])
    #expect(intake.diagnostics[1].place == Place(file: "leads.csv", line: 2))
    #expect(intake.diagnostics[1].message.hasPrefix("2 of the lines"))
    let title = try read((["Made,2024-01-02 08:00,by Ann"] + rows).joined(separator: "\n"))
    #expect(title.diagnostics.map(\.id) == ["preamble-skipped"])
  }

  @Test func textBetweenRowsIsNoFooter() throws {
    let rows = (0..<300).map { "L\(100 + $0),2024-01-01 10:00,,Ana,North" }
    let text = ([Self.header] + rows[..<9] + ["", "Subtotal"] + rows[9...] + ["L999,2024"]).joined(
      separator: "\n")
    let intake = try read(text)
    #expect(intake.sources[0].rejected.rows == 2)
    #expect(intake.rejectedRows.map(\.place.line) == [12, 304])
  }

  @Test(
    "A header parted by something unknown is told, though a comma in the rows parts them",
    arguments: ["~", "#", ":", "\u{1}", "¦"]) func unknownDelimiter(mark: String)
  {
    let header = "\n" + ["id", "received_time", "first_contact_time"].joined(separator: mark)
    let told = problems(
      header + "\n" + ["1", "2024-01-01 10h30", "", "Süd, Ost"].joined(separator: mark) + "\n")
    #expect(told.map(\.id) == ["delimiter-differs"] && told[0].place?.line == 2)
    #expect(told[0].message.contains("commas, semicolons, tabs, vertical bars or carets"))
  }

  @Test func sentencesAreNoHeadersOfUnknownDelimiters() {
    for title in ["Leads: received time: all", "received_time~first", "Team: North: 2024"] {
      #expect(problems("\(title)\n1,2024-01-01 10:00\n").map(\.id).allSatisfy { $0 == "column-missing" })
    }
  }

  // MARK: Rejected rows

  @Test(arguments: [(10, 20, false), (11, 20, true), (11, 1_100, false), (12, 1_100, true), (3, 3, true)])
  func tooManyRejectedRowsStopTheBuild(rejected: Int, total: Int, fails: Bool) {
    let good = Array(repeating: ",2024-01-01 10:00,,,", count: total - rejected)
    let text = ([Self.header] + good + Array(repeating: ",soon,,,", count: rejected)).joined(separator: "\n")
    #expect(problems(text).contains { $0.id == "too-many-rejected" } == fails)
    #expect(fails || (try? read(text))?.sources[0].rejected.rows == rejected)
  }

  @Test(
    "Words for no response are suggested only where first responses cannot be read",
    arguments: [(",2024-01-01 10:00,soon,,", true), (",soon,,,", false), ("L1", false)])
  func theWayOutOfTooManyRejectedRows(row: String, mayBeNever: Bool) throws {
    let good = Array(repeating: ",2024-01-01 10:00,2024-01-01 10:30,,", count: 20)
    let text = ([Self.header] + good + Array(repeating: row, count: 11)).joined(separator: "\n")
    let told = try #require(problems(text).first { $0.id == "too-many-rejected" }?.remedy)
    #expect(told.contains("`never`") == mayBeNever && told.contains("`max_rejected`"))
  }

  @Test func datesFarFromTheReceiptAreNotSuggestedAsMidnights() throws {
    let good = Array(repeating: ",2024-01-01 10:00,2024-01-01 10:30,,", count: 200)
    let dates = ["1900-01-01", "9999-12-31", "2024-01-02"]
    let intake = try read(
      ([Self.header] + good + dates.map { ",2024-01-01 10:00,\($0),," }).joined(separator: "\n"))
    #expect(intake.rejectedRows.map(\.text) == dates)
    #expect(intake.rejectedRows.map { $0.reason.contains("`never`") } == [true, true, false])
    #expect(
      intake.rejectedRows.map { $0.reason.contains("`date_only: true`") } == [false, false, true])
  }

  @Test func aRejectedRowIsShownWithPlaceTextAndReason() throws {
    let text =
      Self.header + """

        L1,2024-01-01 10:00,,"two
        lines",North
        L2,2024-02-30 10:00,,Ana,North
        L3,2024-01-01 10:00,soon,Ana,North
        L4,2024-01-01 10:00
        L5,2024-01-01 10:00,,Ana,North,,
        L6,2024-01-01 10:00,,Ana,North,,more
        L7,,,Ana,North
        """
    let rows = try read(text).rejectedRows
    #expect(rows.map(\.place.line) == [4, 5, 6, 8, 9])
    #expect(rows.map(\.place.key) == ["received_time", "first_contact_time", nil, nil, "received_time"])
    #expect(rows.map(\.text) == ["2024-02-30 10:00", "soon", "", "", ""])
    #expect(
      rows.map(\.reason)
        == [
          .time(.noSuchDay), .time(.unknownForm), .fieldCount(found: 2, expected: 5),
          .fieldCount(found: 7, expected: 5), .noReceivedTime,
        ].map { (fault: RowFault) in fault.reason })
  }

  // MARK: Ids

  @Test func theLastRowOfAnIDCounts() throws {
    let first =
      Self.header + "\nA,2024-01-01 10:00,,Ana,North\nB,2024-01-01 10:01,,Ana,North\n,2024-01-01 10:02,,,\n"
    let second =
      Self.header
      + "\nA,2024-01-01 10:00,2024-01-01 10:30,Ana,South\nB,garbage,,Ana,South\n,2024-01-02 10:02,,,\n"
    var options = IngestOptions()
    options.rules.maxRejectedPercent = 50
    let intake = try read([first, second].map { .bytes(Bytes(Array($0.utf8))) }, options)
    #expect(intake.sources.map(\.duplicate.rows) == [1, 0])
    #expect(intake.sources.map(\.counted.rows) == [2, 2])
    #expect(intake.sources.map(\.rejected.rows) == [0, 1])
    #expect(intake.table.teams.map(\.name) == ["North", "South", "(no team)"])
    options.rules.duplicates = .keep
    let kept = try read([first, second].map { .bytes(Bytes(Array($0.utf8))) }, options)
    #expect(kept.sources.map(\.counted.rows) == [3, 2])
  }

  @Test func theFirstRowOfAnIDMayCount() throws {
    let text =
      "lead_id,received_time,first_contact_time,eligible,leads\nA,2024-01-01 10:00,,yes,2\n"
      + "B,2024-01-01 10:00,,no,1\nA,2024-01-01 11:00,,yes,5\nB,2024-01-01 12:00,,yes,1\n"
      + "A,garbage,,yes,1\nA,2024-01-01 13:00,,no,1\n,2024-01-01 14:00,,,3\n,2024-01-01 14:00,,,3\n"
    var options = IngestOptions()
    options.rules.duplicates = .first
    options.rules.maxRejectedPercent = 50
    let intake = try read([.bytes(Bytes(Array(text.utf8)))], options)
    // The first row of B is not eligible, and those after it are duplicates of it.
    let account = intake.sources[0]
    #expect(account.counted == SourceAccount.Tally(rows: 3, leads: 8))
    #expect(account.duplicate == SourceAccount.Tally(rows: 2, leads: 6))
    #expect(account.notEligible == SourceAccount.Tally(rows: 2, leads: 2))
    #expect(account.isBalanced && account.rejected.rows == 1)
    #expect(
      intake.table.partitions.joined().map { intake.table.lead($0, team: 0).minuteOfWeek }.sorted() == [
        600, 840, 840,
      ])
  }

  @Test func aLaterRowThatIsNotEligibleReplacesToo() throws {
    let text =
      "lead_id,received_time,first_contact_time,eligible\nA,2024-01-01 10:00,,yes\nB,2024-01-01 10:00,,yes\n"
      + "A,2024-01-01 10:00,,no\nA,2024-01-01 10:00,,no\n"
    let account = try read(text).sources[0]
    #expect(account.duplicate.rows == 1 && account.notEligible.rows == 2 && account.counted.rows == 1)
  }

  @Test func idsThatLookAlikeAreNotTheSame() throws {
    // Bare, quoted with a delimiter, with a blank inside, and of other lengths.
    let ids = ["7", "07", "A", "\"A,B\"", "A B", "\"A\"\"\"", "AB", "é", "e\u{301}", "x", "\"7,2024\""]
    let rows = ids.map { "\($0),2024-01-01 10:00,,Ana,North" }
    let text = ([Self.header] + rows + rows).joined(separator: "\n")
    let account = try read(text).sources[0]
    #expect(account.duplicate.rows == ids.count && account.counted.rows == ids.count)
  }

  // MARK: Names

  @Test func namesAreTrimmedAndComparedByTheirBytes() throws {
    let names = [
      "North", " North", "\"North\"", "North\u{A0}", "north", "Jose\u{301}", "José", "NA", "null",
      "No\u{7}rth",
    ]
    let text = ([Self.header] + names.map { ",2024-01-01 10:00,,,\($0)" }).joined(separator: "\n")
    let teams = try read(text).table.teams.map { Array($0.name.utf8) }
    #expect(
      teams
        == ["Jose\u{301}", "José", "NA", "North", "No\u{FFFD}rth", "north", "null"].map { Array($0.utf8) })
  }

  @Test func aTeamWithoutANameIsNotTheTeamOfThatName() throws {
    let text =
      Self.header + "\n,2024-01-01 10:00,,,(no team)\n,2024-01-01 10:00,,,  \n,2024-01-01 10:00,,,Z\n"
    let teams = try read(text).table.teams
    #expect(teams.map(\.name) == ["(no team)", "Z", "(no team)"])
    #expect(teams.map(\.isUnnamed) == [false, false, true])
  }

  @Test func whereNoRowNamesATeamThereIsOne() throws {
    var options = IngestOptions()
    options.rules.unnamedTeam = "Everyone"
    for text in [Self.header + "\n,2024-01-01 10:00,,,\n", "received,first_response\n2024-01-01 10:00,\n"] {
      let teams = try read([.bytes(Bytes(Array(text.utf8)))], options).table.teams
      #expect(teams.map(\.name) == ["Everyone"] && teams[0].isUnnamed)
    }
  }

  // MARK: Times

  @Test func aLatestTimeFarOffIsAWarningThatNamesTheRow() throws {
    let near =
      Self.header + "\nL1,2024-01-01 10:00,,,\n\"L\n2\",2024-01-16 10:00,,,\nL3,2024-01-09 10:00,,,\n"
    #expect(try read(near).diagnostics.isEmpty)
    let far = near.replacing("2024-01-16 10:00", with: "2024-01-16 10:01")
    let warning = try #require(try read(far).diagnostics.first)
    #expect(warning.id == "latest-far-off" && warning.place?.line == 3)
    #expect(
      warning.message.contains("2024-01-16 10:01:00") && warning.message.contains("2024-01-09 10:00:00"))
  }

  /// Each later one is older than the first, whose rows its own replace.
  @Test func aFileThatEndsEarlierThanAFormerOneIsAWarning() throws {
    let texts = ["\nL1,2024-02-01 10:00,,,", "\nL2,2024-01-31 10:00,,,", "\nL3,2024-01-31 10:00,,,"]
    let intake = try read(texts.map { .bytes(Bytes(Array((Self.header + $0).utf8))) })
    #expect(intake.diagnostics.map(\.id) == ["file-order", "file-order"])
    #expect(intake.diagnostics.allSatisfy { $0.message.contains("at 2024-02-01 10:00:00") })
    // Where no row takes another one's place, their order does not matter.
    var rules = Rules()
    rules.duplicates = .keep
    let kept = try read(
      texts.map { .bytes(Bytes(Array((Self.header + $0).utf8))) }, IngestOptions(rules: rules))
    #expect(kept.diagnostics.isEmpty)
    let unnumbered = try read(
      ["2024-02-01 10:00", "2024-01-31 10:00"].map {
        .bytes(Bytes(Array("received,first_contact\n\($0),\n".utf8)))
      })
    #expect(unnumbered.diagnostics.isEmpty)
  }

  @Test func anOffsetNeedsAZone() throws {
    let text = Self.header + "\nL1,2024-01-01 10:00,2024-01-01T10:05:00Z,,\n"
    let problem = try #require(problems(text).first)
    #expect(problem.id == "zone-missing")
    #expect(problem.place == Place(file: "leads.csv", line: 2, key: "first_contact_time"))
  }

  @Test func theOrderOfDayAndMonthIsDecidedByTheLastRowToo() throws {
    let rows = (1...2_000).map { "L\(10_000 + $0),02/03/2024 10:\(($0 % 60).padded(to: 2)),,Ana,North" }
    let text = ([Self.header] + rows + ["L99999,14/03/2024 10:00,,Ana,North"]).joined(separator: "\n")
    for source in [ByteSource.bytes(Bytes(Array(text.utf8))), blockSource(Array(text.utf8), 1_000)] {
      let intake = try read([source])
      #expect(intake.sources[0].counted.rows == 2_001)
      #expect(
        intake.firstReceived.map { ZoneRules.floating.local(of: $0).description } == "2024-03-02 10:00:00")
    }
  }

  @Test func afterTheCutoffNothingHasHappenedYet() throws {
    var options = IngestOptions()
    options.rules.asOf = Instant(microseconds: counted(2024, 1, 1, 12))
    let text =
      Self.header + "\nA,2024-01-01 10:00,2024-01-01 12:00,,\nB,2024-01-01 10:00,2024-01-01 12:00:01,,\n"
      + "C,2024-01-01 12:00,,,\nD,2024-01-01 12:00:01,,,\n"
    let intake = try read([.bytes(Bytes(Array(text.utf8)))], options)
    #expect(intake.sources[0].afterCutoff.rows == 1 && intake.sources[0].counted.rows == 3)
    let table = intake.table
    let leads = table.partitions[0].map { table.lead($0, team: 0) }.sorted {
      $0.pendingCount < $1.pendingCount
    }
    #expect(Set(leads.map(\.response)) == [.after(7_200_000_000), .never])
    #expect(leads.map(\.pendingCount) == [0, 0, 1])
    #expect(intake.diagnostics.isEmpty)
  }

  @Test func durationsStandAsTheyAre() throws {
    let text =
      "received_time,response_minutes\n2024-01-01 10:00,\n2024-01-01 10:00,1.5\n2024-01-01 10:00,-3\n"
    var source = LeadSource(name: "d", siteName: "d", bytes: .bytes(Bytes(Array(text.utf8))))
    source.columns.headers[.duration] = "response_minutes"
    source.columns.durationUnit = .minutes
    let table = try readLeads([source], options: IngestOptions()).table
    #expect(
      Set(table.partitions[0].map { table.lead($0, team: 0).response }) == [
        .never, .after(90_000_000), .anomaly,
      ])
  }

  // MARK: Helpers

  private func read(_ sources: [ByteSource], _ options: IngestOptions = IngestOptions()) throws(Failure)
    -> Intake
  {
    let all = sources.map { LeadSource(name: "leads.csv", siteName: "leads.csv", bytes: $0) }
    return try readLeads(all, options: options)
  }

  private func read(_ text: String) throws(Failure) -> Intake { try read([.bytes(Bytes(Array(text.utf8)))]) }

  /// The errors of a text, empty where it can be read.
  private func problems(_ text: String) -> [Diagnostic] {
    do throws(Failure) {
      _ = try read(text)
      return []
    } catch {
      return error.diagnostics.filter { $0.severity == .error }
    }
  }
}

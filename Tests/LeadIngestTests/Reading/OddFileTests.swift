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

  /// A long row makes the window larger that is looked at: short rows behind it come by thousands at once then, each of
  /// them perhaps too young to be judged.
  @Test func thousandsOfShortRowsAfterALongOne() throws {
    let name = String(repeating: "n", count: 200_000)
    var text = "received_time,first_contact_time,rep\n2024-01-01 10:00,,\(name)\n"
    for row in 0..<20_000 { text += "2024-01-01 \(11 + row / 2_000):00,,A\n" }
    let intake = try read(Array(text.utf8))
    #expect(intake.sources[0].counted.rows == 20_001)
    // The latest are of 20:00: those within the hour before, the threshold, are pending.
    let leads = intake.table.partitions.joined()
    #expect(leads.count == 20_001 && leads.count { $0.pendingCount > 0 } == 2_000)
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
      (Array("SQLite format 3\0 table".utf8), "it is binary data, expected a table of text"),
      (Array("PAR1,id".utf8), "it is binary data, expected a table of text"),
      ([0, 0, 0, 1, 0, 0, 0, 2], "it is binary data, expected a table of text"),
      (
        Array("leads.csv".utf8) + Array(repeating: 0, count: 248) + Array("ustar\0".utf8)
          + Array(repeating: 0, count: 249)
          + Array("received_time,first_contact_time\n2026-11-02 09:00,\n".utf8),
        "it is an archive of tar, expected a table of text"
      ),
      // Such an archive of before 1988.
      (
        Array("leads.csv".utf8) + Array(repeating: 0, count: 503)
          + Array("id,received_time,first_contact_time\n1,2026-11-02 09:00,\n".utf8),
        "it is binary data, expected a table of text"
      ),
      (Array(repeating: 0, count: 5_000), "it is binary data, expected a table of text"),
      ([0x1F, 0x8B, 0x08, 0x00], "it is an archive of gzip, expected a table of text"),
      ([0x28, 0xB5, 0x2F, 0xFD, 0x22], "it is a packed file, expected a table of text"),
    ]
    for (bytes, message) in files {
      let found = errors(bytes)
      #expect(found.map(\.id) == ["file-not-csv"] && found.map(\.message) == [message])
    }
  }

  @Test(arguments: [true, false], [true, false]) func utf32IsCalledByItsName(isBigEndian: Bool, hasMark: Bool)
  {
    let text = (hasMark ? "\u{FEFF}" : "") + "received_time,first_contact_time\n2024-01-01 10:00,\n"
    let bytes = text.unicodeScalars.flatMap { scalar in
      (0..<4).map { UInt8(scalar.value >> (8 * (isBigEndian ? 3 - $0 : $0)) & 0xFF) }
    }
    for declared in [nil, TextEncoding.utf8, .utf16, .windows1252] {
      for bytes in [ByteSource.bytes(Bytes(bytes)), blockSource(bytes, 3)] {
        let source = LeadSource(name: "x.csv", siteName: "x.csv", bytes: bytes, encoding: declared)
        let result = Result { () throws(Failure) in try readLeads([source], options: IngestOptions()) }
        guard case .failure(let failure) = result else {
          Issue.record("read, though it is UTF-32")
          continue
        }
        #expect(failure.diagnostics.map(\.id) == ["file-not-csv"])
        #expect(failure.diagnostics.first?.message.hasPrefix("it is UTF-32, expected") == true)
      }
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

  @Test func fieldsInApostrophesAreToldOnce() throws {
    let header = "'lead_id','received_time','first_contact_time','team'\n"
    let row = "1,'2024-01-01 10:00','','North'\n"
    let found = errors(Array(("A report\n" + header + row + row).utf8))
    #expect(found.map(\.id) == ["quote-apostrophe"] && found.map(\.place?.line) == [2])
    // Around headers alone they are in nobody's way.
    let intake = try read(Array((header + "1,2024-01-01 10:00,,'North'\n").utf8))
    #expect(intake.sources[0].counted.rows == 1)
  }

  @Test func aHeaderThatIsPartedOtherwiseIsToldOnce() throws {
    let delimiters = [
      ("\t", "tabs"), (";", "semicolons"), ("|", "vertical bars"), (",", "commas"), ("^", "carets"),
    ]
    for (header, headerName) in delimiters {
      for (row, rowName) in delimiters where row != header {
        let head = ["lead_id", "received_time", "first_contact_time"].joined(separator: header) + "\n"
        let rows = ["1", "2024-01-01 10:00", "2024-01-01 10:05"].joined(separator: row) + "\n"
        let found = errors(Array(("A report\n" + head + "\n" + rows + rows).utf8))
        #expect(found.map(\.id) == ["delimiter-differs"] && found.map(\.place?.line) == [2])
        #expect(
          found.map(\.message) == [
            "\(headerName) stand between the headers, but \(rowName) between the fields of the rows"
          ])
      }
    }
    // Rows that nothing parts may be anything, and a footer is no row.
    let head = "lead_id;received_time;first_contact_time\n"
    #expect(errors(Array((head + "1\n").utf8)).map(\.id).contains("delimiter-differs") == false)
    for footer in [
      "Confidential, all rights reserved", "Report run 2026-11-16, by Bob, all teams",
      "2026-11-16, Bob, all teams",
      "For Ann, Bob, all teams",
    ] {
      #expect(try read(Array((head + "\n\(footer)\n").utf8)).sources[0].read.rows == 0)
    }
    // Without a time, most rows have to be parted so.
    func ids(_ rows: String) -> [String] { errors(Array((head + rows).utf8)).map(\.id) }
    #expect(ids("1,soon,\n2,later,\n3\n") == ["delimiter-differs"])
    #expect(!ids("1,soon,\n2\n3\n").contains("delimiter-differs"))
    #expect(ids("1,\"2024-01-01 10:00\",\n") == ["delimiter-differs"])
  }

  @Test(arguments: [
    "\"lead_id,received_time,first_contact_time\"\n\"1,2024-01-15 10:00,2024-01-15 10:20\"\n",
    "lead_id received_time first_contact_time\n1 2024-01-15T10:00 2024-01-15T10:20\n",
  ])
  func fieldsThatNothingSeparatesAreNoHeaderToBeNamed(text: String) {
    let found = errors(Array(text.utf8))
    #expect(found.map(\.id) == ["column-missing", "column-missing"])
    #expect(found.allSatisfy { !$0.message.contains("did you mean") })
    #expect(found.allSatisfy { $0.remedy?.contains("One column was found: commas, semicolons") == true })
  }

  /// What systems write around, between and instead of values, each file to its leads.
  static let exports: [(text: String, counted: Int, rejected: Int, ids: [String])] = [
    // Excel's line for itself.
    (
      "sep=;\r\nid;received;first_response\r\n1;15.01.2024 14:30;15.01.2024 14:45\r\n", 1, 0,
      ["preamble-skipped"]
    ),
    // Line breaks in headers, and a column without one, as pandas writes its index.
    (",\"Lead\nID\",\"Received\nTime\",\"First contact\ntime\"\n0,1,2024-01-15 10:00,NaT\n", 1, 0, []),
    // Carets, with commas and a quoted caret in a name.
    (
      "id^received^first_response^rep\n1^2024-01-15 10:00^2024-01-15 10:20^Lee, Ann\n"
        + "2^2024-01-15 10:00^^\"a^b\"\n", 2, 0, []
    ),
    // MySQL: tabs, \\N, and zeros for no date.
    (
      "id\treceived\tfirst_response\tteam\n1\t2024-01-15 10:00:00\t\\N\tNorth\n"
        + "2\t2024-01-15 10:00:00\t0000-00-00 00:00:00\tNorth\n", 2, 0, []
    ),
    // psql's aligned form: neither the line below the header nor the count is a row.
    (
      " id |      received       | first_response \n----+---------------------+----------------\n"
        + "  1 | 2024-01-15 10:00:00 | 2024-01-15 10:20:00\n(1 row)\n\n", 1, 0, ["footer-skipped"]
    ),
    // That of MySQL, and sqlcmd's.
    (
      "+----+---------------------+----------------+\n| id | received            | first_response |\n"
        + "+----+---------------------+----------------+\n|  1 | 2024-01-15 10:00:00 | NULL           |\n"
        + "+----+---------------------+----------------+\n", 1, 0, ["preamble-skipped"]
    ),
    (
      "id,received,first_response\r\n--,-----------------------,--------------\r\n"
        + "1,2024-01-15 10:00:00.000,NULL\r\n\r\n(1 rows affected)\r\n", 1, 0, ["footer-skipped"]
    ),
    // Inch marks, in a title and in names.
    (
      "Report: 24\" monitors\nid,received,first_response,team\n1,2024-01-15 10:00,,24\" North\n"
        + "2,2024-01-15 11:00,,\"South 5\"\" x\"\n", 2, 0, ["preamble-skipped"]
    ),
    // Two exports one after the other: the second header is a row that cannot be read.
    (
      "id,received,first_response\n1,2024-01-15 10:00,\nid,received,first_response\n2,2024-01-15 11:00,\n", 2,
      1,
      ["rows-rejected"]
    ),
    // A NUL where a time should be is no time, in a name it is shown.
    (
      "id,received,first_response,team\n1,2024-01-15 10:00,\0,A\n2,2024-01-15 10:00,,N\0\n", 1, 1,
      ["rows-rejected"]
    ),
    // A spreadsheet's column that was too narrow.
    (
      "id,received,first_response\n1,2024-01-15 10:00,#######\n2,2024-01-15 10:00,\n", 1, 1, ["rows-rejected"]
    ),
    // Times of two orders in one file.
    (
      "id,received,first_response\n1,1/22/2026 10:00,22/1/2026 11:00\n2,1/23/2026 10:00,23/1/2026 11:00\n", 2,
      0,
      ["date-order-differs"]
    ),
    // Zones by letters are ambiguous.
    ("id,received,first_response\n1,2024-01-15 10:00 EST,\n2,2024-01-15 10:00,\n", 1, 1, ["rows-rejected"]),
    // Rows of delimiters only, as a spreadsheet leaves them, also around a footer that it saved anew.
    (
      "id,received,first_response\n1,2024-01-15 10:00,\n,,\n,,\n ,\"\",\n2,2024-01-15 10:00,\n,,\n", 2, 0, []
    ),
    (
      "id,received,first_response\n1,2024-01-15 10:00,\n,,\nGrand Totals (1 records),,\n,,\nConfidential,,\n",
      1,
      0, ["footer-skipped"]
    ),
    // The same without a blank line above, without quotes around a comma, and with a sum below a column.
    (
      "id,received,first_response\n1,2024-01-15 10:00,\nGrand Totals (1 records)\n"
        + "Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved.\nfor Ann, Bo\n", 1, 0,
      ["footer-skipped"]
    ),
    ("id,received,first_response\n1,2024-01-15 10:00,\nTotal,1,\n", 1, 0, ["footer-skipped"]),
    // Text that is no footer.
    ("id,received,first_response\n1,2024-01-15 10:00,\n2024 total\n", 1, 1, ["rows-rejected"]),
    (
      "id,received,first_response\n1,2024-01-15 10:00,\nTotal,1,\n2,2024-01-15 10:00,\n", 2, 1,
      ["rows-rejected"]
    ),
    // A summary above a salesforce report, and its footer.
    (
      "Created Date,This Month\nShow,All leads\n\n\"Lead ID\",\"Create Date\",\"First Response\"\n"
        + "\"00Q1\",\"1/15/2026, 2:30 PM\",\"1/15/2026, 3:00 PM\"\n\n\n\"Grand Totals (1 records)\"\n"
        + "\"Confidential Information - Do Not Distribute\"\n", 1, 0, ["preamble-skipped", "footer-skipped"]
    ),
  ]

  @Test(arguments: exports.indices) func exportsAsSystemsWriteThem(number: Int) throws {
    let (text, counted, rejected, ids) = Self.exports[number]
    var options = IngestOptions()
    options.rules.maxRejectedPercent = 100
    let source = LeadSource(name: "x.csv", siteName: "x.csv", bytes: .bytes(Bytes(Array(text.utf8))))
    let intake = try readLeads([source], options: options)
    #expect(intake.sources[0].counted.rows == counted && intake.sources[0].rejected.rows == rejected)
    #expect(intake.diagnostics.map(\.id).filter { $0 != "preset-recognised" } == ids)
  }

  @Test func valuesInsteadOfHeadersAreNoticed() {
    let found = errors(Array("1,2024-01-01 10:00,\n2,2024-01-01 11:00,\n".utf8))
    #expect(found.map(\.id) == ["column-missing", "column-missing"])
    #expect(
      found.allSatisfy { $0.remedy?.hasSuffix("The first line of a file has to name its columns.") == true })
  }
}

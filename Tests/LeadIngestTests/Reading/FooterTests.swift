import LeadModel
import Testing

@testable import LeadIngest

/// What stands below the data is no row, wherever the file is cut between two threads; and lines are counted alike.
@Suite struct FooterTests {
  @Test(arguments: ["\"2024-01-01 10:00,\n", "2024-01-01 10:00Z,\n"])
  func aLineIsTheSameForEveryCut(fault: String) {
    let good = Array(repeating: "2024-01-01 10:00,\n", count: 7).joined()
    let text = "received_time,first_contact_time\n" + good + fault + good
    for cut in 0...20 {
      var options = IngestOptions()
      options.threads = 2
      #expect {
        try readLeads(
          [LeadSource(name: "x.csv", siteName: "x.csv", bytes: .bytes(Bytes(Array(text.utf8))))],
          options: options, tuning: ReadTuning(splitSize: 1, splitPoint: Double(cut) / 20))
      } throws: { ($0 as? Failure)?.diagnostics.map(\.place?.line) == [9] }
    }
  }

  /// What may stand below a row, and how many of these lines are rows that cannot be read.
  static let lines: [(below: String, rejected: Int)] = [
    // Sums, without and with a blank line above, in columns of their own.
    ("Average,,12 min,,,", 0), ("\nAverage,,12 min,,,", 0), ("Gesamt,200,,,,", 0), ("Summe;200", 0),
    ("Total général,2,1,,,50 %", 0), (",,Totale,0:12:30,,n/a", 0), ("TOTAAL: 200 leads", 0),
    ("Suma,\"1.234,5\"", 0),
    ("Média,,12,,,", 0), ("Durchschnitt,,12,5,-,", 0), ("Grand Totals (200 records)", 0),
    ("Total leads,,,,200,", 0),
    // Counts of rows, ends and notices.
    ("200 rows selected.", 0), ("(200 rows affected)", 0), ("(1 row)", 0), ("1,024 records found", 1),
    ("-- End of report --", 0), ("*** END OF REPORT ***,,,,,", 0),
    ("Confidential, for Ann, Bob and Eve only", 0),
    ("Exported on,,2026-11-05 10:00,,,", 0), ("Report run by: Bob,2026-11-05,,,,", 0),
    // Two cells after a blank line.
    ("\n\"Report run by: Bob\",\"2026-11-05\"", 0), ("\nFilter: Region,North\nOwner,\"Lee, Ann\"", 0),
    // Lines that are drawn, and the mark of DOS behind its last line or alone on one.
    ("------,------,------,---,---,---", 0), ("+-----+-----+", 0), ("==========\nBob's report", 0),
    ("\u{1A}", 0), ("2,2024-01-01 11:00,,,Ann,North\u{1A}", 0),
    ("2,2024-01-01 11:00,,,Ann,\r\n\u{1A}\u{1A}", 0),
    // Leads that cannot be read, though they begin like a sum or a notice.
    ("Total,2024-02-30 11:00,,,,", 1), ("Total,soon,,Call,Ann,North", 1), ("Total,,,Call,Ann,North", 1),
    ("Total Care,2024-01-01,,,,", 1), ("Average Joe Ltd,,,,Ann,North", 1), ("Summers,,12 min,,,", 1),
    ("Copyright Ltd,soon,,Call,Ann,North", 1), ("End of Lease,,,Mail,,North", 1),
    ("200 Row Lane,,,,Ann,North", 1),
    ("Media Lab,2024-01-01,,,,", 1), ("2,---,---,---,Ann,North", 1), ("\n2,---,---,---,---,---", 1),
    ("-,-,-,--,-,-", 1), ("#####,#####,#####,###,###,###", 1),
    // And those that were cut.
    ("\nL2,2024-01-01", 1), ("\nAnn Lee,2024-01-01 11:00", 1), ("\nAnn,North,Call", 1),
    ("\nAnn Lee,North", 1), ("\ncrm:2,North", 1), ("\nBy: Ann,2024-01-01 11:00", 1), ("2,2024", 1),
    ("Ann,North", 1),
    // Above a row they are none.
    ("Total,200,,,,\n2,2024-01-01 11:00,,,Ann,North", 1),
    ("\nBy: Bob,Lee\n2,2024-01-01 11:00,,,Ann,North", 1),
    // A lead is a lead, whatever it is called.
    ("Total,2024-01-01 11:00,,,Ann,North", 0), ("(2 rows),2024-01-01 11:00,,,Total,Average", 0),
  ]

  @Test(arguments: lines) func itIsToldFromRows(below: String, rejected: Int) throws {
    let text =
      "lead_id,received_time,first_contact_time,first_contact_channel,rep_name,team\n"
      + "1,2024-01-01 10:00,2024-01-01 10:30,,Ann,North\n" + below
    for end in ["", "\n"] where !below.hasSuffix("\u{1A}") || end.isEmpty {
      var options = IngestOptions()
      options.rules.maxRejectedPercent = 100
      let source = LeadSource(
        name: "x.csv", siteName: "x.csv", bytes: .bytes(Bytes(Array((text + end).utf8))))
      let intake = try readLeads([source], options: options)
      #expect(intake.sources[0].rejected.rows == rejected && intake.sources[0].isBalanced)
      #expect(
        intake.sources[0].counted.rows == 1
          + below.split(separator: "\n").count { $0.contains(",2024-01-01 11:00,,,") })
      #expect(!intake.table.teams.contains { $0.name.contains("\u{1A}") })
    }
  }

  /// A line of a file, besides its header.
  private enum Line: CaseIterable {
    case row, lonely, pair, titled, short, blank

    var text: String {
      switch self {
      case .row: "2024-01-01 10:00,2024-01-01 10:30,North"
      case .lonely: "Leads of 2024"
      case .pair: "Note: as agreed, for internal use"
      case .titled: "Confidential"
      case .short: "As agreed, for internal use"
      case .blank: ""
      }
    }
  }

  /// The lines of a footer, told by its definition: as many lines as there may be, from a titled one on or from a
  /// lonely one after a blank line, with no row below.
  private func footer(of lines: [Line]) -> [Int] {
    guard let start = lines.indices.first(where: { isFooter(lines[$0...]) }) else { return [] }
    return lines.indices.filter { $0 >= start && lines[$0] != .blank }
  }

  private func isFooter(_ rest: ArraySlice<Line>) -> Bool {
    let filled = rest.filter { $0 != .blank }
    return (rest.first == .titled || rest.first == .blank && filled.first != .short) && !rest.contains(.row)
      && (1...PartAccount.footerLimit).contains(filled.count)
  }

  @Test(arguments: 0..<80)
  func itIsTheSameForEveryCut(seed: UInt64) throws {
    var random = SeededNumbers(state: seed &* 31 &+ 7)
    let kinds: [Line] = seed % 4 == 0 ? [.lonely, .lonely, .lonely, .blank] : Line.allCases
    var lines = (0..<Int.random(in: 1...8, using: &random)).map { _ in kinds.randomElement(using: &random)! }
    if seed % 8 == 0 {
      lines += Array(repeating: seed % 16 == 0 ? .lonely : .titled, count: 49) + [.blank, .lonely]
    }
    lines.insert(.row, at: 0)
    let text = (["received_time,first_contact_time,team"] + lines.map(\.text)).map { $0 + "\n" }.joined()
    let footer = footer(of: lines)
    let rejected = lines.indices.filter { ![.row, .blank].contains(lines[$0]) && !footer.contains($0) }
    for cut in 0...20 {
      var options = IngestOptions()
      options.threads = 2
      options.rules.maxRejectedPercent = 100
      let intake = try readLeads(
        [LeadSource(name: "x.csv", siteName: "x.csv", bytes: .bytes(Bytes(Array(text.utf8))))],
        options: options, tuning: ReadTuning(splitSize: 1, splitPoint: Double(cut) / 20))
      #expect(intake.rejectedRows.map(\.place.line) == rejected.map { $0 + 2 }, "\(cut): \(lines)")
      let skipped = intake.diagnostics.filter { $0.id == "footer-skipped" }
      #expect(skipped.map(\.place?.line) == footer.prefix(1).map { $0 + 2 }, "\(cut): \(lines)")
    }
  }
}

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

  /// A line of a file, besides its header.
  private enum Line: CaseIterable {
    case row, lonely, titled, short, blank

    var text: String {
      switch self {
      case .row: "2024-01-01 10:00,2024-01-01 10:30,North"
      case .lonely: "Leads of 2024"
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

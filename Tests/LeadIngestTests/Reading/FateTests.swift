import LeadModel
import Testing

@testable import LeadIngest

/// What becomes of rows at the edges of the rules.
@Suite struct FateTests {
  func read(_ texts: [String], _ change: (inout Rules) -> Void = { _ in }) throws(Failure) -> Intake {
    var options = IngestOptions()
    change(&options.rules)
    let sources = texts.enumerated().map { index, text in
      LeadSource(name: "\(index).csv", siteName: "\(index).csv", bytes: .bytes(Bytes(Array(text.utf8))))
    }
    return try readLeads(sources, options: options)
  }

  /// 2026-11-16 00:00, the end of the 15th.
  let end = Instant(
    microseconds: LocalTime(date: CivilDate(year: 2026, month: 11, day: 16)!).microseconds)

  @Test func theEndOfADateIsNotPartOfIt() throws {
    let text = "received_time,first_contact_time\n2026-11-15 23:59:59.999999,\n2026-11-16 00:00:00,\n"
    let date = try read([text]) {
      $0.asOf = end
      $0.asOfIsDayEnd = true
    }
    #expect(date.sources[0].counted.rows == 1 && date.sources[0].afterCutoff.rows == 1)
    #expect(date.cutoff == end)
    let instant = try read([text]) { $0.asOf = end }
    #expect(instant.sources[0].counted.rows == 2)
  }

  @Test func aContactAtTheEndOfADateHasNotHappenedYet() throws {
    let text = "received_time,first_contact_time\n2026-11-15 10:00:00,2026-11-16 00:00:00\n"
    func codes(_ isDayEnd: Bool) throws -> [UInt32] {
      try read([text]) {
        $0.asOf = end
        $0.asOfIsDayEnd = isDayEnd
      }.table.partitions.flatMap { $0.map(\.code) }
    }
    #expect(try codes(true) == [PackedLead.never])
    #expect(try codes(false) == [14 * 3_600])
  }

  @Test func onlyANoMakesALeadNotEligible() throws {
    let text = """
      received_time,first_contact_time,eligible
      2026-11-15 10:00,,no
      2026-11-15 10:00,,
      2026-11-15 10:00,,yes

      """
    let account = try read([text]).sources[0]
    #expect(account.notEligible.rows == 1 && account.counted.rows == 2)
  }

  @Test func aRowWithoutAWeightStandsForOneLead() throws {
    let text = "received_time,first_contact_time,leads\n2026-11-15 10:00,,3\n2026-11-15 10:00,,\n"
    let account = try read([text]).sources[0]
    #expect(account.counted == SourceAccount.Tally(rows: 2, leads: 4))
  }

  @Test func rejectedRowsAreJudgedOverAllFiles() throws {
    let header = "received_time,first_contact_time\n"
    let good = String(repeating: "2026-11-15 10:00,\n", count: 195)
    let bad = String(repeating: "soon,\n", count: 4)
    // 12 of 597: more than ten and more than one percent, though no file has more than ten.
    #expect(throws: Failure.self) {
      try read([header + good + bad, header + good + bad, header + good + bad])
    }
    // 8 of 398: two percent, and only eight.
    #expect(try read([header + good + bad, header + good + bad]).rejectedRows.count == 8)
    // A file of which nothing can be read is told, and does not stop the others.
    let intake = try read([header + good, header + bad])
    #expect(intake.diagnostics.contains { $0.id == "rows-rejected" && $0.place?.file == "1.csv" })
  }
}

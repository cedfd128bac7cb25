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

  /// Which of two days it counts from is not known.
  @Test func durationsSince1900AreTold() throws {
    let good = Array(repeating: "2026-11-15 10:00,0:20:00", count: 200).joined(separator: "\n")
    let text = "received_time,response_time\n\(good)\n2026-11-15 10:00,1900-01-01 00:20:00\n"
    let intake = try read([text + "2026-11-15 10:00,1970-01-01 00:20:00\n2026-11-15 10:00,2026-11-15 10:20\n"]
    )
    #expect(intake.sources[0].counted.rows == 201)
    #expect(intake.rejectedRows.map(\.text) == ["1900-01-01 00:20:00", "2026-11-15 10:20"])
    #expect(intake.rejectedRows.map { $0.reason.contains("1900-01-01") } == [true, false])
  }

  /// Each among others of that day, which are read in another way.
  @Test func hoursOf24MayHaveTheirHalfOfTheDay() throws {
    let times = ["11:59 AM", "13:15 PM", "1:20 PM", "00:30 AM", "0:05:00 AM", "12:10 PM", "23:59:00 p.m."]
    let intake = try read([
      "received_time,first_contact_time\n" + times.map { "1/15/2024 \($0),\n" }.joined()
        + "1/15/2024 13:15 AM,\n1/15/2024 0:30 PM,\n"
    ])
    #expect(
      SameRowsTests.contents(intake).joined().compactMap { Int($0.split(separator: " ")[0]) }.sorted()
        == [5, 30, 719, 730, 795, 800, 1_439])
    #expect(intake.rejectedRows.map(\.text) == ["1/15/2024 13:15 AM", "1/15/2024 0:30 PM"])
    #expect(intake.rejectedRows.allSatisfy { $0.reason.contains("AM or PM") })
  }

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

  /// However the file is parted: the first one that is wrong stands below a header of three lines and a note of two.
  @Test(arguments: [0, 0.2, 0.5, 0.9], [64, 1 << 15])
  func flagsThatTimesContradictAreTold(splitPoint: Double, window: Int) throws {
    func told(_ answers: [String]) throws -> [Diagnostic] {
      let rows = answers.map { "\"a\nb\",2026-11-15 10:00,\($0)\n" }.joined()
      let text = "Export\n\nnote,received_time,first_contact_time,contacted_within\n" + rows
      let source = LeadSource(name: "x.csv", siteName: "x.csv", bytes: .bytes(Bytes(Array(text.utf8))))
      let intake = try readLeads(
        [source], options: IngestOptions(),
        tuning: ReadTuning(windowSize: window, splitSize: 1, splitPoint: splitPoint))
      return intake.diagnostics.filter { $0.id == "flag-contradicted" }
    }
    let (right, wrong) = ("2026-11-15 11:00,yes", "2026-11-15 11:01,yes")
    // Flags without a time, and times without one, contradict nothing.
    #expect(try told([right, ",yes", ",no", "2026-11-15 11:01,", "2026-11-15 11:01,no"]).isEmpty)
    let few = try told(Array(repeating: right, count: 40) + [",no", "2026-11-15 10:00,no", wrong, right])
    #expect(few.map(\.severity) == [.note])
    #expect(few.first?.place == Place(file: "x.csv", line: 4 + 2 * 41, key: "contacted_within"))
    #expect(few.first?.message.contains("in 2 of 43 rows") == true)
    let ten = try told(Array(repeating: wrong, count: 10))
    #expect(ten.map(\.severity) == [.note])
    let many = try told([right] + Array(repeating: wrong, count: 11))
    #expect(many.map(\.severity) == [.warning] && many.first?.message.contains("in 11 of 12 rows") == true)
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

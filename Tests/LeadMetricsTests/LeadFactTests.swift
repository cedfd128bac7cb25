import LeadModel
import Testing

@testable import LeadMetrics

@Suite("Facts about all leads")
struct LeadFactTests {
  /// As many leads, of which the first ones were answered so.
  private func ids(_ leads: Int, _ responses: [Response], tellsTimes: Bool = true) -> [String] {
    let rows = (0..<leads).map { row in
      Row(
        received: at("2026-11-09", "09:00"),
        response: responses.indices.contains(row) ? responses[row] : .never)
    }
    var intake = intake(rows)
    var account = SourceAccount(name: "leads.csv")
    account.tellsTimes = tellsTimes
    account.read = SourceAccount.Tally(rows: leads, leads: leads)
    account.counted = account.read
    intake.sources = [account]
    return Analysis(intake: intake, schedule: Schedule(), rules: Rules()).diagnostics.map(\.id)
  }

  @Test("nobody was answered, of ten leads and more, and the export would say so")
  func neverAnswered() {
    #expect(ids(10, []) == ["responses-none"])
    #expect(ids(9, []) == [])
    #expect(ids(10, [.minutes(2_000)]) == [])
    #expect(ids(10, [], tellsTimes: false) == [])
  }

  @Test("a tenth of the answers are from before the receipt")
  func answeredEarly() {
    let early = Response.anomaly
    #expect(ids(20, [early] + [Response](repeating: .minutes(5), count: 9)) == ["responses-early"])
    #expect(ids(20, [early] + [Response](repeating: .minutes(5), count: 10)) == [])
    #expect(ids(9, [early]) == [])
  }

  /// The facts about leads received then.
  private func ids(_ received: [(String, String)]) -> [String] {
    var intake = intake(received.map { Row(received: at($0.0, $0.1), response: .minutes(5)) })
    var account = SourceAccount(name: "leads.csv")
    account.read = SourceAccount.Tally(rows: received.count, leads: received.count)
    account.counted = account.read
    intake.sources = [account]
    return Analysis(intake: intake, schedule: Schedule(), rules: Rules()).diagnostics.map(\.id)
  }

  @Test("few rows lie years before all others")
  func beginsEarly() {
    let usual = (0..<40).map { ("2026-11-0\(2 + $0 % 7)", "09:00") }
    let none = ("1900-01-01", "00:00")
    #expect(ids([none] + usual) == ["earliest-far-off"])
    #expect(ids([none, none, none] + usual) == ["earliest-far-off"])
    #expect(ids([none, none, none, none] + usual) == [])
    // 2024-11-04 is 104 weeks before 2026-11-02.
    #expect(ids([("2024-11-04", "09:00")] + usual) == [])
    #expect(ids([("2024-11-03", "09:00")] + usual) == ["earliest-far-off"])
    #expect(ids([none]) == [])
    #expect(ids([none, ("1970-01-01", "00:00")] + usual) == ["earliest-far-off"])
    // Its place is told, unless the first row of all is none that counts.
    var intake = intake(([none] + usual).map { Row(received: at($0.0, $0.1), response: .minutes(5)) })
    intake.sources = [SourceAccount(name: "leads.csv")]
    intake.firstPlace = Place(file: "leads.csv", line: 7)
    func place() -> Place? {
      Analysis(intake: intake, schedule: Schedule(), rules: Rules()).diagnostics.first?.place
    }
    #expect(place() == intake.firstPlace)
    intake.firstReceived = intake.firstReceived.map {
      Instant(microseconds: $0.microseconds - 7 * 86_400_000_000)
    }
    #expect(place() == nil)
    // Neither of two groups of alike size is the odd one.
    #expect(ids([none, none, usual[0]]) == [])
  }

  @Test("no row is of the afternoon, though many are of the night")
  func noAfternoon() {
    func rows(_ hours: [Int]) -> [(String, String)] {
      (0..<100).map {
        ("2026-11-0\(2 + $0 % 7)", "\(hours[$0 % hours.count] < 10 ? "0" : "")\(hours[$0 % hours.count]):15")
      }
    }
    let clock = [8, 9, 10, 11, 12, 1, 2, 3, 4, 5]
    #expect(ids(rows(clock)) == ["afternoons-none"])
    #expect(ids(Array(rows(clock).dropLast())) == [])
    #expect(ids(rows([8, 9, 10, 11, 12])) == [])
    #expect(ids(rows([8, 9, 10, 11, 1, 2, 3])) == [])
    #expect(ids(rows(clock) + [("2026-11-03", "13:00")]) == [])
    #expect(ids(rows(clock) + [("2026-11-03", "00:59")]) == [])
  }

  @Test("no row is counted, though not all are after the cut-off")
  func noneCounted() {
    var account = SourceAccount(name: "leads.csv")
    account.read = SourceAccount.Tally(rows: 12, leads: 12)
    account.notEligible = account.read
    var nothing = intake([])
    nothing.sources = [account]
    #expect(LeadFact.all(of: Counts(), nothing) == [.noneCounted(rows: 12)])
    (account.notEligible, account.afterCutoff) = (SourceAccount.Tally(), account.read)
    nothing.sources = [account]
    #expect(LeadFact.all(of: Counts(), nothing) == [])
    #expect(LeadFact.all(of: Counts(), intake([])) == [])
    // Rows of weight 0 are counted ones.
    (account.counted, account.afterCutoff) = (SourceAccount.Tally(rows: 12, leads: 0), SourceAccount.Tally())
    nothing.sources = [account]
    #expect(LeadFact.all(of: Counts(), nothing) == [.noneStoodFor(rows: 12)])
  }
}

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

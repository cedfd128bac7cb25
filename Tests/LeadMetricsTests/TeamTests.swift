import LeadModel
import Testing

@testable import LeadMetrics

@Suite("Halves that are sums of fractions")
struct RoundingTests {
  @Test("what misses a half by the rounding of its terms is one") func nearest() {
    let sums: [(Double, Int)] = [
      (2.0 / 3 + 0.5 + 1.0 / 3, 2), (37.5 - 1e-12, 38), (37.5 - 1e-6, 37), (37.49, 37), (-37.5 + 1e-12, -38),
      (0, 0), (-0.4, 0),
    ]
    for (sum, whole) in sums { #expect(sum.nearest == whole, "\(sum)") }
  }

  @Test("five expected leads that are fifteen thirds are five") func fiveExpected() {
    // In each of fifteen slots one lead of the team and three of all, one of these in time; the team's in five.
    let team = (0..<15).map { counts($0 < 5 ? 1 : 0, of: 1) }
    let all = (0..<15).map { _ in counts(1, of: 3) }
    let standardised = Standardised(team, among: all, Rules())
    #expect(standardised.tenths == 333)
    #expect(Standardised(Array(team.dropLast()), among: Array(all.dropLast()), Rules()).tenths == nil)
  }

  @Test("3.75 points of mix are 3.8") func mixOfAHalf() throws {
    // Before 4 of 6 and 0 of 10, now 13 of 15 and 14 of 15. With w = 6/16 and 1/2, r = 2/3 and 13/15 in the first:
    // mix = (1/8 × 23/15 − 1/8 × 14/15) ÷ 2 = 3.75 %.
    let parts = try #require(
      MixAndRate(
        [counts(13, of: 15), counts(14, of: 15)], after: [counts(4, of: 6), counts(0, of: 10)], Rules()))
    #expect(parts.tenths.mix == 38 && parts.tenths.rate == 613)
  }
}

@Suite("Teams")
struct TeamTests {
  static func leads(_ team: String, _ time: String, _ within: Int, of count: Int) -> [Row] {
    ReportTests.leads("2026-11-09", time, within, of: count, team: team)
  }

  @Test("standardised = overall rate × within ÷ expected, at most 100 %, from 5 expected on")
  func standardised() throws {
    // 08:00: A 8 of 10, B 4 of 10, together 60 %. 20:00: B 2 of 20, 10 %. Overall 14 of 40, 35 %.
    let rows =
      TeamTests.leads("A", "08:00", 8, of: 10) + TeamTests.leads("B", "08:00", 4, of: 10)
      + TeamTests.leads("B", "20:00", 2, of: 20)
    let board = analysis(rows).leaderboard(.all)
    let (a, b) = (try #require(board.first { $0.team == 0 }), try #require(board.first { $0.team == 1 }))
    #expect(a.standardised.tenths == 467, "35 % · 8 / 6")
    #expect(abs(b.standardised.rate! - 0.2625) < 1e-9, "35 % · 6 / 8")
    let few = analysis(TeamTests.leads("A", "08:00", 4, of: 8) + TeamTests.leads("B", "08:00", 4, of: 8))
    #expect(few.leaderboard(.all)[0].standardised.rate == nil, "4 expected")
    // 08:00: both 100 %; 20:00: only B, 1 of 89. A expects 10, overall 21 / 109; no more than 100 %.
    let high = analysis(TeamTests.leads("A", "08:00", 10, of: 10) + TeamTests.leads("B", "08:00", 0, of: 90))
    #expect(high.leaderboard(.all)[0].standardised.rate == nil, "expected 1")
  }

  @Test("leads to catch up: the smallest whole number, or out of reach")
  func catchUp() {
    #expect(CatchUp(Ratio(6, of: 10), reaching: Ratio(80, of: 100)) == .leads(2))
    #expect(CatchUp(Ratio(6, of: 10), reaching: Ratio(81, of: 100)) == .leads(3))
    #expect(CatchUp(Ratio(8, of: 10), reaching: Ratio(80, of: 100)) == .leads(0))
    #expect(CatchUp(Ratio(9, of: 10), reaching: Ratio(80, of: 100)) == .leads(0))
    #expect(CatchUp(Ratio(6, of: 10), reaching: Ratio(1, of: 1)) == .leads(4))
    #expect(CatchUp(Ratio(6, of: 10), overtaking: Ratio(6, of: 10)) == .leads(1))
    #expect(CatchUp(Ratio(1, of: 3), overtaking: Ratio(1, of: 2)) == .leads(1))
    #expect(CatchUp(Ratio(6, of: 10), overtaking: Ratio(7, of: 7)) == .outOfReach)
    let rows =
      TeamTests.leads("A", "08:00", 9, of: 10) + TeamTests.leads("B", "08:00", 6, of: 10)
      + TeamTests.leads("C", "08:00", 6, of: 10) + TeamTests.leads("D", "08:00", 0, of: 1)
    #expect(analysis(rows).leaderboard(.all).map(\.catchUp) == [nil, .leads(4), .leads(4), nil])
  }

  @Test("the winner of a slot, and everything that is none")
  func winners() {
    let rows =
      TeamTests.leads("A", "08:00", 100, of: 100) + TeamTests.leads("B", "08:00", 10, of: 100)
      + TeamTests.leads("A", "09:00", 4, of: 6) + TeamTests.leads("B", "09:00", 3, of: 6)
      + TeamTests.leads("A", "10:00", 3, of: 6) + TeamTests.leads("B", "10:00", 4, of: 8)
      + TeamTests.leads("A", "11:00", 3, of: 6) + TeamTests.leads("B", "11:00", 4, of: 4)
      + TeamTests.leads("A", "12:00", 1, of: 4) + TeamTests.leads("A", "13:00", 0, of: 9)
      + TeamTests.leads("B", "13:00", 0, of: 9)
    let winners = analysis(rows).winners(.all)
    #expect(
      winners[16]
        == .winner(0, rate: Ratio(100, of: 100), others: Ratio(10, of: 100), isBeyondChance: true))
    #expect(winners[18] == .winner(0, rate: Ratio(4, of: 6), others: Ratio(3, of: 6), isBeyondChance: false))
    #expect(winners[20] == .tie([0, 1]))
    #expect(winners[22] == .oneTeamOnly(0))
    #expect(winners[24] == .tooFewLeads)
    #expect(winners[26] == .nobody, "nobody wins at 0 %")
    #expect(winners[28] == .noLeads)
  }

  @Test("head to head only where both are judged; against the others is against their pooled rate")
  func headToHead() {
    let rows =
      TeamTests.leads("A", "08:00", 3, of: 4) + TeamTests.leads("B", "08:00", 1, of: 2)
      + TeamTests.leads("C", "08:00", 1, of: 6) + TeamTests.leads("A", "09:00", 1, of: 1)
    let analysis = analysis(rows)
    let pair = analysis.headToHead(0, 1, .all)
    #expect(pair.cells.changes[16]?.points == 250 && pair.cells.changes[18] == nil)
    #expect(pair.leftCells[16].judged(0) == 4 && pair.rightCells[16].judged(0) == 2)
    #expect(pair.change?.points == 300, "4 of 5 and 1 of 2")
    let others = analysis.againstOthers(0, .all)
    #expect(others?.cells.changes[16]?.previous == Ratio(2, of: 8))
    #expect(TeamTests.alone.againstOthers(0, .all) == nil)
  }

  static let alone = analysis(leads("A", "08:00", 1, of: 2))

  @Test("leads that could be won = max(0, judged × the site's rate there − within)")
  func potential() {
    let rows =
      TeamTests.leads("A", "08:00", 2, of: 10) + TeamTests.leads("B", "08:00", 10, of: 10)
      + TeamTests.leads("A", "09:00", 0, of: 4) + TeamTests.leads("B", "09:00", 4, of: 4)
      + TeamTests.leads("A", "10:00", 200, of: 200) + TeamTests.leads("B", "10:00", 10, of: 200)
      + TeamTests.leads("A", "11:00", 5, of: 10) + TeamTests.leads("B", "11:00", 6, of: 10)
    let potential = analysis(rows).potential(0, .all)
    #expect(potential.slots.map(\.minuteOfDay) == [480, 660], "muted slots rank in no list")
    // 10 · 12/20 − 2 = 4; 10 · 11/20 − 5 = 0.5.
    #expect(potential.slots.map(\.toWin.value) == [4, 0.5])
    #expect(potential.toWin == 4.5)
    #expect(potential.strengths.map(\.minuteOfDay) == [600])
  }
}

@Suite("Mix and rate")
struct MixAndRateTests {
  @Test("Kitagawa's parts, by hand")
  func parts() throws {
    // 50 % · ½ + 20 % · ½ = 35 %; 80 % · ¾ + 20 % · ¼ = 65 %.
    let before = [counts(50, of: 100), counts(20, of: 100)]
    let now = [counts(120, of: 150), counts(10, of: 50)]
    let parts = try #require(MixAndRate(now, after: before, Rules()))
    // ¼ · 1.3 / 2 − ¼ · 0.4 / 2, and 0.3 · 1.25 / 2.
    #expect(abs(parts.mix - 0.1125) < 1e-12 && abs(parts.rate - 0.1875) < 1e-12)
    #expect(MixAndRate(now + [Counts()], after: before + [Counts()], Rules()) != nil)
    #expect(
      MixAndRate(now + [counts(1, of: 4)], after: before + [counts(5, of: 9)], Rules())
        == nil)
  }

  @Test("shown only beside a verdict; four-hour blocks where there is no schedule")
  func shown() throws {
    func week(_ day: String, _ early: Int, of leads: Int, _ late: Int, of others: Int) -> [Row] {
      ReportTests.leads(day, "08:00", early, of: leads) + ReportTests.leads(day, "11:00", late, of: others)
    }
    let before = week("2026-11-02", 80, of: 100, 20, of: 100)
    let rows = before + week("2026-11-09", 180, of: 200, 10, of: 50)
    func parts(_ rows: [Row], _ shifts: [Shift] = []) -> MixAndRate? {
      analysis(rows, asOf: at("2026-11-16"), first: at("2026-11-02"), shifts: shifts)
        .comparison(.allTeams, .week(LeadMetricsTests.week(2026, 46)))?.mixAndRate
    }
    // From 50 % to 76 %, all within one block.
    let blocks = try #require(parts(rows)?.tenths)
    #expect(blocks == (0, 260))
    // Covered until nine: 0.3 · 1.7 / 2 − 0.3 · 0.4 / 2, and 0.1 · 1.3 / 2.
    let covered = try #require(parts(rows, [shift("Ann", [.monday], ("08:00", "09:00"))])?.tenths)
    #expect(covered == (195, 65))
    #expect(parts(before + week("2026-11-09", 80, of: 100, 20, of: 100)) == nil)
  }
}

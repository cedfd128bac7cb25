import LeadModel
import Testing

@testable import LeadMetrics

@Suite("Rates")
struct RatioTests {
  @Test("a rate is rounded once, to a tenth, half away from zero, on the exact ratio")
  func tenths() {
    #expect(Ratio(2, of: 3).tenths == 667)
    #expect(Ratio(1, of: 3).tenths == 333)
    // 1/2000 is exactly 0.05 %, half of a tenth.
    #expect(Ratio(1, of: 2_000).tenths == 1)
    #expect(Ratio(999, of: 2_000).tenths == 500)
    #expect(Ratio(1, of: 2_001).tenths == 0)
    #expect(Ratio(10, of: 12).tenths == 833)
    #expect(Ratio(0, of: 7).tenths == 0)
    #expect(Ratio(7, of: 7).tenths == 1_000)
  }

  @Test("nothing judged is no rate, never 0 %")
  func undefined() {
    let none = Ratio(0, of: 0)
    #expect(!none.isDefined)
    #expect(none.tenths == nil)
    #expect(none.wholePercent == nil)
    #expect(none.colourClass == nil)
    #expect(none.fraction == nil)
    #expect(Interval(wilson: none) == nil)
    #expect(Change(none, after: Ratio(1, of: 2)) == nil)
    #expect(Change(Ratio(1, of: 2), after: none) == nil)
  }

  @Test("whole percent: 100 only when all and 0 only when none")
  func wholePercent() {
    #expect(Ratio(999, of: 1_000).wholePercent == 99)
    #expect(Ratio(1_000, of: 1_000).wholePercent == 100)
    #expect(Ratio(1, of: 1_000).wholePercent == 1)
    #expect(Ratio(0, of: 1_000).wholePercent == 0)
    #expect(Ratio(1, of: 8).wholePercent == 13)
    #expect(Ratio(5, of: 6).wholePercent == 83)
  }

  @Test("the colour class is the floor of the exact percent ÷ 10")
  func colourClass() {
    #expect(Ratio(599, of: 1_000).colourClass == 5)
    #expect(Ratio(6, of: 10).colourClass == 6)
    #expect(Ratio(0, of: 4).colourClass == 0)
    #expect(Ratio(4, of: 4).colourClass == 9)
    #expect(Ratio(9, of: 10).colourClass == 9)
    #expect(Ratio(1_999_999, of: 20_000_000).colourClass == 0)
  }

  @Test("counts of any size are exact")
  func large() {
    let huge = Int.max / 2
    #expect(Ratio(huge, of: huge).tenths == 1_000)
    #expect(Ratio(huge / 2, of: huge).wholePercent == 50)
    #expect(Ratio(huge - 1, of: huge).compared(to: Ratio(huge, of: huge)) == -1)
  }
}

@Suite("Intervals and verdicts")
struct IntervalTests {
  @Test(
    "Wilson's interval, published and computed by hand",
    arguments: [
      (1, 1, 207, 1_000), (74, 110, 581, 753), (0, 1, 0, 793), (81, 263, 255, 366), (15, 148, 62, 160),
      (0, 20, 0, 161), (1, 29, 6, 172),
    ])
  func wilson(numerator: Int, denominator: Int, low: Int, high: Int) throws {
    // The last four are the worked examples of Newcombe, "Two-sided confidence intervals for the single
    // proportion", Statistics in Medicine 17 (1998) 857–872, table I, method 3.
    let interval = try #require(Interval(wilson: Ratio(numerator, of: denominator)))
    #expect(interval.tenths.low == low)
    #expect(interval.tenths.high == high)
  }

  @Test("bounds at none and at all are exactly 0 and 1")
  func bounds() {
    for count in 1...200 {
      #expect(Interval(wilson: Ratio(0, of: count))!.low == 0)
      #expect(Interval(wilson: Ratio(count, of: count))!.high == 1)
    }
  }

  @Test("Newcombe's example: 56/70 and 48/80 is 0.2, 0.0524 to 0.3339")
  func newcombe() throws {
    let interval = try #require(Interval(newcombe: Ratio(56, of: 70), minus: Ratio(48, of: 80)))
    #expect(abs(interval.low - 0.0524) < 0.00005)
    #expect(abs(interval.high - 0.3339) < 0.00005)
    // Table II of the same paper, method 10: 9/10 − 3/10 is 0.1705 to 0.8090; 10/10 − 0/20 is 0.6791 to 1.
    let second = try #require(Interval(newcombe: Ratio(9, of: 10), minus: Ratio(3, of: 10)))
    #expect(abs(second.low - 0.1705) < 0.00005)
    #expect(abs(second.high - 0.8090) < 0.00005)
    let third = try #require(Interval(newcombe: Ratio(10, of: 10), minus: Ratio(0, of: 20)))
    #expect(abs(third.low - 0.6791) < 0.00005)
    #expect(abs(third.high - 1) < 0.00005)
  }

  @Test("improved or declined only where the interval excludes 0")
  func verdicts() throws {
    let unclear = try #require(Change(Ratio(74, of: 110), after: Ratio(60, of: 110)))
    #expect(unclear.points == 127)
    #expect(unclear.interval.tenths.low == -2)
    #expect(unclear.interval.tenths.high == 250)
    #expect(unclear.verdict(Rules()) == .noClearChange)
    let better = try #require(Change(Ratio(56, of: 70), after: Ratio(48, of: 80)))
    #expect(better.points == 200)
    #expect(better.interval.tenths.low == 52)
    #expect(better.interval.tenths.high == 334)
    #expect(better.verdict(Rules()) == .improved)
    #expect(Change(Ratio(48, of: 80), after: Ratio(56, of: 70))!.verdict(Rules()) == .declined)
    #expect(Change(Ratio(1, of: 2), after: Ratio(1, of: 2))!.verdict(Rules()) == .noClearChange)
    // Its interval excludes 0, but four leads are fewer than `min_leads`.
    let few = Change(Ratio(0, of: 4), after: Ratio(100, of: 100))!
    #expect(few.interval.high < 0 && few.verdict(Rules()) == .noClearChange && !few.hasEnough(Rules()))
    #expect(Discoveries.verdicts([few], Rules()) == [.noClearChange])
    var rules = Rules()
    rules.minLeads = 4
    #expect(few.verdict(rules) == .declined && Discoveries.verdicts([few], rules) == [.declined])
  }

  @Test("a change is rounded once, and says where that differs from the rates shown")
  func points() throws {
    // 66.67 − 33.33 = 33.33: shown 66.7 − 33.3 = 33.4.
    let thirds = try #require(Change(Ratio(2, of: 3), after: Ratio(1, of: 3)))
    #expect(thirds.points == 333)
    #expect(thirds.shownDiffers)
    let halves = try #require(Change(Ratio(1, of: 2), after: Ratio(3, of: 4)))
    #expect(halves.points == -250)
    #expect(!halves.shownDiffers)
    // Half of a tenth, downwards: away from zero.
    #expect(Change(Ratio(0, of: 1), after: Ratio(1, of: 2_000))!.points == -1)
    #expect(Change(Ratio(0, of: 1), after: Ratio(1, of: 2_001))!.points == 0)
  }
}

@Suite("States of a cell")
struct CellStateTests {
  @Test(
    "five states",
    arguments: [
      (0, 0, CellState.noLeads), (3, 0, .noneJudged), (9, 4, .muted), (5, 5, .lightened), (9, 9, .lightened),
      (10, 10, .full), (30, 10, .full),
    ])
  func states(leads: Int, judged: Int, state: CellState) {
    #expect(CellState(leads: leads, judged: judged, minLeads: 5) == state)
  }
}

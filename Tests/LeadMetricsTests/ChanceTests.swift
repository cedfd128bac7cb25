import LeadModel
import Testing

@testable import LeadMetrics

@Suite("Chance")
struct ChanceTests {
  @Test("Fisher's exact test: the lady tasting tea, and the convictions of twins")
  func fisher() {
    // 17/35 by hand: (16 + 1) · 2 / 70.
    #expect(abs(ExactTest.fisher(Ratio(3, of: 4), Ratio(1, of: 4)) - 34.0 / 70) < 1e-12)
    // Fisher 1935, as in the manual of R's fisher.test.
    #expect(abs(ExactTest.fisher(Ratio(10, of: 13), Ratio(2, of: 17)) - 0.0005367) < 0.0000001)
    #expect(abs(ExactTest.fisher(Ratio(5, of: 10), Ratio(50, of: 100)) - 1) < 1e-12)
    #expect(ExactTest.fisher(Ratio(0, of: 0), Ratio(5, of: 10)) == 1)
    #expect(ExactTest.fisher(Ratio(0, of: 100_000), Ratio(100_000, of: 100_000)) == 0)
  }

  @Test("Fisher's test beside sums of products of binomial coefficients, on every table up to 9 by 9")
  func fisherTwin() {
    func choose(_ n: Int, _ k: Int) -> Int { k == 0 ? 1 : choose(n, k - 1) * (n - k + 1) / k }
    var differing: [String] = []
    for m in 1...9 {
      for n in 1...9 {
        for a in 0...m {
          for b in 0...n {
            func weight(_ x: Int) -> Int {
              (0...m).contains(x) && (0...n).contains(a + b - x) ? choose(m, x) * choose(n, a + b - x) : 0
            }
            let extreme = (0...m).map(weight).filter { $0 <= weight(a) }.reduce(0, +)
            let expected = Double(extreme) / Double(choose(m + n, a + b))
            if abs(ExactTest.fisher(Ratio(a, of: m), Ratio(b, of: n)) - expected) > 1e-9 {
              differing.append("\(a)/\(m) \(b)/\(n)")
            }
          }
        }
      }
    }
    #expect(differing.isEmpty)
  }

  @Test("below 1.5 standard errors no exact test is below 5 %")
  func screen() {
    var lost: [String] = []
    for m in stride(from: 1, through: 40, by: 3) {
      for n in stride(from: 1, through: 40, by: 3) {
        for a in 0...m {
          for b in 0...n where Change(Ratio(a, of: m), after: Ratio(b, of: n))!.standardErrors < 1.5 {
            if ExactTest.fisher(Ratio(a, of: m), Ratio(b, of: n)) <= Discoveries.rate {
              lost.append("\(a)/\(m) \(b)/\(n)")
            }
          }
        }
      }
    }
    #expect(lost.isEmpty)
  }

  @Test("where a difference is taken for certain, the exact test is below any limit")
  func certain() {
    let change = Change(Ratio(1_750, of: 3_000), after: Ratio(1_250, of: 3_000))!
    #expect(change.standardErrors > 12 && change.probability == 0)
    #expect(ExactTest.fisher(change.current, change.previous) < 1e-30)
    // One lead beside very many is never certain.
    #expect(Change(Ratio(1, of: 1), after: Ratio(10, of: 100_000))!.probability > 1e-5)
  }

  @Test("probabilities adjusted for each other")
  func adjusted() {
    // In order 0.01 × 4 ÷ 1, 0.03 × 4 ÷ 2, 0.04 × 4 ÷ 3, 0.5 × 4 ÷ 4; none above one that follows.
    let adjusted = Discoveries.adjusted([0.01, 0.04, 0.03, 0.5])
    for (found, expected) in zip(adjusted, [0.04, 0.16 / 3, 0.16 / 3, 0.5]) {
      #expect(abs(found - expected) < 1e-12)
    }
    #expect(Discoveries.adjusted([]).isEmpty)
  }

  @Test("the level of a site's pages: as many as speak of all, each at 5 %")
  func level() {
    // 0.0125 × 1 and 0.0125 × 2 are the limits of the first two of four.
    #expect(SiteFindings.level([0.9, 0.004, 0.03, 0.5]) == 0.05 / 4)
    #expect(SiteFindings.level([0.9, 0.004, 0.02, 0.5]) == 0.05 / 2)
    #expect(SiteFindings.level([0.02, 0.5, 0.6, 0.9]) == 0)
    #expect(SiteFindings.level([0.05]) == 0.05)
    #expect(SiteFindings.level([]) == 0)
  }

  @Test("counts of billions")
  func billions() {
    let row = { (day: String, team: String, response: Response) in
      Row(team: team, received: at(day, "08:00"), response: response, weight: 999_999_999)
    }
    let rows = (0..<40).flatMap { index in
      [
        row("2026-11-02", "A", .minutes(index)), row("2026-11-09", "A", .minutes(90)),
        row("2026-11-09", "B", .minutes(10)), row("2026-11-09", "B", .minutes(20)),
      ]
    }
    let analysis = analysis(
      rows, asOf: at("2026-11-16"), shifts: [shift("Ann", [.monday], ("08:00", "09:00"), team: "A")])
    for scope in analysis.scopes {
      let report = analysis.report(scope, .week(week(2026, 46)))
      #expect(report.slice.total.leads % 999_999_999 == 0 && report.slice.total.leads > 0)
      #expect(analysis.findings(report).count <= 5)
      #expect(report.staffing(analysis.rules).load.denominator >= 0)
    }
    #expect(analysis.potential(0, .all).slots.count == 1)
    #expect(analysis.winners(.all).count == 336)
    #expect(analysis.leaderboard(.all).count == 2)
  }

  @Test("the exact binomial test")
  func binomial() {
    // P(X ≤ 2), n = 10, one half: (1 + 10 + 45) / 1024.
    #expect(abs(ExactTest.below(Ratio(2, of: 10), target: 0.5) - 56.0 / 1_024) < 1e-12)
    // P(X ≤ 0), n = 3, 0.8: 0.008.
    #expect(abs(ExactTest.below(Ratio(0, of: 3), target: 0.8) - 0.008) < 1e-12)
    #expect(ExactTest.below(Ratio(10, of: 10), target: 0.5) == 1)
    #expect(ExactTest.below(Ratio(5, of: 10), target: 0.5) == 1)
    #expect(ExactTest.below(Ratio(0, of: 0), target: 0.5) == 1)
  }

  @Test("Benjamini and Hochberg's own example: the first four of fifteen")
  func discoveries() {
    let probabilities: [Double?] = [
      0.0278, 0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
      0.7590, 1, nil,
    ]
    let found = Discoveries.among(probabilities)
    #expect(found.enumerated().filter(\.1).map(\.0) == [1, 2, 3, 4])
    #expect(Discoveries.among([]) == [])
    #expect(Discoveries.among([nil, 0.04]) == [false, true])
    // A step-up procedure: the second saves the first.
    #expect(Discoveries.among([0.04, 0.045]) == [true, true])
  }

  @Test("verdicts side by side are stricter than one by itself")
  func verdicts() {
    // 18 of 30 after 9 of 30: the interval excludes 0, Fisher's p is about 0.04.
    let one = Change(Ratio(18, of: 30), after: Ratio(9, of: 30))!
    #expect(one.verdict(Rules()) == .improved && Discoveries.verdicts([one], Rules()) == [.improved])
    let none = Change(Ratio(9, of: 30), after: Ratio(9, of: 30))!
    #expect(Discoveries.verdicts([one, none, nil], Rules()) == [.noClearChange, .noClearChange, nil])
  }

  @Test("a cell is marked beyond chance only among all cells with enough leads")
  func cellChanges() {
    var before = (0..<336).map { _ in counts(10, of: 20) }
    var now = before
    // By itself significant (p about 0.02), among 336 not.
    now[0] = counts(18, of: 20)
    #expect(CellChanges(now, beside: before, Rules()).verdicts.allSatisfy { $0 == .noClearChange })
    now[1] = counts(200, of: 200)
    before[1] = counts(20, of: 200)
    before[2] = counts(1, of: 1)
    now[2] = counts(0, of: 400)
    let changes = CellChanges(now, beside: before, Rules())
    #expect(changes.verdicts[1] == .improved && changes.verdicts[0] == .noClearChange)
    #expect(changes.verdicts[2] == .noClearChange, "one lead before is no candidate")
    #expect(changes.changes[2]?.points == -1_000, "but the difference is described")
  }

  @Test("slots below a target get a mark only beyond chance")
  func target() {
    var cells = (0..<336).map { _ in Cell(counts: counts(16, of: 20)) }
    cells[3] = Cell(counts: counts(5, of: 20))
    cells[4] = Cell(counts: counts(13, of: 20))
    cells[5] = Cell(counts: counts(0, of: 4))
    let slice = Slice(slotMinutes: 30, cells: cells, timing: Timing())
    let marks = TargetMarks(slice, target: Ratio(80, of: 100), Rules())
    #expect(marks.below.enumerated().filter(\.1).map(\.0) == [3])
    #expect(marks.isReached == false)
    // 6 704 leads, 80 % is 5363.2; within are 333 · 16 + 18 = 5346.
    #expect(marks.catchUp == .leads(18))
  }
}

import LeadModel
import Testing

@testable import LeadMetrics

@Suite("Findings")
struct FindingTests {
  /// Two weeks of leads over three teams, eight reps and office hours, each answered in time with the same
  /// chance unless `chance` says otherwise.
  static func rows(
    _ random: inout Seeded, perWeek: Int, chance: (Row) -> Double = { _ in 0.6 }
  ) -> [Row] {
    (0..<2 * perWeek).map { index in
      let day = date(index < perWeek ? "2026-11-02" : "2026-11-09").adding(
        days: Int.random(in: 0..<7, using: &random))
      let team = ["A", "B", "C"].randomElement(using: &random)!
      let hour = max(Int.random(in: 6..<22, using: &random), Int.random(in: 6..<22, using: &random))
      var row = Row(
        team: team, received: LocalTime(date: day, minuteOfDay: hour * 60 + 7),
        rep: team + String(Int.random(in: 1...3, using: &random)))
      if Double.random(in: 0..<1, using: &random) < chance(row) { row.response = .minutes(10) }
      return row
    }
  }

  static let shifts = ["A", "B", "C"].map {
    shift($0, Set(Weekday.allCases), ("09:00", "18:00"), team: $0)
  }

  static func findings(_ rows: [Row], _ scope: Scope) -> [Finding] {
    let analysis = analysis(rows, asOf: at("2026-11-16"), first: at("2026-11-02"), shifts: shifts)
    return analysis.findings(analysis.report(scope, .week(week(2026, 46))))
  }

  @Test("data without any effect give a finding on at most one page in twenty")
  func silence() {
    var random = Seeded(2_026)
    var (pages, withFindings) = (0, 0)
    for trial in 0..<100 {
      let rows = FindingTests.rows(&random, perWeek: [60, 200, 600][trial % 3])
      let analysis = analysis(
        rows, asOf: at("2026-11-16"), first: at("2026-11-02"), shifts: FindingTests.shifts)
      for scope in analysis.scopes {
        pages += 1
        let report = analysis.report(scope, .week(week(2026, 46)))
        if !analysis.findings(report).isEmpty { withFindings += 1 }
      }
    }
    #expect(pages == 400)
    #expect(withFindings * 20 <= pages, "\(withFindings) of \(pages)")
  }

  @Test("a change that shows as 0.0 is no finding, however many leads prove it")
  func nothingToShow() {
    let change = Change(Ratio(500_000_400, of: 1_000_000_000), after: Ratio(500_000_000, of: 1_000_000_000))!
    #expect(change.points == 0 && change.direction == .improved)
    let clear = Change(Ratio(74, of: 100), after: Ratio(40, of: 100))!
    #expect(Candidate.chosen([change, clear].map { Candidate(.changed($0), $0) }, Rules()).count == 1)
  }

  @Test(
    "of two teams or reps, each the other's peer, one is told, and of more the two that differ by most leads")
  func mirrored() {
    func team(_ number: Int, _ own: Ratio, beside others: Ratio) -> Candidate {
      let change = Change(own, after: others)!
      return Candidate(.team(number, counts(own.numerator, of: own.denominator), beside: change), change)
    }
    func numbers(_ candidates: [Candidate]) -> [Int] {
      Candidate.chosen(candidates, Rules()).map {
        if case .team(let number, _, _) = $0.fact { number } else { -1 }
      }
    }
    let (low, high, third) = (Ratio(50, of: 200), Ratio(75, of: 100), Ratio(50, of: 100))
    // 100 leads fewer than at the other's rate, and 50 more.
    #expect(numbers([team(0, high, beside: low), team(1, low, beside: high)]) == [1])
    // The one that is behind, though the other is ahead by 100 leads and it lacks 50.
    let (much, little) = (Ratio(150, of: 200), Ratio(25, of: 100))
    #expect(numbers([team(0, much, beside: little), team(1, little, beside: much)]) == [1])
    let three = [
      team(0, high, beside: Ratio(100, of: 300)), team(1, low, beside: Ratio(125, of: 200)),
      team(2, third, beside: Ratio(125, of: 300)),
    ]
    // By 41.7, 75 and 8.3 leads.
    #expect(numbers(three) == [1, 0])
  }

  @Test("who is ahead only because of the one that is told of is no finding")
  func outlier() {
    func rep(_ name: String, _ own: Ratio, beside others: Ratio) -> Candidate {
      let change = Change(own, after: others)!
      return Candidate(.rep(name, counts(own.numerator, of: own.denominator), beside: change), change)
    }
    func names(_ slow: Ratio, _ others: [Ratio]) -> [String] {
      let all = [slow] + others
      let sum = Ratio(all.reduce(0) { $0 + $1.numerator }, of: all.reduce(0) { $0 + $1.denominator })
      let candidates = zip(["slow", "first", "second"], all).map { name, own in
        rep(name, own, beside: Ratio(sum.numerator - own.numerator, of: sum.denominator - own.denominator))
      }
      return Candidate.chosen(candidates, Rules()).map {
        if case .rep(let name, _, _) = $0.fact { name } else { "" }
      }
    }
    // 66.4 % beside 54.8 %, but beside the other one alone 63.7 %: +2.7 (−0.2 to 5.6).
    #expect(names(Ratio(904, of: 1_983), [Ratio(1_351, of: 2_035), Ratio(1_315, of: 2_064)]) == ["slow"])
    // 75 % beside 50 %, whoever is left out.
    #expect(
      names(Ratio(200, of: 1_000), [Ratio(750, of: 1_000), Ratio(500, of: 1_000)]) == ["slow", "first"])
  }

  @Test("who has most leads and is ahead only because of a small one that is behind is no finding")
  func large() {
    let (north, south, west) = (Ratio(1_538, of: 2_492), Ratio(1_083, of: 1_833), Ratio(100, of: 252))
    let changes = [
      Change(north, after: Ratio(1_183, of: 2_085))!, Change(west, after: Ratio(2_621, of: 4_325))!,
    ]
    // By 124 and 53 leads; beside South alone North is 2.6 points higher (−0.3 to 5.6).
    #expect(Interval(newcombe: north, minus: south)!.low < 0)
    let chosen = Candidate.chosen(
      changes.enumerated().map { Candidate(.team($0, Counts(), beside: $1), $1) }, Rules())
    #expect(chosen.map { Int($0.leads) } == [52])
  }

  @Test("leads without anybody on shift that are answered better are found too")
  func betterUncovered() {
    let change = Change(Ratio(620, of: 1_006), after: Ratio(441, of: 915))!
    let chosen = Candidate.chosen(
      [Candidate(.uncovered(counts(620, of: 1_006), beside: change), change)], Rules())
    #expect(chosen.count == 1 && chosen[0].change.direction == .improved)
  }

  @Test("a slot answered worse than the rest is found, with the number of others like it")
  func slot() throws {
    var random = Seeded(5)
    let rows = FindingTests.rows(&random, perWeek: 3_000) { row in
      let hour = row.received.minuteOfDay / 60
      return row.received.date.weekday == .monday && (hour == 15 || hour == 16) ? 0.1 : 0.7
    }
    let found = FindingTests.findings(rows, .allTeams)
    let slot = try #require(found.first { if case .badSlot = $0.fact { true } else { false } })
    guard case .badSlot(let rank, let beside, let others) = slot.fact else { return }
    #expect(rank.weekday == .monday && [900, 960].contains(rank.minuteOfDay))
    #expect(others >= 1 && beside.points < -300)
    // The leads lacking to the rate of the rest.
    let lacking =
      Double(beside.previous.numerator) / Double(beside.previous.denominator)
      * Double(beside.current.denominator) - Double(beside.current.numerator)
    #expect(slot.leads > lacking, "of the others too")
    #expect(slot.leads < lacking * Double(others + 1) + 1e-6, "the others cost no more than the worst")
  }

  @Test("a change, uncovered demand, a team and a rep far from their peers are found, most leads first")
  func others() {
    var random = Seeded(7)
    let changed = FindingTests.rows(&random, perWeek: 800) { $0.received < at("2026-11-09") ? 0.4 : 0.7 }
    #expect(
      FindingTests.findings(changed, .team(0)).contains { if case .changed = $0.fact { true } else { false } }
    )
    let uncovered = FindingTests.rows(&random, perWeek: 800) {
      (9..<18).contains($0.received.minuteOfDay / 60) ? 0.7 : 0.3
    }
    #expect(
      FindingTests.findings(uncovered, .team(1)).contains {
        if case .uncovered = $0.fact { true } else { false }
      })
    let team = FindingTests.findings(
      FindingTests.rows(&random, perWeek: 800) { $0.team == "B" ? 0.3 : 0.6 }, .allTeams)
    #expect(team.contains { if case .team(1, _, _) = $0.fact { true } else { false } })
    let lazy = FindingTests.rows(&random, perWeek: 800) { $0.rep == "C2" ? 0.2 : 0.7 }
    let rep = FindingTests.findings(lazy, .team(2))
    #expect(rep.contains { if case .rep("C2", _, _) = $0.fact { true } else { false } })
    let analysis = analysis(lazy, asOf: at("2026-11-16"), first: at("2026-11-02"))
    let hidden = analysis.findings(analysis.report(.team(2), .week(week(2026, 46))), showsReps: false)
    #expect(!hidden.contains { if case .rep = $0.fact { true } else { false } }, "reps: hide")
    for findings in [team, rep] {
      #expect(findings.count <= 5)
      #expect(zip(findings, findings.dropFirst()).allSatisfy { $0.leads >= $1.leads })
    }
  }

  @Test("data problems come last, and only where they bend the picture")
  func dataProblems() {
    func leads(_ response: Response, _ count: Int, young: Int = 0) -> Row {
      Row(received: at("2026-11-09", "08:00"), response: response, weight: count, young: young)
    }
    let few = analysis([leads(.minutes(1), 99), leads(.anomaly, 1)])
    #expect(few.findings(few.report(.allTeams, .all)).isEmpty)
    // A tenth, but fewer than `min_leads`.
    let small = analysis([leads(.minutes(1), 36), leads(.anomaly, 4)])
    #expect(small.findings(small.report(.allTeams, .all)).isEmpty)
    let many = analysis([leads(.minutes(1), 60), leads(.anomaly, 5), leads(.never, 35, young: 1)])
    #expect(
      many.findings(many.report(.allTeams, .all)).map(\.fact) == [
        .data(.anomalies, leads: 5, of: 100), .data(.pending, leads: 35, of: 100),
      ])
    // What is true of all of them bends nothing.
    let all = analysis([leads(.flagged, 20)])
    #expect(all.findings(all.report(.allTeams, .all)).isEmpty)
    // But that nothing was answered after its receipt is no way to read.
    let early = analysis([leads(.anomaly, 20)])
    #expect(
      early.findings(early.report(.allTeams, .all)).map(\.fact) == [.data(.anomalies, leads: 20, of: 20)])
    let young = analysis([leads(.never, 20, young: 1)])
    #expect(young.findings(young.report(.allTeams, .all)).isEmpty)
    let flags = analysis([leads(.minutes(1), 15), leads(.flagged, 5), leads(.never, 9)])
    #expect(
      flags.findings(flags.report(.allTeams, .all)).map(\.fact) == [.data(.flagged, leads: 5, of: 20)])
  }
}

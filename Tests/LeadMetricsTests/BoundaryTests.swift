import LeadModel
import Testing

@testable import LeadMetrics

/// The sentences of the contract at the edges that they name: one lead more or less, and it is otherwise.
@Suite struct BoundaryTests {
  private func leads(
    _ day: String, _ within: Int, of count: Int, at time: String = "08:00", team: String = "North"
  )
    -> [Row]
  {
    ReportTests.leads(day, time, within, of: count, team: team)
  }

  @Test("mix and rate only where each stratum has min_leads in both periods")
  func strata() {
    let (before, now) = ([counts(50, of: 100), counts(1, of: 5)], [counts(120, of: 150), counts(5, of: 9)])
    #expect(MixAndRate(now, after: before, Rules()) != nil)
    #expect(MixAndRate(now, after: [before[0], counts(1, of: 4)], Rules()) == nil)
    #expect(MixAndRate([now[0], counts(4, of: 4)], after: before, Rules()) == nil)
  }

  @Test("Saturday is no weekday of the strata")
  func weekend() {
    let rows =
      leads("2026-11-04", 80, of: 100) + leads("2026-11-07", 20, of: 100) + leads("2026-11-11", 180, of: 200)
      + leads("2026-11-14", 10, of: 50)
    let found = analysis(
      rows, asOf: at("2026-11-16"), first: at("2026-11-02"),
      shifts: [shift("Ann", Set(Weekday.allCases), ("08:00", "09:00"))])
    // Shares ½ and ½, then 4/5 and 1/5: 0.3 · 1.7 / 2 − 0.3 · 0.4 / 2, and 0.1 · 1.3 / 2.
    let tenths = found.comparison(.allTeams, .week(week(2026, 46)))?.mixAndRate?.tenths
    #expect(tenths?.mix == 195 && tenths?.rate == 65)
  }

  @Test("an incomplete month is that of the headline only where it is the only one")
  func latestMonth() {
    let rows = leads("2026-10-06", 1, of: 1) + leads("2026-11-03", 1, of: 1)
    let both = analysis(rows, asOf: at("2026-11-10"), first: at("2026-10-01"))
    #expect(both.latestMonth(.allTeams).map { "\($0)" } == "2026-10")
    let only = analysis(leads("2026-11-03", 1, of: 1), asOf: at("2026-11-10"), first: at("2026-11-01"))
    #expect(only.latestMonth(.allTeams).map { "\($0)" } == "2026-11")
    // Where none is complete it is the latest.
    let neither = analysis(rows, asOf: at("2026-11-10"), first: at("2026-10-05"))
    #expect(neither.latestMonth(.allTeams).map { "\($0)" } == "2026-11")
  }

  @Test("nobody is ahead beyond chance of others who are pooled above them")
  func mutedOthers() {
    // Two teams have enough leads; thirty with four each, all in time, are among the others.
    let rows =
      TeamTests.leads("A", "08:00", 30, of: 60) + TeamTests.leads("B", "08:00", 20, of: 60)
      + (0..<30).flatMap { TeamTests.leads("T\($0)", "08:00", 4, of: 4) }
    #expect(
      analysis(rows).winners(.all)[16]
        == .winner(0, rate: Ratio(30, of: 60), others: Ratio(140, of: 180), isBeyondChance: false))
  }

  @Test(
    "data problems: 2 % of anomalies, 25 % pending, 25 % of the contacted flagged",
    arguments: [
      (Response.anomaly, 5, 245, true), (.anomaly, 5, 246, false), (.flagged, 25, 75, true),
      (.flagged, 25, 76, false),
      (.never, 25, 75, true), (.never, 25, 76, false),
    ]) func dataProblems(response: Response, odd: Int, usual: Int, isFound: Bool)
  {
    let day = at("2026-11-09", "08:00")
    let found = analysis([
      Row(received: day, response: .minutes(1), weight: usual),
      Row(received: day, response: response, weight: odd, young: response == .never ? 1 : 0),
    ])
    #expect(!found.findings(found.report(.allTeams, .all)).isEmpty == isFound)
  }

  @Test("of teams the two that differ from their peers by most leads, and five findings at most")
  func most() {
    let changes = [(50, 60), (10, 60), (20, 60)].map {
      Change(Ratio($0.0, of: 100), after: Ratio($0.1 * 3, of: 300))!
    }
    let chosen = Candidate.chosen(
      changes.enumerated().map { Candidate(.team($0, Counts(), beside: $1), $1) }, Rules())
    #expect(chosen.map(\.leads) == [50, 40])

    func rows(_ team: String, _ time: String, _ response: Response, _ weight: Int, young: Int = 0) -> Row {
      Row(team: team, received: at("2026-11-09", time), response: response, weight: weight, young: young)
    }
    let all = analysis([
      rows("A", "08:00", .minutes(1), 900), rows("B", "08:00", .minutes(90), 300),
      rows("B", "10:00", .never, 300),
      rows("B", "08:00", .minutes(1), 300), rows("A", "08:00", .flagged, 700),
      rows("A", "08:00", .anomaly, 90),
      rows("A", "08:00", .never, 1_000, young: 1), rows("C", "08:00", .minutes(1), 300),
    ])
    let facts = all.findings(all.report(.allTeams, .all)).map(\.fact)
    #expect(facts.count == 5)
    #expect(
      facts.suffix(2) == [.data(.anomalies, leads: 90, of: 3_890), .data(.pending, leads: 1_000, of: 3_890)])
  }

  private func staffing(_ rows: [Row], _ shifts: [Shift]) -> Staffing {
    let found = analysis(rows, asOf: at("2026-11-16"), first: at("2026-11-09"), shifts: shifts)
    return found.report(.team(0), .week(week(2026, 46))).staffing(found.rules)
  }

  @Test(
    "a quiet shift met less than a tenth of what its hours bring",
    arguments: [(9, 191, true), (10, 190, false)])
  func quietTenth(few: Int, many: Int, isQuiet: Bool) {
    // Two hundred leads in two shifts of four hours: a hundred each.
    let shifts = [shift("Ann", [.monday, .tuesday], ("08:00", "12:00"))]
    let found = staffing(leads("2026-11-09", 0, of: many) + leads("2026-11-10", 0, of: few), shifts)
    #expect(found.quietBlocks.map(\.weekday) == (isQuiet ? [.tuesday] : []))
  }

  @Test("of quiet shifts the longest is first, and of equals the earlier")
  func quietOrder() {
    let found = staffing(
      leads("2026-11-09", 0, of: 200),
      [
        shift("Ann", [.monday], ("08:00", "12:00")), shift("Bob", [.tuesday, .thursday], ("09:00", "11:00")),
        shift("Cem", [.saturday], ("08:00", "12:00")),
      ])
    #expect(found.quietBlocks.map(\.weekday) == [.saturday, .tuesday, .thursday])
    #expect(found.quietBlocks.map(\.repMinutes) == [240, 120, 120])
  }

  @Test("strengths: the largest difference first")
  func strengths() {
    let rows =
      TeamTests.leads("A", "10:00", 100, of: 100) + TeamTests.leads("B", "10:00", 50, of: 100)
      + TeamTests.leads("A", "11:00", 100, of: 100) + TeamTests.leads("B", "11:00", 10, of: 100)
    #expect(analysis(rows).potential(0, .all).strengths.map(\.minuteOfDay) == [660, 600])
  }

  @Test(
    "afternoons are lost where a fifth of the rows are of the night", arguments: [(20, true), (19, false)])
  func night(rows night: Int, isFound: Bool) {
    let hours =
      Array(repeating: "03:15", count: night) + ["12:15"] + Array(repeating: "09:15", count: 99 - night)
    let table = intake(hours.map { Row(received: at("2026-11-09", $0)) }).table
    #expect((table.lostAfternoon != nil) == isFound)
  }

  @Test("years before all others: more than 104 weeks")
  func early() {
    let usual = (0..<40).map { _ in Row(received: at("2026-11-02")) }
    // 2024-11-04 is 104 weeks before 2 November 2026, 28 October 2024 is 105.
    #expect(intake(usual + [Row(received: at("2024-11-04"))]).table.earlyBegin == nil)
    #expect(intake(usual + [Row(received: at("2024-10-28"))]).table.earlyBegin != nil)
  }

  @Test("ranks by min: two firsts, then a third, and the unranked by their leads")
  func ranks() {
    func rows(_ rep: String, _ within: Int, of count: Int) -> [Row] {
      (0..<count).map {
        Row(received: at("2026-11-09"), response: $0 < within ? .minutes(1) : .minutes(90), rep: rep)
      }
    }
    let found = analysis(
      rows("Ada", 3, of: 6) + rows("Bea", 4, of: 8) + rows("Cem", 1, of: 5) + rows("Dan", 2, of: 3)
        + rows("Eva", 0, of: 4))
    let board = found.breakdowns(.team(0), .all, by: [.rep])[.rep]!.rows
    #expect(board.map(\.name) == ["Bea", "Ada", "Cem", "Eva", "Dan"].map { .named($0) })
    #expect(board.map(\.rank) == [1, 1, 3, nil, nil])
  }
}

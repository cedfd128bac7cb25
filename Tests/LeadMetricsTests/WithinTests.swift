import LeadModel
import Testing

@testable import LeadMetrics

@Suite("Within a team")
struct WithinTests {
  static func row(_ rep: String?, _ response: Response, _ count: Int = 1) -> Row {
    Row(received: at("2026-11-09", "08:00"), response: response, weight: count, rep: rep)
  }

  @Test("by rep: leads, rate, times, ranks; never-contacted leads without a rep are nobody's")
  func breakdown() {
    let rows = [
      WithinTests.row("Ann", .minutes(10), 6), WithinTests.row("Ann", .minutes(90), 2),
      WithinTests.row("Ann", .never, 4), WithinTests.row("Bob", .minutes(20), 8),
      WithinTests.row("Bob", .never, 2), WithinTests.row("Cy", .minutes(1), 1),
      WithinTests.row(nil, .never, 1),
      WithinTests.row(nil, .minutes(5), 6),
    ]
    let reps = analysis(rows).breakdowns(.team(0), .all, by: [.rep])[.rep]!
    #expect(reps.rows.map(\.name) == [.named("Bob"), .named("Ann"), .named("Cy"), .blank, .nobody])
    #expect(reps.rows.map(\.rank) == [1, 2, nil, nil, nil])
    #expect(reps.rows.map(\.counts.leads) == [10, 12, 1, 6, 1])
    #expect(reps.rows[1].counts.within[0] == 6 && reps.rows[1].counts.never == 4)
    // Eight values: six of 10 and two of 90 minutes; position 6.3 is 90.
    #expect(reps.rows[1].timing.median == 600_000_000 && reps.rows[1].timing.p90 == 5_400_000_000)
    #expect(reps.rows[4].timing == Timing())
    // Those without a rep who were answered were chosen for that.
    #expect(reps.rows.map(\.hasRate) == [true, true, true, false, true])
    // 1 of 7 never-contacted leads lacks a rep, and 6 of 23 contacted ones do.
    #expect(reps.hasRates && reps.lackingAmongNever == Ratio(1, of: 7))
    #expect(reps.lackingAmongContacted == Ratio(6, of: 23))
  }

  @Test("where never-contacted leads lack the rep more often there is no rate, and no rank")
  func survivorship() {
    let rows = [WithinTests.row("Ann", .minutes(10), 9), WithinTests.row(nil, .never, 9)]
    let reps = analysis(rows).breakdowns(.allTeams, .all, by: [.rep])[.rep]!
    #expect(!reps.hasRates && reps.rows.allSatisfy { $0.rank == nil && !$0.hasRate })
    #expect(reps.rows.map(\.name) == [.named("Ann"), .nobody])
    let equal = [
      WithinTests.row("Ann", .minutes(10), 9), WithinTests.row("Ann", .never, 9),
    ]
    #expect(analysis(equal).breakdowns(.allTeams, .all, by: [.rep])[.rep]!.hasRates)
    // Where no lead without a rep went unanswered, those without one are all there are.
    let all = analysis(equal + [WithinTests.row(nil, .minutes(90), 6)])
    #expect(all.breakdowns(.allTeams, .all, by: [.rep])[.rep]!.rows.last?.hasRate == true)
  }

  @Test("a rep's own map")
  func repMap() {
    let rows = [
      WithinTests.row("Ann", .minutes(10), 3), WithinTests.row("Bob", .minutes(20), 8),
      Row(received: at("2026-11-10", "09:00"), response: .seconds(30), rep: "Ann"),
    ]
    let slice = analysis(rows).rates(.allTeams, .all, by: .rep, ["Ann"])[0]
    #expect(
      slice.total.leads == 4 && slice[.tuesday, 18].counts.leads == 1 && slice[.monday, 16].counts.leads == 3)
    let others = analysis(rows).rates(.allTeams, .all, by: .rep, ["Zoe", "Ann"])
    #expect(others.map(\.total.leads) == [0, slice.total.leads])
    #expect(analysis(rows).rates(.allTeams, .all, by: .manager, ["Ann"])[0].total.leads == 0)
  }

  @Test("breakdowns beside a slow twin", arguments: UInt64(1)...4)
  func twin(seed: UInt64) {
    var random = Seeded(seed)
    let rows = TwinTests.randomRows(seed, count: 1_500, days: 20, fractions: seed == 2, weights: seed == 3)
      .map {
        var row = $0
        row.names[.channel] = ["call", "mail", "chat", nil].randomElement(using: &random)!
        row.names[.source] = ["ads", "web"].randomElement(using: &random)!
        return row
      }
    let analysis = analysis(rows)
    let counted = rows.filter { !$0.isRemoved }
    for (scope, team) in [(Scope.allTeams, nil), (.team(1), "B")] {
      let mine = counted.filter { team == nil || $0.team == team }
      for row in analysis.breakdowns(scope, .all, by: [.channel])[.channel]!.rows {
        let those = mine.filter {
          switch row.name {
          case .named(let name): $0.names[.channel] == name
          case .blank: $0.names[.channel] == nil && $0.response != .never
          case .nobody: $0.names[.channel] == nil && $0.response == .never
          }
        }
        #expect(row.counts == TwinTests.slowCounts(those, Rules()))
        let times = TwinTests.slowTimes(those)
        #expect(row.timing.median == TwinTests.slowQuantile(times, tenths: 5))
        #expect(row.timing.p90 == TwinTests.slowQuantile(times, tenths: 9))
      }
    }
  }

  @Test("the distribution of response times, every threshold an edge")
  func distribution() {
    var rules = Rules()
    rules.threshold = 45
    let rows = [
      WithinTests.row(nil, .minutes(0), 2), WithinTests.row(nil, .minutes(1)),
      WithinTests.row(nil, .minutes(45), 3),
      WithinTests.row(nil, .after(45 * 60_000_000 + 1)), WithinTests.row(nil, .minutes(20_000), 5),
      WithinTests.row(nil, .never, 4), WithinTests.row(nil, .anomaly, 6), WithinTests.row(nil, .flagged, 7),
    ]
    let distribution = analysis(rows, rules: rules).distribution(.allTeams, .all)
    let filled = distribution.bars.filter { $0.leads > 0 }
    #expect(filled.map(\.after) == [0, 30, 45, 10_080])
    #expect(filled.map(\.upTo) == [1, 45, 60, nil])
    #expect(filled.map(\.leads) == [3, 3, 1, 5])
    #expect(distribution.never == 4 && distribution.anomalies == 6 && distribution.flagged == 7)
  }

  @Test(
    "several thresholds; a flag answers for the headline's only, and where there are no times nothing else is known"
  )
  func shares() {
    var rules = Rules()
    rules.also = [5]
    let timed = [
      WithinTests.row(nil, .minutes(5)), WithinTests.row(nil, .minutes(6)), WithinTests.row(nil, .never),
    ]
    let plain = analysis(timed, rules: rules)
    let shares = plain.shares(plain.counts(.allTeams))
    #expect(shares.map(\.minutes) == [5, 60] && shares.map(\.rate) == [Ratio(1, of: 3), Ratio(2, of: 3)])
    let flagged = analysis(timed + [WithinTests.row(nil, .flagged)], rules: rules)
    #expect(
      flagged.shares(flagged.counts(.allTeams)).map(\.rate) == [Ratio(1, of: 3), Ratio(3, of: 4)])
    var intake = intake(timed + [WithinTests.row(nil, .flagged)])
    intake.sources = [SourceAccount(name: "flags.csv")]
    intake.sources[0].tellsTimes = false
    let untimed = Analysis(intake: intake, schedule: Schedule(), rules: rules)
    #expect(untimed.shares(untimed.counts(.allTeams)).map(\.rate) == [nil, Ratio(3, of: 4)])
  }

  @Test("conversion by response time, with leads of unknown outcome left out")
  func conversion() throws {
    func row(_ outcome: String?, _ response: Response, _ weight: Int) -> Row {
      var row = WithinTests.row(nil, response, weight)
      row.names[.outcome] = outcome
      return row
    }
    let rows = [
      row("won", .minutes(5), 3), row("lost", .minutes(4), 1), row("won", .minutes(61), 1),
      row("lost", .minutes(1_441), 2), row("lost", .never, 4), row(nil, .minutes(5), 6),
      row("won", .anomaly, 1), row("won", .flagged, 2), row(nil, .anomaly, 1),
    ]
    let conversion = try #require(analysis(rows).conversion(.allTeams, .all))
    #expect(conversion.outcomes == ["lost", "won"] && conversion.unknown == 7)
    #expect(conversion.anomalies == 1 && conversion.flagged == 2)
    #expect(conversion.rows.map(\.leads) == [4, 0, 0, 1, 2, 4])
    #expect(conversion.rows[0].band == .minutes(after: 0, upTo: 5))
    #expect(conversion.rows[0].shares == [Ratio(1, of: 4), Ratio(3, of: 4)])
    #expect(conversion.rows[5].band == .never && conversion.rows[5].shares[1] == Ratio(0, of: 4))
    #expect(analysis([WithinTests.row(nil, .never)]).conversion(.allTeams, .all) == nil)
    // Where a flag is all that tells, the others may have been answered later.
    var intake = intake([
      row("won", .flagged, 3), row("lost", .flagged, 1), row("lost", .never, 4), row("won", .anomaly, 1),
    ])
    intake.sources = [SourceAccount(name: "flags.csv")]
    intake.sources[0].tellsTimes = false
    let flags = try #require(
      Analysis(intake: intake, schedule: Schedule(), rules: Rules()).conversion(.allTeams, .all))
    #expect(flags.anomalies == 1 && flags.flagged == 0)
    #expect(flags.rows.map(\.band) == [.minutes(after: 0, upTo: 60), .notWithin(60)])
    #expect(
      flags.rows.map(\.shares) == [[Ratio(1, of: 4), Ratio(3, of: 4)], [Ratio(4, of: 4), Ratio(0, of: 4)]])
  }
}

@Suite("Staffing")
struct StaffingTests {
  @Test("load, shifts to add and quiet blocks")
  func staffing() {
    let rows =
      ReportTests.leads("2026-11-09", "08:00", 15, of: 15)
      + ReportTests.leads("2026-11-09", "18:00", 1, of: 7)
      + ReportTests.leads("2026-11-10", "20:00", 0, of: 8)
      + ReportTests.leads("2026-11-11", "20:00", 0, of: 4)
    let shifts = [
      shift("Ann", [.monday], ("08:00", "12:00")), shift("Bob", [.sunday], ("08:00", "16:00")),
    ]
    let analysis = analysis(rows, asOf: at("2026-11-16"), shifts: shifts)
    let staffing = analysis.report(.team(0), .week(week(2026, 46))).staffing(analysis.rules)
    #expect(staffing.load == Quotient(34 * 60, 12 * 60), "34 leads in 12 rep-hours")
    #expect(staffing.cellLoads[16].value == 30 && staffing.cellLoads[40].value == nil)
    #expect(staffing.shiftsToAdd.map(\.weekday) == [.tuesday, .monday], "8 missed, 6 missed; 4 are too few")
    #expect(staffing.shiftsToAdd.map(\.minuteOfDay) == [1_200, 960])
    #expect(
      staffing.quietBlocks.map(\.minuteOfDay) == [480, 720] && staffing.quietBlocks[0].weekday == .sunday)
    #expect(staffing.quietBlocks[0].repMinutes == 240 && staffing.quietDoubt == nil)
  }

  @Test("a quiet shift met less than a tenth of the covered leads that so many hours bring, not of all leads")
  func quietOfCovered() {
    // Six leads in four hours on shift on Monday, one in as many on Tuesday, and a hundred while nobody was there:
    // seven in eight hours are expected to be 3.5 in four.
    func rows(_ scale: Int) -> [Row] {
      ReportTests.leads("2026-11-09", "09:00", 0, of: 6 * scale)
        + ReportTests.leads("2026-11-10", "09:00", 0, of: scale)
        + ReportTests.leads("2026-11-11", "21:00", 0, of: 100)
    }
    func staffing(_ rows: [Row], first: String = "2026-11-09") -> Staffing {
      let analysis = analysis(
        rows, asOf: at("2026-11-16"), first: at(first),
        shifts: [shift("Ann", [.monday, .tuesday, .thursday], ("08:00", "12:00"))])
      return analysis.report(.team(0), .week(week(2026, 46))).staffing(analysis.rules)
    }
    #expect(staffing(rows(1)).quietBlocks.isEmpty && staffing(rows(1)).quietDoubt == .tooFew)
    // Fourteen leads in twelve hours, 4.7 expected in a block of four; 21 are seven. Only Thursday met less than 0.7.
    #expect(staffing(rows(2)).quietDoubt == .tooFew)
    #expect(staffing(rows(3)).quietBlocks.map(\.weekday) == [.thursday])
    #expect(staffing(rows(3)).quietBlocks[0].counts.leads == 0)
    // Where the data begin on Tuesday, nothing is known of Monday's shift.
    let late = staffing(rows(3).filter { $0.received >= at("2026-11-10") }, first: "2026-11-10")
    #expect(late.quietBlocks.isEmpty && late.quietDoubt == .dataBegin)
    // Wednesday evening alone: no shift met any of them.
    #expect(staffing(Array(rows(1).suffix(100))).quietDoubt == .noneMet(leads: 100))
  }

  @Test("leads of unknown coverage are in no load, of a slot or of the period")
  func loadOfUnknown() {
    // North has a shift, South has none: ten leads each in the hour of that shift, and five of each later.
    let rows = ["North", "South"].flatMap { team in
      (0..<10).map { _ in Row(team: team, received: at("2026-11-09", "09:00")) }
        + (0..<5).map { _ in Row(team: team, received: at("2026-11-10", "09:00")) }
    }
    let analysis = analysis(
      rows, asOf: at("2026-11-16"), shifts: [shift("Ann", [.monday], ("09:00", "10:00"))])
    let staffing = analysis.report(.allTeams, .week(week(2026, 46))).staffing(analysis.rules)
    #expect(staffing.load.value == 15 && staffing.cellLoads[18].value == 20)
    #expect(staffing.cellLoads[19].value == 0)
  }

  @Test("without a schedule nothing is said about shifts")
  func unknown() {
    let analysis = analysis(ReportTests.leads("2026-11-09", "08:00", 0, of: 12))
    let staffing = analysis.report(.team(0), .all).staffing(analysis.rules)
    #expect(staffing.load.value == nil && staffing.cellLoads.isEmpty && staffing.shiftsToAdd.isEmpty)
  }

  @Test("an event: whole weeks before and after it, as many as there are on both sides, at most four")
  func event() throws {
    // Seven leads a week; from 2026-11-09 on all answered.
    let rows = PeriodTests.daily("2026-10-12", "2026-11-29").map {
      var row = $0
      if row.received < at("2026-11-09") { row.response = .never }
      return row
    }
    let analysis = analysis(rows, asOf: at("2026-11-30"))
    let effect = try #require(analysis.effect(of: date("2026-11-09"), .allTeams))
    #expect(effect.weeks == 3 && effect.before.leads == 21 && effect.after.leads == 21)
    #expect(effect.change?.points == 1_000 && effect.change?.verdict(Rules()) == .improved)
    #expect(analysis.effect(of: date("2026-10-15"), .allTeams) == nil)
    #expect(analysis.effect(of: date("2026-11-27"), .allTeams) == nil)
    #expect(analysis.effect(of: date("2027-11-27"), .allTeams) == nil)
    #expect(analysis.effect(of: date("2026-10-20"), .allTeams)?.weeks == 1)
  }
}

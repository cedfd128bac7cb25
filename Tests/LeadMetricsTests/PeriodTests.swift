import LeadModel
import Testing

@testable import LeadMetrics

@Suite("Periods")
struct PeriodTests {
  /// One lead a day at noon, answered within the hour.
  static func daily(_ first: String, _ last: String, team: String = "North") -> [Row] {
    (date(first).dayNumber...date(last).dayNumber).map {
      Row(
        team: team, received: LocalTime(date: CivilDate(dayNumber: $0), minuteOfDay: 720),
        response: .minutes(5))
    }
  }

  @Test("complete: the data begin on or before the first day and the cut-off is at or past the end")
  func complete() {
    let rows = PeriodTests.daily("2026-11-02", "2026-11-15")
    let exact = analysis(rows, asOf: at("2026-11-16"))
    #expect(exact.isComplete(.allTeams, .week(week(2026, 45))), "begins at noon of its first day")
    #expect(exact.isComplete(.allTeams, .week(week(2026, 46))), "an as_of date means its end")
    #expect(!exact.isComplete(.allTeams, .week(week(2026, 47))))
    #expect(!exact.isComplete(.allTeams, .month(YearMonth(containing: date("2026-11-01")))))
    let early = analysis(rows, asOf: at("2026-11-15", "23:59"))
    #expect(!early.isComplete(.allTeams, .week(week(2026, 46))))
    let open = analysis(rows)
    #expect(!open.isComplete(.allTeams, .week(week(2026, 46))), "the cut-off is the latest received time")
    #expect(open.latestWeek(.allTeams)?.description == "2026-W45")
    let late = analysis(PeriodTests.daily("2026-11-03", "2026-11-15"), asOf: at("2026-11-16"))
    #expect(!late.isComplete(.allTeams, .week(week(2026, 45))))
  }

  @Test("an incomplete period says at which end the data lack, on the clocks of its scope")
  func ends() {
    let analysis = analysis(PeriodTests.daily("2026-11-04", "2026-11-17"), asOf: at("2026-11-17", "17:30"))
    func ends(_ period: Period) -> [String?] {
      let info = analysis.info(.allTeams, period)
      return [info.lateBegin?.description, info.earlyEnd.map { "\($0.day) \($0.minuteOfDay)" }]
    }
    #expect(ends(.week(week(2026, 45))) == ["2026-11-04", nil])
    #expect(ends(.week(week(2026, 46))) == [nil, nil])
    #expect(ends(.week(week(2026, 47))) == [nil, "2026-11-17 1050"])
    #expect(ends(.month(YearMonth(containing: date("2026-11-01")))) == ["2026-11-04", "2026-11-17 1050"])
    #expect(ends(.all) == [nil, nil])
  }

  @Test("a cut-off at midnight belongs to the day that it begins, unless it is the end of a date")
  func midnight() {
    // The latest lead is of Monday 9 November 2026, 00:00.
    let rows = PeriodTests.daily("2026-11-02", "2026-11-08") + [Row(received: at("2026-11-09"))]
    func end(_ analysis: Analysis) -> DataEnd? {
      analysis.info(.allTeams, .month(YearMonth(containing: date("2026-11-01")))).earlyEnd
    }
    let open = analysis(rows)
    #expect(end(open) == DataEnd(day: date("2026-11-09"), minuteOfDay: 0))
    #expect(open.info(.allTeams, .all).dates == date("2026-11-02")...date("2026-11-09"))
    #expect(open.isComplete(.allTeams, .week(week(2026, 45))))
    let ended = analysis(Array(rows.dropLast()), asOf: at("2026-11-09"))
    #expect(end(ended) == DataEnd(day: date("2026-11-08"), minuteOfDay: 1_440))
    #expect(ended.info(.allTeams, .all).dates == date("2026-11-02")...date("2026-11-08"))
  }

  @Test("from: declares that the data begin earlier than their first lead")
  func from() {
    var rules = Rules()
    rules.from = date("2026-11-02")
    let declared = analysis(
      PeriodTests.daily("2026-11-04", "2026-11-15"), asOf: at("2026-11-16"), rules: rules)
    #expect(declared.isComplete(.allTeams, .week(week(2026, 45))))
  }

  @Test("a team's periods end on its own clocks, those of all teams on the report's")
  func zones() {
    func zone(_ name: String, _ hours: Int64) -> ZoneRules {
      ZoneRules(name: name, transitions: [ZoneRules.Transition(at: .min, offset: hours * 3_600)])
    }
    var intake = intake(
      PeriodTests.daily("2026-11-02", "2026-11-08", team: "East")
        + PeriodTests.daily("2026-11-02", "2026-11-08", team: "West"))
    intake.zone = zone("Report", 0)
    intake.table.teams[0].zone = zone("East", 1)
    intake.table.teams[1].zone = zone("West", -3)
    intake.cutoff = Instant(microseconds: at("2026-11-09").microseconds)
    var rules = Rules()
    rules.asOf = intake.cutoff
    let analysis = Analysis(intake: intake, schedule: Schedule(), rules: rules)
    let week = Period.week(LeadMetricsTests.week(2026, 45))
    #expect(analysis.isComplete(.allTeams, week) && analysis.isComplete(.team(0), week))
    #expect(!analysis.isComplete(.team(1), week), "in the west it is still Sunday")
    // One o'clock of the report is the evening before in the west, on a day on which all teams begin.
    intake.firstReceived = Instant(microseconds: at("2026-11-02", "01:00").microseconds)
    let early = Analysis(intake: intake, schedule: Schedule(), rules: rules)
    func first(_ scope: Scope) -> String? { early.info(scope, .all).dates?.lowerBound.description }
    #expect(first(.team(0)) == "2026-11-02" && first(.team(1)) == "2026-11-01")
    #expect(first(.allTeams) == "2026-11-01")
  }

  @Test("an incomplete period is the headline's only where it is the only one")
  func onlyIncomplete() {
    #expect(analysis(PeriodTests.daily("2026-11-03", "2026-11-04")).latestWeek(.allTeams) == week(2026, 45))
    #expect(
      analysis(PeriodTests.daily("2026-11-03", "2026-11-04")).latestMonth(.allTeams)?.description == "2026-11"
    )
  }

  @Test("periods with leads have pages; a trend shows the gaps between them")
  func gaps() {
    let rows = PeriodTests.daily("2026-11-02", "2026-11-08") + PeriodTests.daily("2026-11-23", "2026-11-24")
    let analysis = analysis(rows)
    #expect(analysis.weeks(.allTeams).map(\.description) == ["2026-W45", "2026-W48"])
    let trend = analysis.trend(.team(0))
    #expect(trend.map(\.counts.leads) == [7, 0, 0, 2])
    #expect(trend[1].timing.median == nil && trend[0].timing.median == 300_000_000)
    #expect(trend.map(\.isComplete) == [true, true, true, false])
    #expect(analysis.trend(.team(0), last: 2).map(\.counts.leads) == [0, 2])
    #expect(analysis.trend(.team(0), last: 2, through: week(2026, 46)).map(\.counts.leads) == [7, 0])
    let info = analysis.info(.allTeams, .week(week(2026, 48)))
    #expect(info.earlier == .week(week(2026, 45)) && info.later == nil)
    #expect(info.dates == date("2026-11-23")...date("2026-11-29"))
    #expect(analysis.info(.allTeams, .all).dates == date("2026-11-02")...date("2026-11-24"))
  }

  @Test("a team that has no leads any more is in trends up to the last week of all")
  func silence() {
    // South's last lead is in week 45; the data end with week 47, a Sunday's midnight.
    let rows =
      PeriodTests.daily("2026-11-02", "2026-11-22")
      + PeriodTests.daily("2026-11-02", "2026-11-06", team: "South")
    let analysis = analysis(rows, asOf: at("2026-11-23"))
    #expect(analysis.trend(.team(1)).map(\.counts.leads) == [5, 0, 0])
    #expect(analysis.silentWeeks(.team(1)) == 2 && analysis.silentWeeks(.team(0)) == 0)
    #expect(analysis.silentWeeks(.allTeams) == 0)
    // The cut-off is within the second week after it.
    #expect(LeadMetricsTests.analysis(rows, asOf: at("2026-11-22")).silentWeeks(.team(1)) == 1)
  }

  @Test("a complete period is compared with the whole calendar period before")
  func previous() throws {
    let rows = PeriodTests.daily("2026-11-02", "2026-11-15")
    let comparison = try #require(
      analysis(rows, asOf: at("2026-11-16")).comparison(.allTeams, .week(week(2026, 46))))
    #expect(!comparison.isLikeForLike && comparison.previous.leads == 7)
    #expect(comparison.change?.points == 0)
    #expect(comparison.previousCells.map(\.leads).reduce(0, +) == 7)
  }

  @Test("without leads before there is no comparison")
  func noPrevious() {
    let rows = PeriodTests.daily("2026-11-02", "2026-11-08") + PeriodTests.daily("2026-11-23", "2026-11-29")
    let analysis = analysis(rows)
    #expect(analysis.comparison(.allTeams, .week(week(2026, 48))) == nil)
    #expect(analysis.comparison(.allTeams, .week(week(2026, 45))) == nil)
    #expect(analysis.comparison(.allTeams, .all) == nil)
  }

  @Test("an incomplete week is compared with the same weekdays and times of the one before")
  func likeForLikeWeek() throws {
    var rows = PeriodTests.daily("2026-11-02", "2026-11-11")
    rows.append(Row(received: at("2026-11-04", "12:30")))
    let early = try #require(
      analysis(rows, asOf: at("2026-11-11", "12:30")).comparison(.allTeams, .week(week(2026, 46))))
    #expect(early.isLikeForLike && early.previous.leads == 3, "Monday to Wednesday, before 12:30")
    let later = try #require(
      analysis(rows, asOf: at("2026-11-11", "12:31")).comparison(.allTeams, .week(week(2026, 46))))
    #expect(later.previous.leads == 4)
    // With the latest lead as the cut-off its own minute belongs to both.
    rows.append(Row(received: at("2026-11-11", "12:30")))
    #expect(analysis(rows).comparison(.allTeams, .week(week(2026, 46)))?.previous.leads == 4)
  }

  @Test("a week is compared with the days of an incomplete one before it that the data hold")
  func afterAnIncompleteWeek() throws {
    // Weekdays 30 of 40, weekend days 8 of 40, and nothing changes; the data begin on a Friday.
    let rows = (6...15).flatMap { day -> [Row] in
      let date = date("2026-11-\(day < 10 ? "0" : "")\(day)")
      let within = date.weekday.isWeekend ? 8 : 30
      return (0..<40).map {
        Row(received: LocalTime(date: date, minuteOfDay: 600), response: $0 < within ? .minutes(5) : .never)
      }
    }
    let analysis = analysis(rows, asOf: at("2026-11-16"))
    let comparison = try #require(analysis.comparison(.allTeams, .week(week(2026, 46))))
    #expect(comparison.isLikeForLike && comparison.previous.leads == 120)
    #expect(comparison.change?.points == 0 && comparison.change?.current == Ratio(46, of: 120))
    #expect(analysis.change(.allTeams, .week(week(2026, 46))) == comparison.change)
    #expect(
      analysis.isLikeForLike(.allTeams, .week(week(2026, 46))) && !analysis.isLikeForLike(.allTeams, .all))
    #expect(analysis.change(.team(0), .week(week(2026, 45))) == nil)
  }

  @Test("data begin in the period of the first lead of any team")
  func begin() {
    let rows = [
      Row(team: "Old", received: at("2026-10-20")), Row(team: "New", received: at("2026-11-03")),
    ]
    let analysis = analysis(rows)
    #expect(analysis.dataBegin(in: .week(week(2026, 43))) && !analysis.dataBegin(in: .week(week(2026, 45))))
    #expect(!analysis.dataBegin(in: .all))
  }

  @Test("an incomplete month is compared with the same weekdays of the one before, by their number")
  func likeForLikeMonth() throws {
    // November 2026 begins on a Sunday, October on a Thursday. Up to the end of Tuesday 3 November: the first
    // Sunday, Monday and Tuesday of October are the 4th, 5th and 6th.
    var rows = PeriodTests.daily("2026-11-01", "2026-11-03")
    rows += ["2026-10-01", "2026-10-04", "2026-10-05", "2026-10-06", "2026-10-07", "2026-10-11"].map {
      Row(received: at($0, "12:00"))
    }
    let comparison = try #require(
      analysis(rows, asOf: at("2026-11-04"), first: at("2026-09-01"))
        .comparison(.allTeams, .month(YearMonth(containing: date("2026-11-01")))))
    #expect(comparison.isLikeForLike && comparison.previous.leads == 3)
  }
}

@Suite("What a page leads with")
struct ReportTests {
  /// `count` leads at a time, of which `within` answered at once.
  static func leads(_ day: String, _ time: String, _ within: Int, of count: Int, team: String = "North")
    -> [Row]
  {
    (0..<count).map {
      Row(team: team, received: at(day, time), response: $0 < within ? .minutes(1) : .never)
    }
  }

  @Test("thin: fewer than half of the leads lie in slots of min_leads or more; then eight weeks are pooled")
  func thin() throws {
    var rows: [Row] = []
    // Ten weeks: one lead in each of six slots of Monday. Week 36 begins on 2026-08-31.
    for number in 0..<10 {
      let day = date("2026-08-31").adding(days: number * 7).description
      for hour in 8..<14 { rows += ReportTests.leads(day, "\(hour):00", 1, of: 1) }
    }
    let analysis = analysis(rows, asOf: at("2026-11-09"), first: at("2026-08-31"))
    let report = analysis.report(.team(0), .week(week(2026, 45)))
    #expect(report.isThin)
    let pooled = try #require(report.pooled)
    #expect(pooled.weeks == week(2026, 38)...week(2026, 45))
    #expect(pooled.slice.total.leads == 48)
    #expect(pooled.slice[.monday, 16].counts.leads == 8)
    // At the beginning there are only two complete weeks to pool.
    #expect(analysis.report(.team(0), .week(week(2026, 37))).pooled?.weeks == week(2026, 36)...week(2026, 37))
    #expect(
      analysis.report(.team(0), .week(week(2026, 36))).pooled == nil, "nothing more than the week itself")
    #expect(!analysis.report(.team(0), .all).isThin)
    // August has one day of leads and no week that ends in it.
    let august = analysis.report(.team(0), .month(YearMonth(containing: date("2026-08-31"))))
    #expect(august.isThin && august.pooled == nil)
  }

  @Test("exactly half is not thin")
  func half() {
    let rows =
      ReportTests.leads("2026-11-09", "08:00", 5, of: 5) + ReportTests.leads("2026-11-10", "08:00", 1, of: 4)
    let one = ReportTests.leads("2026-11-11", "08:00", 0, of: 1)
    let two = ReportTests.leads("2026-11-12", "08:00", 0, of: 1)
    #expect(!analysis(rows + one).report(.team(0), .all).isThin)
    #expect(analysis(rows + one + two).report(.team(0), .all).isThin)
  }

  @Test("an incomplete week is never pooled into")
  func pooledComplete() {
    var rows: [Row] = []
    for day in ["2026-10-26", "2026-11-02", "2026-11-09"] {
      for hour in 8..<14 { rows += ReportTests.leads(day, "\(hour):00", 1, of: 1) }
    }
    let report = analysis(rows).report(.team(0), .week(week(2026, 46)))
    #expect(report.pooled?.weeks == week(2026, 44)...week(2026, 45))
  }

  @Test("slots rank by missed leads, then the lower rate, then the earlier; muted ones in no list")
  func worst() {
    let rows =
      ReportTests.leads("2026-11-09", "08:00", 15, of: 25)
      + ReportTests.leads("2026-11-09", "09:00", 0, of: 4)
      + ReportTests.leads("2026-11-09", "10:00", 3, of: 8)
      + ReportTests.leads("2026-11-09", "11:00", 1, of: 6)
      + ReportTests.leads("2026-11-10", "11:00", 1, of: 6)
      + ReportTests.leads("2026-11-10", "12:00", 6, of: 6)
    let worst = analysis(rows).report(.team(0), .all).worst
    #expect(worst.minutes == 30)
    #expect(worst.parts.map(\.minuteOfDay) == [480, 660, 660, 600])
    #expect(worst.parts.map(\.weekday) == [.monday, .monday, .tuesday, .monday])
    #expect(worst.parts.map { $0.counts.missed(0) } == [10, 5, 5, 5])
    #expect(worst.mutedMissed == 4)
  }

  @Test("lists come from the finest of slot, hour and four-hour block that has enough leads")
  func unit() {
    let hours =
      ReportTests.leads("2026-11-09", "08:00", 0, of: 3) + ReportTests.leads("2026-11-09", "08:30", 0, of: 3)
    let hour = analysis(hours).report(.team(0), .all).worst
    #expect(hour.minutes == 60 && hour.parts.map(\.minuteOfDay) == [480])
    let blocks =
      ReportTests.leads("2026-11-09", "08:00", 0, of: 3) + ReportTests.leads("2026-11-09", "11:30", 0, of: 3)
    let block = analysis(blocks).report(.team(0), .all).worst
    #expect(block.minutes == 240 && block.parts[0].counts.leads == 6)
    let few = analysis(ReportTests.leads("2026-11-09", "08:00", 0, of: 3)).report(.team(0), .all).worst
    #expect(few.minutes == 240 && few.parts.isEmpty)
  }

  @Test("the leaderboard ranks by pooled rate with shared places; small teams follow unranked")
  func leaderboard() {
    let rows =
      ReportTests.leads("2026-11-09", "08:00", 3, of: 6, team: "A")
      + ReportTests.leads("2026-11-09", "08:00", 6, of: 8, team: "B")
      + ReportTests.leads("2026-11-09", "08:00", 4, of: 4, team: "C")
      + ReportTests.leads("2026-11-09", "08:00", 9, of: 12, team: "D")
    let board = analysis(rows)
    for period in [Period.all, .week(week(2026, 46)), .month(YearMonth(containing: date("2026-11-01")))] {
      #expect(board.leaderboard(period).map(\.team) == [1, 3, 0, 2])
      #expect(board.leaderboard(period).map(\.rank) == [1, 1, 3, nil])
    }
    #expect(board.leaderboard(.week(week(2026, 47))).isEmpty)
  }
}

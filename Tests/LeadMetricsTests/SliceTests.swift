import LeadMetrics
import LeadModel
import Testing

@Suite("Slices")
struct SliceTests {
  /// Monday 2026-11-09 is in week 46.
  static let rows = [
    Row(received: at("2026-11-09", "08:00"), response: .minutes(60)),
    Row(received: at("2026-11-09", "08:29"), response: .after(3_600_000_001)),
    Row(received: at("2026-11-09", "08:30"), response: .never),
    Row(received: at("2026-11-10", "08:00"), response: .anomaly),
    Row(received: at("2026-11-10", "08:10"), response: .minutes(10)),
    Row(received: at("2026-11-15", "23:59"), response: .minutes(1), weight: 3),
    Row(received: at("2026-11-15", "23:59"), response: .minutes(1), isRemoved: true),
  ]

  @Test("every lead is in the slot of its local time, and counted as what it is")
  func cells() {
    let slice = analysis(SliceTests.rows).report(.team(0), .week(week(2026, 46))).slice
    let early = slice[.monday, 16].counts
    #expect(early.leads == 2 && early.contacted == 2)
    #expect(early.within[0] == 1, "60:00 is within, 60:00.000001 is not")
    #expect(slice[.monday, 17].counts.never == 1)
    let tuesday = slice[.tuesday, 16]
    #expect(tuesday.counts.anomalies == 1 && tuesday.counts.leads == 2 && tuesday.counts.within[0] == 1)
    #expect(tuesday.median == 600_000_000, "an anomaly is in no response-time statistic")
    #expect(slice[.sunday, 47].counts.leads == 3, "a weighted row is that many leads; a removed one none")
    #expect(slice.total.leads == 8)
    #expect(slice.total.contacted == 7)
    #expect(slice.total.never == 1)
    #expect(slice.total.within[0] == 5)
    #expect(slice.total.missed(0) == 3)
  }

  @Test("mean, median and 90th percentile over contacted leads without anomalies")
  func timing() {
    let timing = analysis(SliceTests.rows).report(.team(0), .week(week(2026, 46))).slice.timing
    // Minutes 60, 60.000000017, 10, 1, 1, 1: six values; sorted 1 1 1 10 60 60.000000017.
    #expect(timing.median == 330_000_000, "halfway between 1 and 10 minutes")
    // Position 4.5: halfway between the two of an hour, half a microsecond rounded up.
    #expect(timing.p90 == 3_600_000_001)
    #expect(timing.mean == 1_330_000_000, "(133 min + 1 µs) / 6 is 1,330,000,000.17 µs")
  }

  @Test("nobody contacted has no times")
  func noTimes() {
    let slice = analysis([Row(received: at("2026-11-09"))]).report(.allTeams, .all).slice
    #expect(slice.timing == Timing())
    #expect(slice[.monday, 0].median == nil)
  }

  @Test("young leads are judged by no threshold that they are too young for")
  func pending() {
    var rules = Rules()
    rules.also = [5, 1_440]
    let rows = [
      Row(received: at("2026-11-09", "08:00"), response: .minutes(2), young: 2),
      Row(received: at("2026-11-09", "08:00"), response: .minutes(30), young: 1),
      Row(received: at("2026-11-09", "08:00"), response: .never, young: 3),
      Row(received: at("2026-11-09", "08:00"), response: .flagged),
    ]
    let total = analysis(rows, rules: rules).report(.allTeams, .all).slice.total
    // Thresholds 5, 60, 1440.
    #expect(total.pending == SIMD8(2, 2, 4, 0, 0, 0, 0, 0), "a flag answers the headline threshold only")
    #expect(total.within == SIMD8(1, 2, 0, 0, 0, 0, 0, 0))
    #expect(total.leads == 4 && total.contacted == 3 && total.flagged == 1 && total.timed == 2)
    rules.pending = .count
    let all = analysis(rows, rules: rules).report(.allTeams, .all).slice.total
    #expect(all.pending == SIMD8(1, 0, 1, 0, 0, 0, 0, 0))
    #expect(all.within == SIMD8(1, 3, 2, 0, 0, 0, 0, 0))
  }

  @Test("all teams are the sum of the teams, months the days of their weeks, all time the sum of weeks")
  func sums() {
    let rows = [
      Row(team: "A", received: at("2026-10-31", "10:00"), response: .minutes(5)),
      Row(team: "A", received: at("2026-11-01", "10:00"), response: .minutes(50)),
      Row(team: "B", received: at("2026-11-01", "10:00"), response: .minutes(70)),
      Row(team: "B", received: at("2026-11-02", "10:00"), response: .never),
    ]
    let analysis = analysis(rows)
    // 31 October and 1 November 2026 are in the same week.
    #expect(
      analysis.report(.allTeams, .month(YearMonth(containing: date("2026-10-01")))).slice.total.leads == 1)
    let november = analysis.report(.allTeams, .month(YearMonth(containing: date("2026-11-01")))).slice
    #expect(november.total.leads == 3)
    #expect(november[.sunday, 20].counts.leads == 2)
    #expect(november[.sunday, 20].median == 3_600_000_000)
    #expect(analysis.report(.team(0), .all).slice.total.leads == 2)
    #expect(analysis.report(.allTeams, .all).slice.total.leads == 4)
    #expect(analysis.months(.team(1)).map(\.description) == ["2026-11"])
    #expect(analysis.weeks(.team(1)).map(\.description) == ["2026-W44", "2026-W45"])
  }

  @Test("margins are pooled counts")
  func margins() {
    let slice = analysis(SliceTests.rows).report(.team(0), .week(week(2026, 46))).slice
    #expect(slice.weekdayTotals.map(\.leads) == [3, 2, 0, 0, 0, 0, 3])
    #expect(slice.slotTotals[16].leads == 4 && slice.slotTotals[17].leads == 1)
    #expect(slice.hourTotals[8].leads == 5 && slice.hourTotals[23].leads == 3)
    #expect(slice.blocks(of: 240)[2].leads == 3, "Monday 08:00 to 12:00")
  }

  @Test("no leads at all is an empty analysis")
  func empty() {
    let analysis = analysis([])
    #expect(analysis.latestWeek(.allTeams) == nil)
    #expect(analysis.report(.allTeams, .all).slice.total == Counts())
    #expect(analysis.trend(.allTeams).isEmpty)
    #expect(analysis.leaderboard(.all).isEmpty)
    #expect(analysis.report(.allTeams, .all).worst.parts.isEmpty)
  }
}

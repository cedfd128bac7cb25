import LeadMetrics
import LeadModel
import Narrative
import Testing

@testable import ReportSite

@Suite("Words that say no more than is known")
struct HonestWordsTests {
  static func page(_ site: SampleSite, _ path: String) throws -> String {
    String(decoding: try #require(try site.file(path), "no page \(path)"), as: UTF8.self)
  }

  static func shift(_ rep: String, _ team: String, _ days: Set<Weekday>, _ hours: Range<Int>) -> Shift {
    Shift(
      rep: rep, team: team, weekdays: days,
      hours: .init(start: hours.lowerBound * 60, end: hours.upperBound * 60),
      place: Place(file: "schedule.csv", line: 2))
  }

  /// Two teams with ten leads each at nine on Monday, all missed; only North has shifts, of one person from eight to
  /// ten.
  static var half: SampleSite {
    var site = SampleSite()
    site.rules.slotMinutes = 60
    site.rows = (0..<20).map { .init(team: $0 % 2, minute: 540 + $0, answered: 7_200) }
    site.schedule = Schedule(shifts: [shift("Ada", "North", [.monday], 8..<10)])
    return site
  }

  @Test("The staff of one team is not told beside the leads of all") func otherStaff() throws {
    let all = try Self.page(Self.half, "weeks/2026-W46.html")
    #expect(
      all.contains("Most was missed on Monday 09:00–10:00: 20 of 20 leads.") && !all.contains("On shift<"))
    let north = try Self.page(Self.half, "teams/north/2026-W46.html")
    #expect(north.contains("10 of 10 leads, with 1 person on shift.") && north.contains("On shift<"))
  }

  @Test("A chart writes nothing beside a week that has no point") func lastWeek() throws {
    // South alone has leads in the third week.
    let site = try SampleSite().site()
    for (team, volume, median) in [(0, "", ""), (1, "1", "")] {
      let trend = Trend(.team(team), upTo: .all, site: site)
      #expect(trend.points.count == 3)
      #expect(trend.volume(.half)?.last == volume && (trend.median(.half)?.last ?? "") == median, "\(team)")
    }
  }

  @Test("Someone was always there only of the leads whose coverage is known, and so are shares") func known()
    throws
  {
    let half = try Self.page(Self.half, "weeks/2026-W46.html")
    #expect(half.contains("Someone was on shift for all 10 leads whose coverage is known."))
    #expect(half.contains("For 10 leads the schedule does not say."))
    var site = Self.half
    site.rows += (0..<10).map { .init(team: 0, minute: 660 + $0, answered: 7_200) }
    #expect(
      try Self.page(site, "weeks/2026-W46.html").contains(
        "10 leads (50.0% of the 20 whose coverage is known) came while nobody was on shift"))
    #expect(
      try Self.page(site, "teams/north/2026-W46.html").contains(
        "10 leads (50.0%) came while nobody was on shift"))
  }

  @Test("People who are not as many all the time are told on average, and few are not told as nobody")
  func average() throws {
    #expect(
      Quantity.people(0.04).forms["phrase"] == "fewer than 0.1 people" && Quantity.people(0.04).text == "<0.1"
    )
    #expect(Quantity.people(0).forms["phrase"] == "nobody")
    #expect(Words.amount(0.04) == "under 0.1" && Words.amount(0) == "0.0" && Words.amount(0.05) == "0.1")
    var site = Self.half
    site.schedule = Schedule(shifts: [Self.shift("Ada", "North", [.monday], 9..<10)])
    site.rows += (0..<10).map { .init(team: 0, minute: 600 + $0, answered: 7_200, week: 1) }
    site.schedule.shifts[0].hours = .init(start: 570, end: 600)
    #expect(
      try Self.page(site, "teams/north/2026-W46.html").contains("with 0.5 people on shift on average."))
  }

  @Test("That some are too young is a finding, that all are is not") func young() throws {
    var site = SampleSite()
    site.rules.minLeads = 2
    site.rows = (0..<10).map { .init(team: 0, weekday: .thursday, minute: 700 + $0, week: 2, pending: 1) }
    let page = try Self.page(site, "teams/north/2026-W48.html")
    #expect(!page.contains(" too young to be judged, so that"))
    site.rows.append(.init(team: 0, minute: 540, week: 2))
    #expect(
      try Self.page(site, "teams/north/2026-W48.html")
        .contains(" are too young to be judged, so that the rate is of the others."))
  }

  @Test("A cut-off at midnight is of the day that it begins, unless it is the end of a date") func midnight()
    throws
  {
    var site = SampleSite()
    site.change = {
      $0.cutoff = Instant(microseconds: LocalTime(date: CivilDate(iso: "2026-11-26")!).microseconds)
    }
    #expect(try site.site().through == "26 November 2026, 00:00")
    #expect(try Self.page(site, "months/2026-11.html").contains("end on 26 November 2026"))
    site.rules.asOf = site.intake.cutoff
    site.rules.asOfIsDayEnd = true
    #expect(try site.site().through == "25 November 2026, 24:00")
    #expect(try Self.page(site, "months/2026-11.html").contains("end on 25 November 2026"))
  }

  @Test(
    "A change of the same weekdays and times has a star, and says its rates; a week before the data is not one without leads"
  )
  func likeForLike() throws {
    // North answers nine of ten on Mondays, and of the third week, which is not over, six of ten up to Thursday noon;
    // ten of the second week came on Sunday, and none of them was answered.
    var site = SampleSite()
    site.teams = ["North"]
    site.rows =
      (0..<3).flatMap { week in
        (0..<10).map {
          .init(team: 0, minute: 540 + $0, answered: $0 < (week == 2 ? 6 : 9) ? 60 : 7_200, week: week)
        }
      } + (0..<10).map { .init(team: 0, weekday: .sunday, minute: 540 + $0, week: 1) }
    let page = try Self.page(site, "teams/north/2026-W48.html")
    #expect(
      page.contains(
        "\u{2212}30.0 points on the same weekdays and times of the week before (on these 60.0% after 90.0%),")
    )
    #expect(page.contains("\u{2212}30.0 points overall: 60.0% after 90.0% on the same weekdays and times."))
    let team = try Self.page(site, "teams/north/index.html")
    #expect(team.contains("<td title=\"60.0% after 90.0% on the same weekdays and times\">\u{2212}30.0*"))
    #expect(team.contains("* Compared by the same weekdays and times only"))
    let json = try Self.page(site, "teams/north/data/2026-W48.json")
    #expect(json.contains("\"compared_rate\":{\"number\":60,"))
    #expect(try Self.page(site, "teams/north/data/2026-W47.json").contains("\"compared_rate\":null"))
    #expect(
      try Self.page(site, "teams/north/2026-W46.html").contains("No comparison: the data begin in week 46."))
    site.rows.removeAll { $0.week == 1 }
    #expect(
      try Self.page(site, "teams/north/2026-W48.html").contains(
        "with nothing to compare it with: there are no leads in week 47."))
  }

  @Test("Too few leads have no verdict, and the words say so") func tooFew() throws {
    var site = SampleSite()
    site.teams = ["North"]
    site.rows = [4, 100].enumerated().flatMap { week, leads in
      (0..<leads).map { .init(team: 0, minute: 540 + $0 % 60, answered: week == 1 ? 60 : nil, week: week) }
    }
    #expect(
      try Self.page(site, "teams/north/2026-W47.html").contains(
        "no clear change: +100.0 points on the week before, with too few leads to tell ("))
  }

  @Test("Of leads that only a flag tells, nothing is said of those answered later") func flags() throws {
    var site = SampleSite()
    site.teams = ["North"]
    site.rows = (0..<20).map {
      .init(team: 0, minute: 540 + $0, answered: $0 < 10 ? PackedLead.flagged : nil)
    }
    site.change = { intake in
      intake.sources[0].tellsTimes = false
      intake.table.names = [.channel: ["call"], .outcome: ["won"]]
      var called = Attributes()
      (called.channel, called.outcome) = (0, 0)
      var won = Attributes()
      won.outcome = 0
      intake.table.attributes = [[called, won]]
      intake.table.changeLeads { lead in
        lead.code == PackedLead.never
          ? PackedLead(minuteOfWeek: lead.minuteOfWeek, attributes: 1, code: lead.code) : lead
      }
    }
    let page = try Self.page(site, "teams/north/index.html")
    #expect(page.contains("of the leads that were not answered in time have no channel"))
    #expect(page.contains("not within 1 h<td>10<") && page.contains("within 1 h<td>10<"))
    #expect(page.contains("The export has no response times."))
    #expect(!page.contains("never<") && !page.contains("never answered"))
  }

  @Test("An outcome of too few leads has no rate, on the page and in its JSON") func fewOutcomes() throws {
    var site = SampleSite()
    site.teams = ["North"]
    site.rows = (0..<4).map { .init(team: 0, minute: 540 + $0, answered: 60) }
    site.change = { intake in
      intake.table.names = [.outcome: ["won"]]
      var won = Attributes()
      won.outcome = 0
      intake.table.attributes = [[won]]
    }
    #expect(try Self.page(site, "teams/north/index.html").contains("Rows of fewer than 5 leads have dashes."))
    #expect(
      try Self.page(site, "teams/north/data/all.json").contains(
        "{\"name\":\"won\",\"leads\":4,\"rate\":null}"))
  }

  @Test("Why coverage is not known is a sentence, of a team and of all") func reasons() throws {
    var site = Self.half
    let map = "The schedule does not cover every team: the map is of those that it covers."
    #expect(try Self.page(site, "weeks/2026-W46.html").contains(map))
    #expect(
      try Self.page(site, "teams/south/2026-W46.html").contains(
        "Not known: the schedule has no shift of the team."))
    site.schedule.shifts[0].lastDay = CivilDate(iso: "2026-11-09")!
    #expect(
      try Self.page(site, "teams/north/2026-W46.html").contains(
        "For some dates the schedule has no shifts of the team: on these the averages count nobody."))
    site.schedule.shifts[0].lastDay = CivilDate(iso: "2026-11-02")!
    #expect(
      try Self.page(site, "teams/north/2026-W46.html").contains(
        "Not known: the schedule has no shifts of the team for these dates."))
    #expect(
      try Self.page(site, "weeks/2026-W46.html").contains(
        "Not known: the schedule has no shifts for these dates."))
    var empty = SampleSite()
    #expect(try Self.page(empty, "weeks/2026-W46.html").contains("Not known: no schedule was given."))
    empty.schedule.isGiven = true
    #expect(try Self.page(empty, "weeks/2026-W46.html").contains("Not known: the schedule has no shift."))
    #expect(
      try Self.page(empty, "data-quality.html").contains(
        "The schedule has no shift: who was on shift is not known."))
    empty.schedule.shifts = [
      Shift(
        rep: "Ada", team: "Nowhere", weekdays: [.monday], hours: .init(start: 540, end: 720),
        place: Place(file: "s.csv"))
    ]
    #expect(
      try Self.page(empty, "weeks/2026-W46.html").contains(
        "Not known: the schedule has no shift of any team with leads."))
  }

  @Test("A team is level with as many as share its rank") func level() throws {
    var site = SampleSite()
    site.teams = ["A", "B", "C", "D"]
    site.rows = (0..<20).map { .init(team: $0 / 5, minute: 540 + $0, answered: $0 < 15 ? 60 : nil) }
    #expect(
      try Self.page(site, "teams/a/2026-W46.html").contains("A ranks 1 of 4 teams, level with 2 others"))
    site.rows = (0..<20).map { .init(team: $0 / 5, minute: 540 + $0, answered: $0 < 10 ? 60 : nil) }
    #expect(try Self.page(site, "teams/a/2026-W46.html").contains("A ranks 1 of 4 teams, level with another"))
  }

  @Test("Data of one day are said to be of that day, and one ranked team has no number") func oneDay() throws
  {
    var site = SampleSite()
    site.teams = ["North", "South"]
    site.rows = (0..<6).map { .init(team: $0 / 5, weekday: .wednesday, minute: 540 + $0, answered: 60) }
    site.change = { intake in
      intake.firstReceived = Instant(
        microseconds: LocalTime(date: CivilDate(iso: "2026-11-11")!).microseconds)
      intake.cutoff = Instant(
        microseconds: LocalTime(date: CivilDate(iso: "2026-11-11")!, minuteOfDay: 1_000).microseconds)
    }
    let page = try Self.page(site, "weeks/2026-W46.html")
    #expect(page.contains("The data do not span week 46 in full; they are of 11 November 2026 only."))
    #expect(page.contains("incomplete; data of 11 November 2026 only"))
    #expect(page.contains("<span class=\"rank\"></span>") && page.contains("<span class=\"rank\">–</span>"))
  }

  @Test("Shifts that met almost none: how many are not listed, and why there may be none") func quiet() throws
  {
    var site = Self.half
    site.teams = ["North"]
    site.rows = (0..<70).map { .init(team: 0, minute: 540 + $0 % 60, answered: 60) }
    site.schedule = Schedule(shifts: [
      Self.shift("Ada", "North", Set(Weekday.allCases), 8..<12)
    ])
    site.change = {
      $0.cutoff = Instant(microseconds: LocalTime(date: CivilDate(iso: "2026-11-16")!).microseconds)
    }
    // 70 leads in 28 hours: ten are expected in each of the six other blocks.
    var page = try Self.page(site, "teams/north/index.html")
    #expect(page.contains("Sunday 08:00–12:00") == false && page.contains("And 1 more."))
    site.rules.minLeads = 11
    page = try Self.page(site, "teams/north/index.html")
    #expect(page.contains("in every block of four hours fewer than 11 leads were to be expected"))
    #expect(
      try Self.page(site, "teams/north/2026-11.html").contains("Not told: the data begin within the period"))
  }

  @Test("Hours on shift of a period in which the data begin are said to be of all of it") func hours() throws
  {
    // The data begin on Monday 9 November, the shifts are of every Monday.
    let month = try Self.page(Self.half, "teams/north/2026-11.html")
    let words = "of the whole month, though the data begin on 9 November 2026"
    #expect(month.contains("; the hours are \(words)<") && month.contains("with hours before the data<"))
    let week = try Self.page(Self.half, "teams/north/2026-W46.html")
    #expect(week.contains("2 hours on shift, 5.0 leads an hour<") && !week.contains("though the data begin"))
  }

  @Test("Answers after more than a day have a colour of their own, and slots without any a key") func late()
    throws
  {
    var site = SampleSite()
    site.rules.slotMinutes = 60
    site.rows =
      (0..<10).map { .init(team: 0, minute: 540 + $0, answered: 200_000) }
      + (0..<10).map { .init(team: 0, minute: 600 + $0, answered: nil) }
    let page = try Self.page(site, "teams/north/index.html")
    #expect(page.contains(">&gt;24 h</text>"))
    #expect(page.contains("leads, no response time"))
    site.rows.removeLast(10)
    #expect(try !Self.page(site, "teams/north/index.html").contains("leads, no response time"))
  }

  @Test("The table of slots says which leads it leaves out") func outside() throws {
    var site = SampleSite()
    site.rules.slotMinutes = 60
    site.rows =
      (0..<200).map { .init(team: 0, minute: 540 + $0 % 480, answered: 60) }
      + [.init(team: 0, minute: 210, answered: 60)]
    let page = try Self.page(site, "teams/north/2026-W46.html")
    let table = try #require(page.range(of: "Every slot in figures"))
    #expect(page[table.upperBound...].contains(/; 1 lead outside [0-9:–]+ is in every total</))
  }

  @Test("A team whose rows stand for no lead has no empty tables") func weightless() throws {
    var site = SampleSite()
    site.rows = site.rows.filter { $0.team == 0 }
    let page = try Self.page(site, "teams/south/index.html")
    #expect(!page.contains("<h2>Weeks") && !page.contains("<h2>Months"))
    #expect(try Self.page(site, "teams/north/index.html").contains("<h2>Weeks"))
  }

  @Test("The team without a name has another one than a team that is called so") func unnamed() throws {
    var site = SampleSite()
    site.teams = [Team.none, Team.none]
    site.change = { $0.table.teams[1].isUnnamed = true }
    let page = try Self.page(site, "teams/index.html")
    #expect(page.contains(">(no team)</a>") && page.contains(">(team not given)</a>"))
    site.teams[0] = "North"
    #expect(try !Self.page(site, "teams/index.html").contains("(team not given)"))
  }
}

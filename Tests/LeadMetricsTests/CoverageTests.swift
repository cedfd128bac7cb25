import LeadModel
import Testing

@testable import LeadMetrics

func shift(
  _ rep: String, _ days: Set<Weekday>, _ hours: (String, String)?, team: String? = "North",
  from: String? = nil, to: String? = nil
) -> Shift {
  func minute(_ time: String) -> Int { at("2026-01-01", time).minuteOfDay + (time == "24:00" ? 1_440 : 0) }
  return Shift(
    rep: rep, team: team, weekdays: days,
    hours: hours.map { Shift.Hours(start: minute($0.0), end: minute($0.1)) }, firstDay: from.map(date),
    lastDay: to.map(date), place: Place(file: "schedule.csv", line: 2))
}

@Suite("Coverage")
struct CoverageTests {
  static let everyDay = Set(Weekday.allCases)
  /// November 2026 from Sunday 1 to Monday 30, wholly in the data.
  static let november = Period.month(YearMonth(containing: date("2026-11-01")))

  func map(_ shifts: [Shift], _ period: Period = november, asOf: LocalTime = at("2026-12-31")) -> CoverageMap
  {
    let rows = [Row(received: at("2026-10-01")), Row(received: at("2026-12-30"))]
    return analysis(rows, asOf: asOf, shifts: shifts).coverage(.team(0), period)
  }

  func cell(_ map: CoverageMap, _ weekday: Weekday, _ slot: Int) -> CoverageCell {
    map.cells[weekday.index * 48 + slot]
  }

  @Test("undated shifts on slot boundaries: the number of reps with start ≤ slot < end")
  func plain() {
    let map = map([
      shift("Ann", [.monday], ("08:00", "12:00")), shift("Bob", [.monday], ("10:00", "12:00")),
    ])
    #expect(map.knowledge == .known)
    #expect(cell(map, .monday, 15).average == 0)
    #expect(cell(map, .monday, 16).average == 1)
    #expect(cell(map, .monday, 20).average == 2)
    #expect(cell(map, .monday, 23).average == 2)
    #expect(cell(map, .monday, 24).average == 0)
    #expect(cell(map, .tuesday, 20).average == 0)
    // Five Mondays: 2, 9, 16, 23 and 30 November. (4 h + 2 h) × 5.
    #expect(map.repMinutes == 6 * 60 * 5)
    #expect(cell(map, .monday, 20).reps.map(\.name) == ["Ann", "Bob"])
    #expect(cell(map, .monday, 20).reps[0].dates == 5 && cell(map, .monday, 20).reps[0].of == 5)
  }

  @Test("names that are equal as text, but not byte for byte, are two")
  func composedNames() {
    let (one, two) = ("Jos\u{E9}", "Jose\u{301}")
    let map = map([shift(one, [.monday], ("08:00", "12:00")), shift(two, [.monday], ("10:00", "12:00"))])
    #expect(cell(map, .monday, 16).average == 1)
    #expect(cell(map, .monday, 20).average == 2)
    #expect(cell(map, .monday, 20).reps.map(\.name.utf8.count) == [6, 5])
  }

  @Test("a shift that begins inside a slot covers part of it")
  func midSlot() {
    let map = map([shift("Ann", [.monday], ("08:20", "09:00"))])
    #expect(cell(map, .monday, 16).repMinutes == 10 * 5)
    #expect(cell(map, .monday, 16).average == 1.0 / 3)
    #expect(cell(map, .monday, 17).average == 1)
  }

  @Test("an end before the start runs past midnight; start = end is 24 hours; 24:00 ends the day")
  func overnight() {
    let night = map([shift("Ann", [.friday], ("22:00", "06:00"))])
    #expect(cell(night, .friday, 43).average == 0 && cell(night, .friday, 44).average == 1)
    #expect(cell(night, .saturday, 0).average == 1 && cell(night, .saturday, 11).average == 1)
    #expect(cell(night, .saturday, 12).average == 0)
    let day = map([shift("Ann", [.sunday], ("06:00", "06:00"))])
    #expect(cell(day, .sunday, 12).average == 1 && cell(day, .sunday, 47).average == 1)
    // Five Sundays begin shifts in November 2026; the tail of 29 November is on Monday the 30th. Of five
    // Mondays each is preceded by a Sunday of the month.
    #expect(cell(day, .monday, 0).average == 1 && cell(day, .monday, 12).average == 0)
    let late = map([shift("Ann", [.friday], ("22:00", "24:00"))])
    #expect(cell(late, .friday, 47).average == 1 && cell(late, .saturday, 0).average == 0)
  }

  @Test("a rota has the minutes of shifts on any date, and those of no date of the period not")
  func rota() {
    let rows = [Row(received: at("2026-10-01")), Row(received: at("2026-12-30"))]
    let shifts = [
      shift("Bob", [.sunday], ("22:10", "02:05")), shift("Ann", [.monday], ("09:40", "12:10")),
      shift("Ann", [.monday], ("12:10", "13:00"), from: "2026-11-16", to: "2026-11-16"),
      shift("Cy", [.monday], ("08:00", "09:00"), from: "2026-12-07"),
    ]
    let rota = analysis(rows, asOf: at("2026-12-31"), shifts: shifts).rota(team: 0, CoverageTests.november)
    #expect(rota.map(\.name) == ["Ann", "Bob"])
    #expect(rota[0].days == [[580..<780], [], [], [], [], [], []])
    #expect(rota[1].days == [[0..<125], [], [], [], [], [], [1_330..<1_440]])
    let week = analysis(rows, asOf: at("2026-12-31"), shifts: shifts).rota(team: 0, .week(week(2026, 46)))
    #expect(week[0].days[0] == [580..<730])
    #expect(analysis(rows).rota(team: 0, .all).isEmpty)
  }

  @Test("the tail of a shift that began before the period belongs to the period")
  func tailFromBefore() {
    // Week 46 begins on Monday 9 November; the shift began on Sunday the 8th.
    let map = map([shift("Ann", [.sunday], ("22:00", "02:00"))], .week(week(2026, 46)))
    #expect(cell(map, .monday, 0).average == 1 && cell(map, .sunday, 44).average == 1)
    #expect(map.repMinutes == 240)
  }

  @Test("dated shifts count on their dates, with 2 of 5 Mondays")
  func dated() {
    let map = map([
      shift("Ann", [.monday], ("08:00", "09:00")),
      shift("Bob", [.monday], ("08:00", "09:00"), from: "2026-11-10", to: "2026-11-23"),
    ])
    let bob = cell(map, .monday, 16).reps[1]
    #expect(bob.name == "Bob" && bob.dates == 2 && bob.of == 5)
    #expect(cell(map, .monday, 16).average == 1.4)
  }

  @Test("an off row removes the rep, with * everyone of the team, on its dates")
  func daysOff() {
    let two = [shift("Ann", [.monday], ("08:00", "09:00")), shift("Bob", [.monday], ("08:00", "09:00"))]
    let one = map(two + [shift("Ann", CoverageTests.everyDay, nil, from: "2026-11-16", to: "2026-11-16")])
    #expect(cell(one, .monday, 16).reps.map(\.dates) == [4, 5])
    let all = map(two + [shift("*", CoverageTests.everyDay, nil, from: "2026-11-16", to: "2026-11-23")])
    #expect(cell(all, .monday, 16).reps.map(\.dates) == [3, 3])
    let elsewhere = map(
      two + [shift("*", CoverageTests.everyDay, nil, team: "South", from: "2026-11-16", to: "2026-11-23")])
    #expect(cell(elsewhere, .monday, 16).reps.map(\.dates) == [5, 5])
    // A shift that begins on the day off does not run into the next day either.
    let night = map([
      shift("Ann", [.monday], ("22:00", "02:00")),
      shift("Ann", CoverageTests.everyDay, nil, from: "2026-11-16", to: "2026-11-16"),
    ])
    #expect(
      cell(night, .tuesday, 0).reps[0].dates == 3, "Tuesdays 3, 10 and 24; the 17th follows the day off")
  }

  @Test("a rep with overlapping shifts counts once")
  func overlapping() {
    let map = map([
      shift("Ann", [.monday], ("08:00", "12:00")), shift("Ann", [.monday], ("10:00", "14:00")),
      shift("Ann", [.sunday], ("22:00", "08:30")),
    ])
    #expect(cell(map, .monday, 16).average == 1 && cell(map, .monday, 22).average == 1)
    #expect(cell(map, .monday, 0).reps == [CoverageCell.Presence(name: "Ann", dates: 5, of: 5)])
  }

  @Test("only dates up to the cut-off count, its own as a whole, and hours end with it")
  func cutoff() {
    let map = map(
      [shift("Ann", CoverageTests.everyDay, ("00:00", "24:00"))], .week(week(2026, 46)),
      asOf: at("2026-11-11", "10:10"))
    // Two whole days and ten hours and ten minutes of the third.
    #expect(map.repMinutes == 2 * 1_440 + 610)
    #expect(cell(map, .wednesday, 20).passedMinutes == 10 && cell(map, .wednesday, 21).passedMinutes == 0)
    #expect(cell(map, .wednesday, 21).minutes == 30 && cell(map, .wednesday, 21).average == 1)
    #expect(cell(map, .thursday, 0).minutes == 0 && cell(map, .thursday, 0).average == 0)
  }

  @Test("a shift runs past midnight of its last valid date")
  func lastNight() {
    let nights = [shift("Ann", [.friday], ("20:00", "06:00"), from: "2026-11-02", to: "2026-11-13")]
    let map = map(nights, .week(week(2026, 46)), asOf: at("2026-11-16"))
    #expect(map.knowledge == .partly(.outsideDates) && map.repMinutes == 600)
    #expect(cell(map, .saturday, 4).average == 1 && cell(map, .saturday, 4).minutes == 30)
    #expect(cell(map, .saturday, 12).minutes == 0, "after 06:00 the schedule says nothing")
    let rows = ["02:30", "05:59", "06:00"].map { Row(received: at("2026-11-14", $0)) }
    let split = analysis(rows, asOf: at("2026-11-16"), shifts: nights).report(
      .team(0), .week(week(2026, 46))
    ).split
    #expect(split.covered.leads == 2 && split.unknown.leads == 1 && split.uncovered.leads == 0)
  }

  @Test("nobody is on shift only where that is known of every team")
  func nobody() {
    let rows = ["A", "B"].map { Row(team: $0, received: at("2026-11-09", "13:00")) }
    let analysis = analysis(rows, shifts: [shift("Ann", [.monday], ("08:00", "12:00"), team: "A")])
    let all = analysis.report(.allTeams, .all).coverage
    #expect(all.knowledge == .partly(.someTeams))
    #expect(!all.knowsNobody(cell(all, .monday, 26)))
    let one = analysis.report(.team(0), .all).coverage
    #expect(one.knowsNobody(cell(one, .monday, 26)) && !one.knowsNobody(cell(one, .monday, 16)))
  }

  @Test("unknown coverage is not none, and has a reason")
  func unknown() {
    #expect(map([]).knowledge == .unknown(.noSchedule))
    #expect(
      map([shift("Ann", [.monday], ("08:00", "09:00"), team: "South")]).knowledge == .unknown(.noShifts))
    let past = [shift("Ann", [.monday], ("08:00", "09:00"), from: "2026-10-01", to: "2026-10-31")]
    #expect(map(past).knowledge == .unknown(.outsideDates))
    #expect(map(past).cells.isEmpty)
    let half = [shift("Ann", CoverageTests.everyDay, ("08:00", "09:00"), from: "2026-11-16")]
    #expect(map(half).knowledge == .partly(.outsideDates))
    // Of the five Mondays the 16th, the 23rd and the 30th.
    #expect(cell(map(half), .monday, 16).average == 0.6)
    #expect(cell(map(half), .monday, 16).reps == [CoverageCell.Presence(name: "Ann", dates: 3, of: 5)])
    // One undated shift, and every date is known.
    #expect(map(half + [shift("Bob", [.friday], ("08:00", "09:00"))]).knowledge == .known)
    #expect(map([shift("*", [.monday], nil)]).knowledge == .unknown(.noShifts), "days off are no shifts")
  }

  @Test("leads are covered, uncovered or neither by the minute in which they came")
  func split() {
    let rows = [
      Row(received: at("2026-11-09", "08:19"), response: .minutes(5)),
      Row(received: at("2026-11-09", "08:20"), response: .minutes(5)),
      Row(received: at("2026-11-09", "08:59"), response: .never),
      Row(received: at("2026-11-09", "09:00"), response: .never),
      Row(team: "South", received: at("2026-11-09", "08:30"), response: .never),
    ]
    let analysis = analysis(rows, shifts: [shift("Ann", [.monday], ("08:20", "09:00"))])
    let north = analysis.report(.team(0), .week(week(2026, 46))).split
    #expect(north.covered.leads == 2 && north.uncovered.leads == 2 && north.unknown.leads == 0)
    #expect(north.covered.within[0] == 1 && north.uncovered.within[0] == 1)
    #expect(north.uncoveredCells[16].leads == 1 && north.uncoveredCells[18].leads == 1)
    let all = analysis.report(.allTeams, .week(week(2026, 46)))
    #expect(all.split.unknown.leads == 1 && all.split.covered.leads == 2)
    #expect(all.coverage.knowledge == .partly(.someTeams))
    #expect(analysis.diagnostics.map(\.id) == ["coverage-unknown"])
  }

  @Test("shifts that are all on other dates than the leads are reported")
  func otherDates() {
    let rows = [Row(received: at("2026-11-09", "08:19")), Row(team: "South", received: at("2026-11-10"))]
    func messages(_ shifts: [Shift]) -> [String] { analysis(rows, shifts: shifts).diagnostics.map(\.message) }
    let south = shift("Bob", [.monday], ("08:00", "09:00"), team: "South")
    let old = shift("Ann", [.monday], ("08:20", "09:00"), from: "2025-11-01", to: "2025-11-30")
    #expect(
      messages([old, south]) == [
        "no shift of ‘North’ is on a date of the data, so coverage there is unknown"
      ])
    // One on a date of the data, be it another day of the week, is enough.
    let now = shift("Ann", [.friday], ("08:20", "09:00"), from: "2026-11-09", to: "2026-11-30")
    #expect(messages([now, south]) == [])
    #expect(messages([old, now, south]) == [])
  }

  @Test("a shift without a team is of the team for which the rep answered most; ties by the name's bytes")
  func homeTeam() {
    let rows = [
      Row(team: "A", received: at("2026-11-09"), response: .minutes(1), rep: "Ann"),
      Row(team: "B", received: at("2026-11-09"), response: .minutes(1), weight: 2, rep: "Ann"),
      Row(team: "A", received: at("2026-11-09"), response: .never, weight: 9, rep: "Ann"),
      Row(team: "B", received: at("2026-11-09"), response: .never, rep: "Bob"),
      Row(team: "B", received: at("2026-11-09"), response: .minutes(1), rep: "Cy"),
      Row(team: "A", received: at("2026-11-09"), response: .minutes(1), rep: "Cy"),
    ]
    let analysis = analysis(
      rows, asOf: at("2026-11-16"),
      shifts: ["Ann", "Bob", "Cy", "Dan", "Dan"].map { shift($0, [.monday], ("08:00", "09:00"), team: nil) })
    func names(_ team: Int) -> [String] {
      cell(analysis.coverage(.team(team), .week(week(2026, 46))), .monday, 16).reps.map(\.name)
    }
    #expect(names(0) == ["Cy"])
    #expect(names(1) == ["Ann", "Bob"])
    #expect(analysis.diagnostics.map(\.id) == ["schedule-rep-without-leads"], "Dan, once")
    let all = analysis.coverage(.allTeams, .week(week(2026, 46)))
    #expect(cell(all, .monday, 16).average == 3, "all-teams coverage is the sum")
    #expect(cell(all, .monday, 16).reps.map(\.name) == ["Ann", "Bob", "Cy"])
  }

  @Test("teams whose dated shifts are on different dates add up to what there was on each date")
  func shiftsInTurn() {
    // Mondays 5, 12 and 19 October are North's, the 26th is South's: never more than one person at a time.
    let rows = ["North", "South"].map { Row(team: $0, received: at("2026-10-01")) }
    let analysis = analysis(
      rows, asOf: at("2026-11-01"),
      shifts: [
        shift("Ann", [.monday], ("10:00", "12:00"), team: "North", to: "2026-10-25"),
        shift("Bob", [.monday], ("10:00", "12:00"), team: "South", from: "2026-10-26"),
      ])
    let all = analysis.coverage(.allTeams, .month(YearMonth(containing: date("2026-10-01"))))
    #expect(cell(all, .monday, 20).average == 1)
    #expect(
      cell(all, .monday, 20).reps == [
        CoverageCell.Presence(name: "Ann", dates: 3, of: 4),
        CoverageCell.Presence(name: "Bob", dates: 1, of: 4),
      ])
  }

  @Test("where a team is unknown on some dates, all teams' average is over all dates")
  func partlyUnknownSum() {
    // Two Mondays: A's rep is on shift on both, B's dated shifts know only the first.
    let rows = ["A", "B"].map { Row(team: $0, received: at("2026-11-02")) }
    let analysis = analysis(
      rows, asOf: at("2026-11-16"),
      shifts: [
        shift("Ann", [.monday], ("08:00", "09:00"), team: "A"),
        shift("Bob", [.monday], ("08:00", "09:00"), team: "B", from: "2026-11-02", to: "2026-11-08"),
      ])
    let all = analysis.coverage(.allTeams, .month(YearMonth(containing: date("2026-11-01"))))
    #expect(cell(all, .monday, 16).repMinutes == 90)
    #expect(cell(all, .monday, 16).average == 1.5)
    #expect(
      cell(all, .monday, 16).reps == [
        CoverageCell.Presence(name: "Ann", dates: 2, of: 2),
        CoverageCell.Presence(name: "Bob", dates: 1, of: 2),
      ])
  }

  @Test("a team whose clocks have fewer dates in the period is averaged over its own")
  func teamZones() {
    // From Monday 00:10 on, which is Sunday in the west: three Sundays in the east, four in the west.
    var intake = intake(
      [
        Row(team: "East", received: at("2026-10-11", "09:00")),
        Row(team: "West", received: at("2026-10-05", "00:10")),
      ], cutoff: at("2026-10-26", "12:00"))
    intake.table.teams[1].zone = ZoneRules(name: "West", transitions: [.init(at: .min, offset: -10_800)])
    let shifts = [shift("Ann", [.sunday], ("09:00", "10:00"), team: "East")]
    let analysis = Analysis(intake: intake, schedule: Schedule(shifts: shifts), rules: Rules())
    for scope in [Scope.team(0), .allTeams] {
      #expect(cell(analysis.coverage(scope, .all), .sunday, 18).average == 1)
      #expect(cell(analysis.coverage(scope, .all), .sunday, 18).repMinutes == 90)
    }
  }

  @Test("a rep of two teams is named once among all teams")
  func twoTeams() {
    let rows = ["A", "B"].map { Row(team: $0, received: at("2026-11-09")) }
    let analysis = analysis(
      rows, asOf: at("2026-11-16"),
      shifts: ["A", "B"].map { shift("Bob", [.monday], ("08:00", "09:00"), team: $0) })
    let all = analysis.coverage(.allTeams, .week(week(2026, 46)))
    #expect(cell(all, .monday, 16).reps == [CoverageCell.Presence(name: "Bob", dates: 1, of: 1)])
    #expect(cell(all, .monday, 16).repMinutes == 30 && cell(all, .monday, 16).average == 1)
    #expect(all.repMinutes == 60)
    #expect((0...1).map { analysis.coverage(.team($0), .week(week(2026, 46))).repMinutes } == [60, 60])
  }

  @Test("days off that take nobody away are reported")
  func unusedDaysOff() {
    let rows = ["A", "B"].map { Row(team: $0, received: at("2026-11-09"), rep: "Ann") }
    func reported(_ off: [Shift]) -> [String] {
      let shifts = [
        shift("Ann", [.monday, .tuesday], ("08:00", "09:00"), team: "A"),
        shift("Bob", [.monday], ("22:00", "06:00"), team: "B", from: "2026-11-02", to: "2026-11-08"),
        shift("Zoe", [.monday], ("08:00", "09:00"), team: nil),
        shift("Kim", [.monday], ("08:00", "09:00"), team: "Q"),
      ]
      return analysis(rows, asOf: at("2026-11-16"), shifts: shifts + off).diagnostics
        .filter { $0.id == "schedule-off-unused" }.map(\.message)
    }
    let week = CoverageTests.everyDay
    func off(_ rep: String, _ days: Set<Weekday>, team: String?, from: String?, to: String?) -> Shift {
      shift(rep, days, nil, team: team, from: from, to: to)
    }
    for used in [
      off("Ann", week, team: "A", from: "2026-11-02", to: "2026-11-02"),
      off("Ann", week, team: nil, from: "2026-11-07", to: "2026-11-09"),
      off("Ann", [.tuesday, .sunday], team: "A", from: "2026-11-04", to: nil),
      off("Bob", week, team: nil, from: nil, to: "2026-11-02"),
      // Everyone's; of a team that no lead has; of a rep whose shifts belong nowhere: told otherwise, or harmless.
      off("*", week, team: "A", from: "2026-11-07", to: "2026-11-08"),
      off("Ann", week, team: "Q", from: "2026-11-02", to: "2026-11-02"),
      off("Zoe", week, team: nil, from: "2026-11-02", to: "2026-11-02"),
      off("Kim", week, team: nil, from: "2026-11-02", to: "2026-11-02"),
    ] { #expect(reported([used]) == [], "\(used)") }
    for (unused, message) in [
      (
        off("Ann", week, team: "A", from: "2026-11-04", to: "2026-11-08"),
        "‘Ann’ is off on days on which they have no shift"
      ),
      (
        off("Bob", week, team: nil, from: "2026-11-03", to: nil),
        "‘Bob’ is off on days on which they have no shift"
      ),
      (
        off("Ann", week, team: "B", from: "2026-11-02", to: nil),
        "‘Ann’ is off, but has no shift of the team ‘B’"
      ),
      (
        off("Anne", week, team: nil, from: "2026-11-02", to: nil),
        "‘Anne’ is off, but has no shift (did you mean ‘Ann’?)"
      ),
    ] { #expect(reported([unused]) == [message]) }
    let anne = off("Anne", week, team: nil, from: "2026-11-02", to: nil)
    #expect(reported([anne, anne, anne]).count == 1, "once")
  }

  @Test("a team that no lead has is reported")
  func unknownTeam() {
    let analysis = analysis(
      [Row(received: at("2026-11-09"))], shifts: [shift("Ann", [.monday], ("08:00", "09:00"), team: "Nrth")])
    #expect(analysis.diagnostics.map(\.id) == ["schedule-team-unknown", "coverage-unknown"])
    #expect(analysis.diagnostics[0].place?.line == 2)
  }
}

/// Coverage minute by minute, as the about page words it.
@Suite("Coverage and its slow twin")
struct CoverageTwinTests {
  static func randomShifts(_ random: inout Seeded) -> [Shift] {
    (0..<Int.random(in: 1...9, using: &random)).map { _ in
      let isOff = Int.random(in: 0..<4, using: &random) == 0
      let rep = ["Ann", "Bob", "Cy", isOff ? "*" : "Cy"].randomElement(using: &random)!
      let days = Set(Weekday.allCases.filter { _ in Bool.random(using: &random) })
      let hours = Shift.Hours(
        start: Int.random(in: 0..<1_440, using: &random), end: Int.random(in: 0...1_440, using: &random))
      let first = date("2026-11-01").adding(days: Int.random(in: -3...30, using: &random))
      let length = Int.random(in: 0...9, using: &random)
      return Shift(
        rep: rep, team: "North", weekdays: days, hours: isOff ? nil : hours,
        firstDay: Bool.random(using: &random) ? first : nil,
        lastDay: Bool.random(using: &random) ? first.adding(days: length) : nil, place: Place(file: "s"))
    }
  }

  static func begins(_ shift: Shift, _ day: CivilDate, _ all: [Shift]) -> Bool {
    func holds(_ row: Shift) -> Bool {
      row.weekdays.contains(day.weekday) && (row.firstDay ?? day) <= day && (row.lastDay ?? day) >= day
    }
    return holds(shift)
      && !all.contains { $0.hours == nil && ($0.rep == "*" || $0.rep == shift.rep) && holds($0) }
  }

  static func isOnShift(_ rep: String, _ day: CivilDate, _ minute: Int, _ all: [Shift]) -> Bool {
    all.contains { shift in
      guard let hours = shift.hours, shift.rep == rep else { return false }
      let end = hours.end > hours.start ? hours.end : hours.end + 1_440
      return begins(shift, day, all) && hours.start <= minute && minute < end
        || begins(shift, day.adding(days: -1), all) && minute + 1_440 < end && hours.start <= minute + 1_440
    }
  }

  static func isKnown(_ day: CivilDate, _ all: [Shift]) -> Bool {
    let shifts = all.filter { $0.hours != nil }
    if shifts.contains(where: { $0.firstDay == nil && $0.lastDay == nil }) { return true }
    return shifts.contains { ($0.firstDay ?? day) <= day && ($0.lastDay ?? day) >= day }
  }

  @Test("rep-minutes, averages, reps and uncovered leads", arguments: UInt64(1)...25)
  func simulation(seed: UInt64) {
    var random = Seeded(seed)
    let shifts = CoverageTwinTests.randomShifts(&random)
    let rows = (0..<300).map { _ in
      Row(
        received: LocalTime(
          date: date("2026-10-26").adding(days: Int.random(in: 0..<30, using: &random)),
          minuteOfDay: Int.random(in: 0..<1_440, using: &random)))
    }
    let asOf = at("2026-11-20", "13:17")
    let analysis = analysis(
      rows.filter { $0.received <= asOf }, asOf: asOf, first: at("2026-10-26"), shifts: shifts)
    let period = Period.month(YearMonth(containing: date("2026-11-01")))
    let report = analysis.report(.team(0), period)
    let reps = Set(shifts.filter { $0.hours != nil }.map(\.rep)).sorted()
    var repMinutes = [Int](repeating: 0, count: 336)
    var passedMinutes = repMinutes
    var minutes = repMinutes
    var dates = [Int](repeating: 0, count: 336)
    var presence = [[String: Set<CivilDate>]](repeating: [:], count: 336)
    for number in date("2026-11-01").dayNumber...date("2026-11-20").dayNumber {
      let day = CivilDate(dayNumber: number)
      let isKnown = CoverageTwinTests.isKnown(day, shifts)
      for slot in 0..<48 {
        let cell = day.weekday.index * 48 + slot
        var isAnyoneThere = false
        for minute in slot * 30..<slot * 30 + 30 {
          for rep in reps where CoverageTwinTests.isOnShift(rep, day, minute, shifts) {
            isAnyoneThere = true
            repMinutes[cell] += 1
            if LocalTime(date: day, minuteOfDay: minute) < asOf { passedMinutes[cell] += 1 }
            presence[cell][rep, default: []].insert(day)
          }
        }
        // Of a date of which the schedule does not speak, the end of a shift of the day before is known.
        if isKnown || isAnyoneThere {
          minutes[cell] += 30
        }
        dates[cell] += 1
      }
    }
    if minutes.allSatisfy({ $0 == 0 }) {
      #expect(report.coverage.cells.isEmpty)
    } else {
      #expect(report.coverage.cells.map(\.repMinutes) == repMinutes)
      #expect(report.coverage.cells.map(\.passedMinutes) == passedMinutes)
      #expect(report.coverage.cells.map(\.minutes) == minutes)
      let averages = zip(repMinutes, dates).map { Double($0) / Double(30 * $1) }
      #expect(report.coverage.cells.map(\.average) == averages)
      let expected = (0..<336).map { cell in
        presence[cell].sorted { $0.key < $1.key }.map {
          CoverageCell.Presence(name: $0.key, dates: $0.value.count, of: dates[cell])
        }
      }
      #expect(report.coverage.cells.map(\.reps) == expected)
    }
    var (covered, uncovered, unknown) = (0, 0, 0)
    for row in rows where row.received <= asOf && period.dates!.contains(row.received.date) {
      let (day, minute) = (row.received.date, row.received.minuteOfDay)
      if reps.contains(where: { CoverageTwinTests.isOnShift($0, day, minute, shifts) }) {
        covered += 1
      } else if !CoverageTwinTests.isKnown(day, shifts) {
        unknown += 1
      } else {
        uncovered += 1
      }
    }
    #expect(report.split.covered.leads == covered)
    #expect(report.split.uncovered.leads == uncovered)
    #expect(report.split.unknown.leads == unknown)
  }

  @Test("of all teams a rep is on shift once at a time", arguments: UInt64(1)...25)
  func severalTeams(seed: UInt64) {
    var random = Seeded(seed)
    let teams = ["A", "B", "C"]
    let shifts = teams.map { team in
      CoverageTwinTests.randomShifts(&random).map { shift in
        Shift(
          rep: shift.rep, team: team, weekdays: shift.weekdays, hours: shift.hours, firstDay: shift.firstDay,
          lastDay: shift.lastDay, place: shift.place)
      }
    }
    let asOf = at("2026-11-20", "13:17")
    let rows = teams.map { Row(team: $0, received: at("2026-10-26")) }
    let analysis = analysis(rows, asOf: asOf, first: at("2026-10-26"), shifts: Array(shifts.joined()))
    let map = analysis.coverage(.allTeams, .month(YearMonth(containing: date("2026-11-01"))))
    var repMinutes = [Int](repeating: 0, count: 336)
    var passedMinutes = repMinutes
    var presence = [[String: Set<CivilDate>]](repeating: [:], count: 336)
    for number in date("2026-11-01").dayNumber...date("2026-11-20").dayNumber {
      let day = CivilDate(dayNumber: number)
      for minute in 0..<1_440 {
        let cell = day.weekday.index * 48 + minute / 30
        for rep in ["Ann", "Bob", "Cy"]
        where shifts.contains(where: { CoverageTwinTests.isOnShift(rep, day, minute, $0) }) {
          repMinutes[cell] += 1
          if LocalTime(date: day, minuteOfDay: minute) < asOf { passedMinutes[cell] += 1 }
          presence[cell][rep, default: []].insert(day)
        }
      }
    }
    #expect(map.cells.map(\.repMinutes) == repMinutes)
    #expect(map.cells.map(\.passedMinutes) == passedMinutes)
    #expect(map.cells.map { $0.reps.map(\.name) } == presence.map { $0.keys.sorted() })
    #expect(
      map.cells.map { $0.reps.map(\.dates) }
        == presence.map { $0.sorted { $0.key < $1.key }.map(\.value.count) })
  }
}

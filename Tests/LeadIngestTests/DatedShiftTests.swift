import LeadModel
import Testing

@testable import LeadIngest

private func read(_ text: String) throws -> Schedule {
  try readSchedule(Bytes(Array(text.utf8)), name: "rota.csv")
}

private func date(_ day: Int) -> CivilDate { CivilDate(year: 2026, month: 11, day: day)! }

/// Rotas whose rows have dates, in place of days of the week or beside them. 2 November 2026 is a Monday.
@Suite struct DatedShiftTests {
  @Test(arguments: ["date", "Shift date", "work_date", "Schedule Date"])
  func aDateIsTheFirstAndTheLastDay(header: String) throws {
    let schedule = try read(
      "rep,\(header),start,end\nAna,2026-11-03,08:00,16:30\nBen,4.11.2026,22:00,6:00\nCy,28.11.2026,8:00,9:00\n"
    )
    #expect(schedule.diagnostics.isEmpty)
    #expect(schedule.shifts.map(\.firstDay) == [date(3), date(4), date(28)])
    #expect(schedule.shifts.map(\.lastDay) == schedule.shifts.map(\.firstDay))
    #expect(schedule.shifts.allSatisfy { $0.weekdays.count == 7 })
    #expect(schedule.shifts[1].hours == Shift.Hours(start: 1_320, end: 360))
  }

  @Test func aDayBesideTheDateHasToBeIts() throws {
    let schedule = try read(
      "rep,day,date,start,end\nAna,Tue,2026-11-03,8:00,9:00\nAna,Mon,2026-11-03,8:00,9:00\nAna,Mon,,8:00,9:00\n"
        + "Ana,,2026-11-03,off,off\nAna,,,8:00,9:00\n")
    #expect(schedule.shifts.map(\.weekdays) == [[.tuesday], [.monday], Set(Weekday.allCases)])
    #expect(schedule.shifts.map(\.firstDay) == [date(3), nil, date(3)])
    #expect(schedule.rejectedRows.map(\.place.line) == [3, 6])
    #expect(schedule.rejectedRows.map(\.place.key) == ["day", "day"])
    #expect(schedule.rejectedRows[0].reason == "2026-11-03 is a Tuesday")
    #expect(schedule.rejectedRows[1].reason.contains("no day of the week"))
  }

  @Test func theDateLiesWithinTheValidOnes() throws {
    let schedule = try read(
      "rep,date,start,end,valid_from,valid_to\nAna,2026-11-03,8:00,9:00,2026-11-01,2026-11-03\n"
        + "Ana,2026-11-03,8:00,9:00,2026-11-04,\nAna,2026-11-03,8:00,9:00,,2026-11-02\n")
    #expect(schedule.shifts.map(\.firstDay) == [date(3)] && schedule.shifts.map(\.lastDay) == [date(3)])
    #expect(schedule.rejectedRows.map(\.place.line) == [3, 4])
    #expect(schedule.rejectedRows.allSatisfy { $0.reason.hasPrefix("before the first valid date") })
  }

  @Test func twoDatesCanDoWithoutADay() throws {
    for day in ["day,", ""] {
      let blank = day.isEmpty ? "" : ","
      let schedule = try read(
        "rep,\(day)start,end,valid_from,valid_to\nAna,\(blank)8:00,9:00,2026-11-03,2026-11-05\n"
          + "Ben,\(blank)22:00,6:00,2026-11-03,2026-11-05\nCy,\(blank)22:00,6:00,2026-11-03,2026-11-03\n")
      #expect(schedule.shifts.map(\.rep) == ["Ana", "Ben", "Cy"] && schedule.diagnostics.isEmpty)
      #expect(schedule.shifts.allSatisfy { $0.weekdays.count == 7 })
      #expect(schedule.shifts[0].firstDay == date(3) && schedule.shifts[0].lastDay == date(5))
    }
  }

  @Test func withoutDayAndDateTheWayOutIsTold() throws {
    for header in ["rep,start,end", "rep,start,end,valid_from", "rep,start,end,wday"] {
      let failure = #expect(throws: Failure.self) { try read("\(header)\nAna,8:00,9:00\n") }
      #expect(failure?.diagnostics.map(\.id) == ["schedule-column-missing"])
      #expect(failure?.diagnostics.first?.remedy?.contains("rota by date, the column `date`") == true)
    }
  }

  /// The headers of the columns that a schedule is warned of, and what they may mean.
  private func unused(_ headers: String, _ values: String) throws -> [String] {
    try read("rep,day,start,end,\(headers)\nAna,Mon-Fri,8:00,9:00,\(values)\n").diagnostics.map {
      #expect($0.id == "schedule-column-unused" && $0.severity == .warning && $0.place?.line == 1)
      return ($0.place?.key ?? "") + ($0.message.contains("did you mean") ? "?" : "")
    }
  }

  @Test(arguments: [
    ("valid_form,vaild_to", "2026-11-02,2026-11-06", ["valid_form?", "vaild_to?"]),
    ("Valid form,team", "11/2/2026,North", ["Valid form?"]), ("tem", "North", ["tem?"]),
    ("Teams", "North", ["Teams?"]), ("Dates", "2 Nov 2026", ["Dates?"]),
    ("week_of", "2026-11-02", ["week_of"]),
    ("tem", "", []), ("valid_form", "", []),
    ("valid_form,seen", "null,2026-11-02", ["seen"]), ("rate", "12.50", []), ("Area name", "North", []),
    ("item,role,location,notes,hours,cost,no", "x,Sales,HQ,-,8,160,7", []),
    ("valid_from,updated", "2026-11-02,2026-11-03", []), ("number", "45000", []),
    ("updated", "2026-11-02 10:30", []),
  ])
  func columnsThatMayBeMeantAreTold(headers: String, values: String, told: [String]) throws {
    #expect(try unused(headers, values) == told)
  }

  @Test func oneDateAmongOthersTellsOfAMisspeltHeader() throws {
    let schedule = try read(
      "rep,day,start,end,valid_form,seen\nAna,Mon,8:00,9:00,soon,soon\nAna,Mon,8:00,9:00,2 Nov 2026,2 Nov 2026\n"
    )
    #expect(schedule.diagnostics.map(\.place?.key) == ["valid_form"])
  }

  @Test(arguments: [
    ([Weekday.monday], 2, 2, true), ([.monday], 3, 8, false), ([.monday], 3, 9, true),
    ([.sunday], 2, 7, false),
    ([.monday, .friday], 3, 6, true), ([], 2, 30, false), ([.tuesday], 4, 2, false),
  ])
  func daysOccurWithinDates(days: [Weekday], first: Int, last: Int, occur: Bool) {
    #expect(Set(days).occur(from: date(first), to: date(last)) == occur)
    #expect(Set(days).occur(from: nil, to: date(last)) == !days.isEmpty)
  }
}

import LeadModel
import Testing

@testable import LeadIngest

private func read(_ text: String) throws -> Schedule {
  try readSchedule(Bytes(Array(text.utf8)), name: "schedule.csv")
}

/// A schedule of one row under the usual header with all optional columns.
private func row(_ text: String) throws -> Schedule {
  let header = "rep_name,day_of_week,start_time,end_time,team,valid_from,valid_to\n"
  return try read(header + "Zoe,Sun,10:00,11:00,,,\n" + text + "\n")
}

@Suite struct ScheduleTests {
  @Test func aShiftIsRepWeekdayStartEndAndOptionallyTeamAndDates() throws {
    let schedule = try row("Ana Reyes ,Monday,08:00,17:30,North,2026-10-12,2026-11-01")
    let ana = Shift(
      rep: "Ana Reyes", team: "North", weekdays: [.monday], hours: Shift.Hours(start: 480, end: 1_050),
      firstDay: CivilDate(year: 2026, month: 10, day: 12), lastDay: CivilDate(year: 2026, month: 11, day: 1),
      place: Place(file: "schedule.csv", line: 3))
    #expect(schedule.shifts.last == ana)
    #expect(schedule.rejectedRows.isEmpty && schedule.diagnostics.isEmpty)
  }

  @Test func theFourRequiredColumnsAreEnough() throws {
    let schedule = try read("rep_name,day_of_week,start_time,end_time\r\nAna,1,9:00,17:00\r\n\r\n")
    #expect(schedule.shifts.map(\.rep) == ["Ana"])
    #expect(schedule.shifts.first?.team == nil)
    #expect(schedule.shifts.first?.firstDay == nil)
  }

  @Test(arguments: [
    "\u{FEFF}Rep Name;Day of Week;Start Time;End Time;Start Date;End Date\nAna;Mon;9:00;17:00;15.01.2026;31.01.2026",
    "Agent\tDay\tStart\tEnd\tFrom\tTo\rAna\tMon\t9:00\t17:00\t1/15/2026\t1/31/2026",
    "sales_rep|weekday|shift_start|shift_end|first_date|until\nAna|Mon|9:00|17:00|15 Jan 2026|2026-01-31",
    "\"rep_name\",\"day_of_week\",start_time,end_time,valid_from,valid_to\n\"Ana\",Mon,\"9:00\",17:00,2026-01-15,2026-01-31 00:00:00",
  ])
  func headersDelimitersAndDatesAreRecognised(text: String) throws {
    let shift = try #require(try read(text).shifts.first)
    #expect(shift.rep == "Ana" && shift.weekdays == [.monday])
    #expect(shift.hours == Shift.Hours(start: 540, end: 1_020))
    #expect(shift.firstDay == CivilDate(year: 2026, month: 1, day: 15))
    #expect(shift.lastDay == CivilDate(year: 2026, month: 1, day: 31))
  }

  @Test(arguments: [
    ("Monday", [1]), ("monday", [1]), ("MON", [1]), ("Tues", [2]), ("thurs.", [4]), ("Sa", [6]), ("1", [1]),
    ("7", [7]), ("Mon-Fri", [1, 2, 3, 4, 5]), ("Mon - Fri", [1, 2, 3, 4, 5]), ("1-5", [1, 2, 3, 4, 5]),
    ("Monday to Friday", [1, 2, 3, 4, 5]), ("Mon–Wed", [1, 2, 3]), ("Mon,Wed", [1, 3]), ("Mon; Wed", [1, 3]),
    ("Mon Wed Fri", [1, 3, 5]), ("Mon/Wed", [1, 3]), ("Mon and Wed", [1, 3]), ("Fri-Mon", [1, 5, 6, 7]),
    ("Sat-Sun,Wed", [3, 6, 7]), ("Mon-Mon", [1]), ("Sun-Sat", [1, 2, 3, 4, 5, 6, 7]), ("6-1", [1, 6, 7]),
    ("Weekdays", [1, 2, 3, 4, 5]), ("weekend", [6, 7]), ("daily", [1, 2, 3, 4, 5, 6, 7]),
    ("every Monday", [1]), ("all Mondays", [1]), ("every Mon and Wed", [1, 3]),
    ("every weekday", [1, 2, 3, 4, 5]),
    ("every", [1, 2, 3, 4, 5, 6, 7]), ("Every day", [1, 2, 3, 4, 5, 6, 7]),
    ("all days", [1, 2, 3, 4, 5, 6, 7]), ("*", [1, 2, 3, 4, 5, 6, 7]),
    ("Mon thru Fri", [1, 2, 3, 4, 5]), ("Monday through Friday", [1, 2, 3, 4, 5]), ("Mon—Wed", [1, 2, 3]),
    ("Mon- Wed", [1, 2, 3]), ("Mon -Wed", [1, 2, 3]), ("Mon\u{2011}Wed", [1, 2, 3]),
    ("Mon\u{2212}Wed", [1, 2, 3]),
    ("Mon\u{A0}-\u{A0}Wed", [1, 2, 3]), ("Mon.-Wed.", [1, 2, 3]), ("Mon-\nWed", [1, 2, 3]),
    ("Mon|Wed", [1, 3]),
    ("Mon\nWed", [1, 3]), ("Mon\r\nWed\tFri", [1, 3, 5]), ("Weds", [3]), ("1.0", [1]),
    ("1.0-3.0", [1, 2, 3]),
    ("Mon-Tue Thu-Fri", [1, 2, 4, 5]), ("Mon, weekends", [1, 6, 7]), ("Mon-Tue and Sat", [1, 2, 6]),
  ])
  func daysMayBeNamesNumbersListsAndRanges(text: String, days: [Int]) throws {
    let schedule = try row("Ana,\"\(text)\",9:00,17:00,,,")
    #expect(schedule.shifts.last?.weekdays == Set(days.compactMap(Weekday.init)))
  }

  @Test(arguments: [
    "Mo nday", "8", "Mon-", "-Fri", "Mon-Fri-Sun", "Fun", "Mon,Funday", "Mon-,Wed", "Mon - and Wed",
    "Mon-daily", "Mon--Wed",
    "weekdays-Sat", "1.5", "-1", "day", "Mon to", ",", "-", "M", "T",
  ])
  func unknownDaysAreRejected(text: String) throws {
    let schedule = try row("Ana,\"\(text)\",9:00,17:00,,,")
    #expect(schedule.shifts.map(\.rep) == ["Zoe"])
    let rejected = try #require(schedule.rejectedRows.first)
    #expect(rejected.place == Place(file: "schedule.csv", line: 3, column: 5, key: "day_of_week"))
    #expect(rejected.reason.contains("is not a day of the week"))
    #expect(schedule.diagnostics.map(\.id) == ["schedule-row-rejected"])
  }

  @Test func whereADayIsZeroNoNumberIsTrusted() throws {
    let schedule = try row("Ana,0,9:00,17:00,,,\nBen,\"Mon,1\",9:00,17:00,,,\nCy,Tue,9:00,17:00,,,")
    #expect(schedule.shifts.map(\.rep) == ["Zoe", "Cy"])
    #expect(schedule.rejectedRows.map(\.text) == ["0", "Mon,1"])
    #expect(schedule.rejectedRows.allSatisfy { $0.reason.contains("1 for Monday to 7 for Sunday") })
  }

  @Test(arguments: [
    "9999-12-31", "31.12.9999", "12/31/2999", "2300-01-01", "9999-12-31 00:00:00", "null", "",
  ])
  func aLastDateFarOffIsAnOpenEnd(last: String) throws {
    let shift = try #require(try row("Ana,Mon,9:00,17:00,,2026-11-02,\(last)").shifts.last)
    #expect(shift.rep == "Ana" && shift.firstDay != nil && shift.lastDay == nil)
  }

  @Test(arguments: [
    ("08:00", 480), ("8:00", 480), ("8:05 AM", 485), ("8:00am", 480), ("12:00 AM", 0), ("12:30 PM", 750),
    ("8 pm", 1_200), ("11:59 p.m.", 1_439), ("00:00", 0), ("23:45:00", 1_425), ("08.30", 510),
    ("8.30", 510), ("00.25", 25), ("08:00:00.000", 480), ("8:00:00 AM", 480),
  ])
  func timesAreReadInTheirUsualForms(text: String, minute: Int) throws {
    #expect(try row("Ana,Mon,\(text),23:59,,,").shifts.last?.hours?.start == minute)
  }

  @Test(arguments: [
    "25:00", "8", "0.30", "08:00:00.500", "08.00.00.0", "08:60", "13:00 PM", "0:30 AM", "noon", "",
    "08:00:30", "8:0", "24:01", "-8:00",
  ])
  func unreadableTimesAreRejected(text: String) throws {
    let schedule = try row("Ana,Mon,\(text),23:59,,,")
    #expect(schedule.shifts.map(\.rep) == ["Zoe"])
    #expect(schedule.rejectedRows.first?.place.column == 9)
    #expect(schedule.rejectedRows.first?.text == text)
  }

  /// One time that is a decimal number makes numbers of all that look like it.
  @Test(arguments: ["8.75", "8.5", "0.333333", "16.60", "45000.25"])
  func decimalHoursAreNoClockTimes(decimal: String) throws {
    let schedule = try row("Ana,Mon,8.25,16.50,,,\nBen,Mon,08:00,\(decimal),,,\nCy,Mon,08:00,17:00,,,")
    #expect(schedule.shifts.map(\.rep) == ["Zoe", "Cy"])
    #expect(schedule.rejectedRows.map(\.text) == ["8.25", decimal])
    #expect(
      schedule.rejectedRows.allSatisfy { $0.reason.hasPrefix("a number of hours or days, as \"\(decimal)\"") }
    )
  }

  @Test func aLoneZeroBeforeADotIsRefusedAlone() throws {
    let schedule = try row("Ana,Mon,8.30,16.00,,,\nBen,Mon,0.25,0.50,,,")
    #expect(schedule.shifts.map(\.rep) == ["Zoe", "Ana"])
    #expect(
      schedule.rejectedRows.map(\.reason) == [
        "a fraction rather than a time of day: expected 06:00, or 00:25"
      ])
  }

  @Test(arguments: [
    ("22:00", "06:00", 480), ("09:00", "09:00", 1_440), ("00:00", "24:00", 1_440), ("00:00", "00:00", 1_440),
    ("18:00", "24:00", 360), ("18:00", "00:00", 360), ("22.00", "0.00", 120), ("0.00", "8.00", 480),
    ("23:30", "00:15", 45),
  ])
  func anEndAtOrBeforeTheStartIsOnTheNextDay(start: String, end: String, length: Int) throws {
    #expect(try row("Ana,Mon,\(start),\(end),,,").shifts.last?.hours?.length == length)
  }

  @Test func moreThanSixteenHoursIsAWarning() throws {
    #expect(try row("Ana,Mon,06:00,22:00,,,").diagnostics.isEmpty)
    let warned = try row("Ana,Mon,17:00,09:01,,,").diagnostics
    #expect(warned.map(\.id) == ["shift-long"])
    #expect(warned.first?.place?.line == 3)
  }

  @Test func offRowsTakeARepOrEveryoneAway() throws {
    for text in ["Ana,Wed,off,off,,2026-11-11,2026-11-11", "Ana,Wed,Off,,,2026-11-11,2026-11-11"] {
      let shift = try #require(try row(text).shifts.last)
      #expect(shift.rep == "Ana" && shift.hours == nil && shift.weekdays == [.wednesday])
    }
    let holiday = try #require(try row("*,,off,off,North,2026-12-25,2026-12-26").shifts.last)
    #expect(holiday.rep == "*" && holiday.hours == nil && holiday.weekdays.count == 7)
  }

  @Test(arguments: [
    ("Ana,Mon,off,17:00,,,", "off"), ("Ana,Mon,9:00,off,,,", "off"), ("*,Mon,9:00,17:00,,,", "everyone"),
    (",Mon,9:00,17:00,,,", "no rep"), ("Ana,Mon,24:00,06:00,,,", "24:00"),
    ("Ana,Mon,9:00,17:00,,2026-02-30,", "no such day"),
    ("Ana,Mon,9:00,17:00,,2026-01-02,2026-01-01", "before"),
    ("Ana,Mon,9:00,17:00,,2026-01-02 10:00,", "date alone"), ("Ana,Mon,9:00,17:00,,1/2/2026,", "not known"),
    ("Ana,Mon,9:00,17:00,,soon,", "expected one such as 2026-11-15"),
    ("Ana,Mon,9:00,17:00,,10/20/26,", "two digits: expected year, month and day"),
    ("Ana,Mon,9:00,17:00,,1/2/2026,", "expected year, month and day, such as 2026-11-15"),
    ("rep_name,day_of_week,start_time,end_time,team,valid_from,valid_to", "the header once more"),
    ("Ana,Mon,9:00", "3 fields"),
    ("Ana,Mon,9:00,17:00,,,,x", "8 fields"), ("Ana,,off,off,,,", "without a first or last valid date"),
    ("Ana,,9:00,17:00,,,", "no day of the week"), ("Ana,,9:00,17:00,,2026-11-02,", "no day of the week"),
    ("Ana,2026-11-02,9:00,17:00,,,", "under the header date"),
    ("Ana,,22:00,6:00,,2026-11-03,2026-11-04", "ends on the next date"),
    ("Ana,Mon,9:00,17:00,,9999-12-31,", "not a year"),
  ])
  func whatCannotBeReadIsRejectedWithItsReason(text: String, part: String) throws {
    let schedule = try row(text)
    #expect(schedule.shifts.map(\.rep) == ["Zoe"])
    #expect(schedule.rejectedRows.count == 1)
    #expect(schedule.rejectedRows.first?.reason.contains(part) == true)
    #expect(schedule.rejectedRows.first?.place.line == 3)
  }

  /// They are rows all the same, of which a rota may have many.
  @Test(arguments: [
    ("Ana,Mon,9:00,17:00,,2026-11-03,2026-11-03", "its one valid date, 2026-11-03, is a Tuesday"),
    (
      "Ana,Mon-Tue,9:00,17:00,,2026-11-04,2026-11-08",
      "none of its days of the week lies from 2026-11-04 to 2026-11-08"
    ),
    ("Ana,Mon,9:00,17:00,,2026-11-03,2026-11-09", nil), ("Ana,Mon,9:00,17:00,,2026-11-03,", nil),
    ("Ana,Mon,off,off,,2026-11-03,2026-11-03", nil),
  ])
  func shiftsThatNeverHappenAreWarnedOf(text: String, part: String?) throws {
    let schedule = try row(text)
    #expect(schedule.shifts.count == 2 && schedule.rejectedRows.isEmpty)
    #expect(schedule.diagnostics.map(\.id) == (part == nil ? [] : ["schedule-shift-never"]))
    #expect(schedule.diagnostics.first?.message.contains(part ?? "") ?? true)
    #expect(schedule.diagnostics.first?.place?.line ?? 3 == 3)
  }

  @Test func trailingEmptyFieldsAreAllowed() throws {
    #expect(try row("Ana,Mon,9:00,17:00,,,,,").shifts.count == 2)
  }

  @Test func linesAreCountedThroughQuotedBreaks() throws {
    let schedule = try row("\"An\na\",Mon,9:00,17:00,,,\nBen,\"Mon\nTue\",9:00,25:00,,,")
    #expect(schedule.shifts.map(\.rep) == ["Zoe", "An\u{FFFD}a"])
    #expect(
      schedule.rejectedRows.first?.place
        == Place(file: "schedule.csv", line: 6, column: 11, key: "end_time"))
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func linesEndWithAnyBreak(lineBreak: String) throws {
    let lines = ["rep_name,day_of_week,start_time,end_time", "Ana,Mon,9:00,17:00", "", "Ben,Mon,9:00,x"]
    let schedule = try read(lines.joined(separator: lineBreak) + lineBreak)
    #expect(schedule.shifts.map(\.place.line) == [2])
    #expect(schedule.rejectedRows.map(\.place.line) == [4])
    #expect(schedule.rejectedRows.map(\.text) == ["x"])
  }

  @Test func controlCharactersInNamesAreShownAsLeadsShowThem() throws {
    #expect(try row("A\u{7}na,Mon,9:00,17:00,,,").shifts.last?.rep == "A\u{FFFD}na")
  }

  @Test func anOpenQuoteNamesTheLineWhereItOpened() throws {
    let text = "rep_name,day_of_week,start_time,end_time\nAna,Mon,9:00,17:00\n\"Be\nn\",\"Mon,9:00,17:00\n"
    let failure = #expect(throws: Failure.self) { try read(text) }
    #expect(failure?.diagnostics.first?.place?.line == 4)
  }

  @Test func linesAroundTheShiftsAreNoneOfThem() throws {
    let text = """
      Rota of all teams;;;
      Printed: 2026-11-01;;;

      rep_name;day_of_week;start_time;end_time
      Ana;"Mon,Wed";9:00;17:00

      Ben;Tue;9:00;x

      Total: 2 shifts;;;
      Confidential
      """
    let schedule = try read(text)
    #expect(schedule.shifts.map(\.rep) == ["Ana"] && schedule.shifts[0].place.line == 5)
    #expect(schedule.rejectedRows.map(\.place.line) == [7])
    #expect(
      schedule.diagnostics.map(\.id) == ["preamble-skipped", "footer-skipped", "schedule-row-rejected"])
    #expect(schedule.diagnostics.map(\.place?.line) == [1, 9, 7])
    #expect(schedule.diagnostics[0].message == "3 lines before the header are skipped")
    #expect(schedule.diagnostics[1].message == "2 lines below the data are skipped")
  }

  /// Lines below the shifts, and the lines on which they are footers and shifts that cannot be read. They begin on the
  /// third.
  static let below: [(text: String, footer: [Int], rejected: [Int])] = [
    ("\nTotal,2,,,", [4], []), ("Total,2,,,\n\nConfidential Information - Do Not Distribute", [3], []),
    ("\n\"Confidential Information - Do Not Distribute\"\nTotal,1,,", [4], []),
    ("-----\nRun by: Bob,2026\n-----,-----", [4], []), ("Gesamt,,,76.5,", [3], []),
    // Shifts, though they cannot be read or begin so.
    ("Total,Mon,9:00,x,", [], [3]), ("Total,1,9:00,25:00,", [], [3]), ("Total,1,9:00,17:00,", [], []),
    ("Ben,Mon", [], [3]), ("\nBen,Mon", [], [4]), ("Total,2,,,\nBen,Tue,9:00,17:00,", [], [3]),
  ]

  @Test(arguments: below) func linesBelowTheShiftsAreToldFromThem(
    text: String, footer: [Int], rejected: [Int]
  ) throws {
    let schedule = try read("rep,day,start,end,team\nAna,Mon,9:00,17:00,North\n" + text + "\n")
    #expect(schedule.rejectedRows.map(\.place.line) == rejected)
    #expect(schedule.diagnostics.filter { $0.id == "footer-skipped" }.map(\.place?.line) == footer)
  }

  @Test(arguments: [0, 60, 300]) func aHeaderIsFoundBelowALongPreamble(lines: Int) throws {
    let above = (0..<lines).map { "Page,\($0)\n" }.joined()
    let schedule = try read(above + "rep,day,start,end\nAna,Mon,9:00,17:00\n")
    #expect(schedule.shifts.map(\.place.line) == [lines + 2])
    #expect(schedule.diagnostics.map(\.id) == (lines == 0 ? [] : ["preamble-skipped"]))
  }

  @Test func whatIsNoTextIsNamed() throws {
    for text in ["PK\u{3}\u{4}x", "<html><body>rota</body></html>"] {
      let failure = #expect(throws: Failure.self) { try read(text) }
      #expect(failure?.diagnostics.map(\.id) == ["file-not-csv"])
    }
  }

  @Test(arguments: ["\n", "", "\r", "\r\n", "\n\n"])
  func aHeaderAloneIsAWarning(end: String) throws {
    let schedule = try read("rep_name,day_of_week,start_time,end_time" + end)
    #expect(schedule.shifts.isEmpty)
    #expect(schedule.diagnostics.map(\.id) == ["schedule-without-shifts"])
  }

  @Test(arguments: [
    ("", ["schedule-empty"]), ("\n\n", ["schedule-empty"]),
    ("rep_name,day,start\nAna,Mon,9:00", ["schedule-column-missing"]),
    ("a,b\n1,2", Array(repeating: "schedule-column-missing", count: 4)),
    ("rep_name,day_of_week,start_time,end_time\n\"Ana,Mon,9:00,17:00\n", ["quote-unterminated"]),
    ("rep,day,start,end\nAna,x,9,10\n", ["schedule-row-rejected", "schedule-unreadable"]),
    ("agent,owner,day,start,end\nAna,Ben,Mon,9:00,10:00\n", ["column-ambiguous"]),
  ])
  func whatIsNoScheduleIsAnError(text: String, ids: [String]) throws {
    let failure = #expect(throws: Failure.self) { try read(text) }
    #expect(failure?.diagnostics.map(\.id) == ids)
    #expect(failure?.diagnostics.allSatisfy { $0.place?.file == "schedule.csv" } == true)
  }
}

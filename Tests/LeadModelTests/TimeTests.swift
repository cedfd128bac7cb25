import LeadModel
import Testing

@Suite struct TimeTests {
  @Test(arguments: [
    (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (2024, 11, 4, 20_031), (1900, 3, 1, -25_508),
  ])
  func daysAreCountedFrom1970(year: Int, month: Int, day: Int, number: Int) {
    let date = CivilDate(year: year, month: month, day: day)
    #expect(date?.dayNumber == number)
    #expect(date!.components == (year, month, day))
  }

  @Test func everyDayOfFourCenturiesComesBack() {
    for number in -160_000..<20_000 {
      let (year, month, day) = CivilDate(dayNumber: number).components
      #expect(CivilDate(year: year, month: month, day: day)?.dayNumber == number)
    }
  }

  @Test(arguments: [(2023, 2, 29), (2024, 4, 31), (2024, 13, 1), (2024, 0, 1), (2024, 1, 0), (1900, 2, 29)])
  func daysThatDoNotExistAreRefused(year: Int, month: Int, day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  // From the table of ISO 8601 week dates at the turn of the year.
  @Test(arguments: [
    (2005, 1, 1, "2004-W53", Weekday.saturday), (2005, 1, 2, "2004-W53", .sunday),
    (2005, 12, 31, "2005-W52", .saturday), (2007, 1, 1, "2007-W01", .monday),
    (2008, 12, 29, "2009-W01", .monday), (2010, 1, 3, "2009-W53", .sunday),
    (2026, 11, 15, "2026-W46", .sunday),
  ])
  func weeksFollowISO8601(year: Int, month: Int, day: Int, week: String, weekday: Weekday) {
    let date = CivilDate(year: year, month: month, day: day)!
    #expect(ISOWeek(containing: date).description == week)
    #expect(date.weekday == weekday)
  }

  @Test func weeksAndMonthsKnowTheirNeighbours() {
    let week = Period.week(ISOWeek(year: 2027, week: 1)!)
    #expect(week.previous?.description == "2026-W53")
    #expect(ISOWeek(year: 2025, week: 53) == nil)
    let month = Period.month(YearMonth(containing: CivilDate(year: 2026, month: 1, day: 31)!))
    #expect(month.previous?.description == "2025-12")
    #expect(month.dates?.count == 31)
    #expect(Period.all.dates == nil)
  }
}

extension Range where Bound == CivilDate {
  var count: Int { upperBound.dayNumber - lowerBound.dayNumber }
}

import LeadModel
import Testing

@testable import ReportSite

@Suite("Words: numbers, times and dates as people read them")
struct WordsTests {
  @Test(arguments: [
    (0, "0"), (7, "7"), (999, "999"), (1_000, "1,000"), (337_012, "337,012"), (-1_234, "−1,234"),
  ])
  func counts(number: Int, text: String) { #expect(Words.count(number) == text) }

  @Test(arguments: [(0, "0.0%"), (5, "0.5%"), (833, "83.3%"), (1_000, "100.0%")])
  func percentages(tenths: Int, text: String) { #expect(Words.percent(tenths) == text) }

  @Test("No rate is an en dash, never zero")
  func noRate() {
    #expect(Words.percent(nil) == "–")
    #expect(Words.duration(nil) == "–")
  }

  @Test(
    "A rounded zero has no sign, a change otherwise has one",
    arguments: [
      (0, "0.0"), (85, "+8.5"), (-5, "−0.5"), (-127, "−12.7"),
    ])
  func signs(tenths: Int, text: String) { #expect(Words.signedTenths(tenths) == text) }

  @Test(
    "A duration carries into the next unit when rounding fills it",
    arguments: [
      (0, "0 s"), (499_999, "0 s"), (45_000_000, "45 s"), (59_499_999, "59 s"), (59_500_000, "1.0 min"),
      (270_000_000, "4.5 min"), (596_999_999, "9.9 min"), (597_000_000, "10 min"), (1_440_000_000, "24 min"),
      (3_569_999_999, "59 min"), (3_570_000_000, "1 h 00"), (11_520_000_000, "3 h 12"),
      (172_769_999_999, "47 h 59"), (172_770_000_000, "2 d 0 h"), (190_800_000_000, "2 d 5 h"),
      (8_640_000_000_000, "100 d"),
    ] as [(Int64, String)])
  func durations(microseconds: Int64, text: String) { #expect(Words.duration(microseconds) == text) }

  @Test(
    "Dates of a period say nothing twice",
    arguments: [
      (ISOWeek(year: 2026, week: 46)!, "9–15 November 2026"),
      (ISOWeek(year: 2026, week: 40)!, "28 September – 4 October 2026"),
      (ISOWeek(year: 2026, week: 1)!, "29 December 2025 – 4 January 2026"),
    ])
  func weekDates(week: ISOWeek, text: String) { #expect(Words.dates(of: .week(week)) == text) }

  @Test func monthsAndWeeks() {
    #expect(Words.dates(of: .month(YearMonth(index: (2028 - 1970) * 12 + 1))) == "1–29 February 2028")
    #expect(Words.period(.month(YearMonth(index: (2026 - 1970) * 12 + 10))) == "November 2026")
    let weeks = ISOWeek(year: 2026, week: 39)!...ISOWeek(year: 2026, week: 46)!
    #expect(Words.weeks(weeks) == "weeks 39–46")
    #expect(weeks.count == 8)
    let turn = ISOWeek(year: 2025, week: 50)!...ISOWeek(year: 2026, week: 5)!
    #expect(Words.weeks(turn) == "weeks 2025-W50 – 2026-W05")
  }

  @Test func lists() {
    #expect(enumeration(of: []) == "")
    #expect(enumeration(of: ["A"]) == "A")
    #expect(enumeration(of: ["A", "B"]) == "A and B")
    #expect(enumeration(of: ["A", "B", "C"]) == "A, B and C")
    #expect(enumeration(of: ["A", "B", "C", "D"], limit: 3) == "A, B and 2 more")
  }

  @Test func aSentenceEndsOnce() {
    #expect(Words.sentence("1 person is on shift: Mona P") == "1 person is on shift: Mona P.")
    #expect(Words.sentence("1 person is on shift: Mona P.") == "1 person is on shift: Mona P.")
  }

  @Test func thresholds() {
    #expect([15, 60, 90, 1_440].map(Words.threshold) == ["15 minutes", "1 hour", "90 minutes", "24 hours"])
  }

  @Test("A threshold to the second is not read in another unit") func exactly() {
    #expect([5, 60, 99].map(Words.exactly) == ["5:00", "60:00", "99:00"])
    #expect([100, 1_440, 525_600].map(Words.exactly) == ["1:40:00", "24:00:00", "8760:00:00"])
  }
}

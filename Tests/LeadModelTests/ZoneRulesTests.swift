import LeadModel
import Testing

@Suite struct ZoneRulesTests {
  /// New York around 2026: EST, from 2026-03-08 07:00Z EDT, from 2026-11-01 06:00Z EST.
  let newYork = ZoneRules(
    name: "America/New_York",
    transitions: [
      .init(at: .min, offset: -18_000), .init(at: 1_772_953_200, offset: -14_400),
      .init(at: 1_793_512_800, offset: -18_000),
    ])

  func local(_ month: Int, _ day: Int, _ hour: Int, _ minute: Int) -> LocalTime {
    LocalTime(date: CivilDate(year: 2026, month: month, day: day)!, minuteOfDay: hour * 60 + minute)
  }
  func utc(_ month: Int, _ day: Int, _ hour: Int, _ minute: Int) -> Instant {
    Instant(microseconds: local(month, day, hour, minute).microseconds)
  }

  @Test func ordinaryTimesOccurOnce() {
    #expect(newYork.instants(of: local(1, 15, 12, 0)) == .once(utc(1, 15, 17, 0)))
    #expect(newYork.instants(of: local(7, 1, 0, 0)) == .once(utc(7, 1, 4, 0)))
    #expect(newYork.local(of: utc(7, 1, 4, 0)) == local(7, 1, 0, 0))
  }

  @Test func aSkippedTimeMovesForwardByTheGap() {
    #expect(newYork.instants(of: local(3, 8, 2, 30)) == .skipped(utc(3, 8, 7, 30)))
    #expect(newYork.instants(of: local(3, 8, 1, 59)) == .once(utc(3, 8, 6, 59)))
    #expect(newYork.instants(of: local(3, 8, 3, 0)) == .once(utc(3, 8, 7, 0)))
  }

  @Test func aRepeatedTimeHasTwoInstants() {
    #expect(newYork.instants(of: local(11, 1, 1, 30)) == .twice(utc(11, 1, 5, 30), utc(11, 1, 6, 30)))
    #expect(newYork.instants(of: local(11, 1, 2, 0)) == .once(utc(11, 1, 7, 0)))
    #expect(newYork.instants(of: local(11, 1, 0, 59)) == .once(utc(11, 1, 4, 59)))
  }

  @Test func floatingTimesStayAsTheyAre() {
    #expect(ZoneRules.floating.instants(of: local(3, 8, 2, 30)) == .once(utc(3, 8, 2, 30)))
    #expect(ZoneRules.floating.local(of: utc(3, 8, 2, 30)) == local(3, 8, 2, 30))
  }

  @Test func timesBefore1970RoundTowardsThePast() {
    let time = LocalTime(microseconds: -1)
    #expect(time.description == "1969-12-31 23:59:59.999999")
    #expect(time.minuteOfDay == 1_439)
  }
}

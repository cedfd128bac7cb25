import Foundation
import LeadModel
import Testing

@testable import leadheat

@Suite struct ZonesTests {
  /// Zones with summer time of both hemispheres, odd offsets, a half-hour shift, changed standard time, a skipped
  /// day, and none of it.
  @Test(arguments: [
    "America/New_York", "Europe/London", "Australia/Lord_Howe", "Asia/Kathmandu", "Europe/Moscow",
    "Pacific/Apia",
    "America/Sao_Paulo", "Africa/Casablanca", "UTC",
  ])
  func theTableAgreesWithFoundationAtEveryQuarterDay(name: String) throws {
    let rules = try #require(Zones.rules(named: name))
    let zone = TimeZone(identifier: name)!
    // 1990-01-01 to 2038, every six hours and a bit, so that no step hides behind a round hour.
    for second in stride(from: Int64(631_152_000), to: 2_145_916_800, by: 21_601) {
      let expected = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second)))
      let found = rules.transitions[rules.rule(at: second)].offset
      if found != Int64(expected) {
        Issue.record("\(name) at \(second): \(found), Foundation says \(expected)")
        return
      }
    }
  }

  @Test(arguments: ["EST", "CET", "PST", "IST", "GMT+5", "Mars/Olympus", "", "America/NewYork"])
  func whatIsNoZoneIsRefused(name: String) {
    #expect(Zones.rules(named: name) == nil)
  }

  /// Those of the IANA list without a slash.
  @Test(arguments: [
    ("EST5EDT", -18_000, -14_400), ("Japan", 32_400, 32_400), ("GB", 0, 3_600), ("Zulu", 0, 0),
  ])
  func namesWithoutASlashAreZones(name: String, winter: Int64, summer: Int64) throws {
    let rules = try #require(Zones.rules(named: name))
    // 2024-01-15 and 2024-07-15.
    #expect(rules.transitions[rules.rule(at: 1_705_276_800)].offset == winter)
    #expect(rules.transitions[rules.rule(at: 1_721_001_600)].offset == summer)
  }

  @Test func aMisspeltZoneHasASuggestion() {
    #expect(Zones.suggestion(for: "America/NewYork") == "America/New_York")
    #expect(Zones.suggestion(for: "EST") == "America/New_York")
  }
}

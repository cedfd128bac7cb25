import LeadModel
import Testing

@testable import LeadIngest

/// The cursor that remembers where it was, against looking every time up.
@Suite struct ZoneCursorTests {
  /// Clocks that change twice a year, and had other changes long ago.
  static let zones: [ZoneRules] = [
    ZoneRules(name: "one", transitions: [.init(at: .min, offset: 3_600)]),
    ZoneRules(
      name: "two",
      transitions: [.init(at: .min, offset: -17_762), .init(at: -2_717_650_800, offset: -18_000)]),
    ZoneRules(
      name: "many",
      transitions: [
        .init(at: .min, offset: 0), .init(at: -1 << 59, offset: 1_172),
        .init(at: -2_422_054_408, offset: 3_600),
      ]
        + (0..<136).map { .init(at: Int64($0) * 15_778_800, offset: $0 % 2 == 0 ? 7_200 : 3_600) }
        + [.init(at: 1 << 40, offset: 0)]),
    // Several changes within some days.
    ZoneRules(
      name: "restless",
      transitions: [.init(at: .min, offset: 0)]
        + (1...20).map { .init(at: 1_700_000_000 + Int64($0) * 200_000, offset: $0 % 3 * 3_600 - 43_200) }),
  ]

  @Test(arguments: zones)
  func timesInNoOrderAreThoseOfTheRules(zone: ZoneRules) {
    var random = SeededNumbers(state: 7)
    var cursor = ZoneCursor(zone)
    let changes = zone.transitions.map(\.at).filter { abs($0 / 2) < 1 << 38 }
    for _ in 0..<20_000 {
      let near =
        (changes.randomElement(using: &random) ?? 0) + Int64.random(in: -200_000...200_000, using: &random)
      let anywhere = Int64.random(in: -60_000_000_000...60_000_000_000, using: &random)
      let time = (Bool.random(using: &random) ? near : anywhere) * 1_000_000
      #expect(cursor.local(of: time) == zone.local(of: Instant(microseconds: time)).microseconds)

      var reading = ZoneCursor.Reading.once
      let instant = cursor.instant(of: time, notBefore: .min, &reading)
      switch zone.instants(of: LocalTime(microseconds: time)) {
      case .once(let expected): #expect(reading == .once && instant == expected.microseconds)
      case .skipped(let expected): #expect(reading == .skipped && instant == expected.microseconds)
      case .twice(let expected, _): #expect(reading == .repeated && instant == expected.microseconds)
      }
    }
  }
}

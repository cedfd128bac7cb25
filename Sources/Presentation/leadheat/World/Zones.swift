import Foundation
import LeadModel

/// Time zones as the toolchain's Foundation knows them, turned into tables once.
enum Zones {
  /// The rules of an IANA zone, or nil where there is none of that name.
  ///
  /// Abbreviations such as `EST` and `CET`, which Foundation takes too, are no zones: they hide summer time.
  static func rules(named name: String) -> ZoneRules? {
    guard name.contains("/") || plainNames.contains(name), let zone = TimeZone(identifier: name) else {
      return nil
    }
    var transitions = [ZoneRules.Transition(at: .min, offset: Int64(zone.secondsFromGMT(for: first)))]
    var moment = first
    while let next = zone.nextDaylightSavingTimeTransition(after: moment), next < last, next > moment {
      let offset = Int64(zone.secondsFromGMT(for: next))
      if offset != transitions[transitions.count - 1].offset {
        transitions.append(.init(at: Int64(next.timeIntervalSince1970.rounded()), offset: offset))
      }
      moment = next
    }
    return ZoneRules(name: name, transitions: transitions)
  }

  /// The zones of the IANA list whose names have no slash, but for abbreviations.
  private static let plainNames: Set = [
    "UTC", "GMT", "UCT", "Universal", "Zulu", "Greenwich", "EST5EDT", "CST6CDT", "MST7MDT", "PST8PDT", "Cuba",
    "Egypt",
    "Eire", "GB", "GB-Eire", "Hongkong", "Iceland", "Iran", "Israel", "Jamaica", "Japan", "Kwajalein",
    "Libya", "NZ",
    "NZ-CHAT", "Navajo", "PRC", "Poland", "Portugal", "ROC", "ROK", "Singapore", "Turkey", "W-SU",
  ]

  /// The zone that was probably meant by a name that is none.
  static func suggestion(for name: String) -> String? {
    TimeZone.abbreviationDictionary[name]
      ?? LeadModel.suggestion(for: name, among: ["UTC"] + TimeZone.knownTimeZoneIdentifiers.sorted())
  }

  /// The span of the tables, 1900 to 2100: wider than any export.
  private static let first = Date(timeIntervalSince1970: -2_208_988_800)
  private static let last = Date(timeIntervalSince1970: 4_102_444_800)
}

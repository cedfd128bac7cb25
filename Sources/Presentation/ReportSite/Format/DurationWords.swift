extension Words {
  /// A response time in the unit it is thought in: `45 s`, `4.5 min`, `24 min`, `3 h 12`, `2 d 5 h`; an en
  /// dash for nil. `microseconds` is 0 or more, and rounded half up to what is shown.
  package static func duration(_ microseconds: Int64?) -> String {
    guard let microseconds else { return none }
    func rounded(to unit: Int64) -> Int { Int((microseconds + unit / 2) / unit) }
    let seconds = rounded(to: 1_000_000)
    if seconds < 60 { return "\(seconds) s" }
    let tenths = rounded(to: 6_000_000)
    if tenths < 100 { return "\(tenths / 10).\(tenths % 10) min" }
    let minutes = rounded(to: 60_000_000)
    if minutes < 60 { return "\(minutes) min" }
    if minutes < 48 * 60 { return "\(minutes / 60) h \((minutes % 60).padded(to: 2))" }
    let hours = rounded(to: 3_600_000_000)
    return hours < 100 * 24 ? "\(hours / 24) d \(hours % 24) h" : "\(count(rounded(to: 86_400_000_000))) d"
  }

  /// A threshold in whole minutes: `15 minutes`, `1 hour`, `24 hours`.
  package static func threshold(_ minutes: Int) -> String {
    minutes % 60 == 0 ? count(minutes / 60, "hour") : count(minutes, "minute")
  }

  /// A threshold where there is little room: `15 min`, `1 h`, `24 h`.
  package static func shortThreshold(_ minutes: Int) -> String {
    minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes) min"
  }
}

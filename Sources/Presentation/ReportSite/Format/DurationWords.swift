extension Words {
  /// A response time in the unit it is thought in: `45 s`, `4.5 min`, `24 min`, `3 h 12`, `2 d 5 h`; an en
  /// dash for nil. `microseconds` is 0 or more, and rounded half up to what is shown.
  static func duration(_ microseconds: Int64?) -> String {
    guard let microseconds else { return none }
    let (count, step) = shown(microseconds)
    switch step {
    case .second: return "\(count) s"
    case .tenthOfMinute: return "\(count / 10).\(count % 10) min"
    case .minute: return count < 60 ? "\(count) min" : "\(count / 60) h \((count % 60).padded(to: 2))"
    case .hour: return "\(count / 24) d \(count % 24) h"
    case .day: return "\(Words.count(count)) d"
    }
  }

  /// A threshold of so many minutes to the second: `60:00`, and `24:00:00` from 100 minutes on.
  static func exactly(_ minutes: Int) -> String {
    minutes < 100 ? "\(minutes):00" : "\(minutes / 60):\((minutes % 60).padded(to: 2)):00"
  }

  /// The minutes that ``duration(_:)`` shows: a comparison with them agrees with what is read.
  static func shownMinutes(_ microseconds: Int64) -> Double {
    let (count, step) = shown(microseconds)
    return Double(Int64(count) * step.rawValue) / 60_000_000
  }

  /// What a response time is rounded to, microseconds.
  private enum Step: Int64 {
    case second = 1_000_000
    case tenthOfMinute = 6_000_000
    case minute = 60_000_000
    case hour = 3_600_000_000
    case day = 86_400_000_000
  }

  /// The finest step in which the rounded time stays below where the next step begins.
  private static func shown(_ microseconds: Int64) -> (count: Int, step: Step) {
    let limits: [(Step, below: Int)] = [
      (.second, 60), (.tenthOfMinute, 100), (.minute, 48 * 60), (.hour, 100 * 24),
    ]
    func rounded(_ step: Step) -> Int { Int((microseconds + step.rawValue / 2) / step.rawValue) }
    for (step, below) in limits where rounded(step) < below { return (rounded(step), step) }
    return (rounded(.day), .day)
  }

  /// A threshold in whole minutes: `15 minutes`, `1 hour`, `24 hours`.
  static func threshold(_ minutes: Int) -> String {
    minutes % 60 == 0 ? count(minutes / 60, "hour") : count(minutes, "minute")
  }

  /// A threshold after "within": `an hour`, `15 minutes`.
  static func within(_ minutes: Int) -> String { minutes == 60 ? "an hour" : threshold(minutes) }

  /// A threshold where there is little room: `15 min`, `1 h`, `24 h`.
  static func shortThreshold(_ minutes: Int) -> String {
    minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes) min"
  }

  /// What a column of rates is called; where it is narrow, number and unit stay together.
  static func columnWithin(_ minutes: Int) -> String {
    "Within " + shortThreshold(minutes).replacing(" ", with: "\u{A0}")
  }
}

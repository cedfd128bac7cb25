/// A point on the time line, to the microsecond.
///
/// Where an export has neither offsets nor a zone, times are floating: then an instant is simply the local
/// reading taken as if it were UTC, and ``ZoneRules/floating`` turns it back.
package struct Instant: Hashable, Comparable, Sendable {
  /// Microseconds since 1970-01-01 00:00 UTC.
  package var microseconds: Int64

  /// The point that many microseconds after 1970-01-01 00:00 UTC.
  @inlinable package init(microseconds: Int64) { self.microseconds = microseconds }

  @inlinable package static func < (left: Instant, right: Instant) -> Bool {
    left.microseconds < right.microseconds
  }
}

/// A reading of date and clock somewhere, without saying where.
package struct LocalTime: Hashable, Comparable, Sendable {
  /// Microseconds since 1970-01-01 00:00 of the same clock, each day having 86,400 seconds.
  package var microseconds: Int64

  /// The reading that many microseconds after 1970-01-01 00:00.
  @inlinable package init(microseconds: Int64) { self.microseconds = microseconds }

  /// The reading at a minute (0–1440) of a day.
  package init(date: CivilDate, minuteOfDay: Int = 0) {
    microseconds = (Int64(date.dayNumber) * 1_440 + Int64(minuteOfDay)) * 60_000_000
  }

  /// Minutes since 1970-01-01 00:00, fractions cut towards the past.
  package var minutes: Int { Int(microseconds).floored(by: 60_000_000) }

  /// The day shown.
  package var date: CivilDate { CivilDate(dayNumber: minutes.floored(by: 1_440)) }

  /// The minute of the day shown, 0–1439.
  package var minuteOfDay: Int { minutes.modulo(1_440) }

  @inlinable package static func < (left: LocalTime, right: LocalTime) -> Bool {
    left.microseconds < right.microseconds
  }
}

extension LocalTime: CustomStringConvertible {
  /// `2026-11-15 23:52:00`, with the fraction of the second where there is one.
  package var description: String {
    let second = Int(microseconds).modulo(60_000_000)
    let clock = "\((minuteOfDay / 60).padded(to: 2)):\((minuteOfDay % 60).padded(to: 2))"
    let fraction = second % 1_000_000 == 0 ? "" : ".\((second % 1_000_000).padded(to: 6))"
    return "\(date) \(clock):\((second / 1_000_000).padded(to: 2))\(fraction)"
  }
}

/// The offsets of one time zone from UTC, as a table made once and then only read.
///
/// The table comes from outside (`leadheat` asks Foundation for it), so that logic needs no Foundation and
/// a conversion costs a search instead of a calendar.
package struct ZoneRules: Hashable, Sendable {
  /// From `at` on, until the next transition, local time is UTC plus `offset`.
  package struct Transition: Hashable, Sendable {
    /// Seconds since 1970-01-01 00:00 UTC.
    package var at: Int64
    /// Seconds east of UTC.
    package var offset: Int64
    /// The rule that begins at that second.
    package init(at: Int64, offset: Int64) {
      self.at = at
      self.offset = offset
    }
  }

  /// The IANA name (`America/New_York`), or nil for floating times.
  package let name: String?
  /// Ascending, never empty; the first holds for all earlier times too.
  package let transitions: [Transition]

  /// A zone of that name with those rules, ascending and at least one.
  package init(name: String?, transitions: [Transition]) {
    precondition(!transitions.isEmpty, "a zone has at least one offset")
    self.name = name
    self.transitions = transitions
  }

  /// No zone at all: local readings are taken as they stand.
  package static let floating = ZoneRules(name: nil, transitions: [Transition(at: .min, offset: 0)])

  /// The position in ``transitions`` of the rule that holds at a second of UTC.
  package func rule(at second: Int64) -> Int {
    var low = 0
    var high = transitions.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if transitions[middle].at <= second { low = middle } else { high = middle }
    }
    return low
  }

  /// What the clocks show at an instant.
  package func local(of instant: Instant) -> LocalTime {
    let second = Int64(Int(instant.microseconds).floored(by: 1_000_000))
    return LocalTime(microseconds: instant.microseconds + transitions[rule(at: second)].offset * 1_000_000)
  }

  /// What a local reading means. See ``Resolution``.
  package func instants(of local: LocalTime) -> Resolution {
    let second = Int64(Int(local.microseconds).floored(by: 1_000_000))
    // Offsets lie within a day of UTC: the rules at both ends of that window hold every candidate.
    let candidates = rule(at: second - 86_400)...rule(at: second + 86_400)
    var found: [Int64] = []
    for index in candidates {
      let instant = second - transitions[index].offset
      let begins = index == 0 ? Int64.min : transitions[index].at
      let ends = index + 1 < transitions.count ? transitions[index + 1].at : Int64.max
      if instant >= begins && instant < ends { found.append(transitions[index].offset) }
    }
    func instant(_ offset: Int64) -> Instant {
      Instant(microseconds: local.microseconds - offset * 1_000_000)
    }
    if let first = found.first {
      return found.count == 1 ? .once(instant(first)) : .twice(instant(first), instant(found[1]))
    }
    // Skipped: reading it with the offset before the gap moves it forward by the gap.
    var before = candidates.lowerBound
    for index in candidates where index > 0 && second - transitions[index - 1].offset >= transitions[index].at
    {
      before = index - 1
    }
    return .skipped(instant(transitions[before].offset))
  }

  /// How often a local reading occurs.
  package enum Resolution: Hashable, Sendable {
    case once(Instant)
    /// The clocks were set back over it: the earlier and the later instant.
    case twice(Instant, Instant)
    /// The clocks were set forward over it: the instant after moving it forward by the gap.
    case skipped(Instant)
  }
}

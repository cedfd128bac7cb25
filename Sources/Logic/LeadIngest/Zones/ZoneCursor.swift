import LeadModel

/// Converts between local readings and instants in one zone, in microseconds.
///
/// It remembers the interval between clock changes that it was last asked about, so that times in any
/// sensible order cost two comparisons each. ``ZoneRules`` is the slow and obvious way to the same results.
struct ZoneCursor {
  /// Local readings in `uniqueFrom..<uniqueTo` occur once and lie `offset` after UTC.
  private(set) var uniqueFrom: Int64 = 0
  private(set) var uniqueTo: Int64 = 0
  private(set) var offset: Int64 = 0
  /// Instants in `from..<to` show as `shift` later on the clocks.
  private(set) var from: Int64 = 0
  private(set) var to: Int64 = 0
  private(set) var shift: Int64 = 0

  let rules: ZoneRules
  /// Per rule, the readings that only it can give, and the instants at which it holds.
  private let unique: [Range<Int64>]
  private let valid: [Range<Int64>]
  /// By stretches of time from a first change on, the rule that holds when each begins: where to look first.
  private let hints: [Int]
  private let firstHinted: Int64
  /// A stretch has 2⁴¹ µs, some 25 days; there are hints for 285 years before and after 1970.
  private static let stretchBits: Int64 = 41
  private static let hinted: Int64 = 1 << 53

  init(_ rules: ZoneRules) {
    self.rules = rules
    let all = rules.transitions
    // Beyond any year that is read, and far from overflow.
    let limit: Int64 = 1 << 62
    func micros(_ seconds: Int64) -> Int64 {
      seconds < -limit / 1_000_000 ? -limit : seconds > limit / 1_000_000 ? limit : seconds * 1_000_000
    }
    func at(_ index: Int) -> Int64 { index == 0 ? -limit : micros(all[index].at) }
    valid = all.indices.map { at($0)..<max(at($0), $0 + 1 < all.count ? at($0 + 1) : limit) }
    unique = all.indices.map { index in
      // At a change the clocks skip, or show twice, what lies between the readings of both offsets.
      let low = index == 0 ? -limit : at(index) + max(all[index - 1].offset, all[index].offset) * 1_000_000
      let high =
        index + 1 == all.count
        ? limit : at(index + 1) + min(all[index].offset, all[index + 1].offset) * 1_000_000
      return low..<max(low, high)
    }
    // Some zones have a first rule since long before there were clocks.
    let (oldest, latest) = (-ZoneCursor.hinted, ZoneCursor.hinted)
    let changes = valid.map(\.lowerBound)
    firstHinted = changes.first { oldest <= $0 && $0 < latest } ?? latest
    let end = changes.last { oldest <= $0 && $0 < latest } ?? latest
    var rule = 0
    hints = (0...(end - firstHinted) >> ZoneCursor.stretchBits).map { [firstHinted] stretch in
      while rule + 1 < changes.count, changes[rule + 1] <= firstHinted + stretch << ZoneCursor.stretchBits {
        rule += 1
      }
      return rule
    }
  }

  /// The last of some ranges, those of the rules in their order, that does not begin after a time, or the first.
  @inline(__always)
  private func rule(at time: Int64, _ ranges: [Range<Int64>]) -> Int {
    let stretch = (max(time, firstHinted) &- firstHinted) &>> ZoneCursor.stretchBits
    var rule = hints[min(hints.count &- 1, Int(truncatingIfNeeded: stretch))]
    while rule > 0, ranges[rule].lowerBound > time { rule &-= 1 }
    while rule &+ 1 < ranges.count, ranges[rule &+ 1].lowerBound <= time { rule &+= 1 }
    return rule
  }

  /// How a local reading was to be understood.
  enum Reading {
    case once, skipped, repeated
  }

  /// The instant of a local reading. One that the clocks skipped moves forward by the gap; of one that occurs
  /// twice it is the first, unless that is before `earliest`: then the second.
  @inline(__always)
  mutating func instant(of local: Int64, notBefore earliest: Int64, _ reading: inout Reading) -> Int64 {
    if local >= uniqueFrom, local < uniqueTo { return local &- offset }
    return search(local, earliest, &reading)
  }

  @inline(never)
  private mutating func search(_ local: Int64, _ earliest: Int64, _ reading: inout Reading) -> Int64 {
    let low = rule(at: local, unique)
    if unique[low].contains(local) {
      (uniqueFrom, uniqueTo) = (unique[low].lowerBound, unique[low].upperBound)
      offset = rules.transitions[low].offset * 1_000_000
      return local - offset
    }
    switch rules.instants(of: LocalTime(microseconds: local)) {
    case .once(let instant): return instant.microseconds
    case .skipped(let instant):
      reading = .skipped
      return instant.microseconds
    case .twice(let first, let second):
      reading = .repeated
      return first.microseconds < earliest ? second.microseconds : first.microseconds
    }
  }

  /// What the clocks show at an instant.
  @inline(__always)
  mutating func local(of instant: Int64) -> Int64 {
    if instant < from || instant >= to { find(instant) }
    return instant &+ shift
  }

  @inline(never)
  private mutating func find(_ instant: Int64) {
    let low = rule(at: instant, valid)
    (from, to) = (valid[low].lowerBound, valid[low].upperBound)
    shift = rules.transitions[low].offset * 1_000_000
  }
}

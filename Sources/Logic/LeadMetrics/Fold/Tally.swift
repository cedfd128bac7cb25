import LeadModel

/// Leads counted by key and class: the accumulator of every fold. A key is a slot of the week and whether
/// it was covered, or a set of attributes, or anything else that a minute of the week or a row leads to.
struct Tally: Sendable {
  let classes: Classes
  let keyCount: Int
  /// Per key one counter per class.
  private(set) var bins: [Int]
  /// Leads too young for some threshold, by their counter and for how many thresholds they are: mostly few, those of
  /// the last hours before the cut-off; but an import may be all of one minute.
  private(set) var young: [Young: Int] = [:]

  /// What tells young leads apart.
  struct Young: Hashable {
    /// The position among ``bins`` where they would be counted.
    var counter: Int
    /// For how many thresholds, from the highest down, they are too young.
    var pending: Int
  }

  init(keys: Int, classes: Classes) {
    self.classes = classes
    keyCount = keys
    bins = Array(repeating: 0, count: keys * classes.count)
  }

  /// Counts rows of one team and week.
  mutating func add(_ run: RowRun, keys: RowKeys, spills: [Spill]) {
    precondition(run.minutes.lowerBound >= 0 && run.minutes.upperBound <= 10_080)
    precondition(keys.bound <= keyCount)
    let isUsual = keys.withKernel(
      minutes: { addUsual(run, $0) }, attributes: { addUsual(run, $0) }, maps: { addUsual(run, $0) })
    if !isUsual { addSpecial(run, keys, spills) }
  }

  /// The kernel: one addition per row. Leaves out spills and what is too young for some threshold, and says
  /// whether there were none of them.
  private mutating func addUsual(_ run: RowRun, _ kernel: some RowKernel) -> Bool {
    let (first, length) = (UInt64(run.minutes.lowerBound), UInt64(run.minutes.count))
    let size = classes.count
    var isUsual = true
    unsafe bins.withUnsafeMutableBufferPointer { bins in
      var start = 0
      // The rows of a class lie together.
      for index in 0..<size {
        let end = run.rows.count(below: classes.end(of: index))
        for row in run.rows[start..<end] {
          if row.bits &>> 50 &- first >= length { continue }
          if row.bits & RowBits.special != 0 {
            isUsual = false
            continue
          }
          unsafe bins[kernel.key(row.bits) &* size &+ index] &+= 1
        }
        start = end
      }
      // Spilled ones come last.
      if start < run.rows.count { isUsual = false }
    }
    return isUsual
  }

  /// Counts spills and what is too young for some threshold.
  private mutating func addSpecial(_ run: RowRun, _ keys: RowKeys, _ spills: [Spill]) {
    var young = young
    let (classes, size) = (classes, classes.count)
    unsafe bins.withUnsafeMutableBufferPointer { bins in
      for row in run.rows where row.bits & RowBits.special != 0 {
        let minute = RowBits.minute(row.bits)
        guard run.minutes.contains(minute) else { continue }
        let pending = RowBits.pending(row.bits)
        let (key, index, weight): (Int, Int, Int)
        if let spill = RowBits.spill(row.bits).map({ spills[$0] }) {
          index = classes.index(of: spill.response)
          key = keys.key(minute: minute, set: spill.attributes, isNever: index == classes.never)
          weight = spill.weight
        } else {
          index = classes.index(of: RowBits.code(row.bits))
          key = keys.key(minute: minute, set: RowBits.set(row.bits), isNever: index == classes.never)
          weight = 1
        }
        let counter = key * size + index
        if pending == 0 || classes.judgesAll {
          unsafe bins[counter] += weight
        } else {
          young[Young(counter: counter, pending: pending), default: 0] += weight
        }
      }
    }
    self.young = young
  }

  /// The leads of a key, class by class: per threshold from the lowest, then later, never, anomaly, flagged.
  /// Leads too young for some threshold are not among them unless the classes judge all.
  func classCounts(_ key: Int) -> ArraySlice<Int> { bins[key * classes.count..<(key + 1) * classes.count] }

  /// Adds the packed counts of some keys, to keys from `target` on or to the same ones.
  mutating func add(_ packed: PackedTally, keys: Range<Int>, to target: Int? = nil) {
    let shift = ((target ?? keys.lowerBound) - keys.lowerBound) * classes.count
    let wanted = (keys.lowerBound * classes.count..<keys.upperBound * classes.count)
      .clamped(to: packed.first..<packed.first + packed.bins.count)
    precondition(wanted.lowerBound + shift >= 0 && wanted.upperBound + shift <= bins.count)
    let first = packed.first
    unsafe packed.bins.withUnsafeBufferPointer { packed in
      unsafe bins.withUnsafeMutableBufferPointer { bins in
        for index in wanted { unsafe bins[index &+ shift] &+= Int(packed[index &- first]) }
      }
    }
  }

  /// The counts of each key.
  func counts() -> [Counts] { counts(0..<keyCount) }

  /// The counts of some keys.
  func counts(_ keys: Range<Int>) -> [Counts] {
    let size = classes.count
    var result = keys.map { key in
      hasNone(key..<key + 1) ? Counts() : classes.counts(bins, at: key * size)
    }
    for (young, weight) in young {
      let (key, index) = young.counter.quotientAndRemainder(dividingBy: size)
      guard keys.contains(key) else { continue }
      result[key - keys.lowerBound] += classes.counts(class: index, weight: weight, young: young.pending)
    }
    return result
  }

  /// Whether some keys have no leads.
  func isEmpty(_ keys: Range<Int>) -> Bool {
    hasNone(keys) && !young.contains { keys.contains($0.key.counter / classes.count) && $0.value > 0 }
  }

  /// Whether some keys have no leads but young ones.
  private func hasNone(_ keys: Range<Int>) -> Bool {
    let size = classes.count
    return unsafe bins.withUnsafeBufferPointer { bins in
      var all = 0
      for index in keys.lowerBound * size..<keys.upperBound * size { unsafe all |= bins[index] }
      return all == 0
    }
  }
}

/// A tally in little room: kept for weeks with many rows, so that months, all time and all teams are sums.
struct PackedTally: Sendable {
  /// The position of the first counter in the tally's.
  let first: Int
  let bins: [UInt32]

  /// nil where leads are too young for some threshold or a counter is too large: those are counted anew.
  init?(_ tally: Tally) {
    guard tally.young.isEmpty, tally.bins.allSatisfy({ $0 <= UInt32.max }) else { return nil }
    first = tally.bins.firstIndex { $0 != 0 } ?? 0
    let end = tally.bins.lastIndex { $0 != 0 }.map { $0 + 1 } ?? first
    bins = tally.bins[first..<end].map { UInt32($0) }
  }
}

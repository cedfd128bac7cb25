import LeadModel

/// The response times of many rows, laid together by how long they are, so that a quantile, or how many there are up
/// to a limit, is found by looking at few of them.
///
/// Only for rows whose leads are judged by every threshold and whose times are whole seconds: those of most weeks.
struct BinnedTimes {
  /// A bin for each 1/64 of each power of two, then one for each code that is no time.
  private static let timeBins = 32 * 64 + 1
  private static let binCount = timeBins + 4

  /// Seconds, bin by bin; then what is no time.
  private var values: [UInt32] = []
  /// Where each bin begins in them, and the end of the last.
  private var starts = [UInt32](repeating: 0, count: binCount + 1)
  /// Of all times.
  private(set) var sum = 0
  /// A bit for each weekday with leads, Monday the lowest.
  private(set) var days: UInt8 = 0

  /// How many times there are.
  var count: Int { Int(starts[BinnedTimes.timeBins]) }

  /// Leads never contacted, anomalies, and leads answered by flag.
  var others: [Int] {
    (BinnedTimes.timeBins..<BinnedTimes.timeBins + 3).map { Int(starts[$0 + 1] - starts[$0]) }
  }

  /// The bin of a code. Seconds that need more than 24 bits are rounded, which leaves their order as it is.
  @inline(__always) private static func bin(_ code: UInt32) -> Int {
    // The exponent of a floating-point number and the first six bits of its fraction; 1 has the bin 1.
    let time = max(0, Int(Float(code).bitPattern &>> 17) &- 8_127)
    // A selection and no branch, since leads that were never contacted come as they like.
    return code < RowBits.never ? time : timeBins &+ Int((code &- RowBits.never) & 3)
  }

  /// Takes the rows of a week in place of what was there.
  /// - Returns: false where one of them is spilled or too young for some threshold.
  mutating func fill(_ rows: [PackedLead]) -> Bool {
    var (all, sum, days) = (UInt64(0), 0, UInt64(0))
    var sizes = [UInt32](repeating: 0, count: BinnedTimes.binCount)
    unsafe sizes.withUnsafeMutableBufferPointer { sizes in
      for row in rows {
        let minute = RowBits.minute(row.bits)
        if minute >= 10_080 { continue }
        let code = RowBits.code(row.bits)
        all |= row.bits
        days |= 1 &<< UInt64(truncatingIfNeeded: minute / 1_440)
        sum &+= code < RowBits.never ? Int(code) : 0
        unsafe sizes[BinnedTimes.bin(code)] &+= 1
      }
    }
    (self.sum, self.days) = (sum, UInt8(truncatingIfNeeded: days))
    guard all & RowBits.special == 0 else { return false }
    for bin in sizes.indices { starts[bin + 1] = starts[bin] &+ sizes[bin] }
    var next = starts
    let rowCount = Int(starts[BinnedTimes.binCount])
    // Filling an array of no elements would write to the one empty array that all threads share.
    if rowCount == 0 { return true }
    values = unsafe [UInt32](unsafeUninitializedCapacity: rowCount) { values, filled in
      unsafe next.withUnsafeMutableBufferPointer { next in
        for row in rows where RowBits.minute(row.bits) < 10_080 {
          let code = RowBits.code(row.bits)
          let bin = BinnedTimes.bin(code)
          unsafe values[Int(next[bin])] = code
          unsafe next[bin] &+= 1
        }
      }
      filled = rowCount
    }
    return true
  }

  /// How many times are not above a limit in seconds.
  func count(upTo limit: UInt32) -> Int {
    let bin = BinnedTimes.bin(min(limit, RowBits.never - 1))
    return Int(starts[bin]) + members(bin).count { $0 <= limit }
  }

  private func members(_ bin: Int) -> ArraySlice<UInt32> { values[Int(starts[bin])..<Int(starts[bin + 1])] }

  /// Statistics of several of them together.
  static func timing(_ all: some Collection<BinnedTimes>) -> Timing {
    let count = all.reduce(0) { $0 + $1.count }
    guard count > 0 else { return Timing() }
    func quantile(_ tenths: Int) -> Int64 {
      let (position, rest) = ((count - 1) * tenths).quotientAndRemainder(dividingBy: 10)
      let (low, high) = neighbours(at: position, all)
      return between(Int64(low) * 1_000_000, Int64(rest == 0 ? low : high()) * 1_000_000, tenths: rest)
    }
    let sum = all.reduce(Int128(0)) { $0 + Int128($1.sum) }
    return Timing(
      mean: mean(sum * 1_000_000, count), median: quantile(5), p90: quantile(9))
  }

  /// The value at a position of the sorted order of all times, and the one after it, which must exist if it is asked for.
  private static func neighbours(
    at position: Int, _ all: some Collection<BinnedTimes>
  ) -> (low: UInt32, high: () -> UInt32) {
    func before(_ bin: Int) -> Int { all.reduce(0) { $0 + Int($1.starts[bin]) } }
    var (bin, end) = (0, timeBins)
    while end - bin > 1 {
      let middle = (bin + end) / 2
      if before(middle) <= position { bin = middle } else { end = middle }
    }
    let members = all.flatMap { $0.members(bin) }.sorted()
    let place = position - before(bin)
    return (
      members[place],
      { place + 1 < members.count ? members[place + 1] : neighbours(at: position + 1, all).low }
    )
  }
}

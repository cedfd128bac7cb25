import LeadModel

/// The response times of a run as they lie in the order of ``LeadOrder``, where positions are quantiles and binary
/// searches counts.
struct OrderedTimes {
  private let rows: [PackedLead]
  private let spills: [Spill]
  /// How many are in whole seconds: they come first.
  private let seconds: Int
  /// Where the spilled ones are.
  private let spilled: Range<Int>
  /// How many leads the spilled rows up to each stand for; empty where each stands for one.
  private let weights: [Int]
  /// How many times there are.
  let count: Int
  /// Of all times, in microseconds.
  private let sum: Int128

  init(_ run: RowRun, _ spills: [Spill]) {
    let rows = run.isWhole ? run.rows : run.rows.filter { run.minutes.contains(RowBits.minute($0.bits)) }
    seconds = rows.count(below: RowBits.never)
    spilled = rows.spilledTimes(spills)
    var whole = 0
    for row in rows[..<seconds] { whole &+= Int(RowBits.code(row.bits)) }
    var sum = Int128(whole) * 1_000_000
    var weights = [0]
    for (time, weight) in rows[spilled].lazy.compactMap({ $0.time(spills) }) {
      sum += Int128(time) * Int128(weight)
      weights.append(weights[weights.count - 1] + weight)
    }
    count = seconds + weights[weights.count - 1]
    self.weights = zip(weights, 0...).allSatisfy { $0 == $1 } ? [] : weights
    (self.rows, self.spills, self.sum) = (rows, spills, sum)
  }

  /// Statistics of several of them together.
  static func timing(_ all: [OrderedTimes]) -> Timing {
    let count = all.reduce(0) { $0 + $1.count }
    guard count > 0 else { return Timing() }
    func quantile(_ tenths: Int) -> Int64 {
      let place = quantilePlace(tenths: tenths, of: count)
      let low = all.value(at: place.low)
      return between(low, place.rest == 0 ? low : all.value(at: place.high), tenths: place.rest)
    }
    return Timing(
      mean: mean(all.reduce(0) { $0 + $1.sum }, count), median: quantile(5), p90: quantile(9))
  }

  /// Whether all are whole seconds.
  fileprivate var isPlain: Bool { spilled.isEmpty }

  /// The time at a position where all are.
  fileprivate func second(at position: Int) -> Int64 { Int64(RowBits.code(rows[position].bits)) }

  /// How many times are at most so many microseconds.
  fileprivate func count(upTo time: Int64) -> Int {
    let whole = min(seconds, rows.count(below: UInt32(clamping: time / 1_000_000 + 1)))
    if spilled.isEmpty { return whole }
    let end = rows.partitioningIndex { row in
      RowBits.code(row.bits) >= 1 << 31 && row.time(spills).map { $0.time > time } ?? true
    }
    return whole + (weights.isEmpty ? end - spilled.lowerBound : weights[end - spilled.lowerBound])
  }
}

extension [OrderedTimes] {
  /// The time at a position of the sorted order of all, which is the least that has so many up to it.
  fileprivate func value(at position: Int) -> Int64 {
    let isPlain = allSatisfy(\.isPlain)
    if count == 1, isPlain { return self[0].second(at: position) * 1_000_000 }
    // Only spilled times lie between two seconds.
    let unit: Int64 = isPlain ? 1_000_000 : 1
    var (low, high) = (Int64(0), (isPlain ? Int64(RowBits.never) : .max) - 1)
    while low < high {
      let middle = low + (high - low) / 2
      if reduce(0, { $0 + $1.count(upTo: middle * unit) }) > position {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return low * unit
  }
}

extension [PackedLead] {
  /// How many leads have a code below a limit: they come first.
  func count(below limit: UInt32) -> Int { partitioningIndex { RowBits.code($0.bits) >= limit } }

  /// Where the spilled leads with response times are.
  func spilledTimes(_ spills: [Spill]) -> Range<Int> {
    count(below: 1 << 31)..<partitioningIndex { $0.spill != nil && $0.time(spills) == nil }
  }
}

extension PackedLead {
  /// The response time in microseconds, and of how many leads; nil without one.
  @inline(__always) func time(_ spills: [Spill]) -> (time: Int64, weight: Int)? {
    if RowBits.code(bits) < RowBits.never { return (Int64(RowBits.code(bits)) * 1_000_000, 1) }
    guard let spill = RowBits.spill(bits), case .after(let time) = spills[spill].response else { return nil }
    return (time, spills[spill].weight)
  }
}

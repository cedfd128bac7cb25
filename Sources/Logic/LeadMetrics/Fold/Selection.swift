/// Numbers that can be gone through more than once, in any order.
protocol Times<Value> {
  associatedtype Value: Time
  /// How many there are.
  var count: Int { get }
  /// Hands every one of them to a body.
  func forEach(_ body: (Value) -> Void)
}

/// How far numbers that lie side by side are above the least that there may be.
@safe struct LaidTimes<Value: Time>: Times {
  let values: UnsafeBufferPointer<Value>
  var least: Value = 0

  var count: Int { unsafe values.count }

  @inline(__always) func forEach(_ body: (Value) -> Void) {
    for index in 0..<count { unsafe body(values[index] &- least) }
  }
}

/// Order statistics of unsorted numbers without sorting them: a radix selection that counts by the length and the leading
/// bits, keeps the bins that hold the wanted positions, and does the same with how far those alone lie in them.
struct Selection<Value: Time>: Sendable {
  /// A value of the sorted order, the one after it, and how many tenths of the way between them are meant.
  typealias Quantile = (low: Value, high: Value, tenths: Int)

  /// Of all numbers that were looked at last.
  private(set) var sum = Sum()
  /// By bin: how many numbers there are, then 1 + where the next one is to be kept, 0 for those not kept.
  private var bins: [UInt32] = []
  private var kept: [Value] = []

  /// Fewer numbers than this are sorted by insertion.
  private static var fewCount: Int { 32 }

  /// A bin with some of the wanted positions.
  private struct Wanted {
    let bin: Int
    /// How many numbers lie in those before it.
    let before: Int
    /// Where its numbers are kept.
    let members: Range<Int>
    /// Which of the positions are in it.
    var positions: Range<Int>
  }

  /// The quantiles at tenths ÷ 10 of type 7, in ascending order, of at least one number.
  mutating func quantiles(_ times: some Times<Value>, tenths: [Int]) -> [Quantile] {
    let last = times.count - 1
    let places = tenths.map { (last * $0).quotientAndRemainder(dividingBy: 10) }
    let found = values(at: places.flatMap { [$0.quotient, min(last, $0.quotient + 1)] }, of: times)
    return places.indices.map { (found[2 * $0], found[2 * $0 + 1], places[$0].remainder) }
  }

  /// The value at a position of the sorted order, and the one after it or the same.
  mutating func neighbours(_ times: some Times<Value>, at position: Int, wantsNext: Bool) -> (Value, Value) {
    let next = wantsNext ? position + 1 : position
    if times.count <= Self.fewCount {
      sort(times)
      return (kept[position], kept[next])
    }
    let found = values(at: [position, next], of: times)
    return (found[0], found[1])
  }

  /// The values at some positions of the sorted order, which ascend.
  private mutating func values(at positions: [Int], of times: some Times<Value>) -> [Value] {
    if times.count <= Self.fewCount {
      sort(times)
      return positions.map { kept[$0] }
    }
    count(times)
    let wanted = bins(at: positions)
    keep(wanted, of: times)
    return wanted.flatMap { wanted in
      let positions = positions[wanted.positions].map { $0 - wanted.before }
      let bounds = Self.bounds(of: wanted.bin)
      if bounds.lowerBound == bounds.upperBound { return positions.map { _ in bounds.lowerBound } }
      var inner = Selection()
      let found = unsafe kept[wanted.members].withUnsafeBufferPointer {
        unsafe inner.values(at: positions, of: LaidTimes(values: $0, least: bounds.lowerBound))
      }
      return found.map { bounds.lowerBound + $0 }
    }
  }

  private mutating func sort(_ times: some Times<Value>) {
    sum = Sum()
    kept.removeAll(keepingCapacity: true)
    times.forEach { value in
      sum.add(UInt64(value))
      kept.append(value)
    }
    for next in kept.indices.dropFirst() {
      let value = kept[next]
      var place = next
      while place > 0 && kept[place - 1] > value {
        kept[place] = kept[place - 1]
        place -= 1
      }
      kept[place] = value
    }
  }

  /// Counts all of them.
  private mutating func count(_ times: some Times<Value>) {
    clear()
    var sum = Sum()
    unsafe bins.withUnsafeMutableBufferPointer { bins in
      times.forEach { value in
        sum.add(UInt64(value))
        unsafe bins[Self.bin(value)] &+= 1
      }
    }
    self.sum = sum
  }

  private mutating func clear() {
    bins.removeAll(keepingCapacity: true)
    bins.append(contentsOf: repeatElement(0, count: (Value.bitWidth - 3) * 16))
  }

  /// The bins that hold some positions.
  private func bins(at positions: [Int]) -> [Wanted] {
    var wanted: [Wanted] = []
    var (bin, before) = (0, 0)
    for (index, position) in positions.enumerated() {
      while before + Int(bins[bin]) <= position {
        before += Int(bins[bin])
        bin += 1
      }
      if wanted.last?.bin == bin {
        wanted[wanted.count - 1].positions = wanted[wanted.count - 1].positions.lowerBound..<index + 1
      } else {
        let first = wanted.last?.members.upperBound ?? 0
        wanted.append(
          Wanted(
            bin: bin, before: before, members: first..<first + Int(bins[bin]), positions: index..<index + 1))
      }
    }
    return wanted
  }

  /// Keeps the numbers of some bins.
  private mutating func keep(_ wanted: [Wanted], of times: some Times<Value>) {
    clear()
    for wanted in wanted { bins[wanted.bin] = UInt32(wanted.members.lowerBound + 1) }
    let count = wanted.last?.members.upperBound ?? 0
    if kept.count < count { kept += repeatElement(0, count: count - kept.count) }
    unsafe kept.withUnsafeMutableBufferPointer { kept in
      unsafe bins.withUnsafeMutableBufferPointer { bins in
        times.forEach { value in
          let place = unsafe bins[Self.bin(value)]
          if place == 0 { return }
          unsafe kept[Int(place) &- 1] = value
          unsafe bins[Self.bin(value)] = place &+ 1
        }
      }
    }
  }

  /// One for each number below 32, then 16 for each power of two.
  @inline(__always) private static func bin(_ value: Value) -> Int {
    let shift = Value.bitWidth &- 5 &- (value | 31).leadingZeroBitCount
    return shift &<< 4 &+ Int(truncatingIfNeeded: value &>> Value(truncatingIfNeeded: shift))
  }

  /// The numbers that have a bin.
  private static func bounds(of bin: Int) -> ClosedRange<Value> {
    let shift = max(0, bin / 16 - 1)
    let least = Value(bin - shift * 16) << shift
    return least...least + (1 << shift - 1)
  }
}

import LeadModel
import Testing

@testable import LeadMetrics

/// Binned response times beside sorting them.
@Suite("Binned times")
struct BinnedTimesTests {
  static func lead(_ code: UInt32, minute: Int = 0) -> PackedLead {
    PackedLead(minuteOfWeek: minute, attributes: 3, code: code)
  }

  static func timing(_ times: [UInt32]) -> Timing {
    let sorted = times.sorted().map { Int64($0) * 1_000_000 }
    guard !sorted.isEmpty else { return Timing() }
    let (sum, count) = (sorted.reduce(Int128(0)) { $0 + Int128($1) }, Int128(sorted.count))
    return Timing(
      mean: Int64((2 * sum + count) / (2 * count)),
      median: TwinTests.slowQuantile(sorted, tenths: 5), p90: TwinTests.slowQuantile(sorted, tenths: 9))
  }

  /// Times of every size, and the kinds of leads that have none.
  static func codes(_ seed: UInt64, count: Int) -> [UInt32] {
    var random = Seeded(seed)
    return (0..<count).map { _ in
      switch Int.random(in: 0..<8, using: &random) {
      case 0: PackedLead.firstCode + UInt32.random(in: 0...2, using: &random)
      case 1: PackedLead.firstCode - 1 - UInt32.random(in: 0...2, using: &random)
      case 2: [0, 1, 63, 64, 65, 3_600, 1 << 24, (1 << 24) + 1].randomElement(using: &random)!
      default: UInt32.random(in: 0..<1 << UInt32.random(in: 1...30, using: &random), using: &random)
      }
    }
  }

  @Test("quantiles, means and counts up to a limit", arguments: [0, 1, 2, 3, 10, 100, 5_000])
  func twin(count: Int) {
    var binned = BinnedTimes()
    var all: [UInt32] = []
    var group: [BinnedTimes] = []
    for seed in UInt64(1)...4 {
      let codes = BinnedTimesTests.codes(seed, count: count)
      let times = codes.filter { $0 < PackedLead.firstCode }
      let isFilled = binned.fill(codes.map { BinnedTimesTests.lead($0) })
      #expect(isFilled)
      #expect(binned.count == times.count)
      #expect(binned.others == (0..<3).map { kind in codes.count { $0 == PackedLead.firstCode + kind } })
      #expect(BinnedTimes.timing([binned]) == BinnedTimesTests.timing(times))
      for limit in times.prefix(20) + [0, 1, 60, 3_600, PackedLead.firstCode - 1, .max] {
        #expect(binned.count(upTo: limit) == times.count { $0 <= limit })
      }
      all += times
      group.append(binned)
      #expect(BinnedTimes.timing(group) == BinnedTimesTests.timing(all))
    }
  }

  @Test("removed leads are left out, and weekdays noted")
  func days() {
    var binned = BinnedTimes()
    var removed = BinnedTimesTests.lead(60, minute: 1_500)
    removed.remove()
    let (first, last) = (BinnedTimesTests.lead(60, minute: 1_439), BinnedTimesTests.lead(5, minute: 10_079))
    let isFilled = binned.fill([first, removed, last])
    #expect(isFilled)
    #expect(binned.days == 0b100_0001 && binned.count == 2 && binned.sum == 65)
  }

  @Test("spilled and young leads are not for it")
  func others() {
    var binned = BinnedTimes()
    var young = BinnedTimesTests.lead(60)
    young.pendingCount = 1
    let takesYoung = binned.fill([BinnedTimesTests.lead(60), young])
    #expect(!takesYoung)
    let takesSpill = binned.fill([BinnedTimesTests.lead(0x8000_0000)])
    #expect(!takesSpill)
    let takesUsual = binned.fill([BinnedTimesTests.lead(60)])
    #expect(takesUsual)
    #expect(BinnedTimes.timing([binned]) == BinnedTimesTests.timing([60]))
  }
}

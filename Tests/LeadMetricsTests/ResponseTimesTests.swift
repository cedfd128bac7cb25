import LeadModel
import Testing

@testable import LeadMetrics

/// Quantiles of leads in their order beside those of a sorted list.
@Suite("Response times")
struct ResponseTimesTests {
  /// A lead as a run has it.
  struct Lead {
    var minuteOfWeek: Int
    var response: Response
    var weight: Int
  }

  static func timing(_ times: [Int64]) -> Timing {
    let sorted = times.sorted()
    guard !sorted.isEmpty else { return Timing() }
    let (sum, count) = (sorted.reduce(Int128(0)) { $0 + Int128($1) }, Int128(sorted.count))
    return Timing(
      mean: Int64((2 * sum + count) / (2 * count)),
      median: TwinTests.slowQuantile(sorted, tenths: 5), p90: TwinTests.slowQuantile(sorted, tenths: 9))
  }

  /// Times in microseconds of every size, and leads that have none.
  static func response(_ random: inout Seeded, fractions: Bool) -> Response {
    switch Int.random(in: 0..<9, using: &random) {
    case 0: [.never, .anomaly, .flagged].randomElement(using: &random)!
    case 1: .seconds(Int(PackedLead.firstCode) - 1 - Int.random(in: 0...2, using: &random))
    case 2: .seconds([0, 1, 63, 64, 65, 3_600, 1 << 24, (1 << 24) + 1].randomElement(using: &random)!)
    case 3 where fractions: .after(Int64.random(in: 0...7_200_000_000, using: &random))
    case 4 where fractions: .after(Int64.max / 32 - Int64.random(in: 0...9, using: &random))
    default: .seconds(Int.random(in: 0..<1 << Int.random(in: 1...30, using: &random), using: &random))
    }
  }

  /// Runs with many rows and few, of the whole week and of a part of it, and their leads in full.
  static func runs(_ seed: UInt64, sizes: [Int], fractions: Bool, weights: Bool) -> (
    runs: [RowRun], spills: [Spill], leads: [Lead]
  ) {
    var random = Seeded(seed)
    var (runs, spills, leads): ([RowRun], [Spill], [Lead]) = ([], [], [])
    for (index, size) in sizes.enumerated() {
      let minutes = index % 2 == 0 ? WeekSpan.whole : 2_000..<9_000
      var rows: [PackedLead] = []
      for _ in 0..<size {
        let lead = Lead(
          minuteOfWeek: Int.random(in: 0..<10_080, using: &random),
          response: response(&random, fractions: fractions),
          weight: weights ? Int.random(in: 0...3, using: &random) : 1)
        if minutes.contains(lead.minuteOfWeek) { leads.append(lead) }
        let code: UInt32? =
          switch lead.response {
          case .after(let time):
            time % 1_000_000 == 0 && time / 1_000_000 < PackedLead.firstCode ? UInt32(time / 1_000_000) : nil
          case .never: PackedLead.never
          case .anomaly: PackedLead.anomaly
          case .flagged: PackedLead.flagged
          }
        if let code, lead.weight == 1 {
          rows.append(PackedLead(minuteOfWeek: lead.minuteOfWeek, attributes: 0, code: code))
        } else {
          rows.append(
            PackedLead(
              minuteOfWeek: lead.minuteOfWeek, attributes: 0, code: 0x8000_0000 | UInt32(spills.count)))
          spills.append(Spill(response: lead.response, attributes: 0, weight: lead.weight))
        }
      }
      var order = LeadOrder()
      order.sort(&rows, spills: &spills)
      runs.append(RowRun(rows: rows, minutes: minutes))
    }
    return (runs, spills, leads)
  }

  static func times(_ leads: [Lead]) -> [Int64] {
    leads.flatMap { lead -> [Int64] in
      if case .after(let time) = lead.response { return Array(repeating: time, count: lead.weight) }
      return []
    }
  }

  @Test("many runs with few times each")
  func manyRuns() {
    let (runs, spills, leads) = ResponseTimesTests.runs(
      11, sizes: Array(repeating: 100, count: 900), fractions: true, weights: false)
    let keyed = runs.map { (run: $0, keys: RowKeys.minutes(.one)) }
    let times = ResponseTimesTests.times(leads)
    let timing = ResponseTimes.timings(keyed, timed: [times.count], spills)
    #expect(timing == [ResponseTimesTests.timing(times)])
  }

  @Test(
    "by key, and of all together, in one run and in several, side by side in bins or not",
    arguments: [[], [0], [1], [7], [300], [5_000], [2, 0, 3], [40, 900], [3_000, 2_500, 10, 4_000]],
    [(false, false), (true, false), (false, true), (true, true)])
  func twin(sizes: [Int], form: (fractions: Bool, weights: Bool)) {
    for seed in UInt64(1)...3 {
      let (runs, spills, leads) = ResponseTimesTests.runs(
        seed, sizes: sizes, fractions: form.fractions, weights: form.weights)
      #expect(
        OrderedTimes.timing(runs.map { OrderedTimes($0, spills) })
          == ResponseTimesTests.timing(ResponseTimesTests.times(leads)))
      // Few keys, with many times each; many; and one that nothing has.
      for width in [10_080, 1_440, 60] {
        let keys = MinuteKeys((0..<10_080).map { UInt16($0 / width) }, count: 10_080 / width + 1)
        let byKey = Dictionary(grouping: leads) { $0.minuteOfWeek / width }
          .mapValues(ResponseTimesTests.times)
        let times = (0..<keys.count).map { byKey[$0] ?? [] }
        let keyed = runs.map { (run: $0, keys: RowKeys.minutes(keys)) }
        let timed = times.map(\.count)
        let expected = times.map(ResponseTimesTests.timing)
        #expect(ResponseTimes.timings(keyed, timed: timed, spills) == expected)
        #expect(ResponseTimes.medians(keyed, timed: timed, spills) == expected.map(\.median))
      }
    }
  }
}

import LeadMetrics
import LeadModel
import Testing

/// The folds beside slow, obvious ones on random tables.
@Suite("Folds and their slow twins")
struct TwinTests {
  static func randomRows(
    _ seed: UInt64, count: Int, days: Int, fractions: Bool, weights: Bool, young: Bool = true
  ) -> [Row] {
    var random = Seeded(seed)
    return (0..<count).map { _ in
      let day = date("2025-12-20").adding(days: Int.random(in: 0..<days, using: &random))
      let response: Response =
        switch Int.random(in: 0..<12, using: &random) {
        case 0, 1: .never
        case 2: .anomaly
        case 3: .flagged
        case 4: .minutes([5, 60, 1_440, 20_000].randomElement(using: &random)!)
        case 5 where fractions: .after(Int64.random(in: 0...90_000_000_000, using: &random))
        default: .seconds(Int.random(in: 0...100_000, using: &random))
        }
      return Row(
        team: ["A", "B", "C"].randomElement(using: &random)!,
        received: LocalTime(date: day, minuteOfDay: Int.random(in: 0..<1_440, using: &random)),
        response: response, weight: weights ? Int.random(in: 0...4, using: &random) : 1,
        young: young && Int.random(in: 0..<8, using: &random) == 0
          ? Int.random(in: 0...3, using: &random) : 0,
        isRemoved: Int.random(in: 0..<10, using: &random) == 0)
    }
  }

  /// Counts as the about page words them, one lead at a time.
  static func slowCounts(_ rows: [Row], _ rules: Rules) -> Counts {
    var counts = Counts()
    for row in rows {
      for _ in 0..<row.weight {
        counts.leads += 1
        if row.response != .never { counts.contacted += 1 }
        if row.response == .anomaly { counts.anomalies += 1 }
        if row.response == .flagged { counts.flagged += 1 }
        for (k, threshold) in rules.thresholds.enumerated() {
          let isYoung = rules.pending == .exclude && k >= rules.thresholds.count - row.young
          if isYoung || row.response == .flagged && threshold != rules.threshold {
            counts.pending[k] += 1
          } else if row.response == .flagged {
            counts.within[k] += 1
          } else if case .after(let time) = row.response, time <= Int64(threshold) * 60_000_000 {
            counts.within[k] += 1
          }
        }
      }
    }
    return counts
  }

  static func slowTimes(_ rows: [Row]) -> [Int64] {
    rows.flatMap { row -> [Int64] in
      if case .after(let time) = row.response { return Array(repeating: time, count: row.weight) }
      return []
    }.sorted()
  }

  /// Type 7 in exact integers: (n − 1) · tenths / 10 is the position.
  static func slowQuantile(_ sorted: [Int64], tenths: Int) -> Int64? {
    guard !sorted.isEmpty else { return nil }
    let position = (sorted.count - 1) * tenths
    let low = sorted[position / 10]
    let high = sorted[min(position / 10 + 1, sorted.count - 1)]
    let numerator = low * 10 + (high - low) * Int64(position % 10)
    return (numerator + 5) / 10
  }

  @Test(
    "cells, totals and quantiles of every scope and period",
    arguments: [
      (UInt64(1), 30, false, false), (2, 15, true, false), (3, 60, true, true), (4, 30, false, true),
      (5, 60, false, false),
      (6, 60, true, false), (7, 60, false, false), (8, 30, false, false),
    ])
  func slices(seed: UInt64, slot: Int, fractions: Bool, weights: Bool) {
    // The last four have so many rows a week that counts are kept and weeks walked bin by bin; and the last
    // two nothing that would keep them from being counted by their order.
    let (count, days) = seed >= 5 ? (20_000, 17) : (3_000, 40)
    let rows = TwinTests.randomRows(
      seed, count: count, days: days, fractions: fractions, weights: weights, young: seed < 7)
    var rules = Rules()
    rules.slotMinutes = slot
    rules.also = seed % 2 == 0 ? [5, 1_440] : []
    if seed == 3 || seed == 5 { rules.pending = .count }
    let analysis = analysis(rows, rules: rules)
    let counted = rows.filter { !$0.isRemoved }
    for scope in analysis.scopes {
      for period in analysis.periods(scope) {
        let mine = counted.filter { row in
          if case .team(let team) = scope, row.team != analysis.teams[team].name { return false }
          return period.dates?.contains(row.received.date) ?? true
        }
        let slice = analysis.report(scope, period).slice
        #expect(slice.total == TwinTests.slowCounts(mine, rules))
        let times = TwinTests.slowTimes(mine)
        #expect(analysis.totals(scope, period) == (slice.total, slice.timing))
        #expect(slice.total.timed == times.count)
        #expect(slice.timing.median == TwinTests.slowQuantile(times, tenths: 5))
        #expect(slice.timing.p90 == TwinTests.slowQuantile(times, tenths: 9))
        if !times.isEmpty {
          let (sum, n) = (times.reduce(0, +), Int64(times.count))
          #expect(slice.timing.mean == (2 * sum + n) / (2 * n))
        }
        let distribution = analysis.distribution(scope, period)
        let bars = distribution.bars.map { bar in
          times.count { time in
            (bar.after == 0 || time > Int64(bar.after) * 60_000_000)
              && (bar.upTo.map { time <= Int64($0) * 60_000_000 } ?? true)
          }
        }
        #expect(distribution.bars.map(\.leads) == bars)
        #expect(distribution.never == slice.total.never && distribution.flagged == slice.total.flagged)
        let bySlot = Dictionary(grouping: mine) { row in
          row.received.date.weekday.index * rules.slotsPerDay + row.received.minuteOfDay / slot
        }
        let expected = (0..<7 * rules.slotsPerDay).map { index in
          let inside = bySlot[index] ?? []
          return Cell(
            counts: TwinTests.slowCounts(inside, rules),
            median: TwinTests.slowQuantile(TwinTests.slowTimes(inside), tenths: 5))
        }
        #expect(slice.cells == expected)
      }
    }
  }

  @Test("a spilled lead counts as the packed one does")
  func spilled() {
    let rows = TwinTests.randomRows(9, count: 500, days: 20, fractions: false, weights: false)
    let packed = Analysis(intake: intake(rows), schedule: Schedule(), rules: Rules())
    let spilled = Analysis(intake: intake(rows, spillAll: true), schedule: Schedule(), rules: Rules())
    #expect(packed.report(.allTeams, .all).slice == spilled.report(.allTeams, .all).slice)
  }
}

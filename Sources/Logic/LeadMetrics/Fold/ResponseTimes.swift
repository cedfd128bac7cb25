import LeadModel

/// The response times of a slice, gathered slot by slot.
struct ResponseTimes {
  /// Microseconds, and how many leads have it, per cell.
  private var values: [[(time: Int64, weight: Int)]]

  init(cells: Int) { values = Array(repeating: [], count: cells) }

  mutating func add(_ rows: [PackedLead], in minutes: Range<Int>, slotMinutes: Int, spills: [Spill]) {
    for row in rows where minutes.contains(row.minuteOfWeek) {
      let cell = row.minuteOfWeek / slotMinutes
      if let position = row.spill {
        if case .after(let time) = spills[position].response, spills[position].weight > 0 {
          values[cell].append((time, spills[position].weight))
        }
      } else if row.code < PackedLead.firstCode {
        values[cell].append((Int64(row.code) * 1_000_000, 1))
      }
    }
  }

  func medians() -> [Int64?] { values.map { Quantiles($0).median } }

  func timing() -> Timing {
    let all = Quantiles(values.flatMap(\.self))
    return Timing(answered: all.count, mean: all.mean, median: all.median, p90: all.quantile(tenths: 9))
  }
}

/// Quantiles of weighted values by sorting them.
struct Quantiles {
  private var sorted: [(time: Int64, weight: Int)]
  let count: Int

  init(_ values: [(time: Int64, weight: Int)]) {
    sorted = values.sorted { $0.time < $1.time }
    count = values.reduce(0) { $0 + $1.weight }
  }

  var mean: Int64? {
    guard count > 0 else { return nil }
    let sum = sorted.reduce(Int128(0)) { $0 + Int128($1.time) * Int128($1.weight) }
    return Int64((2 * sum + Int128(count)) / (2 * Int128(count)))
  }

  var median: Int64? { quantile(tenths: 5) }

  /// Type 7 at tenths ÷ 10.
  func quantile(tenths: Int) -> Int64? {
    guard count > 0 else { return nil }
    let (position, rest) = ((count - 1) * tenths).quotientAndRemainder(dividingBy: 10)
    let low = value(at: position)
    let high = rest == 0 ? low : value(at: position + 1)
    return low + Int64((Int128(high - low) * Int128(2 * rest) + 10) / 20)
  }

  private func value(at position: Int) -> Int64 {
    var passed = 0
    for (time, weight) in sorted {
      passed += weight
      if passed > position { return time }
    }
    return sorted[sorted.count - 1].time
  }
}

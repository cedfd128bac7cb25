/// A response time that several leads have.
struct WeightedTime {
  var time: Int64
  var weight: Int
}

/// Statistics of weighted response times: each counts as that many equal values.
struct WeightedTimes {
  private let sorted: [WeightedTime]
  private let count: Int

  init(_ values: [WeightedTime]) {
    sorted = values.sorted { $0.time < $1.time }
    count = values.reduce(0) { $0 + $1.weight }
  }

  var timing: Timing {
    guard count > 0 else { return Timing() }
    let sum = sorted.reduce(Int128(0)) { $0 + Int128($1.time) * Int128($1.weight) }
    return Timing(
      mean: mean(sum, count), median: quantile(tenths: 5), p90: quantile(tenths: 9))
  }

  /// Type 7 at tenths ÷ 10; nil without values.
  func quantile(tenths: Int) -> Int64? {
    guard count > 0 else { return nil }
    let (position, rest) = ((count - 1) * tenths).quotientAndRemainder(dividingBy: 10)
    let low = value(at: position)
    return between(low, rest == 0 ? low : value(at: position + 1), tenths: rest)
  }

  private func value(at position: Int) -> Int64 {
    var passed = 0
    for value in sorted {
      passed += value.weight
      if passed > position { return value.time }
    }
    return sorted[sorted.count - 1].time
  }
}

/// Some tenths of the way from one time to another, rounded half up.
func between(_ low: Int64, _ high: Int64, tenths: Int) -> Int64 {
  low + Int64((Int128(high - low) * Int128(2 * tenths) + 10) / 20)
}

/// The mean of that many times, rounded half up.
func mean(_ sum: Int128, _ count: Int) -> Int64 {
  Int64((2 * sum + Int128(count)) / (2 * Int128(count)))
}

import LeadModel

/// The response times of a slice, laid together slot by slot.
///
/// Whole seconds, the usual case, take four bytes; microseconds eight; weighted rows are sorted instead.
struct ResponseTimes {
  private let ends: [Int]
  private var total = Timing()
  private(set) var medians: [Int64?]

  /// Of the rows that a slice is made of. `timed` gives how many of its leads have a response time, per cell.
  init(_ rows: [RowRun], timed: [Int], slotMinutes: Int, spills: [Spill], form: ResponseForm) {
    var sum = 0
    ends = timed.map { count in
      sum += count
      return sum
    }
    medians = Array(repeating: nil, count: timed.count)
    switch form {
    case .seconds: fill(UInt32.self, unit: 1_000_000, rows, slotMinutes, spills)
    case .microseconds: fill(UInt64.self, unit: 1, rows, slotMinutes, spills)
    case .weighted: fillWeighted(rows, slotMinutes, spills)
    }
  }

  /// Mean, median and 90th percentile of all cells together.
  var timing: Timing { total }

  private mutating func fill<Value: FixedWidthInteger & UnsignedInteger & Sendable>(
    _ type: Value.Type, unit: Int64, _ rows: [RowRun], _ slotMinutes: Int, _ spills: [Spill]
  ) {
    let count = ends.last ?? 0
    guard count > 0 else { return }
    let scale = Value(truncatingIfNeeded: 1_000_000 / unit)
    var next = [0] + ends.dropLast()
    let firstCode = PackedLead.firstCode
    let values = unsafe [Value](unsafeUninitializedCapacity: count) { values, filled in
      unsafe next.withUnsafeMutableBufferPointer { next in
        for run in rows {
          let (first, length) = (UInt64(run.minutes.lowerBound), UInt64(run.minutes.count))
          for row in run.rows {
            let minute = row.bits &>> 50
            let code = row.code
            if minute &- first >= length { continue }
            let value: Value
            if code < firstCode {
              value = Value(truncatingIfNeeded: code) &* scale
            } else if let spill = row.spill, case .after(let time) = spills[spill].response {
              value = Value(truncatingIfNeeded: time / unit)
            } else {
              continue
            }
            let cell = Int(minute) / slotMinutes
            unsafe values[next[cell]] = value
            unsafe next[cell] &+= 1
          }
        }
      }
      filled = count
    }
    unsafe values.withUnsafeBufferPointer { values in
      var selection = Selection<Value>()
      func time(_ quantile: (low: Value, high: Value, tenths: Int)) -> Int64 {
        let (low, high) = (Int64(quantile.low) * unit, Int64(quantile.high) * unit)
        return between(low, high, tenths: quantile.tenths)
      }
      for cell in ends.indices {
        let first = cell == 0 ? 0 : ends[cell - 1]
        if first == ends[cell] { continue }
        let part = unsafe UnsafeBufferPointer(rebasing: values[first..<ends[cell]])
        medians[cell] = time(unsafe selection.quantile(part, tenths: 5))
      }
      var sum = Int128(0)
      for index in 0..<count { sum += unsafe Int128(values[index]) }
      total = Timing(
        answered: count, mean: mean(sum * Int128(unit), count),
        median: time(unsafe selection.quantile(values, tenths: 5)),
        p90: time(unsafe selection.quantile(values, tenths: 9)))
    }
  }

  private mutating func fillWeighted(_ rows: [RowRun], _ slotMinutes: Int, _ spills: [Spill]) {
    var values: [[WeightedTime]] = Array(repeating: [], count: ends.count)
    for run in rows {
      for row in run.rows where run.minutes.contains(row.minuteOfWeek) {
        let cell = row.minuteOfWeek / slotMinutes
        if let spill = row.spill.map({ spills[$0] }) {
          if case .after(let time) = spill.response, spill.weight > 0 {
            values[cell].append(WeightedTime(time: time, weight: spill.weight))
          }
        } else if row.code < PackedLead.firstCode {
          values[cell].append(WeightedTime(time: Int64(row.code) * 1_000_000, weight: 1))
        }
      }
    }
    medians = values.map { WeightedTimes($0).quantile(tenths: 5) }
    total = WeightedTimes(values.flatMap(\.self)).timing
  }
}

/// What it takes to hold the response times of some rows.
enum ResponseForm: Int, Comparable, Sendable {
  case seconds, microseconds, weighted

  static func < (left: ResponseForm, right: ResponseForm) -> Bool { left.rawValue < right.rawValue }
}

/// The rows of a team and week, of which those count whose minute lies in `minutes`.
struct RowRun {
  var rows: [PackedLead]
  var minutes: Range<Int>
}

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
      answered: count, mean: mean(sum, count), median: quantile(tenths: 5), p90: quantile(tenths: 9))
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
private func between(_ low: Int64, _ high: Int64, tenths: Int) -> Int64 {
  low + Int64((Int128(high - low) * Int128(2 * tenths) + 10) / 20)
}

/// The mean of that many times, rounded half up.
private func mean(_ sum: Int128, _ count: Int) -> Int64 {
  Int64((2 * sum + Int128(count)) / (2 * Int128(count)))
}

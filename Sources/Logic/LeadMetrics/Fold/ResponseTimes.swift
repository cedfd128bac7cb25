import LeadModel

/// The response times of some rows, laid together by key.
///
/// Whole seconds, the usual case, take four bytes; microseconds eight; weighted rows are kept in pairs.
struct ResponseTimes {
  private enum Store {
    case seconds([UInt32])
    case microseconds([UInt64])
    case weighted([[WeightedTime]])
  }
  private let store: Store
  /// Where each key's times begin, and the end of the last.
  private let starts: [Int]

  /// Of rows whose fold gave `timed` leads with a response time per key, in that form.
  init(_ runs: [(run: RowRun, keys: RowKeys)], timed: [Int], spills: [Spill], form: ResponseForm) {
    starts = timed.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
    store =
      switch form {
      case .seconds: .seconds(ResponseTimes.gather(runs, starts, spills, unit: 1_000_000))
      case .microseconds: .microseconds(ResponseTimes.gather(runs, starts, spills, unit: 1))
      case .weighted: .weighted(ResponseTimes.weighted(runs, timed.count, spills))
      }
  }

  /// Of the keys of each group together.
  func timings(of groups: [[Int]]) -> [Timing] {
    switch store {
    case .seconds(let values): timings(values, of: groups, unit: 1_000_000)
    case .microseconds(let values): timings(values, of: groups, unit: 1)
    case .weighted(let values): groups.map { WeightedTimes($0.flatMap { values[$0] }).timing }
    }
  }

  private func timings<Value: Time>(_ values: [Value], of groups: [[Int]], unit: Int64) -> [Timing] {
    var selection = Selection<Value>()
    var group: [Value] = []
    return groups.map { keys in
      group.removeAll(keepingCapacity: true)
      for key in keys { group += values[starts[key]..<starts[key + 1]] }
      return unsafe group.withUnsafeBufferPointer {
        unsafe Timing(LaidTimes(values: $0), unit: unit, &selection)
      }
    }
  }

  /// The median of each key; nil where nobody was contacted.
  var medians: [Int64?] {
    switch store {
    case .seconds(let values): medians(values, unit: 1_000_000)
    case .microseconds(let values): medians(values, unit: 1)
    case .weighted(let values): values.map { WeightedTimes($0).quantile(tenths: 5) }
    }
  }

  private func medians<Value: Time>(_ values: [Value], unit: Int64) -> [Int64?] {
    var selection = Selection<Value>()
    return unsafe values.withUnsafeBufferPointer { values in
      (0..<starts.count - 1).map { key in
        if starts[key] == starts[key + 1] { return nil }
        let part = unsafe UnsafeBufferPointer(rebasing: values[starts[key]..<starts[key + 1]])
        let (position, rest) = (part.count - 1).quotientAndRemainder(dividingBy: 2)
        let (low, high) = unsafe selection.neighbours(
          LaidTimes(values: part), at: position, wantsNext: rest != 0)
        return between(Int64(low) * unit, Int64(high) * unit, tenths: 5)
      }
    }
  }

  /// The times in units of that many microseconds, key by key.
  private static func gather<Value: Time>(
    _ runs: [(run: RowRun, keys: RowKeys)], _ starts: [Int], _ spills: [Spill], unit: Int64
  ) -> [Value] {
    let count = starts[starts.count - 1]
    // Filling an array of no elements would write to the one empty array that all threads share.
    if count == 0 { return [] }
    let scale = Value(truncatingIfNeeded: 1_000_000 / unit)
    var next = starts
    return unsafe [Value](unsafeUninitializedCapacity: count) { values, filled in
      unsafe next.withUnsafeMutableBufferPointer { next in
        for (run, keys) in runs {
          keys.withKernel(
            minutes: { unsafe gather(run, $0, keys, spills, scale, unit: unit, to: values, next) },
            attributes: { unsafe gather(run, $0, keys, spills, scale, unit: unit, to: values, next) },
            maps: { unsafe gather(run, $0, keys, spills, scale, unit: unit, to: values, next) })
        }
      }
      filled = count
    }
  }

  /// The kernel: every time to the place of its key, which is then moved on.
  private static func gather<Value: Time>(
    _ run: RowRun, _ kernel: some RowKernel, _ keys: RowKeys, _ spills: [Spill], _ scale: Value, unit: Int64,
    to values: UnsafeMutableBufferPointer<Value>, _ next: UnsafeMutableBufferPointer<Int>
  ) {
    let (first, length) = (UInt64(run.minutes.lowerBound), UInt64(run.minutes.count))
    for row in run.rows {
      if row.bits &>> 50 &- first >= length { continue }
      let (key, value): (Int, Value)
      let code = RowBits.code(row.bits)
      if code < RowBits.never {
        (key, value) = (kernel.key(row.bits), Value(truncatingIfNeeded: code) &* scale)
      } else if let spill = RowBits.spill(row.bits), case .after(let time) = spills[spill].response {
        (key, value) = (keys.key(row, spills), Value(truncatingIfNeeded: time / unit))
      } else {
        continue
      }
      unsafe values[next[key]] = value
      unsafe next[key] &+= 1
    }
  }

  /// The times of each key.
  static func weighted(_ runs: [(run: RowRun, keys: RowKeys)], _ count: Int, _ spills: [Spill])
    -> [[WeightedTime]]
  {
    var values: [[WeightedTime]] = Array(repeating: [], count: count)
    for (run, keys) in runs {
      for row in run.rows where run.minutes.contains(row.minuteOfWeek) {
        let key = keys.key(row, spills)
        if let spill = row.spill.map({ spills[$0] }) {
          if case .after(let time) = spill.response, spill.weight > 0 {
            values[key].append(WeightedTime(time: time, weight: spill.weight))
          }
        } else if row.code < PackedLead.firstCode {
          values[key].append(WeightedTime(time: Int64(row.code) * 1_000_000, weight: 1))
        }
      }
    }
    return values
  }
}

/// The response times of some rows without weights in units of that many microseconds, where they are.
struct RowTimes<Value: Time>: Times {
  let runs: [RowRun]
  let spills: [Spill]
  let unit: Int64
  let count: Int

  @inline(__always) func forEach(_ body: (Value) -> Void) {
    let scale = Value(truncatingIfNeeded: 1_000_000 / unit)
    for run in runs {
      let (first, length) = (UInt64(run.minutes.lowerBound), UInt64(run.minutes.count))
      for row in run.rows {
        if row.bits &>> 50 &- first >= length { continue }
        let value: Value
        let code = RowBits.code(row.bits)
        if code < RowBits.never {
          value = Value(truncatingIfNeeded: code) &* scale
        } else if let spill = RowBits.spill(row.bits), case .after(let time) = spills[spill].response {
          value = Value(truncatingIfNeeded: time / unit)
        } else {
          continue
        }
        // Called at one place, so that it is inlined.
        body(value)
      }
    }
  }
}

extension Timing {
  /// Of times in units of that many microseconds.
  init<Value: Time>(_ times: some Times<Value>, unit: Int64, _ selection: inout Selection<Value>) {
    if times.count == 0 {
      self.init()
      return
    }
    let quantiles = selection.quantiles(times, tenths: [5, 9])
    self.init(
      mean: LeadMetrics.mean(selection.sum.value * Int128(unit), times.count),
      median: time(quantiles[0], unit: unit), p90: time(quantiles[1], unit: unit))
  }

  /// Of all rows together, of which `timed` leads have a response time, in that form.
  init(_ runs: [RowRun], timed: Int, spills: [Spill], form: ResponseForm) {
    func timing<Value: Time>(_ type: Value.Type, unit: Int64) -> Timing {
      var selection = Selection<Value>()
      return Timing(RowTimes(runs: runs, spills: spills, unit: unit, count: timed), unit: unit, &selection)
    }
    switch form {
    case .seconds: self = timing(UInt32.self, unit: 1_000_000)
    case .microseconds: self = timing(UInt64.self, unit: 1)
    case .weighted:
      let all = ResponseTimes.weighted(runs.map { (run: $0, keys: .minutes(.one)) }, 1, spills)
      self = WeightedTimes(all[0]).timing
    }
  }
}

/// What response times are held as.
typealias Time = FixedWidthInteger & UnsignedInteger & Sendable

/// What it takes to hold the response times of some rows.
enum ResponseForm: Int, Comparable, Sendable {
  case seconds, microseconds, weighted

  static func < (left: ResponseForm, right: ResponseForm) -> Bool { left.rawValue < right.rawValue }
}

/// A quantile in microseconds.
private func time<Value: Time>(_ quantile: (low: Value, high: Value, tenths: Int), unit: Int64) -> Int64 {
  between(Int64(quantile.low) * unit, Int64(quantile.high) * unit, tenths: quantile.tenths)
}

/// A sum that cannot overflow, at the cost of one that can.
struct Sum {
  private var low: UInt64 = 0
  private var high: Int128 = 0

  @inline(__always) mutating func add(_ value: UInt64) {
    let (sum, isOver) = low.addingReportingOverflow(value)
    low = sum
    if isOver { high += 1 }
  }

  var value: Int128 { high << 64 + Int128(low) }
}

import LeadModel

/// Medians of the cells of a slice with many response times: magnitudes tell between which two seconds each one
/// lies, and one pass gathers only the times in these windows.
struct TimeWindows {
  /// Where one median is looked for.
  private struct Window {
    /// Empty where there is no time at all.
    var seconds: ClosedRange<UInt32>?
    /// How many times lie in it, and the position of the median's lower neighbour among them.
    var count = 0
    var position = 0
    /// Whether the median is half-way to the next time.
    var isBetween = false

    /// Where the median lies of times of those magnitudes.
    init(_ classes: ArraySlice<Int>) {
      let all = classes.reduce(0, +)
      guard all > 0 else { return }
      let (low, high) = ((all - 1) / 2, all / 2)
      var (first, before) = (classes.startIndex, 0)
      while before + classes[first] <= low {
        before += classes[first]
        first += 1
      }
      var last = first
      count = classes[first]
      while before + count <= high {
        last += 1
        count += classes[last]
      }
      seconds = Magnitudes.seconds(first - classes.startIndex...last - classes.startIndex)
      position = low - before
      isBetween = low != high
    }
  }

  /// Per cell; nil where there is no time at all.
  let medians: [Int64?]

  /// Of rows in a form without weights; `slots` gives the cell of each minute of the week.
  init(_ runs: [RowRun], _ magnitudes: Magnitudes, slots: MinuteKeys, spills: [Spill], form: ResponseForm) {
    let cells = magnitudes.bins.count / Magnitudes.classCount
    precondition(form != .weighted && slots.count <= cells)
    let windows = (0..<cells).map { Window(magnitudes.cell($0)) }
    medians =
      form == .seconds
      ? TimeWindows.search(UInt32.self, unit: 1_000_000, runs, windows, slots, spills)
      : TimeWindows.search(UInt64.self, unit: 1, runs, windows, slots, spills)
  }

  /// The median of each window.
  private static func search<Value: Time>(
    _ type: Value.Type, unit: Int64, _ runs: [RowRun], _ windows: [Window], _ slots: MinuteKeys,
    _ spills: [Spill]
  ) -> [Int64?] {
    // One place more than each window holds: what is not in it is written there and then over.
    let starts = windows.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count + 1) }
    let bounds = windows.map(Bounds.init)
    var next = starts
    var values = [Value](repeating: 0, count: starts[starts.count - 1])
    unsafe values.withUnsafeMutableBufferPointer { values in
      unsafe next.withUnsafeMutableBufferPointer { next in
        unsafe bounds.withUnsafeBufferPointer { bounds in
          unsafe slots.keys.withUnsafeBufferPointer { slots in
            for run in runs {
              unsafe gather(run, bounds, slots, spills, unit: unit, to: values, next)
            }
          }
        }
      }
    }
    var selection = Selection<Value>()
    return unsafe values.withUnsafeBufferPointer { values in
      windows.indices.map { index -> Int64? in
        let window = windows[index]
        if window.count == 0 { return nil }
        let part = unsafe UnsafeBufferPointer(
          rebasing: values[starts[index]..<starts[index] + window.count])
        let least = Value(window.seconds?.lowerBound ?? 0) * Value(1_000_000 / unit)
        let (low, high) = unsafe selection.neighbours(
          LaidTimes(values: part, least: least), at: window.position, wantsNext: window.isBetween)
        return between(Int64(least + low) * unit, Int64(least + high) * unit, tenths: 5)
      }
    }
  }

  /// Where a window lies, for the kernel: no time is in one that reaches from the greatest number to itself.
  private struct Bounds {
    let low, width: UInt32

    init(_ window: Window) {
      low = window.seconds?.lowerBound ?? .max
      width = window.seconds.map { $0.upperBound - $0.lowerBound } ?? 0
    }

    /// 1 for seconds inside, else 0.
    @inline(__always) func holds(_ seconds: UInt32) -> Int { seconds &- low <= width ? 1 : 0 }
  }

  /// The kernel: every time to the window of its cell, if it is in it. It is written before that is known, because a
  /// guess of the processor would be wrong too often. Not inlined, so that all it needs is in registers.
  @inline(never) private static func gather<Value: Time>(
    _ run: RowRun, _ bounds: UnsafeBufferPointer<Bounds>, _ slots: UnsafeBufferPointer<UInt16>,
    _ spills: [Spill], unit: Int64, to values: UnsafeMutableBufferPointer<Value>,
    _ next: UnsafeMutableBufferPointer<Int>
  ) {
    let (first, length) = (UInt64(run.minutes.lowerBound), UInt64(run.minutes.count))
    let scale = Value(truncatingIfNeeded: 1_000_000 / unit)
    for row in run.rows {
      if row.bits &>> 50 &- first >= length { continue }
      var seconds = RowBits.code(row.bits)
      var value = Value(truncatingIfNeeded: seconds) &* scale
      if seconds >= RowBits.never {
        guard let spill = RowBits.spill(row.bits), case .after(let time) = spills[spill].response else {
          continue
        }
        seconds = UInt32(clamping: time / 1_000_000)
        value = Value(truncatingIfNeeded: time / unit)
      }
      let cell = unsafe Int(slots[RowBits.minute(row.bits)])
      let place = unsafe next[cell]
      unsafe values[place] = value
      unsafe next[cell] = place &+ bounds[cell].holds(seconds)
    }
  }
}

/// Order statistics of unsorted numbers without sorting them: a radix selection that counts by the leading
/// bits, keeps the bin that holds the wanted position, and looks at the next bits of those alone.
struct Selection<Value: FixedWidthInteger & UnsignedInteger & Sendable>: Sendable {
  /// A value of the sorted order, the one after it, and how many tenths of the way between them are meant.
  typealias Quantile = (low: Value, high: Value, tenths: Int)

  /// Counts by the leading bits of all values, and by the next bits of those kept.
  private var outer = Histogram()
  private var inner = Histogram()
  private var few: [Value] = []

  /// Fewer numbers than this are sorted by insertion.
  private static var fewCount: Int { 32 }

  /// The quantiles at tenths ÷ 10 of type 7. `values` is not empty and is left as it is.
  mutating func quantiles(_ values: UnsafeBufferPointer<Value>, tenths: [Int]) -> [Quantile] {
    unsafe survey(values)
    return tenths.map { tenths in
      let (position, rest) = ((values.count - 1) * tenths).quotientAndRemainder(dividingBy: 10)
      let (low, high) = unsafe pick(values, at: position, wantsNext: rest != 0)
      return (low, high, rest)
    }
  }

  /// The value at a position of the sorted order and, if wanted, the one after it.
  mutating func neighbours(
    _ values: UnsafeBufferPointer<Value>, at position: Int, wantsNext: Bool
  ) -> (Value, Value) {
    unsafe survey(values)
    return unsafe pick(values, at: position, wantsNext: wantsNext)
  }

  /// Looks at all values once: sorts few, counts many.
  private mutating func survey(_ values: UnsafeBufferPointer<Value>) {
    if values.count <= Self.fewCount {
      unsafe few.replaceSubrange(0..., with: values)
      return Self.sort(&few)
    }
    var most: Value = 0
    for index in 0..<values.count { most = unsafe max(most, values[index]) }
    unsafe outer.count(values, bits: Value.bitWidth - most.leadingZeroBitCount)
  }

  private mutating func pick(
    _ values: UnsafeBufferPointer<Value>, at position: Int, wantsNext: Bool
  ) -> (Value, Value) {
    if values.count <= Self.fewCount { return (few[position], few[wantsNext ? position + 1 : position]) }
    return unsafe Self.pick(values, outer, at: position, wantsNext: wantsNext, &inner)
  }

  /// The same of values that were counted; `inner` is room for counting those kept.
  private static func pick(
    _ values: UnsafeBufferPointer<Value>, _ histogram: Histogram, at position: Int, wantsNext: Bool,
    _ inner: inout Histogram
  ) -> (Value, Value) {
    let (bin, before) = histogram.bin(at: position)
    var kept = unsafe histogram.members(of: bin, in: values)
    let position = position - before
    let isLast = position + 1 == kept.count
    let next = unsafe wantsNext && isLast ? histogram.least(after: bin, in: values) : nil
    if histogram.shift == 0 { return (kept[0], next ?? kept[0]) }
    let wantsNext = wantsNext && !isLast
    if kept.count <= fewCount {
      sort(&kept)
      return (kept[position], next ?? kept[wantsNext ? position + 1 : position])
    }
    return unsafe kept.withUnsafeBufferPointer { kept in
      unsafe inner.count(kept, bits: histogram.shift)
      let counted = inner
      let (low, high) = unsafe pick(kept, counted, at: position, wantsNext: wantsNext, &inner)
      return (low, next ?? high)
    }
  }

  private static func sort(_ values: inout [Value]) {
    for next in values.indices.dropFirst() {
      let value = values[next]
      var place = next
      while place > 0 && values[place - 1] > value {
        values[place] = values[place - 1]
        place -= 1
      }
      values[place] = value
    }
  }
}

/// How many numbers there are of each pattern of some of their bits.
private struct Histogram: Sendable {
  private var bins: [UInt32] = []
  private(set) var shift = 0
  private var mask = 0

  /// Counts by the highest of the lowest `bits` bits, in which alone the values may differ.
  mutating func count<Value: Time>(_ values: UnsafeBufferPointer<Value>, bits: Int) {
    // Many bins cost time to clear, few keep too many values.
    let width = min(bits, values.count < 4_096 ? 8 : 11)
    shift = bits - width
    mask = 1 << width - 1
    let (shift, mask) = (Value(truncatingIfNeeded: shift), Value(truncatingIfNeeded: mask))
    bins.removeAll(keepingCapacity: true)
    bins.append(contentsOf: repeatElement(0, count: self.mask + 1))
    unsafe bins.withUnsafeMutableBufferPointer { bins in
      for index in 0..<values.count {
        unsafe bins[Int(truncatingIfNeeded: values[index] &>> shift & mask)] &+= 1
      }
    }
  }

  /// The bin that holds a position of the sorted order, and how many values lie in those before it.
  func bin(at position: Int) -> (bin: Int, before: Int) {
    var (bin, before) = (0, 0)
    while before + Int(bins[bin]) <= position {
      before += Int(bins[bin])
      bin += 1
    }
    return (bin, before)
  }

  /// The values in a bin, in their order.
  func members<Value: Time>(of bin: Int, in values: UnsafeBufferPointer<Value>) -> [Value] {
    let (shift, mask) = (Value(truncatingIfNeeded: shift), Value(truncatingIfNeeded: mask))
    let wanted = Value(truncatingIfNeeded: bin)
    let count = Int(bins[bin])
    // One place more than are kept: what is not wanted is written there and then over.
    return unsafe [Value](unsafeUninitializedCapacity: count + 1) { kept, filled in
      var next = 0
      for index in 0..<values.count {
        let value = unsafe values[index]
        unsafe kept[next] = value
        next &+= value &>> shift & mask == wanted ? 1 : 0
      }
      filled = count
    }
  }

  /// The least value beyond a bin that is not the last one with values.
  func least<Value: Time>(after bin: Int, in values: UnsafeBufferPointer<Value>) -> Value {
    let (shift, mask) = (Value(truncatingIfNeeded: shift), Value(truncatingIfNeeded: mask))
    let bin = Value(truncatingIfNeeded: bin)
    var least = Value.max
    for index in 0..<values.count {
      let value = unsafe values[index]
      if value &>> shift & mask > bin { least = min(least, value) }
    }
    return least
  }
}

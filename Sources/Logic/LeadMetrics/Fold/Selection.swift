/// Order statistics of unsorted numbers without sorting them: a radix selection that looks at the leading
/// bits, keeps the bin that holds the wanted position, and looks at the next bits of those alone.
struct Selection<Value: FixedWidthInteger & UnsignedInteger & Sendable>: Sendable {
  private var scratch: [Value] = []
  private var bins: [Int] = Array(repeating: 0, count: Selection.binCount)

  private static var binBits: Int { 8 }
  private static var binCount: Int { 1 << binBits }
  /// Fewer numbers than this are sorted by insertion.
  private static var few: Int { 32 }

  /// The quantile at tenths ÷ 10 of type 7, as its lower neighbour, upper neighbour and the tenths of the way
  /// between them. `values` is not empty and is left as it is.
  mutating func quantile(_ values: UnsafeBufferPointer<Value>, tenths: Int) -> (
    low: Value, high: Value, tenths: Int
  ) {
    let (position, rest) = ((values.count - 1) * tenths).quotientAndRemainder(dividingBy: 10)
    let (low, high) = unsafe neighbours(values, at: position, wantsNext: rest != 0)
    return (low, high, rest)
  }

  /// The value at a position of the sorted order and, if wanted, the one after it.
  mutating func neighbours(
    _ values: UnsafeBufferPointer<Value>, at position: Int, wantsNext: Bool
  ) -> (Value, Value) {
    if values.count <= Selection.few {
      unsafe scratch.replaceSubrange(0..., with: values)
      Selection.sort(&scratch)
      return (scratch[position], scratch[wantsNext ? position + 1 : position])
    }
    let found = unsafe value(of: values, at: position)
    guard wantsNext else { return (found, found) }
    // The next one is equal to it, or the least of the greater.
    var notAbove = 0
    var next = Value.max
    for index in 0..<values.count {
      let value = unsafe values[index]
      if value <= found { notAbove &+= 1 } else { next = min(next, value) }
    }
    return (found, notAbove > position + 1 ? found : next)
  }

  private mutating func value(of values: UnsafeBufferPointer<Value>, at position: Int) -> Value {
    var most: Value = 0
    for index in 0..<values.count { most = unsafe max(most, values[index]) }
    var shift = max(0, Value.bitWidth - most.leadingZeroBitCount - Selection.binBits)
    var position = unsafe narrow(values, shift: shift, position: position)
    while shift > 0 && scratch.count > Selection.few {
      shift = max(0, shift - Selection.binBits)
      let kept = scratch
      position = unsafe kept.withUnsafeBufferPointer { unsafe narrow($0, shift: shift, position: position) }
    }
    if shift == 0 { return scratch[0] }
    Selection.sort(&scratch)
    return scratch[position]
  }

  /// Keeps in `scratch` the values of the bin that holds a position; gives the position among those.
  private mutating func narrow(_ values: UnsafeBufferPointer<Value>, shift: Int, position: Int) -> Int {
    let mask = Value(truncatingIfNeeded: Selection.binCount - 1)
    for index in bins.indices { bins[index] = 0 }
    unsafe bins.withUnsafeMutableBufferPointer { bins in
      for index in 0..<values.count {
        let bin = unsafe Int(truncatingIfNeeded: values[index] &>> Value(truncatingIfNeeded: shift) & mask)
        unsafe bins[bin] &+= 1
      }
    }
    var (bin, before) = (0, 0)
    while before + bins[bin] <= position {
      before += bins[bin]
      bin += 1
    }
    let wanted = Value(truncatingIfNeeded: bin)
    let kept = bins[bin]
    // One place more than are kept: what is not wanted is written there and then over.
    scratch = unsafe [Value](unsafeUninitializedCapacity: kept + 1) { scratch, filled in
      var next = 0
      for index in 0..<values.count {
        let value = unsafe values[index]
        unsafe scratch[next] = value
        next &+= value &>> Value(truncatingIfNeeded: shift) & mask == wanted ? 1 : 0
      }
      filled = kept
    }
    return position - before
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

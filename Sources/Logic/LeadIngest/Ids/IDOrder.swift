/// Whether ids only ever ascend, or only ever descend: then none occurs twice, and none need be remembered.
///
/// Shorter ids come before longer ones, equally long ones are in the order of their bytes; so numbers with
/// and without leading zeros ascend alike.
struct IDOrder {
  /// 1 where ids ascend, -1 where they descend, 0 before there are two.
  private var direction = 0
  /// The id before: its length, its first eight bytes and its last eight, for comparing as numbers.
  private var count = 0
  private var first: UInt64 = 0
  private var last: UInt64 = 0
  /// The id before in full, where it is longer than both words; and the very first id.
  private var text: [UInt8] = []
  private var opening: [UInt8]?

  /// Takes the next id into account, which is not empty. 16 bytes behind it can be read.
  /// - Returns: whether the order still holds.
  @inline(__always)
  mutating func accept(_ id: FieldBytes) -> Bool {
    let length = id.count
    var (low, high) = (UInt64(0), id.word(at: 0).byteSwapped)
    if length >= 8 {
      low = id.word(at: length &- 8).byteSwapped
    } else {
      high &>>= UInt64(truncatingIfNeeded: 64 &- 8 &* length)
    }
    if length <= 16, length == count, direction > 0 {
      guard high > first || (high == first && low > last) else { return false }
      (first, last) = (high, low)
      return true
    }
    return acceptSlowly(id, high, low)
  }

  @inline(never)
  private mutating func acceptSlowly(_ id: FieldBytes, _ high: UInt64, _ low: UInt64) -> Bool {
    let step: Int
    if count == 0 {
      opening = id.bytes
      step = 0
    } else if id.count != count {
      step = id.count > count ? 1 : -1
    } else if id.count > 16 {
      let bytes = id.bytes
      step = text.lexicographicallyPrecedes(bytes) ? 1 : bytes.lexicographicallyPrecedes(text) ? -1 : 0
    } else {
      step = (high, low) > (first, last) ? 1 : (high, low) < (first, last) ? -1 : 0
    }
    guard count == 0 || step != 0 && (direction == 0 || step == direction) else { return false }
    direction = step
    (count, first, last) = (id.count, high, low)
    text = id.count > 16 ? id.bytes : []
    return true
  }

  /// Takes into account that the ids of `next` follow.
  /// - Returns: whether the order still holds.
  mutating func accept(_ next: IDOrder) -> Bool {
    guard let opening = next.opening else { return true }
    let follows = withPadding(opening) { accept($0) }
    guard follows, direction * next.direction >= 0 else { return false }
    let (start, way) = (self.opening, direction == 0 ? next.direction : direction)
    self = next
    (self.opening, direction) = (start, way)
    return true
  }
}

/// Lends bytes as a field behind which 16 more can be read.
func withPadding<Result>(_ bytes: [UInt8], _ body: (FieldBytes) -> Result) -> Result {
  let padded = bytes + [UInt8](repeating: 0, count: 16)
  return unsafe padded.withUnsafeBufferPointer { padded in
    unsafe body(FieldBytes(UnsafeBufferPointer(rebasing: padded[..<bytes.count])))
  }
}

extension FieldBytes {
  /// A copy.
  var bytes: [UInt8] { (0..<count).map { self[$0] } }
}

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
  mutating func accept(_ id: FieldBytes) -> Bool {
    let words = IDWords(id.count)
    let (high, low) = (words.first(of: id).byteSwapped, words.last(of: id).byteSwapped)
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

  /// Takes the ids in a column into account as long as they keep the order and are as long as the one before, of letters
  /// and digits at both ends, ASCII and no longer than two words: those of nearly all rows.
  /// - Returns: the first row that is left.
  @inline(__always)
  mutating func acceptRun(_ ids: ColumnFields, _ rows: Range<Int>) -> Int {
    guard direction != 0, 1...16 ~= count else { return rows.lowerBound }
    let (length, words) = (count, IDWords(count))
    // Where ids descend, their complements ascend.
    let flipped: UInt64 = direction > 0 ? 0 : .max
    var latest = UInt128(first ^ flipped) &<< 64 | UInt128(last ^ flipped)
    let row = ids.prefix(rows) { _, id in
      guard id.count == length else { return false }
      let (head, tail) = (words.first(of: id), words.last(of: id))
      let (high, low) = (head.byteSwapped, tail.byteSwapped)
      let next = UInt128(high ^ flipped) &<< 64 | UInt128(low ^ flipped)
      guard (head | tail) & 0x8080_8080_8080_8080 == 0, high >= words.leastFirst, low & 0xFF >= 0x30,
        next > latest
      else { return false }
      latest = next
      return true
    }
    first = UInt64(truncatingIfNeeded: latest &>> 64) ^ flipped
    last = UInt64(truncatingIfNeeded: latest) ^ flipped
    return row
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

/// Where the first eight and the last eight bytes of ids of a length are; of one that has less than eight, what it has.
private struct IDWords {
  private let offset: Int
  private let shift: UInt64
  /// The least that the first word can be, its first byte the highest, where an id begins with a digit or a letter.
  let leastFirst: UInt64

  init(_ length: Int) {
    offset = max(length &- 8, 0)
    shift = UInt64(truncatingIfNeeded: 8 &* max(8 &- length, 0))
    leastFirst = 0x3000_0000_0000_0000 &>> shift
  }

  /// The first byte in the lowest place that is not left free.
  @inline(__always) func first(of id: FieldBytes) -> UInt64 { id.word(at: 0) &<< shift }
  @inline(__always) func last(of id: FieldBytes) -> UInt64 { id.word(at: offset) &<< shift }
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

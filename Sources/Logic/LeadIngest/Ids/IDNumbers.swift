/// Ids that are one prefix and a number, in any order: which numbers occurred, one bit for each.
///
/// A number that occurs again is remembered with the slot of the last lead that has it; which leads before that
/// one had it is seen when all are known. So ids that never repeat cost a bit, wherever they stand.
@safe struct IDNumbers: ~Copyable {
  /// What stands for "no number" beside a lead; numbers have eight digits at most.
  static let none = UInt64(UInt32.max)
  /// Numbers may lie this far apart, and 64 times as far as there are ids: a bitmap is made for dense ones.
  private static let freeSpan: UInt64 = 1 << 27

  private var prefix: [UInt8]?
  private var prefixWord: UInt64 = 0
  private var prefixMask: UInt64 = 0
  /// The length of all ids where numbers have leading zeros, else nil: so no two ids are the same number.
  private var length: Int?
  /// The bits of `lowest..<lowest + 64 * words.count`; `lowest` is a multiple of 64.
  private var words = UnsafeMutableBufferPointer<UInt64>.allocate(capacity: 0)
  private var lowest: UInt64 = 0
  private var count: UInt64 = 0
  /// The slot of the last lead with a number that occurred twice; nil where the last row with it is no lead.
  private(set) var last: [UInt64: UInt32?] = [:]

  deinit { unsafe words.deallocate() }

  /// The number in an id, whose prefix the first id decides; nil where it is of another kind.
  @inline(__always)
  mutating func number(of id: FieldBytes) -> UInt64? {
    guard let prefix else { return learn(id) }
    let digits = id.count &- prefix.count
    guard digits > 0, digits <= 8, prefix.count <= 8, id.word(at: 0) & prefixMask == prefixWord,
      length == nil ? digits == 1 || id[prefix.count] != 0x30 : length == id.count
    else { return nil }
    var word = id.word(at: max(0, id.count &- 8)) ^ 0x3030_3030_3030_3030
    if id.count < 8 { word = word &<< UInt64(truncatingIfNeeded: 64 &- 8 &* id.count) }
    // The digits are the last bytes, which are the highest of the word; what is before them becomes 0.
    let others = UInt64(truncatingIfNeeded: 64 &- 8 &* digits)
    word = (word &>> others) &<< others
    guard ((word &+ 0x7676_7676_7676_7676) | word) & 0x8080_8080_8080_8080 == 0 else { return nil }
    // Pairs, fours, eight: each step multiplies the higher-placed neighbour by its weight and adds it.
    word = (word &* 10 &+ word &>> 8) & 0x00FF_00FF_00FF_00FF
    word = (word &* 100 &+ word &>> 16) & 0x0000_FFFF_0000_FFFF
    return (word &* 10_000 &+ word &>> 32) & 0xFFFF_FFFF
  }

  @inline(never)
  private mutating func learn(_ id: FieldBytes) -> UInt64? {
    var start = id.count
    while start > 0, id[start - 1].isDigit, id.count - start < 8 { start -= 1 }
    let bytes = id.bytes
    prefix = Array(bytes[..<start])
    prefixMask = start >= 8 ? .max : (1 << UInt64(8 * start)) - 1
    prefixWord = id.word(at: 0) & prefixMask
    length = id[start] == 0x30 && id.count - start > 1 ? id.count : nil
    return number(of: id)
  }

  /// The id that has a number.
  func id(of number: UInt64) -> [UInt8] {
    let prefix = prefix ?? []
    let digits = Array(String(number).utf8)
    let zeros = length.map { $0 - prefix.count - digits.count } ?? 0
    return prefix + [UInt8](repeating: 0x30, count: zeros) + digits
  }

  /// What ``mark(_:)`` found.
  enum Mark {
    case new, repeated
    /// The number is too far from the others.
    case outOfRange
  }

  /// Notes that a number occurs.
  @inline(__always)
  mutating func mark(_ number: UInt64) -> Mark {
    var place = Int(truncatingIfNeeded: (number &- lowest) &>> 6)
    if unsafe number < lowest || place >= words.count {
      guard makeRoom(for: number) else { return .outOfRange }
      place = Int(truncatingIfNeeded: (number &- lowest) &>> 6)
    }
    let bit: UInt64 = 1 &<< (number & 63)
    let word = unsafe words[place]
    unsafe words[place] = word | bit
    count &+= 1
    return word & bit == 0 ? .new : .repeated
  }

  /// Notes the slot of the last lead with a number that occurred before; nil for a row that is no lead.
  mutating func note(_ number: UInt64, slot: UInt32?) { last[number] = .some(slot) }

  @inline(never)
  private mutating func makeRoom(for number: UInt64) -> Bool {
    let end = unsafe lowest + UInt64(words.count) * 64
    let isEmpty = unsafe words.isEmpty
    var (from, to) = isEmpty ? (number, number + 1) : (min(lowest, number), max(end, number + 1))
    guard to - from <= IDNumbers.freeSpan + count * 64 else { return false }
    // Half as much again on the side that grows, so that growing is rare.
    let spare = max(1 << 16, (to - from) / 2)
    if number < lowest || isEmpty { from -= min(from, spare) }
    if number >= end { to += spare }
    from &= ~63
    let larger = UnsafeMutableBufferPointer<UInt64>.allocate(capacity: Int((to - from + 63) / 64))
    unsafe larger.initialize(repeating: 0)
    let offset = Int((lowest &- from) / 64)
    for index in unsafe words.indices { unsafe larger[offset + index] = words[index] }
    unsafe words.deallocate()
    unsafe words = larger
    lowest = from
    return true
  }
}

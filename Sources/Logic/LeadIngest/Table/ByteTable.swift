import CScan

/// A hash table from byte strings to numbers, made for many lookups of few short strings.
///
/// An entry holds the first sixteen bytes in two words, so a short string is compared without a loop; the
/// rest of a longer one lies in `text`.
@safe struct ByteTable: ~Copyable {
  /// What is compared of a field first, and its hash.
  struct Words {
    var low: UInt64
    var high: UInt64
    var hash: UInt32

    /// Of a field that is not empty, behind which 16 bytes can be read.
    @inline(__always)
    init(_ field: FieldBytes) {
      let count = field.count
      // Without branches: lengths are as good as random.
      let head = unsafe cscan_head(field.base, Int64(count))
      (low, high) = (head.low, head.high)
      var mixed = (low ^ (high &<< 23 | high &>> 41)) &* 0x9E37_79B9_7F4A_7C15
      if count > 16 {
        var position = 16
        while position &+ 8 < count {
          mixed = (mixed ^ mixed &>> 29 ^ field.word(at: position)) &* 0xD6E8_FEB8_6659_FD93
          position &+= 8
        }
        mixed = (mixed ^ mixed &>> 29 ^ field.word(at: count &- 8)) &* 0xD6E8_FEB8_6659_FD93
      }
      mixed ^= UInt64(truncatingIfNeeded: count)
      hash = UInt32(truncatingIfNeeded: mixed ^ mixed &>> 32)
    }
  }

  struct Entry {
    fileprivate var low: UInt64 = 0
    fileprivate var high: UInt64 = 0
    /// -1 where the place is free.
    fileprivate var count: Int32 = -1
    fileprivate var number: Int32 = 0
    /// Where the bytes from the seventeenth on lie in `text`.
    fileprivate var rest: UInt32 = 0
    /// What ``place(_:_:)`` needs of the hash; so an entry has 32 bytes, and never lies in two lines of the cache.
    fileprivate var hash: UInt32 = 0
  }

  private var entries: UnsafeMutableBufferPointer<Entry>
  private var used = 0
  private var text: [UInt8] = []

  init() {
    unsafe entries = .allocate(capacity: 1 << 8)
    unsafe entries.initialize(repeating: Entry())
  }

  deinit { unsafe entries.deallocate() }

  @inline(__always)
  private static func place(_ hash: UInt32, _ capacity: Int) -> Int {
    Int(truncatingIfNeeded: hash) & (capacity &- 1)
  }

  /// The number of a field, or nil.
  @inline(__always)
  func find(_ field: FieldBytes, _ words: Words) -> Int32? {
    let capacity = unsafe entries.count
    let base = unsafe entries.baseAddress.unsafelyUnwrapped
    var place = ByteTable.place(words.hash, capacity)
    while true {
      let entry = unsafe base + place
      if unsafe entry.pointee.low == words.low && entry.pointee.high == words.high
        && entry.pointee.count == Int32(truncatingIfNeeded: field.count)
      {
        if unsafe field.count <= 16 || isSameRest(field, Int(entry.pointee.rest)) {
          return unsafe entry.pointee.number
        }
      } else if unsafe entry.pointee.count < 0 {
        return nil
      }
      place = (place &+ 1) & (capacity &- 1)
    }
  }

  @inline(never)
  private func isSameRest(_ field: FieldBytes, _ rest: Int) -> Bool {
    for position in 16..<field.count where text[rest + position - 16] != field[position] { return false }
    return true
  }

  /// Adds a field that is not there yet.
  mutating func insert(_ field: FieldBytes, _ words: Words, _ number: Int32) {
    if used >= mostUsed { grow() }
    var entry = Entry(
      low: words.low, high: words.high, count: Int32(truncatingIfNeeded: field.count), number: number,
      hash: words.hash)
    if field.count > 16 {
      entry.rest = UInt32(text.count)
      for position in 16..<field.count { text.append(field[position]) }
    }
    used += 1
    place(entry)
  }

  private func place(_ entry: Entry) {
    let capacity = unsafe entries.count
    var place = ByteTable.place(entry.hash, capacity)
    while unsafe entries[place].count >= 0 { place = (place + 1) & (capacity - 1) }
    unsafe entries[place] = entry
  }

  /// Small tables are kept sparse, since a second look costs a branch that cannot be guessed; large ones are kept
  /// small.
  private var mostUsed: Int { unsafe entries.count <= 1 << 14 ? entries.count / 8 : entries.count / 2 }

  private mutating func grow() {
    let old = unsafe entries
    unsafe entries = .allocate(capacity: old.count * 4)
    unsafe entries.initialize(repeating: Entry())
    for index in old.indices where unsafe old[index].count >= 0 { unsafe place(old[index]) }
    unsafe old.deallocate()
  }
}

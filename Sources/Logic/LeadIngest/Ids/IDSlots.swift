/// A hash table of slots in parts that grow one by one, so that growing needs little memory besides: with ten million
/// slots 5.3 to 8 bytes for each.
@safe struct IDSlots: ~Copyable {
  /// Where a slot is, or may be entered.
  struct Place {
    fileprivate var part: Int
    fileprivate var index: Int
  }

  @safe private struct Part {
    /// Slots plus one; 0 where the place is free.
    var places: UnsafeMutableBufferPointer<UInt32>
    var used = 0

    init(count: Int) {
      unsafe places = .allocate(capacity: count)
      unsafe places.initialize(repeating: 0)
    }
  }

  /// The highest bits of a hash say in which part it is.
  private static let partBits: UInt64 = 6
  private var parts: [Part]

  init() { parts = (0..<(1 << Int(IDSlots.partBits))).map { _ in Part(count: 64) } }

  deinit { for part in parts { unsafe part.places.deallocate() } }

  /// The slot for which `isWanted`, among those whose hash may be the same; nil, with the place for it, where there is
  /// none. The highest bits of the hash are used.
  @inline(__always)
  func find(_ hash: UInt64, where isWanted: (UInt32) -> Bool) -> (slot: UInt32?, place: Place) {
    let part = Int(truncatingIfNeeded: hash &>> (64 &- IDSlots.partBits))
    let places = unsafe parts[part].places
    var index = IDSlots.start(hash, places.count)
    while case let entry = unsafe places[index], entry != 0 {
      if isWanted(entry - 1) { return (entry - 1, Place(part: part, index: index)) }
      index = index + 1 == places.count ? 0 : index + 1
    }
    return (nil, Place(part: part, index: index))
  }

  /// Enters a slot at a place that was found, with nothing entered since; `isNew` says that the place was free. `hash`
  /// gives that of any slot that is there.
  mutating func enter(_ slot: UInt32, at place: Place, isNew: Bool, hash: (UInt32) -> UInt64) {
    let part = place.part
    unsafe parts[part].places[place.index] = slot + 1
    guard isNew else { return }
    parts[part].used += 1
    if unsafe parts[part].used * 4 > parts[part].places.count * 3 { grow(part, hash) }
  }

  private mutating func grow(_ part: Int, _ hash: (UInt32) -> UInt64) {
    let old = parts[part]
    var new = unsafe Part(count: old.places.count * 3 / 2)
    new.used = old.used
    for position in unsafe old.places.indices {
      let entry = unsafe old.places[position]
      if entry == 0 { continue }
      var index = unsafe IDSlots.start(hash(entry - 1), new.places.count)
      while unsafe new.places[index] != 0 { index = unsafe index + 1 == new.places.count ? 0 : index + 1 }
      unsafe new.places[index] = entry
    }
    unsafe old.places.deallocate()
    parts[part] = new
  }

  /// Where a hash belongs among so many places.
  @inline(__always)
  private static func start(_ hash: UInt64, _ count: Int) -> Int {
    Int(truncatingIfNeeded: (hash &<< partBits).multipliedFullWidth(by: UInt64(count)).high)
  }
}

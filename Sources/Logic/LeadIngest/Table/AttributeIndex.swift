import LeadModel

/// Gives every distinct set of attributes of a team a position among the team's.
@safe struct AttributeIndex: ~Copyable {
  /// Per team, the sets by their positions.
  private(set) var sets: [[Attributes]] = []
  private var entries: UnsafeMutableBufferPointer<Entry>
  private var used = 0

  fileprivate struct Key: Equatable {
    var first: UInt64
    var second: UInt64
    var third: UInt64

    @inline(__always)
    init(_ team: Int, _ set: Attributes) {
      first = UInt64(truncatingIfNeeded: team) &<< 32 | UInt64(UInt32(bitPattern: set.rep))
      second = UInt64(UInt32(bitPattern: set.manager)) &<< 32 | UInt64(UInt32(bitPattern: set.channel))
      third = UInt64(UInt32(bitPattern: set.source)) &<< 32 | UInt64(UInt32(bitPattern: set.outcome))
    }

    @inline(__always) var hash: UInt64 {
      let mixed =
        (first &* 0x9E37_79B9_7F4A_7C15) ^ (second &* 0xC2B2_AE3D_27D4_EB4F)
        ^ (third &* 0x1656_67B1_9E37_79F9)
      return mixed ^ mixed &>> 32
    }
  }

  struct Entry {
    fileprivate var key: Key
    /// -1 where the place is free.
    fileprivate var position: Int
  }

  init() {
    unsafe entries = AttributeIndex.places(1 << 10)
  }

  deinit { unsafe entries.deallocate() }

  private static func places(_ count: Int) -> UnsafeMutableBufferPointer<Entry> {
    let memory = UnsafeMutableBufferPointer<Entry>.allocate(capacity: count)
    unsafe memory.initialize(repeating: Entry(key: Key(0, Attributes()), position: -1))
    return unsafe memory
  }

  /// The position of a set among those of a team.
  @inline(__always)
  mutating func position(of set: Attributes, team: Int) -> Int {
    let known = find(set, team: team)
    return known >= 0 ? known : add(set, team, Key(team, set))
  }

  /// The position of a set among those of a team; -1 where it has none.
  @inline(__always)
  func find(_ set: Attributes, team: Int) -> Int {
    let key = Key(team, set)
    let capacity = unsafe entries.count
    let base = unsafe entries.baseAddress.unsafelyUnwrapped
    var place = Int(truncatingIfNeeded: key.hash) & (capacity &- 1)
    while unsafe base[place].position >= 0 && base[place].key != key {
      place = (place &+ 1) & (capacity &- 1)
    }
    return unsafe base[place].position
  }

  @inline(never)
  private mutating func add(_ set: Attributes, _ team: Int, _ key: Key) -> Int {
    while sets.count <= team { sets.append([]) }
    sets[team].append(set)
    used += 1
    // Sparse while it is small, since a second look costs a branch that cannot be guessed.
    if unsafe used >= (entries.count <= 1 << 14 ? entries.count / 8 : entries.count / 2) {
      let old = unsafe entries
      unsafe entries = AttributeIndex.places(old.count * 4)
      for index in old.indices where unsafe old[index].position >= 0 { unsafe place(old[index]) }
      unsafe old.deallocate()
    }
    let entry = Entry(key: key, position: sets[team].count - 1)
    place(entry)
    return entry.position
  }

  private func place(_ entry: Entry) {
    let mask = unsafe entries.count - 1
    var place = Int(truncatingIfNeeded: entry.key.hash) & mask
    while unsafe entries[place].position >= 0 { place = (place + 1) & mask }
    unsafe entries[place] = entry
  }
}

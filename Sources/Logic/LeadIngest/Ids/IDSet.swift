/// The ids of leads whose order tells nothing, each with the slot of the last lead that has it.
///
/// The table holds slots alone. The word beside a lead in ``LeadStore`` has 28 bits of its id's hash and says
/// where the id's bytes are: in the mapped input, or in a copy. Ids of equal hash are compared in full.
@safe struct IDSet: ~Copyable {
  /// Where the bytes of an id are: in a source at a position, where it stands bare between delimiters, or
  /// anywhere else.
  enum Location {
    case source(Int)
    case elsewhere
  }

  /// What ``find(_:in:)`` came to: the slot of the lead with the id, or nil, and where to note another.
  struct Finding {
    var slot: UInt32?
    fileprivate var place: Int
    fileprivate var hash: UInt64
  }

  private struct Origin {
    var bytes: Bytes
    /// The position of its first byte among those of all sources.
    var start: Int
    var delimiter: UInt8
  }

  private static let copied: UInt64 = 1 << 35
  private static let locationMask: UInt64 = (1 << 36) - 1

  /// Slots plus one; 0 where the place is free.
  private var slots: UnsafeMutableBufferPointer<UInt32>
  private var used = 0
  private var origins: [Origin] = []
  /// Ids that are not found bare in the sources: a length of four bytes, then the bytes.
  private var copies: [UInt8] = []

  init() {
    unsafe slots = .allocate(capacity: 1 << 12)
    unsafe slots.initialize(repeating: 0)
  }

  deinit { unsafe slots.deallocate() }

  /// Says that the ids that come now lie in `bytes`, between those delimiters.
  mutating func begin(_ bytes: Bytes, delimiter: UInt8) {
    let start = origins.last.map { $0.start + $0.bytes.count } ?? 0
    origins.append(Origin(bytes: bytes, start: start, delimiter: delimiter))
  }

  /// The slot of the lead with an id.
  func find(_ id: FieldBytes, in store: borrowing LeadStore) -> Finding {
    let hash = IDSet.hash(id)
    let mask = unsafe slots.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while case let entry = unsafe slots[place], entry != 0 {
      let word = unsafe store.word(at: entry - 1).pointee
      if word >> 36 == hash, isSame(word & IDSet.locationMask, id) {
        return Finding(slot: entry - 1, place: place, hash: hash)
      }
      place = (place + 1) & mask
    }
    return Finding(slot: nil, place: place, hash: hash)
  }

  /// Notes that the lead with an id is now in `slot`. `finding` is of that id, and nothing was noted since.
  mutating func note(
    _ id: FieldBytes, at location: Location, _ finding: Finding, slot: UInt32, in store: borrowing LeadStore
  ) {
    unsafe store.word(at: slot).pointee = finding.hash << 36 | reference(to: id, location)
    unsafe slots[finding.place] = slot + 1
    if finding.slot == nil { used += 1 }
    if unsafe used * 5 > slots.count * 4 { grow(store) }
  }

  private mutating func grow(_ store: borrowing LeadStore) {
    let old = unsafe slots
    unsafe slots = .allocate(capacity: old.count * 2)
    unsafe slots.initialize(repeating: 0)
    let mask = unsafe slots.count - 1
    for index in old.indices where unsafe old[index] != 0 {
      let entry = unsafe old[index]
      var place = unsafe Int(truncatingIfNeeded: store.word(at: entry - 1).pointee >> 36) & mask
      while unsafe slots[place] != 0 { place = (place + 1) & mask }
      unsafe slots[place] = entry
    }
    unsafe old.deallocate()
  }

  private mutating func reference(to id: FieldBytes, _ location: Location) -> UInt64 {
    if case .source(let position) = location, let start = origins.last?.start,
      UInt64(start + position) < IDSet.copied
    {
      return UInt64(start + position)
    }
    let offset = copies.count
    for shift in 0..<4 { copies.append(UInt8(truncatingIfNeeded: id.count >> (shift * 8))) }
    for position in 0..<id.count { copies.append(id[position]) }
    return IDSet.copied | UInt64(offset)
  }

  private func isSame(_ reference: UInt64, _ id: FieldBytes) -> Bool {
    if reference & IDSet.copied != 0 {
      let offset = Int(reference ^ IDSet.copied)
      let length = (0..<4).reduce(0) { $0 | Int(copies[offset + $1]) << ($1 * 8) }
      return length == id.count && (0..<length).allSatisfy { copies[offset + 4 + $0] == id[$0] }
    }
    let position = Int(reference)
    let origin = origins.last { $0.start <= position }!
    return unsafe origin.bytes.withUnsafeBytes { bytes in
      let start = position - origin.start
      guard start + id.count <= bytes.count else { return false }
      // It stands bare: a delimiter or line break tells where it ends.
      func isEnd(_ byte: UInt8) -> Bool { byte == origin.delimiter || byte == 0x0A || byte == 0x0D }
      for index in 0..<id.count {
        if unsafe bytes[start + index] != id[index] || isEnd(id[index]) { return false }
      }
      return unsafe start + id.count == bytes.count || isEnd(bytes[start + id.count])
    }
  }

  /// 28 bits that depend on every byte.
  private static func hash(_ id: FieldBytes) -> UInt64 {
    var hash = UInt64(id.count) &* 0x9E37_79B9_7F4A_7C15
    var position = 0
    while position + 8 <= id.count {
      hash = mixed(hash ^ id.word(at: position))
      position += 8
    }
    var rest: UInt64 = 0
    while position < id.count {
      rest = rest << 8 | UInt64(id[position])
      position += 1
    }
    return mixed(hash ^ rest) >> 36
  }

  private static func mixed(_ word: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }
}

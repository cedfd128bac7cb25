/// The ids of leads whose order tells nothing, each with the slot of the last lead that has it.
///
/// The table holds slots alone; beside a lead in ``LeadStore`` is what tells its id. Where the ids lie in mapped input
/// that is a word, with 28 bits of the id's hash and the place of its bytes: ids of equal hash are compared in full.
/// Where they do not, since a stream does not come back, it is a digest of 128 bits.
@safe struct IDSet: ~Copyable {
  /// Where the bytes of an id are: in a source at a position, where it stands bare between delimiters or in quotes of
  /// its own, or anywhere else.
  enum Location {
    case source(Int)
    case elsewhere
  }

  /// What ``find(_:in:)`` came to: the slot of the lead with the id, or nil, and where to note another.
  struct Finding {
    var slot: UInt32?
    fileprivate var place: IDSlots.Place
    /// 28 bits, where there is no digest.
    fileprivate var hash: UInt64
    fileprivate var digest: IDDigest?
  }

  private struct Origin {
    var bytes: Bytes
    /// The position of its first byte among those of all sources.
    var start: Int
    var delimiter: UInt8
  }

  private static let copied: UInt64 = 1 << 35
  private static let locationMask: UInt64 = (1 << 36) - 1

  private var slots = IDSlots()
  /// The key of digests; nil where words are kept.
  private let key: IDDigest.Key?
  private var origins: [Origin] = []
  /// Ids that are not found in the sources: a length of four bytes, then the bytes.
  private var copies: [UInt8] = []

  /// No ids. With a key digests are kept, else words.
  init(digestKey: IDDigest.Key?) { key = digestKey }

  /// What is to be kept beside each lead.
  var width: LeadStore.IDWidth { key == nil ? .word : .digest }

  /// Says that the ids that come now lie in `bytes`, between those delimiters.
  mutating func begin(_ bytes: Bytes, delimiter: UInt8) {
    let start = origins.last.map { $0.start + $0.bytes.count } ?? 0
    origins.append(Origin(bytes: bytes, start: start, delimiter: delimiter))
  }

  /// The slot of the lead with an id.
  func find(_ id: FieldBytes, in store: borrowing LeadStore) -> Finding {
    if let key {
      let digest = IDDigest(id, key)
      let (slot, place) = slots.find(digest.high) { unsafe store.digest(at: $0).pointee == digest }
      return Finding(slot: slot, place: place, hash: 0, digest: digest)
    }
    let hash = IDSet.hash(id)
    let (slot, place) = slots.find(hash << 36) { slot in
      let word = unsafe store.word(at: slot).pointee
      return word >> 36 == hash && isSame(word & IDSet.locationMask, id)
    }
    return Finding(slot: slot, place: place, hash: hash, digest: nil)
  }

  /// Notes that the lead with an id is now in `slot`. `finding` is of that id, and nothing was noted since.
  mutating func note(
    _ id: FieldBytes, at location: Location, _ finding: Finding, slot: UInt32, in store: borrowing LeadStore
  ) {
    let isNew = finding.slot == nil
    if let digest = finding.digest {
      unsafe store.digest(at: slot).pointee = digest
      slots.enter(slot, at: finding.place, isNew: isNew) { unsafe store.digest(at: $0).pointee.high }
    } else {
      unsafe store.word(at: slot).pointee = finding.hash << 36 | reference(to: id, location)
      slots.enter(slot, at: finding.place, isNew: isNew) {
        unsafe store.word(at: $0).pointee & ~IDSet.locationMask
      }
    }
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
      // A quote before it tells that one ends it; else a delimiter or line break does.
      let isQuoted = unsafe start > 0 && bytes[start - 1] == UInt8(ascii: "\"")
      func isEnd(_ byte: UInt8) -> Bool {
        isQuoted
          ? byte == UInt8(ascii: "\"") : byte == origin.delimiter || byte == 0x0A || byte == 0x0D
      }
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

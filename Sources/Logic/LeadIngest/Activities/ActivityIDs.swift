/// Ids of leads, numbered in the order in which they first occur and compared in full.
///
/// An id takes its bytes, twelve more, and about six in the table.
struct ActivityIDs: Sendable {
  private var bytes: [UInt8] = []
  /// Where each begins in `bytes`, and where the last one ends.
  private var starts = [0]
  private var hashes: [UInt32] = []
  /// Numbers plus one; 0 where the place is free.
  private var places = [UInt32](repeating: 0, count: 64)

  var count: Int { hashes.count }

  /// The bytes of an id.
  subscript(number: Int) -> ArraySlice<UInt8> { bytes[starts[number]..<starts[number + 1]] }

  /// The number of an id, or nil.
  func find(_ id: FieldBytes) -> Int? {
    let number = places[place(of: id, ActivityIDs.hash(id))]
    return number == 0 ? nil : Int(number) - 1
  }

  /// The number of an id, which is added where it is new.
  mutating func number(of id: FieldBytes) -> Int {
    let hash = ActivityIDs.hash(id)
    let place = place(of: id, hash)
    if places[place] != 0 { return Int(places[place]) - 1 }
    for position in 0..<id.count { bytes.append(id[position]) }
    starts.append(bytes.count)
    hashes.append(hash)
    places[place] = UInt32(count)
    if count * 4 > places.count * 3 { grow() }
    return count - 1
  }

  /// Where an id is in the table, or would be.
  private func place(of id: FieldBytes, _ hash: UInt32) -> Int {
    var place = Int(hash) & (places.count - 1)
    while places[place] != 0 {
      let number = Int(places[place]) - 1
      if hashes[number] == hash, isSame(number, id) { return place }
      place = (place + 1) & (places.count - 1)
    }
    return place
  }

  private func isSame(_ number: Int, _ id: FieldBytes) -> Bool {
    let start = starts[number]
    guard starts[number + 1] - start == id.count else { return false }
    for position in 0..<id.count where bytes[start + position] != id[position] { return false }
    return true
  }

  private mutating func grow() {
    places = [UInt32](repeating: 0, count: places.count * 2)
    for number in hashes.indices {
      var place = Int(hashes[number]) & (places.count - 1)
      while places[place] != 0 { place = (place + 1) & (places.count - 1) }
      places[place] = UInt32(number + 1)
    }
  }

  /// Depends on every byte.
  private static func hash(_ id: FieldBytes) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for position in 0..<id.count { hash = (hash ^ UInt64(id[position])) &* 0x100_0000_01B3 }
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }
}

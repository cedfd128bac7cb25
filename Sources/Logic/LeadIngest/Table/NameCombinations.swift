import CScan

/// A number for each combination of names, by the fields of a row as they stand, quotes and blanks included.
///
/// Exports have few combinations and many rows of each, so the names of a row are looked up all at once: see
/// `cscan_find_names`. A combination that cannot be kept here, since a field of it is long or there are too many
/// others, stays unknown.
@safe struct NameCombinations: ~Copyable {
  /// So many combinations can be kept.
  private static let limit = 1 << 15

  private var places: UnsafeMutableBufferPointer<UInt32>
  private var entries: UnsafeMutableRawPointer
  private let stride: Int
  /// By entry, for finding its place again.
  private var hashes: [UInt64] = []

  /// None yet, of that many columns.
  init(columns: Int) { self.init(stride: 16 + columns * Int(CSCAN_NAME_ROOM), places: 1 << 10) }

  /// Places stay sparse, since a second look costs a branch that cannot be guessed.
  private init(stride: Int, places count: Int) {
    self.stride = stride
    unsafe places = .allocate(capacity: count)
    unsafe places.initialize(repeating: 0)
    unsafe entries = .allocate(byteCount: (count / 4 + 1) * stride, alignment: 16)
  }

  deinit {
    unsafe places.deallocate()
    unsafe entries.deallocate()
  }

  private var known: cscan_known {
    unsafe cscan_known(
      places: places.baseAddress, mask: UInt64(places.count - 1),
      entries: UnsafePointer(entries.assumingMemoryBound(to: UInt8.self)), stride: Int64(stride))
  }

  /// Takes the number of each row's combination, -1 where it is unknown.
  /// - Returns: how many are unknown.
  func find(_ columns: cscan_columns, to numbers: UnsafeMutablePointer<Int64>) -> Int {
    var (columns, known) = unsafe (columns, known)
    return unsafe Int(cscan_find_names(&columns, &known, numbers))
  }

  /// Keeps the number, which is not negative, of a row's combination, if that can be kept and is not there yet.
  mutating func add(_ number: Int64, row: Int, of columns: cscan_columns) {
    var (columns, names) = unsafe (columns, cscan_names())
    unsafe cscan_read_names(&columns, Int64(row), &names)
    guard names.fits != 0, hashes.count < NameCombinations.limit else { return }
    let entry = unsafe entries + hashes.count * stride
    unsafe entry.storeBytes(of: number, as: Int64.self)
    unsafe entry.storeBytes(of: names.lengths, toByteOffset: 8, as: UInt64.self)
    unsafe withUnsafeBytes(of: &names.fields) { fields in
      unsafe (entry + 16).copyMemory(from: fields.baseAddress!, byteCount: stride - 16)
    }
    hashes.append(names.hash)
    if !enter(hashes.count - 1) {
      hashes.removeLast()
    } else if unsafe hashes.count * 4 >= places.count {
      grow()
    }
  }

  /// Gives an entry a place, where there is a free one and no entry that is alike.
  private func enter(_ number: Int) -> Bool {
    for step in 0..<UInt64(CSCAN_REACH) {
      let place = unsafe Int(truncatingIfNeeded: (hashes[number] &+ step) & UInt64(places.count - 1))
      let other = unsafe Int(places[place]) - 1
      if other < 0 {
        unsafe places[place] = UInt32(number + 1)
        return true
      }
      if hashes[other] == hashes[number], isSame(other, number) { return false }
    }
    return false
  }

  private func isSame(_ one: Int, _ other: Int) -> Bool {
    // All but the numbers.
    let (left, right) = unsafe (entries + one * stride + 8, entries + other * stride + 8)
    return unsafe UnsafeRawBufferPointer(start: left, count: stride - 8)
      .elementsEqual(UnsafeRawBufferPointer(start: right, count: stride - 8))
  }

  /// Makes room for four times as many. One that finds no place then stays unknown.
  private mutating func grow() {
    var larger = unsafe NameCombinations(stride: stride, places: places.count * 4)
    unsafe larger.entries.copyMemory(from: entries, byteCount: hashes.count * stride)
    larger.hashes = hashes
    for number in hashes.indices { _ = larger.enter(number) }
    self = larger
  }
}

import CScan

/// A number for each combination of names, by the bytes of a row as they stand, quotes and blanks included.
///
/// Exports have few combinations and many rows of each, so the names of a row are looked up all at once, those of columns
/// that stand side by side as one text: see `cscan_find_names`. A combination that cannot be kept here, since it is long
/// or there are too many others, stays unknown.
@safe struct NameCombinations: ~Copyable {
  /// So many combinations can be kept.
  private static let limit = 1 << 15

  /// Columns that stand side by side, ascending.
  private let runs: [ClosedRange<Int32>]
  /// How many parts the names of each run take: as many as the longest so far needs, but no more than it has columns.
  private var partCounts: [Int]
  private var parts: [cscan_part] = []
  private var places: UnsafeMutableBufferPointer<UInt32>
  private var entries: UnsafeMutableRawPointer
  /// Bytes of an entry.
  private let stride: Int
  /// By entry, for finding its place again.
  private var hashes: [UInt64] = []

  /// None yet, of columns that ascend, at most `CSCAN_PARTS` of them.
  init(columns: [Int32]) {
    let runs = columns.reduce(into: [ClosedRange<Int32>]()) { runs, column in
      if let last = runs.last, last.upperBound + 1 == column {
        runs[runs.count - 1] = last.lowerBound...column
      } else {
        runs.append(column...column)
      }
    }
    self.init(runs: runs, partCounts: runs.map { _ in 1 }, places: 1 << 10)
  }

  /// Places stay sparse, since a second look costs a branch that cannot be guessed.
  private init(runs: [ClosedRange<Int32>], partCounts: [Int], places count: Int) {
    (self.runs, self.partCounts) = (runs, partCounts)
    for (run, partCount) in zip(runs, partCounts) {
      for part in 0..<partCount {
        parts.append(
          cscan_part(
            first: run.lowerBound, last: run.upperBound, offset: Int32(part) * CSCAN_ROOM,
            is_end: part + 1 == partCount ? 1 : 0))
      }
    }
    stride = 16 + parts.count * Int(CSCAN_ROOM)
    unsafe places = .allocate(capacity: count)
    unsafe places.initialize(repeating: 0)
    unsafe entries = .allocate(byteCount: (count / 4 + 1) * stride, alignment: 16)
  }

  deinit {
    unsafe places.deallocate()
    unsafe entries.deallocate()
  }

  private func withKnown<Result>(_ body: (inout cscan_known) -> Result) -> Result {
    unsafe parts.withUnsafeBufferPointer { parts in
      var known = unsafe cscan_known(
        parts: parts.baseAddress, part_count: Int64(parts.count), places: places.baseAddress,
        mask: UInt64(places.count - 1), entries: UnsafePointer(entries.assumingMemoryBound(to: UInt8.self)))
      return unsafe body(&known)
    }
  }

  /// Takes the number of each row's combination, -1 where it is unknown.
  /// - Returns: how many are unknown.
  func find(_ table: cscan_table, to numbers: UnsafeMutablePointer<Int64>) -> Int {
    var table = unsafe table
    return unsafe withKnown { unsafe Int(cscan_find_names(&table, &$0, numbers)) }
  }

  /// Keeps the number, which is not negative, of a row's combination, if that can be kept and is not there yet.
  mutating func add(_ number: Int64, row: Int, of table: cscan_table) {
    var (names, table) = unsafe (cscan_names(), table)
    unsafe makeRoom(for: row, of: table)
    unsafe withKnown { unsafe cscan_read_names(&table, &$0, Int64(row), &names) }
    guard names.lengths != CSCAN_TOO_LONG, hashes.count < NameCombinations.limit else { return }
    let entry = unsafe entries + hashes.count * stride
    unsafe entry.storeBytes(of: number, as: Int64.self)
    unsafe entry.storeBytes(of: names.lengths, toByteOffset: 8, as: UInt64.self)
    unsafe withUnsafeBytes(of: &names.parts) { parts in
      unsafe (entry + 16).copyMemory(from: parts.baseAddress!, byteCount: stride - 16)
    }
    hashes.append(names.hash)
    if !enter(hashes.count - 1) {
      hashes.removeLast()
    } else if unsafe hashes.count * 4 >= places.count {
      grow()
    }
  }

  /// Where the names of a row need more parts, begins anew with so many.
  private mutating func makeRoom(for row: Int, of table: cscan_table) {
    let ends = unsafe table.ends + row * Int(table.width)
    let needed = zip(runs, partCounts).map { run, partCount in
      let length = unsafe Int(ends[Int(run.upperBound)] &- ends[Int(run.lowerBound) - 1] &- 1)
      let count = (length + Int(CSCAN_ROOM) - 1) / Int(CSCAN_ROOM)
      return count > run.count ? partCount : max(partCount, count)
    }
    if needed != partCounts { self = NameCombinations(runs: runs, partCounts: needed, places: 1 << 10) }
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
    var larger = unsafe NameCombinations(runs: runs, partCounts: partCounts, places: places.count * 4)
    unsafe larger.entries.copyMemory(from: entries, byteCount: hashes.count * stride)
    larger.hashes = hashes
    for number in hashes.indices { _ = larger.enter(number) }
    self = larger
  }
}

import LeadModel

/// Packed leads by week and team while they are read: appending moves nothing, so a lead keeps its address.
///
/// Leads of one team and week form a run of chunks. Where rows of the same id have to be found, each lead has
/// beside it what tells its id, and a slot, a number of 32 bits by which it is found again.
@safe struct LeadStore: ~Copyable {
  /// Leads of a chunk.
  static let chunkSize = 128
  /// Chunks that are allocated at once.
  private static let slabSize = 256

  /// The leads of one team and week.
  @safe struct Run {
    /// Where the next lead goes, and where the chunk ends.
    var next: UnsafeMutablePointer<UInt64>
    var end: UnsafeMutablePointer<UInt64>
    /// The first chunk and the current one; -1 without any.
    var first: Int32 = -1
    var last: Int32 = -1
  }

  /// The runs of a week, by team.
  typealias Page = UnsafeMutablePointer<Run>

  @safe struct Chunk {
    /// Its leads.
    var leads: UnsafeMutablePointer<UInt64>
    /// What tells the id of each lead, where ids are kept.
    var ids: UnsafeMutableRawPointer?
    /// How many leads, once it is closed.
    var count: Int32
    /// The chunk after it in the run; -1 for the last.
    var next: Int32
    /// The part of the input its leads come from, a number that the reader gave.
    var origin: Int32
  }

  /// What is kept beside each lead.
  private(set) var idWidth: IDWidth
  private(set) var chunks: [Chunk] = []
  /// The week of the first page.
  private(set) var firstWeek = 0
  /// Per week, a run for every team that has room; nil where no lead is.
  private(set) var pages: [Page?] = unsafe []
  /// How many teams a page has room for.
  private(set) var teamCapacity = 16
  /// What new chunks are marked with.
  private var origin: Int32 = 0
  private var slabs: [UnsafeMutablePointer<UInt64>] = unsafe []
  private var idSlabs: [UnsafeMutableRawPointer] = unsafe []
  /// How many chunks of a slab are still needed.
  private var slabUses: [Int] = []

  /// The week that was asked for last: its beginning in microseconds and its page.
  private(set) var weekStart = Int64.max
  private(set) var page: Page?

  /// What tells the id of a lead. The raw value is its size in bytes.
  enum IDWidth: Int {
    case nothing = 0
    /// The number in it, or ``IDNumbers/none``.
    case number = 4
    /// A word that an ``IDSet`` understands.
    case word = 8
    /// An ``IDDigest``.
    case digest = 16
  }

  init(_ idWidth: IDWidth) {
    self.idWidth = idWidth
  }

  deinit {
    for index in unsafe idSlabs.indices { unsafe idSlabs[index].deallocate() }
    for index in slabUses.indices where slabUses[index] > 0 { unsafe slabs[index].deallocate() }
    for index in unsafe pages.indices { unsafe pages[index]?.deallocate() }
  }

  /// Microseconds.
  static let week: Int64 = 7 * 86_400_000_000

  /// The minute of the week of a local time in microseconds. ``page`` is then that of its week.
  @inline(__always)
  mutating func minuteOfWeek(_ local: Int64) -> Int {
    turn(to: local)
    return Int(truncatingIfNeeded: UInt64(bitPattern: local &- weekStart) / 60_000_000)
  }

  /// Turns to the ``page`` of the week of a local time in microseconds.
  @inline(__always)
  mutating func turn(to local: Int64) {
    if unsafe page == nil || UInt64(bitPattern: local &- weekStart) >= UInt64(LeadStore.week) { find(local) }
  }

  @inline(never)
  private mutating func find(_ local: Int64) {
    // Weeks are counted from the one of 1970-01-01, a Thursday: see `ISOWeek`.
    let (week, day): (Int64, Int64) = (LeadStore.week, 86_400_000_000)
    let shifted = local + 3 * day
    let index = shifted / week - (shifted % week < 0 ? 1 : 0)
    weekStart = index * week - 3 * day
    unsafe page = runs(ofWeek: Int(index))
  }

  /// The runs of a week, indexed by team.
  private mutating func runs(ofWeek week: Int) -> Page {
    if unsafe pages.isEmpty { firstWeek = week }
    if week < firstWeek {
      unsafe pages.insert(contentsOf: Array(repeating: nil, count: firstWeek - week), at: 0)
      firstWeek = week
    }
    while unsafe week - firstWeek >= pages.count { unsafe pages.append(nil) }
    if let page = unsafe pages[week - firstWeek] { return unsafe page }
    let page = unsafe newPage()
    unsafe pages[week - firstWeek] = page
    return unsafe page
  }

  private func newPage() -> Page {
    let page = Page.allocate(capacity: teamCapacity)
    let nowhere = unsafe UnsafeMutablePointer<UInt64>(bitPattern: 8)!
    unsafe page.initialize(repeating: Run(next: nowhere, end: nowhere), count: teamCapacity)
    return unsafe page
  }

  /// Makes the pages large enough for a team.
  mutating func makeRoom(forTeam team: Int) {
    guard team >= teamCapacity else { return }
    unsafe page = nil
    let old = teamCapacity
    while team >= teamCapacity { teamCapacity *= 2 }
    for index in unsafe pages.indices {
      guard let page = unsafe pages[index] else { continue }
      let larger = unsafe newPage()
      unsafe larger.update(from: page, count: old)
      unsafe page.deallocate()
      unsafe pages[index] = larger
    }
  }

  /// Adds the bits of a ``PackedLead`` to a run.
  @inline(__always)
  mutating func append(_ lead: UInt64, to run: Page) -> UnsafeMutablePointer<UInt64> {
    if unsafe run.pointee.next == run.pointee.end { unsafe addChunk(to: run) }
    let address = unsafe run.pointee.next
    unsafe address.pointee = lead
    unsafe run.pointee.next = address + 1
    return unsafe address
  }

  @inline(never)
  private mutating func addChunk(to run: Page) {
    if unsafe chunks.count == slabs.count * LeadStore.slabSize {
      let words = LeadStore.slabSize * LeadStore.chunkSize
      unsafe slabs.append(.allocate(capacity: words))
      if idWidth != .nothing { unsafe idSlabs.append(newIDSlab()) }
      slabUses.append(LeadStore.slabSize)
    }
    let number = Int32(chunks.count)
    let offset = chunks.count % LeadStore.slabSize * LeadStore.chunkSize
    let leads = unsafe slabs[slabs.count - 1] + offset
    let ids = unsafe idSlabs.last.map { unsafe $0 + offset * idWidth.rawValue }
    unsafe chunks.append(Chunk(leads: leads, ids: ids, count: 0, next: -1, origin: origin))
    if unsafe run.pointee.last >= 0 {
      let last = unsafe Int(run.pointee.last)
      unsafe chunks[last].count = Int32(run.pointee.next - chunks[last].leads)
      chunks[last].next = number
    } else {
      unsafe run.pointee.first = number
    }
    unsafe run.pointee.last = number
    unsafe run.pointee.next = leads
    unsafe run.pointee.end = leads + LeadStore.chunkSize
  }

  /// Marks what is appended from now on, so that a slot tells where its lead came from.
  mutating func begin(origin: Int) {
    self.origin = Int32(origin)
    guard idWidth != .nothing else { return }
    // A chunk holds leads of one origin only.
    for index in unsafe pages.indices {
      guard let page = unsafe pages[index] else { continue }
      for team in 0..<teamCapacity { unsafe page[team].end = page[team].next }
    }
  }
}

// MARK: Slots

extension LeadStore {
  /// The slot of the lead that was appended last to a run.
  func lastSlot(of run: Page) -> UInt32 {
    let last = unsafe Int(run.pointee.last)
    return unsafe UInt32(last * LeadStore.chunkSize + (run.pointee.next - 1 - chunks[last].leads))
  }

  /// The slots of all leads.
  var slots: some Sequence<UInt32> {
    // The last chunk of a run is not closed: how full it is the run knows.
    var counts = chunks.map { Int($0.count) }
    for index in unsafe pages.indices {
      guard let page = unsafe pages[index] else { continue }
      for team in 0..<teamCapacity where unsafe page[team].last >= 0 {
        let last = unsafe Int(page[team].last)
        counts[last] = unsafe page[team].next - chunks[last].leads
      }
    }
    return counts.enumerated().lazy.flatMap { chunk, count in
      (0..<count).lazy.map { UInt32(chunk * LeadStore.chunkSize + $0) }
    }
  }

  /// The lead in a slot.
  func lead(at slot: UInt32) -> UnsafeMutablePointer<UInt64> {
    unsafe chunks[Int(slot) / LeadStore.chunkSize].leads + Int(slot) % LeadStore.chunkSize
  }

  /// The word about the id of the lead in a slot, or the first one of two.
  func word(at slot: UInt32) -> UnsafeMutablePointer<UInt64> {
    let first = unsafe chunks[Int(slot) / LeadStore.chunkSize].ids!
    let offset = Int(slot) % LeadStore.chunkSize * idWidth.rawValue
    return unsafe (first + offset).assumingMemoryBound(to: UInt64.self)
  }

  /// The digest of the id of the lead in a slot; for ``IDWidth/digest``.
  func digest(at slot: UInt32) -> UnsafeMutablePointer<IDDigest> {
    let first = unsafe chunks[Int(slot) / LeadStore.chunkSize].ids!.assumingMemoryBound(to: IDDigest.self)
    return unsafe first + Int(slot) % LeadStore.chunkSize
  }

  /// The number in the id of the lead in a slot; for ``IDWidth/number``.
  func number(at slot: UInt32) -> UnsafeMutablePointer<UInt32> {
    let first = unsafe chunks[Int(slot) / LeadStore.chunkSize].ids!.assumingMemoryBound(to: UInt32.self)
    return unsafe first + Int(slot) % LeadStore.chunkSize
  }

  private func newIDSlab() -> UnsafeMutableRawPointer {
    .allocate(byteCount: LeadStore.slabSize * LeadStore.chunkSize * idWidth.rawValue, alignment: 64)
  }

  /// Gives each number the room of that width, in memory of its own: it is then the first word there.
  mutating func widenIDs(to width: IDWidth) {
    let old = unsafe idSlabs
    idWidth = width
    unsafe idSlabs = unsafe old.map { _ in unsafe newIDSlab() }
    for index in chunks.indices {
      let offset = index % LeadStore.slabSize * LeadStore.chunkSize
      let words = unsafe idSlabs[index / LeadStore.slabSize] + offset * width.rawValue
      let numbers = unsafe chunks[index].ids!.assumingMemoryBound(to: UInt32.self)
      for position in 0..<LeadStore.chunkSize {
        unsafe words.storeBytes(
          of: UInt64(numbers[position]), toByteOffset: position * width.rawValue, as: UInt64.self)
      }
      unsafe chunks[index].ids = words
    }
    for index in unsafe old.indices { unsafe old[index].deallocate() }
  }

  /// Gives back what tells the ids, which are not asked for again.
  mutating func freeIDs() {
    for index in unsafe idSlabs.indices { unsafe idSlabs[index].deallocate() }
    unsafe idSlabs = unsafe []
  }

  /// The mark of the lead in a slot.
  func origin(of slot: UInt32) -> Int { Int(chunks[Int(slot) / LeadStore.chunkSize].origin) }
}

// MARK: Taking the leads out

extension LeadStore {
  /// The weeks that may have leads.
  var weeks: Range<Int> { unsafe firstWeek..<firstWeek + pages.count }

  /// Calls `body` with the leads of a team in a week, piece by piece.
  func forEachPiece(team: Int, week: Int, _ body: (UnsafeBufferPointer<PackedLead>) -> Void) {
    guard weeks.contains(week), team < teamCapacity, let page = unsafe pages[week - firstWeek] else { return }
    let run = unsafe page[team]
    var number = run.first
    while number >= 0 {
      let chunk = chunks[Int(number)]
      let count = unsafe number == run.last ? run.next - chunk.leads : Int(chunk.count)
      unsafe body(
        UnsafeBufferPointer(
          start: UnsafeRawPointer(chunk.leads).assumingMemoryBound(to: PackedLead.self), count: count))
      number = chunk.next
    }
  }

  /// How many leads a team has in a week, without removed ones if there are any.
  func count(team: Int, week: Int, hasRemoved: Bool) -> Int {
    var count = 0
    unsafe forEachPiece(team: team, week: week) { piece in
      count += unsafe hasRemoved ? piece.count { !$0.isRemoved } : piece.count
    }
    return count
  }

  /// Gives back the memory of a team's leads in a week, which are not asked for again.
  mutating func free(team: Int, week: Int) {
    guard weeks.contains(week), team < teamCapacity, let page = unsafe pages[week - firstWeek] else { return }
    var number = unsafe page[team].first
    while number >= 0 {
      let slab = Int(number) / LeadStore.slabSize
      slabUses[slab] -= 1
      // The last slab is not full: its unused chunks are not freed by anybody, so it lives to the end.
      if slabUses[slab] == 0 { unsafe slabs[slab].deallocate() }
      number = chunks[Int(number)].next
    }
    unsafe page[team].first = -1
  }
}

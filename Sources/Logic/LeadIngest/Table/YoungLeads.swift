import LeadModel

/// Leads that may turn out to be too young to be judged, once it is known up to when leads are judged.
///
/// It keeps those received within the longest threshold before the latest one so far, and forgets the others
/// from time to time.
@safe struct YoungLeads: ~Copyable {
  @safe fileprivate struct Candidate {
    var received: Int64
    var lead: UnsafeMutablePointer<UInt64>
  }

  /// Leads received at or before this are certainly judged; microseconds.
  private(set) var floor: Int64
  private let longest: Int64
  private var candidates: UnsafeMutableBufferPointer<Candidate>
  private var count = 0

  /// None yet. `longest` is the longest threshold, or nil where nothing is ever pending; `cutoff` is up to
  /// when leads are judged, if that is known.
  init(longest: Int64?, cutoff: Int64?) {
    self.longest = longest ?? 0
    floor = longest == nil ? .max : cutoff.map { $0 - longest! } ?? .min
    unsafe candidates = .allocate(capacity: 1 << 12)
  }

  deinit { unsafe candidates.deallocate() }

  /// Says that leads are judged at least up to that instant.
  @inline(__always)
  mutating func raise(to latest: Int64) {
    let floor = latest &- longest
    if floor > self.floor { self.floor = floor }
  }

  /// Keeps a lead at an address that stays.
  @inline(__always)
  mutating func add(_ lead: UnsafeMutablePointer<UInt64>, received: Int64) {
    var cursor = beginAdding(1)
    unsafe cursor.add(lead, received: received)
    endAdding(cursor)
  }

  /// Where leads are kept one after another, as long as there is room: see ``beginAdding(_:)``.
  @safe struct Cursor {
    fileprivate var next: UnsafeMutablePointer<Candidate>
    fileprivate let floor: Int64

    /// Keeps a lead at an address that stays. Without a branch, since leads may come in any order.
    @inline(__always)
    mutating func add(_ lead: UnsafeMutablePointer<UInt64>, received: Int64) {
      unsafe next.pointee = Candidate(received: received, lead: lead)
      unsafe next += received > floor ? 1 : 0
    }
  }

  /// Room for that many leads, to be given back to ``endAdding(_:)``.
  mutating func beginAdding(_ leads: Int) -> Cursor {
    if unsafe count + leads > candidates.count { makeRoom(for: leads) }
    return unsafe Cursor(next: candidates.baseAddress! + count, floor: floor)
  }

  /// Takes what was added into account.
  mutating func endAdding(_ cursor: Cursor) {
    unsafe count = cursor.next - candidates.baseAddress!
  }

  /// Forgets the leads that are too old by now, and takes more room where less than half would be free then.
  private mutating func makeRoom(for leads: Int) {
    var kept = 0
    for index in 0..<count where unsafe candidates[index].received > floor {
      unsafe candidates[kept] = candidates[index]
      kept += 1
    }
    count = kept
    let least = (kept + leads) * 2
    guard unsafe least > candidates.count else { return }
    let larger = unsafe UnsafeMutableBufferPointer<Candidate>.allocate(
      capacity: max(least, candidates.count * 2))
    unsafe larger.baseAddress!.update(from: candidates.baseAddress!, count: kept)
    unsafe candidates.deallocate()
    unsafe candidates = larger
  }

  /// Writes into each lead for how many of the thresholds, given highest first, it is too young at `cutoff`.
  func mark(cutoff: Int64, thresholds: [Int64]) {
    for index in 0..<count {
      let candidate = unsafe candidates[index]
      let pending = thresholds.count { candidate.received > cutoff - $0 }
      guard pending > 0 else { continue }
      var lead = unsafe PackedLead(bits: candidate.lead.pointee)
      lead.pendingCount = pending
      unsafe candidate.lead.pointee = lead.bits
    }
  }
}

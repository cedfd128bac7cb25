/// Puts leads in the order of their responses: by whole seconds, then never contacted, anomalies, flagged, then what
/// is spilled, by response time too.
///
/// In this order a quantile is found by its position and a count by a binary search, and a fold meets the
/// response times of every key ascending, whatever it tells leads apart by. So the leads of a partition are sorted
/// once, by radix, and nothing after that sorts them.
package struct LeadOrder {
  /// Seconds of one pass.
  private static let digit = 11
  private static let digitCount = 1 << digit
  /// Fewer leads are not worth the counting.
  private static let fewCount = 256

  private var scratch: [PackedLead] = []

  /// For any number of lists, one after the other.
  package init() {}

  /// Sorts leads, and in the places of their spills these, so that both are gone through side by side.
  package mutating func sort(_ leads: inout [PackedLead], spills: inout [Spill]) {
    let packed = sort(&leads, spills)
    if packed < leads.count { LeadOrder.layOut(&leads[packed...], &spills) }
  }

  /// - Returns: where the leads begin whose spills are still to be put in order.
  private mutating func sort(_ leads: inout [PackedLead], _ spills: [Spill]) -> Int {
    func isBefore(_ left: PackedLead, _ right: PackedLead) -> Bool {
      guard let first = left.spill, let second = right.spill else { return left.code < right.code }
      return spills[first].response.rank < spills[second].response.rank
    }
    if zip(leads, leads.dropFirst()).allSatisfy({ !isBefore($1, $0) }) { return leads.count }
    if leads.count < LeadOrder.fewCount {
      leads.sort(by: isBefore)
    } else {
      let tail = sortByCode(&leads)
      leads[tail...].sort(by: isBefore)
    }
    return leads.firstIndex { $0.spill != nil } ?? leads.count
  }

  private static func layOut(_ leads: inout ArraySlice<PackedLead>, _ spills: inout [Spill]) {
    let old = leads.map { Int($0.code & 0x7FFF_FFFF) }
    let ordered = old.map { spills[$0] }
    for (index, (place, spill)) in zip(leads.indices, zip(old.sorted(), ordered)) {
      spills[place] = spill
      leads[index] = PackedLead(bits: leads[index].bits & ~0x7FFF_FFFF | UInt64(place))
    }
  }

  /// Sorts by code all that is below 2²² seconds, which is 48 days. What is not comes behind it.
  /// - Returns: where that begins.
  private mutating func sortByCode(_ leads: inout [PackedLead]) -> Int {
    let (digit, count) = (LeadOrder.digit, LeadOrder.digitCount)
    var low = [UInt32](repeating: 0, count: count)
    // One more for what is longer, so that no branch asks for it.
    var high = [UInt32](repeating: 0, count: count + 1)
    if scratch.count < leads.count {
      scratch = Array(repeating: PackedLead(bits: 0), count: leads.count)
    }
    return unsafe leads.withUnsafeMutableBufferPointer { leads in
      unsafe scratch.withUnsafeMutableBufferPointer { scratch in
        unsafe low.withUnsafeMutableBufferPointer { low in
          unsafe high.withUnsafeMutableBufferPointer { high in
            func lower(_ lead: PackedLead) -> Int { Int(lead.code) & (count - 1) }
            func higher(_ lead: PackedLead) -> Int { min(Int(lead.code) &>> digit, count) }
            for index in leads.indices {
              let lead = unsafe leads[index]
              unsafe low[lower(lead)] &+= 1
              unsafe high[higher(lead)] &+= 1
            }
            let tail = unsafe leads.count - Int(high[count])
            unsafe LeadOrder.sumUp(low)
            unsafe LeadOrder.sumUp(high)
            for index in leads.indices {
              let lead = unsafe leads[index]
              let place = unsafe low[lower(lead)]
              unsafe scratch[Int(place)] = lead
              unsafe low[lower(lead)] = place &+ 1
            }
            for index in leads.indices {
              let lead = unsafe scratch[index]
              let place = unsafe high[higher(lead)]
              unsafe leads[Int(place)] = lead
              unsafe high[higher(lead)] = place &+ 1
            }
            return tail
          }
        }
      }
    }
  }

  /// Makes of how many there are of each digit where its first one goes.
  private static func sumUp(_ counts: UnsafeMutableBufferPointer<UInt32>) {
    var sum: UInt32 = 0
    for index in counts.indices {
      let count = unsafe counts[index]
      unsafe counts[index] = sum
      sum &+= count
    }
  }
}

extension Response {
  /// Where it comes in the order: times, then never, anomalies and flagged.
  fileprivate var rank: (Int, Int64) {
    switch self {
    case .after(let time): (0, time)
    case .never: (1, 0)
    case .anomaly: (2, 0)
    case .flagged: (3, 0)
    }
  }
}

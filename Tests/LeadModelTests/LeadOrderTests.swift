import LeadModel
import Testing

/// The order of leads beside one that compares them in full.
@Suite("The order of leads")
struct LeadOrderTests {
  /// The same numbers on every run (D. Knuth's MMIX generator, of whose states the higher half is used).
  struct Steps: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      func step() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 32
      }
      return step() << 32 | step()
    }
  }

  /// What the order is by: the kind of lead, then its time.
  static func rank(_ lead: PackedLead, _ spills: [Spill]) -> (Int, Int64) {
    guard let spill = lead.spill else {
      return lead.code < PackedLead.firstCode ? (0, Int64(lead.code)) : (1, Int64(lead.code))
    }
    switch spills[spill].response {
    case .after(let time): return (2, time)
    case .never: return (3, 0)
    case .anomaly: return (3, 1)
    case .flagged: return (3, 2)
    }
  }

  /// Leads of every kind, the minute of the week telling them apart.
  static func leads(_ count: Int, spills: inout [Spill], longest: UInt32) -> [PackedLead] {
    var random = Steps(state: UInt64(count))
    return (0..<count).map { index in
      let minute = index % 10_080
      func packed(_ code: UInt32) -> PackedLead {
        PackedLead(minuteOfWeek: minute, attributes: index % 7, code: code)
      }
      switch Int.random(in: 0..<10, using: &random) {
      case 0: return packed(PackedLead.firstCode + UInt32.random(in: 0...2, using: &random))
      case 1:
        let response: Response =
          [.never, .anomaly, .flagged, .after(Int64.random(in: 0...5_000_000, using: &random))]
          .randomElement(using: &random)!
        spills.append(Spill(response: response, attributes: 0, weight: 1))
        return packed(0x8000_0000 | UInt32(spills.count - 1))
      default: return packed(UInt32.random(in: 0..<longest, using: &random))
      }
    }
  }

  @Test(
    "every lead is kept, and stands where its response says",
    arguments: [0, 1, 2, 255, 256, 3_000], [10, 5_000, 1 << 22, PackedLead.firstCode])
  func sorted(count: Int, longest: UInt32) {
    var spills: [Spill] = []
    let leads = LeadOrderTests.leads(count, spills: &spills, longest: longest)
    var (ordered, order) = (leads, LeadOrder())
    var moved = spills
    order.sort(&ordered, spills: &moved)
    func whole(_ leads: [PackedLead], _ spills: [Spill]) -> [String] {
      leads.map { lead in "\(lead.minuteOfWeek) \(lead.spill.map { "\(spills[$0])" } ?? "\(lead.bits)")" }
        .sorted()
    }
    #expect(whole(ordered, moved) == whole(leads, spills))
    // The spills lie as their leads do.
    let places = ordered.compactMap(\.spill)
    #expect(zip(places, places.dropFirst()).allSatisfy { $0 < $1 })
    spills = moved
    let ranks = ordered.map { LeadOrderTests.rank($0, spills) }
    #expect(zip(ranks, ranks.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test("one order sorts lists of any length, one after the other")
  func again() {
    var order = LeadOrder()
    for count in [5_000, 300, 7_000] {
      var spills: [Spill] = []
      let leads = LeadOrderTests.leads(count, spills: &spills, longest: 100_000)
      var ordered = leads
      order.sort(&ordered, spills: &spills)
      #expect(ordered.map(\.minuteOfWeek).sorted() == leads.map(\.minuteOfWeek).sorted())
    }
  }

  @Test("a table holds its leads in order, and no removed one")
  func table() {
    var removed = PackedLead(minuteOfWeek: 3, attributes: 0, code: 5)
    removed.remove()
    let (late, early) = (
      PackedLead(minuteOfWeek: 1, attributes: 0, code: 90),
      PackedLead(minuteOfWeek: 2, attributes: 0, code: 10)
    )
    var table = LeadTable(
      teams: [Team(name: "North", zone: .floating)], weekCount: 1, partitions: [[late, removed, early]],
      attributes: [[Attributes()]])
    #expect(table.partitions == [[early, late]])
    var order = LeadOrder()
    table.setPartition(0, [late, early, late], &order)
    #expect(table.partitions == [[early, late, late]])
  }
}

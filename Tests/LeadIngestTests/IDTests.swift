import LeadModel
import Testing

@testable import LeadIngest

/// What tells the ids of leads apart.
@Suite struct IDTests {
  /// The vectors of the authors' reference implementation: key 00 01 … 0F, messages 00 01 … of 0, 1 and 15 bytes.
  @Test(arguments: [
    (0, "a3817f04ba25a8e66df67214c7550293"), (1, "da87c1d86b99af44347659119b22fc45"),
    (15, "5493e99933b0a8117e08ec0f97cfc3d9"),
  ])
  func digestsAreThoseOfSipHash(count: Int, expected: String) {
    let key = IDDigest.Key(low: 0x0706_0504_0302_0100, high: 0x0F0E_0D0C_0B0A_0908)
    let digest = withPadding((0..<count).map { UInt8($0) }) { IDDigest($0, key) }
    let bytes = [digest.low, digest.high].flatMap { word in
      (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) }
    }
    #expect(bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() == expected)
  }

  @Test func slotsAreFoundAmongManyAndNoOthers() {
    var numbers = SeededNumbers(state: 7)
    // Many with the same highest bits, so that parts of all sizes and long ways occur.
    let hashes = (0..<20_000).map { $0 % 3 == 0 ? numbers.next() >> 9 : numbers.next() }
    var slots = IDSlots()
    for (slot, hash) in hashes.enumerated() {
      let (found, place) = slots.find(hash) { hashes[Int($0)] == hash }
      #expect(found == nil)
      slots.enter(UInt32(slot), at: place, isNew: true) { hashes[Int($0)] }
    }
    for (slot, hash) in hashes.enumerated() {
      #expect(slots.find(hash) { hashes[Int($0)] == hash }.slot == UInt32(slot))
      #expect(slots.find(hash ^ 1) { hashes[Int($0)] == hash ^ 1 }.slot == nil)
    }
  }

  @Test func aSlotTakesThePlaceOfAnother() {
    var slots = IDSlots()
    let hash: UInt64 = 5 << 40
    let (_, free) = slots.find(hash) { _ in true }
    slots.enter(3, at: free, isNew: true) { _ in hash }
    let (found, place) = slots.find(hash) { _ in true }
    slots.enter(9, at: place, isNew: false) { _ in hash }
    #expect(found == 3 && slots.find(hash) { _ in true }.slot == 9)
  }

  private static let header = "received_time,lead_id,first_contact_time\n"

  /// Ids that look alike, each twice; and how many bytes the row has is no help.
  static let ids = [
    "a1", "\"a1\"\"\"", "\"a1,\"", "\"a,1\"", "\"a\n1\"", "A1", "\" a1 \"", "\"b1\"", "b2", "=\"b3\"",
    "\"b\"4",
    "é", "0b62ab5c-8d5e-4a38-9a0f-0d7b4d1f9c11", "\"0b62ab5c-8d5e-4a38-9a0f-0d7b4d1f9c12\"",
  ]

  @Test func idsAreComparedInFullWhereverTheyStand() throws {
    // `" a1 "` is a1: 13 ids. The second rows have quotes where the first have none, as far as they may.
    let quoted = Self.ids.map { $0.contains("\"") || $0.contains("\n") ? $0 : "\"\($0)\"" }
    let rows = (Self.ids + quoted).map { "2024-01-01 10:00,\($0),\n" }
    let text = Array((Self.header + rows.joined()).utf8)
    for source in [ByteSource.bytes(Bytes(text)), blockSource(text, 99), repeatedSource(text, 99)] {
      let intake = try readLeads(
        [LeadSource(name: "x.csv", siteName: "x.csv", bytes: source)], options: IngestOptions())
      #expect(intake.sources[0].counted.rows == 13)
      #expect(intake.sources[0].duplicate.rows == 15)
    }
  }

  @Test func idsOfAStreamAreThoseOfAFile() throws {
    let first = Array((Self.header + "2024-01-01 10:00,x-1,\n2024-01-01 10:01,\"x-2\",\n").utf8)
    let second = Array((Self.header + "2024-01-02 10:00,\"x-1\",\n2024-01-02 10:01,x-2,\n").utf8)
    for sources in [
      [ByteSource.bytes(Bytes(first)), blockSource(second, 9)],
      [blockSource(first, 9), ByteSource.bytes(Bytes(second))],
    ] {
      let all = sources.map { LeadSource(name: "x.csv", siteName: "x.csv", bytes: $0) }
      let intake = try readLeads(all, options: IngestOptions())
      #expect(intake.sources.map(\.duplicate.rows) == [2, 0])
    }
  }
}

import LeadModel
import Testing

@testable import LeadIngest

/// Times that name their zone, by letters or as the IANA list has it.
@Suite struct NamedZoneTests {
  /// UTC-5, and from 2024-03-10 07:00 UTC to 2024-11-03 06:00 UTC an hour less.
  private static let newYork = ZoneRules(
    name: "America/New_York",
    transitions: [
      .init(at: .min, offset: -18_000), .init(at: 1_710_054_000, offset: -14_400),
      .init(at: 1_730_613_600, offset: -18_000),
    ])

  private func read(_ times: [String], _ zone: ZoneRules?, declared: ZoneRules? = nil) throws(Failure)
    -> Intake
  {
    let text = "received,met\n" + times.map { "\"\($0)\",\n" }.joined()
    let source = LeadSource(
      name: "x.csv", siteName: "x.csv", bytes: .bytes(Bytes(Array(text.utf8))),
      columns: ColumnMapping(headers: [.within: "met"]), zone: declared)
    return try readLeads([source], options: IngestOptions(zone: zone))
  }

  /// The only lead's instant in seconds, or the reason why it was rejected.
  private func only(_ time: String, _ zone: ZoneRules?, declared: ZoneRules? = nil) throws -> (
    Int64?, String?
  ) {
    let intake = try read([time, "2024-01-01 00:00"], zone, declared: declared)
    return (
      intake.rejectedRows.isEmpty ? intake.cutoff.map { $0.microseconds / 1_000_000 } : nil,
      intake.rejectedRows.first?.reason
    )
  }

  @Test(arguments: [
    // 14:30 is 19:30 UTC in winter and 18:30 in summer.
    ("2024-01-15 14:30 EST", 1_705_347_000), ("2024-01-15T14:30:00 (EST)", 1_705_347_000),
    ("Mon Jan 15 14:30:00 EST 2024", 1_705_347_000), ("1/15/2024 2:30 PM EST", 1_705_347_000),
    ("2024-01-15 14:30 ET", 1_705_347_000), ("2024-07-15 14:30 ET", 1_721_068_200),
    ("2024-07-15 14:30 EDT", 1_721_068_200), ("15 Jul 2024 14:30 EDT", 1_721_068_200),
    ("2024-01-15 14:30 America/New_York", 1_705_347_000),
    ("2024-07-15T14:30[America/New_York]", 1_721_068_200),
    // The letters tell which of the two times is meant when the clocks are set back.
    ("2024-11-03 01:30 EDT", 1_730_611_800), ("2024-11-03 01:30 EST", 1_730_615_400),
  ])
  func areReadInTheZoneThatHasThem(time: String, second: Int64) throws {
    #expect(try only(time, Self.newYork) == (second, nil))
    #expect(try only(time, SameRowsTests.utc, declared: Self.newYork) == (second, nil))
  }

  @Test(arguments: [
    "2024-01-15 14:30 EDT", "2024-07-15 14:30 EST", "2024-01-15 14:30 CET", "2024-01-15 14:30 Europe/Berlin",
    "2024-01-15T14:30[America/Chicago]",
  ])
  func areRejectedWhereItHasOthersThen(time: String) throws {
    #expect(try only(time, Self.newYork).1 == RowFault.time(.otherZone).reason)
  }

  @Test(arguments: ["2024-01-15 14:30 EST", "2024-01-15 14:30 PST", "2024-01-15 14:30 America/New_York"])
  func areAmbiguousWithoutAZone(time: String) throws {
    let reason = try #require(try only(time, nil).1)
    #expect(reason == RowFault.time(.namedZone).reason && reason.contains("`timezone`"))
  }

  /// `ET` does not tell the two times apart: they are as without it, so the response is the second.
  @Test func lettersOfBothTimesSayNoMore() throws {
    let text = "received,first_response\n2024-11-03 01:40 ET,2024-11-03 01:10 ET\n"
    let source = LeadSource(name: "x.csv", siteName: "x.csv", bytes: .bytes(Bytes(Array(text.utf8))))
    let intake = try readLeads([source], options: IngestOptions(zone: Self.newYork))
    #expect(
      SameRowsTests.contents(intake).joined().map { $0.split(separator: " ")[1] } == ["after(1800000000)"])
  }

  /// Of activities, too.
  @Test func areReadOfActivities() throws {
    let lead = LeadSource(
      name: "leads.csv", siteName: "leads.csv",
      bytes: .bytes(Bytes(Array("lead_id,received\n1,2024-01-15 14:00 EST\n".utf8))), activities: 0)
    let calls = ActivitySource(files: [
      .init(
        name: "calls.csv", siteName: "calls.csv",
        bytes: .bytes(Bytes(Array("lead_id,time\n1,2024-01-15 14:30 EST\n".utf8))))
    ])
    let intake = try readLeads([lead], activities: [[calls]], options: IngestOptions(zone: Self.newYork))
    #expect(intake.rejectedRows.isEmpty && !intake.diagnostics.contains { $0.id == "activity-rejected" })
  }
}

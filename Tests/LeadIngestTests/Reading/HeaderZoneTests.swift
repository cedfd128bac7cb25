import LeadModel
import Testing

@testable import LeadIngest

/// The zone that a header names: `Conversation started at (America/New_York)`.
@Suite struct HeaderZoneTests {
  static let newYork = ZoneRules(
    name: "America/New_York",
    transitions: [
      .init(at: .min, offset: -18_000), .init(at: counted(2024, 3, 10, 7) / 1_000_000, offset: -14_400),
      .init(at: counted(2024, 11, 3, 6) / 1_000_000, offset: -18_000),
    ])
  static let berlin = ZoneRules(name: "Europe/Berlin", transitions: [.init(at: .min, offset: 3_600)])
  static let utc = ZoneRules(name: "UTC", transitions: [.init(at: .min, offset: 0)])

  static let named: @Sendable (String) -> ZoneRules? = { name in
    [newYork, berlin, utc].first { $0.name == name }
  }

  private func read(
    _ text: String, report: ZoneRules? = utc, declared: ZoneRules? = nil, headers: [ColumnRole: String] = [:]
  ) throws(Failure) -> Intake {
    let source = LeadSource(
      name: "leads.csv", siteName: "leads.csv", bytes: .bytes(Bytes(Array(text.utf8))),
      columns: ColumnMapping(headers: headers), zone: declared)
    return try readLeads([source], options: IngestOptions(zone: report, zoneNamed: Self.named))
  }

  /// The one lead of a text.
  private func lead(_ intake: Intake) throws -> Lead {
    #expect(intake.sources[0].counted.rows == 1)
    return intake.table.lead(try #require(intake.table.partitions.joined().first), team: 0)
  }

  private func errors(_ text: String, report: ZoneRules? = utc, declared: ZoneRules? = nil) -> [Diagnostic] {
    do throws(Failure) {
      _ = try read(text, report: report, declared: declared)
      return []
    } catch {
      return error.diagnostics.filter { $0.severity == .error }
    }
  }

  @Test(arguments: [("2024-01-15 14:30", 19 * 60 + 30), ("2024-07-15 14:30", 18 * 60 + 30)])
  func timesAreThoseOfTheZoneInTheirHeader(time: String, minuteOfMonday: Int) throws {
    let header = [
      "Conversation ID", "Conversation started at (America/New_York)", "Teammate currently assigned",
      "First response time (seconds)",
    ]
    let intake = try read(header.joined(separator: ",") + "\n1,\(time),Ann,90\n")
    let lead = try lead(intake)
    #expect(lead.minuteOfWeek == minuteOfMonday && lead.response == .after(90_000_000))
    #expect(intake.diagnostics.map(\.id) == ["preset-recognised", "zone-recognised"])
  }

  @Test func eachColumnMayNameItsOwn() throws {
    // 14:30 in New York is 19:30 UTC, 20:45 in Berlin is 19:45 UTC.
    let intake = try read(
      "received (America/New_York),first_contact (Europe/Berlin)\n2024-01-15 14:30,2024-01-15 20:45\n")
    let lead = try lead(intake)
    #expect(lead.minuteOfWeek == 19 * 60 + 30 && lead.response == .after(15 * 60_000_000))
    #expect(intake.diagnostics.map(\.id) == ["zone-recognised", "zone-recognised"])
  }

  @Test(arguments: ["received (America/New_York),first_contact", "received,first_contact (America/New_York)"])
  func aColumnThatNamesNoneTakesThatOfTheOther(header: String) throws {
    let intake = try read(header + "\n2024-01-15 14:30,2024-01-15 14:40\n")
    let lead = try lead(intake)
    #expect(lead.minuteOfWeek == 19 * 60 + 30 && lead.response == .after(10 * 60_000_000))
    #expect(intake.diagnostics.map(\.id) == ["zone-recognised"])
    #expect(intake.diagnostics[0].message.contains("and those of"))
  }

  @Test func aDeclaredZoneWins() throws {
    let intake = try read(
      "received (America/New_York),first_contact\n2024-01-15 14:30,\n", declared: Self.berlin)
    #expect(try lead(intake).minuteOfWeek == 13 * 60 + 30)
    #expect(intake.diagnostics.map(\.id) == ["zone-overruled"])
  }

  @Test func anOffsetWins() throws {
    let intake = try read("received (America/New_York),first_contact\n2024-01-15T14:30:00Z,\n")
    #expect(try lead(intake).minuteOfWeek == 14 * 60 + 30)
  }

  @Test func aZoneThatThereIsNotIsAWarning() throws {
    let intake = try read(
      "received (Europe/Atlantis),first_contact\n2024-01-15 14:30,\n", report: Self.berlin)
    #expect(try lead(intake).minuteOfWeek == 14 * 60 + 30)
    #expect(intake.diagnostics.map(\.id) == ["zone-of-header-unknown"])
    #expect(intake.diagnostics[0].severity == .warning)
    #expect(intake.diagnostics[0].remedy?.contains("`timezone`") == true)
  }

  @Test(arguments: ["received (utc)", "received_utc", "Received UTC", "Received [GMT]"])
  func coordinatedTimeIsToldInManyWays(header: String) throws {
    let intake = try read("\(header),first_contact\n2024-01-15 14:30,\n", report: Self.newYork)
    #expect(try lead(intake).minuteOfWeek == 9 * 60 + 30)
    #expect(intake.diagnostics.map(\.id) == ["zone-recognised"])
  }

  @Test(arguments: [
    "Created At (EST)", "Created At EST", "created_at_est", "When (UTC+01:00)", "When (Eastern Time)",
    "When (PST/PDT)",
  ])
  func lettersAndOffsetsAreNoZoneToLookUp(header: String) throws {
    let text = "\(header),answered\n2024-01-15 14:30,2024-01-15 14:40\n"
    let headers = [ColumnRole.received: header, .firstResponse: "answered"]
    let intake = try read(text, report: Self.berlin, headers: headers)
    #expect(try lead(intake).minuteOfWeek == 14 * 60 + 30)
    #expect(intake.diagnostics.map(\.id) == ["zone-of-header-unknown"])
    let declared = try read(text, report: Self.utc, declared: Self.newYork, headers: headers)
    #expect(try lead(declared).minuteOfWeek == 19 * 60 + 30)
    #expect(declared.diagnostics.map(\.id) == ["zone-overruled"])
  }

  @Test func aResponseWhoseZoneIsUnknownIsNotToldAsThatOfTheReceipt() throws {
    let intake = try read("received_utc,first_contact (EST)\n2024-01-15 14:30,2024-01-15 14:40\n")
    #expect(intake.diagnostics.map(\.id) == ["zone-recognised", "zone-of-header-unknown"])
    #expect(!intake.diagnostics[0].message.contains("first_contact"))
    #expect(intake.diagnostics[1].message.hasSuffix("are read as those of UTC"))
  }

  @Test func theReportNeedsAZoneThen() {
    let problems = errors("received (America/New_York),first_contact\n2024-01-15 14:30,\n", report: nil)
    #expect(problems.map(\.id) == ["zone-missing"])
    #expect(problems.first?.remedy?.contains("`timezone: America/New_York`") == true)
    let declared = errors("received,first_contact\n2024-01-15 14:30,\n", report: nil, declared: Self.berlin)
    #expect(declared.map(\.id) == ["zone-missing"])
  }

  @Test(arguments: ["received (MM/DD/YYYY)", "received (d/m/y)", "received (24h)"])
  func otherBracketsAreNoZone(header: String) {
    #expect(HeaderText(header).zoneName == nil)
  }
}

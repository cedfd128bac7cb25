import LeadModel
import Testing

@testable import LeadIngest

private func resolve(_ header: String, _ mapping: ColumnMapping = ColumnMapping()) throws(Failure)
  -> ColumnMap
{
  let names = header.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  let map = ColumnMap.match(header: names, mapping: mapping, file: "leads.csv", line: 1)
  guard map.isUsable else { throw Failure(map.diagnostics) }
  return map
}

/// The headers by role, for comparison.
private func roles(_ map: ColumnMap) -> [ColumnRole: String] { map.positions.mapValues { map.header[$0] } }

private func failure(_ header: String, _ mapping: ColumnMapping = ColumnMapping()) -> [Diagnostic] {
  do throws(Failure) {
    _ = try resolve(header, mapping)
    return []
  } catch {
    return error.diagnostics.filter { $0.severity == .error }
  }
}

@Suite struct ColumnTests {
  @Test func theOriginAndItsSistersAreUnderstood() throws {
    let origin = try resolve("lead_id,received_time,first_contact_time,first_contact_channel,rep_name")
    #expect(
      roles(origin) == [
        .id: "lead_id", .received: "received_time", .firstResponse: "first_contact_time",
        .channel: "first_contact_channel", .rep: "rep_name",
      ])
    #expect(origin.diagnostics.isEmpty)
    let sister = try resolve(
      "lead_id,received_time,first_contact_time,team,ManagerPreferredName,count_for_metrics,contacted_flag")
    #expect(
      roles(sister) == [
        .id: "lead_id", .received: "received_time", .firstResponse: "first_contact_time", .team: "team",
        .manager: "ManagerPreferredName", .eligible: "count_for_metrics", .within: "contacted_flag",
      ])
    let later = try resolve(
      "lead_id,lead_time,first_response_time,response_time_mins,lead_source,sales_rep,ordered")
    #expect(
      roles(later) == [
        .id: "lead_id", .received: "lead_time", .firstResponse: "first_response_time", .source: "lead_source",
        .rep: "sales_rep", .outcome: "ordered",
      ])
    #expect(later.diagnostics.map(\.id) == ["column-preferred"])
  }

  @Test func theSystemsSeenAreUnderstood() throws {
    let hubspot = try resolve(
      "Record ID,First Name,Last Name,Email,Phone Number,Lead Status,Create Date,Original Source,Contact owner,"
        + "Lead response time")
    #expect(
      roles(hubspot) == [
        .id: "Record ID", .received: "Create Date", .source: "Original Source", .rep: "Contact owner",
        .duration: "Lead response time",
      ])
    #expect(hubspot.durationUnit == .milliseconds && hubspot.preset?.name == "hubspot")
    let intercom = try resolve(
      "Conversation ID,Conversation started at (America/New_York),Team currently assigned,"
        + "Teammate currently assigned,Current conversation state,Conversation source,"
        + "First response time (seconds)")
    #expect(
      roles(intercom) == [
        .id: "Conversation ID", .received: "Conversation started at (America/New_York)",
        .team: "Team currently assigned", .rep: "Teammate currently assigned", .source: "Conversation source",
        .duration: "First response time (seconds)",
      ])
    #expect(intercom.zoneNames == [.received: "America/New_York"])
    #expect(intercom.durationUnit == .seconds)
    let zendesk = try resolve(
      "Id,Requester,Requester id,Group,Assignee,Created at,Updated at,Assigned at,Initially assigned at,"
        + "Solved at,Resolution time,Satisfaction Score,First reply time in minutes,"
        + "First reply time in minutes within business hours")
    #expect(
      roles(zendesk) == [
        .id: "Id", .received: "Created at", .team: "Group", .rep: "Assignee",
        .duration: "First reply time in minutes",
      ])
    #expect(zendesk.durationUnit == .minutes)
    let activities = ColumnMapping(hasActivities: true)
    let salesforce = try resolve(
      "Lead ID,Lead Owner: Manager,Lead Owner,First Name,Last Name,Email,Lead Status,Last Activity,"
        + "Last Activity Date,Phone,Create Date", activities)
    #expect(
      roles(salesforce) == [
        .id: "Lead ID", .manager: "Lead Owner: Manager", .rep: "Lead Owner", .received: "Create Date",
      ])
    for created in ["Lead - Lead created", "Lead - Lead created on"] {
      let pipedrive = try resolve(
        "Lead - ID,Lead - Title,Lead - Owner,Lead - Label,\(created),Lead - Update time,Person - Email",
        activities)
      #expect(
        roles(pipedrive) == [.id: "Lead - ID", .rep: "Lead - Owner", .received: created])
    }
    let deals = try resolve("Deal - ID,Deal - Title,Deal - Owner,Deal - Deal created", activities)
    #expect(deals.header(of: .received) == "Deal - Deal created")
  }

  @Test func everyPresetMatchesItsOwnSignature() {
    for preset in Preset.all {
      #expect(Preset.recognise(preset.signature.map(HeaderText.init)) == preset)
      #expect(Preset.named(preset.name.uppercased()) == preset)
    }
  }

  @Test func namesAreComparedWholeAfterNormalising() throws {
    let map = try resolve("LEAD-ID,Received Time,FirstContactTime,Sales Rep,sales_representative,Team")
    #expect(
      roles(map) == [
        .id: "LEAD-ID", .received: "Received Time", .firstResponse: "FirstContactTime", .rep: "Sales Rep",
        .team: "Team",
      ])
    #expect(normalised("Lead - ID") == "leadid")
    #expect(normalised("Größe_1") == "größe1")
  }

  @Test func theCanonicalNameBeatsAnAliasWithANote() throws {
    let map = try resolve("created_at,received_time,first_contact_time,id,lead_id")
    #expect(map.header(of: .received) == "received_time" && map.header(of: .id) == "lead_id")
    #expect(map.diagnostics.map(\.id) == ["column-preferred", "column-preferred"])
    #expect(map.diagnostics.allSatisfy { $0.severity == .note })
    #expect(map.diagnostics.contains { $0.message.contains("created_at") })
  }

  @Test func twoAliasesOfEqualStandingAreAnErrorThatNamesBoth() {
    let errors = failure("created_at,lead_date,first_contact_time,owner,agent")
    #expect(errors.map(\.id) == ["column-ambiguous", "column-ambiguous"])
    for (error, names) in zip(errors, [["created_at", "lead_date"], ["owner", "agent"]]) {
      for name in names { #expect(error.message.contains(name)) }
    }
    #expect(errors[0].remedy?.contains("columns.received") == true)
  }

  @Test func aMappingDecides() throws {
    let map = try resolve(
      "created_at,lead_date,answered,Verkäufer,team",
      ColumnMapping(headers: [.received: "lead_date", .firstResponse: "Answered", .rep: "Verkäufer"]))
    #expect(
      roles(map) == [
        .received: "lead_date", .firstResponse: "answered", .rep: "Verkäufer", .team: "team",
      ])
    let duration = try resolve(
      "received,first_contact_time,wait",
      ColumnMapping(headers: [.duration: "wait"], durationUnit: .hours))
    #expect(duration[.duration] == 2 && duration[.firstResponse] == nil && duration.durationUnit == .hours)
  }

  @Test func aMappedHeaderThatIsNotThereIsAnErrorWithASuggestion() throws {
    let place = Place(file: "leadheat.yml", line: 4, column: 5, key: "leads[0]")
    let mapping = ColumnMapping(headers: [.received: "created_att"], place: place)
    let errors = failure("created_at,first_contact_time", mapping)
    #expect(errors.map(\.id) == ["column-unknown"])
    let error = try #require(errors.first)
    #expect(error.message.contains("did you mean \"created_at\"?"))
    #expect(error.place?.key == "leads[0].columns.received" && error.place?.line == 4)
  }

  @Test func missingColumnsSayWhatWasFoundAndLookedForAndWhatIsNear() throws {
    let errors = failure("lead_id,recieved_time,first_contct_time")
    #expect(errors.map(\.id) == ["column-missing", "column-missing"])
    for (error, near) in zip(errors, ["recieved_time", "first_contct_time"]) {
      #expect(error.message.contains("did you mean \"\(near)\"?"))
      #expect(error.message.contains("\"lead_id\""))
      #expect(error.remedy?.contains("columns.") == true)
    }
    #expect(errors[0].message.contains("\"created_at\""))
    #expect(failure("").count == 2)
  }

  @Test func aFlagIsEnoughOfAnAnswer() throws {
    #expect(try resolve("received,contacted_flag")[.within] == 1)
    #expect(try resolve("received,within")[.within] == 1)
  }

  @Test func activitiesMakeTheResponseColumnOptional() throws {
    let mapping = ColumnMapping(hasActivities: true)
    #expect(try resolve("lead_id,received", mapping)[.firstResponse] == nil)
    #expect(failure("received", mapping).map(\.id) == ["column-missing"])
    #expect(failure("received").map(\.id) == ["column-missing"])
  }

  @Test func theSameHeaderTwiceIsAnErrorWhereItPlaysARole() throws {
    #expect(failure("received,received,first_contact_time").map(\.id) == ["column-repeated"])
    #expect(
      failure("x,x,received,first_contact_time", ColumnMapping(headers: [.rep: "x"])).map(\.id)
        == ["column-repeated"])
    #expect(try resolve("Email,Email,received,first_contact_time").diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("First response time (seconds)", DurationUnit.seconds), ("First reply time in minutes", .minutes),
    ("First reply time (hours)", .hours), ("response_time_mins", .minutes),
    ("response_time_ms", .milliseconds),
    ("responseTimeSeconds", .seconds), ("Response time [h]", .hours), ("time_to_first_response_s", .seconds),
    ("first response min", .minutes), ("RESPONSE_TIME_SEC", .seconds), ("Response time (days)", .days),
    ("response_time_days", .days), ("Response time (d)", .days), ("Response time (Tage)", .days),
    ("Response time in Stunden", .hours), ("Response time (Std.)", .hours),
    ("Response time (días)", .days), ("Response time (di\u{301}as)", .days), ("Response time (dias)", .days),
    ("Response time en heures", .hours), ("Response time (giorni)", .days), ("Response time (uren)", .hours),
  ])
  func theHeaderMaySayTheUnit(header: String, unit: DurationUnit) throws {
    let map = try resolve("received,\(header)")
    #expect(map[.duration] == 1 && map[.firstResponse] == nil)
    #expect(map.durationUnit == unit)
    let declared = try resolve("received,\(header)", ColumnMapping(durationUnit: .hours))
    #expect(declared.durationUnit == .hours)
  }

  @Test(arguments: [
    ("First reply time in minutes within business hours", DurationUnit?.some(.minutes)),
    ("Response time in minutes (business hours)", .minutes), ("Response (min) in business hours", .minutes),
    ("First response seconds - working hours", .seconds), ("First response (mins) - 7 days", .minutes),
    ("Response time in seconds in working days", .seconds), ("Response time after hours", nil),
    ("First response time (only business hours)", nil), ("First reply time - Business hours", nil),
  ])
  func hoursThatAreCountedAreNoUnit(header: String, unit: DurationUnit?) throws {
    let mapping = ColumnMapping(headers: [.duration: header])
    #expect(try resolve("received,\(header)", mapping).durationUnit == unit)
    // It is another column than that of all hours.
    #expect(failure("received,\(header)").map(\.id) == ["column-missing"])
  }

  @Test func theUnitOfASystemIsThatOfItsOwnColumn() throws {
    let header = "Record ID,Create Date,Contact owner,Lead response time,Time to first call"
    func unit(_ name: String) throws -> DurationUnit? {
      try resolve(header, ColumnMapping(headers: [.duration: name])).durationUnit
    }
    #expect(try unit("Lead response time") == .milliseconds)
    #expect(try unit("Time to first call") == nil)
    let intercom = "Conversation ID,Conversation started at,Teammate currently assigned"
    let name = "First response time (only business hours)"
    let mapping = ColumnMapping(headers: [.duration: name])
    #expect(try resolve("\(intercom),\(name)", mapping).durationUnit == .seconds)
  }

  @Test(arguments: [
    ("Time to contact (hh:mm)", ColumnRole.duration, DurationUnit?.some(.hours)),
    ("Time to contact [h]:mm", .duration, .hours),
    ("time_to_contact_mm_ss", .duration, .minutes), ("Time to contact (HH:mm:ss)", .duration, nil),
    ("Time to contact (min)", .duration, .minutes), ("Time to contact (seconds)", .duration, nil),
    ("Time to contact", .duration, nil), ("First response time (m:ss)", .duration, .minutes),
    ("Response time (hh:mm)", .duration, .hours), ("response_time_hh_mm_ss", .duration, nil),
    ("Time to contact (h:min)", .duration, .hours), ("Time to contact (Std.:Min.)", .duration, .hours),
    ("Time to contact (min:s)", .duration, .minutes), ("Time to contact (h:min:s)", .duration, nil),
  ])
  func theHeaderMaySayWhatClockTimeBeginsWith(header: String, role: ColumnRole, unit: DurationUnit?) throws {
    let map = try resolve("received,\(header)")
    #expect(map[role] == 1 && map.clockUnit == unit)
    #expect(try resolve("received,\(header)", ColumnMapping(durationUnit: .hours)).clockUnit == .hours)
    #expect(
      try resolve("received,\(header)", ColumnMapping(durationUnit: .milliseconds)).clockUnit
        == (header.contains("(min)") ? nil : unit))
  }

  @Test(arguments: [
    "took (y/m/d)", "took d", "took (day)", "took (m)", "took (ora)", "took (hora)", "took (Tag)",
  ])
  func otherWordsOfHeadersAreNoUnit(header: String) { #expect(HeaderText(header).unit == nil) }

  @Test func unitsBehindEachOtherAreClockTimeOnlyWithAColon() {
    #expect(HeaderText("First reply time in business hours (min)").unit == .minutes)
    #expect(HeaderText("First reply time (h:min)").unit == nil)
  }

  @Test(arguments: [
    "received,First response time (HH:mm)", "received,First response date,First response time (HH:mm:ss)",
    "received,Response date,Response time (HH:mm)",
    "received,Date responded,Lead response time (HH:mm:ss)",
  ])
  func clockTimeOfAResponseMayBeATimeOfDay(header: String) throws {
    let errors = failure(header)
    #expect(errors.map(\.id) == ["column-missing"])
    let remedy = try #require(errors.first?.remedy)
    #expect(remedy.contains("\"\(header.split(separator: ",").last!)\" may be a time of day"))
    #expect(remedy.contains("`first_response_time_of_day`") && remedy.contains("`duration`"))
  }

  @Test(arguments: [
    ("first_response_time,Response time (hh:mm)", ColumnRole.firstResponse, ["column-preferred"]),
    ("first_response_time,First response time (HH:mm:ss)", .firstResponse, []),
    ("first_response_time,Time to first response (hh:mm:ss)", .firstResponse, ["column-preferred"]),
    ("Lead response time,Lead response time (hh:mm)", .duration, []),
    ("time_to_contact,Time to first response (hh:mm)", .duration, []),
    ("Response time (min),Response time (hh:mm)", .duration, []),
  ])
  func theFormOfClockTimeYieldsToOtherNames(header: String, role: ColumnRole, notes: [String]) throws {
    let map = try resolve("received,\(header)")
    #expect(map[role] == 1 && map.positions.count == 2)
    #expect(map.diagnostics.map(\.id) == notes)
  }

  @Test func aResponseTimeWithoutAUnitIsDecidedByItsValues() throws {
    let map = try resolve("received,response_time")
    #expect(map[.firstResponse] == 1 && map[.duration] == nil && map.durationUnit == nil)
    #expect(map.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("Started at (America/New_York)", "America/New_York"), ("Created (UTC)", "UTC"),
    ("x (Etc/GMT+5)", "Etc/GMT+5"), ("Created At (utc)", "UTC"), ("Created At [UTC]", "UTC"),
    ("Created At (GMT)", "UTC"),
    ("Created At (UTC time)", "UTC"), ("Created At UTC", "UTC"), ("created_at_utc", "UTC"),
    ("createdAtUtc", "UTC"),
    ("Created At in GMT", "UTC"), ("Created At (America/New York)", "America/New_York"),
    ("Created At [Europe/Berlin]", "Europe/Berlin"), ("Created At (Etc/GMT+5)", "Etc/GMT+5"),
    // These are told as unknown: several zones have them.
    ("Created At (UTC+01:00)", "UTC+01:00"), ("Created At (GMT+1)", "GMT+1"),
    ("Created At (GMT -05:00)", "GMT -05:00"), ("Created At (+0100)", "+0100"),
    ("Created At (UTC+01:00 Berlin, Rome)", "UTC+01:00 Berlin, Rome"), ("Created At UTC+1", "UTC+1"),
    ("Created At (EST)", "EST"), ("Created At (PST/PDT)", "PST/PDT"), ("Created At [ET]", "ET"),
    ("Created At EST", "EST"), ("created_at_pst", "PST"), ("Created At (Eastern Time)", "Eastern Time"),
    ("Created At (Eastern Time (US & Canada))", "Eastern Time (US & Canada)"),
    ("Created At (W. Europe Standard Time)", "W. Europe Standard Time"),
  ])
  func theHeaderMayNameAZone(header: String, zone: String) {
    #expect(HeaderText(header).zoneName == zone)
  }

  @Test(arguments: [
    "Started (at 10/11)", "x (seconds)", "Date (M/D/Y hh:mm)", "Team (a b/c)", "x ()", "()", "x (min)",
    "x (h)",
    "x (hh:mm)", "x (dd/mm/yyyy)", "x (Dd/Mm/Yyyy)", "x (24-hour)", "x (Custom)", "x (Sales)",
    "x (Sales team/Berlin)", "x (America/ New York)",
    "x (est)", "x (West)", "x (WEST)", "SLA MET", "x (EST 2)", "x (local time)", "x (Response time)",
    "x (-5)", "x (2024-01)", "UTC", "utc_created_at", "x et", "x PT", "x -0500",
    "Created At)", "x (UTC) y", "Latest", "first_contact",
  ])
  func otherWordsNameNone(header: String) { #expect(HeaderText(header).zoneName == nil) }

  @Test(arguments: [
    "Created At (utc)", "Created At UTC", "created_at_utc", "Created At (EST)", "Created At (GMT+1)",
  ])
  func aHeaderIsRecognisedBesideTheZoneInIt(header: String) throws {
    let map = try resolve("\(header),first_contact_time [UTC]")
    #expect(map[.received] == 0 && map[.firstResponse] == 1 && map.zoneNames[.firstResponse] == "UTC")
    // The letters may be a word of the header.
    #expect(failure("created_at_est,first_contact_time").map(\.id) == ["column-missing"])
  }

  @Test func aHeaderWithoutAZoneIsPreferred() throws {
    for header in [
      "created_at,created_at_utc,first_contact_time", "created_at,Created At (EST),first_contact_time",
    ] {
      let map = try resolve(header)
      #expect(map[.received] == 0 && map.diagnostics.map(\.id) == ["column-preferred"])
    }
    #expect(failure("created_at_utc,Created At (EST),first_contact_time").map(\.id) == ["column-ambiguous"])
  }

  @Test func anUnknownPresetIsAnErrorWithTheKnownOnes() {
    let errors = failure("received,first_contact_time", ColumnMapping(preset: "hubpost"))
    #expect(errors.map(\.id) == ["preset-unknown"])
    #expect(errors.first?.message.contains("did you mean \"hubspot\"?") == true)
  }

  @Test func noAliasBelongsToTwoRoles() {
    var owner: [String: ColumnRole] = [:]
    for role in ColumnRole.allCases {
      for alias in Set(role.aliases.map(normalised)) {
        #expect(owner[alias] == nil, "\(alias) of \(role)")
        owner[alias] = role
      }
    }
  }

  @Test(arguments: [
    ("recieved_time", "recieved_time"), ("Lead received time (local)", "Lead received time (local)"),
    ("zzz", nil), ("", nil), ("time", nil),
  ])
  func onlyNearHeadersAreSuggested(header: String, expected: String?) {
    #expect(nearMiss(of: ["received_time", "created_at"], among: ["Email", header]) == expected)
  }
}

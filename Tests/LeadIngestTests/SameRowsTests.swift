import LeadModel
import Testing

@testable import LeadIngest

/// The same leads, written as different systems write them, give the same table.
@Suite struct SameRowsTests {
  /// A lead: minutes after 2024-01-01 00:00 when it was received, and after which it was answered.
  static let leads: [(received: Int, wait: Int?)] = (0..<60).map { index in
    (index * 787 + 13, index % 7 == 3 ? nil : (index * index * 11) % 200)
  }

  static let utc = ZoneRules(name: "UTC", transitions: [ZoneRules.Transition(at: .min, offset: 0)])

  struct Clock {
    var day: Int, month: Int, hour: Int, minute: Int, total: Int
    init(_ minutes: Int) {
      total = minutes
      let days = minutes / 1_440
      (month, day) = days < 31 ? (1, days + 1) : days < 60 ? (2, days - 30) : (3, days - 59)
      (hour, minute) = (minutes / 60 % 24, minutes % 60)
    }
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    var half: String { "\(hour % 12 == 0 ? 12 : hour % 12):\(two(minute)) \(hour < 12 ? "AM" : "PM")" }
    var short: String { "\(two(hour)):\(two(minute))" }
    var googled: String { "2024/\(two(month))/\(two(day)) \(half.replacing(" ", with: ":00 "))" }
    var name: String { ["Jan", "Feb", "Mar"][month - 1] }
  }

  static let forms: [(name: String, write: @Sendable (Clock) -> String)] = [
    ("iso", { "2024-\($0.two($0.month))-\($0.two($0.day)) \($0.short):00" }),
    ("iso with T and no seconds", { "2024-\($0.two($0.month))-\($0.two($0.day))T\($0.short)" }),
    ("z", { "2024-\($0.two($0.month))-\($0.two($0.day))T\($0.short):00.000Z" }),
    (
      "google forms, where clocks are changed",
      { $0.day % 2 == 0 ? "\($0.googled) GMT" : "\(Clock($0.total + 60).googled) GMT+1" }
    ),
    ("us", { "\($0.month)/\($0.day)/2024 \($0.half)" }),
    ("us of a browser", { "\"\($0.month)/\($0.day)/2024, \($0.half)\"" }),
    ("us on a 24-hour clock", { "\($0.month)/\($0.day)/2024 \($0.hour):\($0.two($0.minute))" }),
    ("german", { "\($0.two($0.day)).\($0.two($0.month)).2024 \($0.short)" }),
    ("british", { "\($0.day)/\($0.month)/2024 \($0.short):00" }),
    ("dutch", { "\($0.two($0.day))-\($0.two($0.month))-2024 \($0.short)" }),
    ("japanese", { "2024/\($0.month)/\($0.day) \($0.hour):\($0.two($0.minute))" }),
    ("named", { "\($0.day) \($0.name) 2024 \($0.short)" }),
    ("named, month first", { "\"\($0.name) \($0.day), 2024 \($0.half)\"" }),
    (
      "db2",
      { "2024-\($0.two($0.month))-\($0.two($0.day))-\($0.two($0.hour)).\($0.two($0.minute)).00.000000" }
    ),
    ("ordinals", { "\"\($0.name) \($0.day)th, 2024 \($0.half)\"" }),
    ("time first", { "\($0.short) \($0.two($0.day))/\($0.two($0.month))/2024" }),
    ("without marks", { "2024\($0.two($0.month))\($0.two($0.day))\($0.two($0.hour))\($0.two($0.minute))" }),
    ("seconds", { "\(1_704_067_200 + $0.total * 60)" }),
    ("milliseconds", { "\(1_704_067_200_000 + $0.total * 60_000)" }),
    (
      "serial",
      { clock in
        let fraction = String(1_000_000_000 + (clock.total % 1_440 * 1_000_000_000 + 720) / 1_440)
        return "\(45_292 + clock.total / 1_440).\(fraction.dropFirst())"
      }
    ),
  ]

  static func read(_ header: String, _ row: (Int, Int, Int?) -> String) throws -> Intake {
    let rows = leads.enumerated().map { row($0, $1.received, $1.wait) }
    let text = ([header] + rows).joined(separator: "\n") + "\n"
    let source = LeadSource(name: "x.csv", siteName: "x.csv", bytes: .bytes(Bytes(Array(text.utf8))))
    return try readLeads([source], options: IngestOptions(zone: utc))
  }

  /// Per week: minute of the week and response, by which leads are told apart.
  static func contents(_ intake: Intake) -> [[String]] {
    intake.table.partitions.map { week in
      week.map { packed in
        let lead = intake.table.lead(packed, team: 0)
        return "\(lead.minuteOfWeek) \(lead.response) \(lead.pendingCount)"
      }.sorted()
    }
  }

  @Test(arguments: forms.indices) func timestampsInAnyForm(index: Int) throws {
    let form = SameRowsTests.forms[index]
    let intake = try SameRowsTests.read("id,received,first_contact_time") { id, received, wait in
      "\(id),\(form.write(Clock(received))),\(wait.map { form.write(Clock(received + $0)) } ?? "")"
    }
    let expected = SameRowsTests.leads.map { lead in
      let monday = lead.received / 10_080
      return (
        monday,
        "\(lead.received % 10_080) \(lead.wait.map { Response.after(Int64($0) * 60_000_000) } ?? .never)"
      )
    }
    // 2024-01-01 was a Monday; the latest leads are too young to be judged.
    let weeks = SameRowsTests.contents(intake).map {
      $0.map { $0.split(separator: " ").dropLast().joined(separator: " ") }
    }
    for week in weeks.indices {
      #expect(weeks[week] == expected.filter { $0.0 == week }.map(\.1).sorted(), "\(form.name)")
    }
    #expect(weeks.joined().count == 60)
    #expect(intake.rejectedRows.isEmpty && intake.sources.first?.isBalanced == true)
  }

  static let durations: [(header: String, write: @Sendable (Int) -> String)] = [
    ("response_time_mins", { "\($0)" }), ("response_time (seconds)", { "\($0 * 60)" }),
    ("Response time in hours", { "\"\($0 / 60),\(["00", "25", "50", "75"][$0 % 60 / 15])\"" }),
    ("first_response_time_ms", { "\($0 * 60_000)" }),
    ("response_time", { "\($0 / 60):\(Clock($0).two($0 % 60)):00" }),
  ]

  @Test(arguments: durations.indices) func durationsInAnyUnit(index: Int) throws {
    let (header, write) = SameRowsTests.durations[index]
    // Quarters of an hour, so that hours have two decimals.
    let quarter = { (wait: Int) in wait / 15 * 15 }
    let times = try SameRowsTests.read("id,received,first_contact_time") { id, received, wait in
      let iso = SameRowsTests.forms[0].write
      return "\(id),\(iso(Clock(received))),\(wait.map { iso(Clock(received + quarter($0))) } ?? "")"
    }
    let durations = try SameRowsTests.read("id,received,\(header)") { id, received, wait in
      "\(id),\(SameRowsTests.forms[0].write(Clock(received))),\(wait.map { write(quarter($0)) } ?? "")"
    }
    #expect(SameRowsTests.contents(durations) == SameRowsTests.contents(times))
  }
}

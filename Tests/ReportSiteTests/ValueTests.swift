import Foundation
import LeadMetrics
import LeadModel
import Narrative
import Testing

@testable import ReportSite

@Suite("Every number is a value, and stands in the JSON under the same name")
struct ValueTests {
  /// Two teams on one Monday: a hundred leads each, fifty at nine, all in time, and fifty at noon, which North answers
  /// after two hours and South at once. Ana of North is there from nine to ten on
  /// the three Mondays up to the cut-off.
  static let noon: SampleSite = {
    var site = InsightTests.week(late: 50)
    site.teams = ["North", "South"]
    site.rows += (0..<50).flatMap { index -> [SampleSite.Row] in
      [
        .init(team: 1, minute: 540 + index, answered: 120),
        .init(team: 1, minute: 720 + index, answered: 120),
      ]
    }
    site.schedule = Schedule(shifts: [
      Shift(
        rep: "Ana", team: "North", weekdays: [.monday], hours: .init(start: 540, end: 600),
        place: Place(file: "s.csv", line: 2))
    ])
    site.settings.target = 80
    return site
  }()

  private typealias Members = [String: Any]

  private func document(_ path: String, of sample: SampleSite = noon) throws -> Members {
    let bytes = try #require(try sample.file(path))
    return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? Members)
  }

  /// What stands at `potential.slots.0.won`.
  private func at(_ path: String, _ document: Members) -> Any? {
    path.split(separator: ".").reduce(document as Any?) { value, name in
      Int(name).map { index in (value as? [Any]).flatMap { $0.indices.contains(index) ? $0[index] : nil } }
        ?? (value as? Members)?[String(name)]
    }
  }

  @Test(
    "North's numbers",
    arguments: [
      // 50 of 100; Wilson: (50 + 1.9208 ∓ 1.95996 √(25 + 0.9604)) ÷ 103.8415.
      ("rate.number", 50), ("rate.low", 40.4), ("rate.high", 59.6),
      ("missed", 50),
      ("target.rate", 80), ("target.catch_up", 30), ("target.slots_below", 1),
      ("shares.minutes.0", 5), ("shares.within.0", 50), ("shares.rate.1.number", 50),
      // Two minutes, and two hours.
      ("distribution.bars.1.leads", 50), ("distribution.bars.1.up_to", 2), ("distribution.bars.7.leads", 50),
      ("distribution.bars.7.after", 60), ("distribution.never", 0),
      // 75 % × 50 ÷ (50 × 100 % + 50 × 50 %).
      ("standardised", 50), ("rank", 2),
      ("against_others.points.number", -50), ("against_others.slots_behind", 1),
      ("against_others.slots_ahead", 0), ("others.within", 100),
      // 50 × 50 % − 0.
      ("potential.won", 25), ("potential.slots.0.won", 25), ("potential.slots.0.rate_of_all", 50),
      ("staffing.shifts_to_add.0.missed", 50), ("coverage.load", 33.3),
      ("trend.0.leads", 100), ("trend.0.rate.number", 50), ("trend.0.median", 61),
    ] as [(String, Double)])
  func numbers(path: String, expected: Double) throws {
    #expect(at(path, try document("teams/north/data/all.json")) as? Double == expected, "\(path)")
  }

  @Test("Its words and marks") func words() throws {
    let north = try document("teams/north/data/all.json")
    #expect(at("target.reached", north) as? Bool == false)
    #expect(at("against_others.behind", north) as? Bool == true)
    #expect(at("catch_up", north) is NSNull && at("out_of_reach", north) as? Bool == true)
    #expect(at("potential.slots.0.name", north) as? String == "Monday 12:00–13:00")
    #expect(at("staffing.shifts_to_add.0.name", north) as? String == "Monday 12:00–16:00")
    #expect(at("channels", north) is NSNull, "the export says nothing of channels")
  }

  @Test("The slots that each team wins") func winners() throws {
    let teams = try document("teams/data/all.json")
    // At nine both answer all; at noon South alone does, and nobody else has leads.
    #expect(at("winners.tied", teams) as? Int == 1)
    #expect(at("winners.teams.0.name", teams) as? String == "South")
    #expect(at("winners.teams.0.won", teams) as? Int == 1)
    #expect(at("winners.teams.0.clear", teams) as? Int == 1)
    #expect(at("winners.teams.1.won", teams) as? Int == 0)
    #expect(at("winners.by_slot.weekday", teams) as? [Int] == [1, 1])
    #expect(at("winners.by_slot.time", teams) as? [String] == ["09:00", "12:00"])
    #expect(at("winners.by_slot.state", teams) as? [String] == ["tie", "clear"])
    #expect(at("winners.by_slot.teams", teams) as? [String] == ["North and South", "South"])
    #expect(at("teams.1.to_target", teams) as? Int == 30)
    #expect(at("pairs.0.left.name", teams) as? String == "North")
    #expect(at("pairs.0.points.number", teams) as? Double == -50)
    #expect(at("pairs.0.behind", teams) as? Bool == true)
  }

  @Test("Two teams beside each other have what the leaderboard tells of them") func duel() throws {
    let duel = try document("compare/data/north--south.json")
    let pair = try #require(at("pairs.0", try document("teams/data/all.json")) as? Members)
    #expect(at("left.name", duel) as? String == "North" && at("points.number", duel) as? Double == -50)
    // Fifty of its hundred leads are answered in time, all hundred of the other's.
    #expect(at("left.within", duel) as? Int == 50 && at("left.judged", duel) as? Int == 100)
    for (name, member) in pair { #expect((duel[name] as? NSObject) == (member as? NSObject), "\(name)") }
  }

  @Test("What is told slot by slot") func slots() throws {
    // At nine both answer all of their fifty; at noon North none of them.
    let north = try document("teams/north/data/all.json")
    let teams = try document("teams/data/all.json")
    for (path, document) in [("against_others.by_slot", north), ("pairs.0.by_slot", teams)] {
      #expect(at("\(path).weekday", document) as? [Int] == [1, 1])
      #expect(at("\(path).time", document) as? [String] == ["09:00", "12:00"])
      #expect(at("\(path).judged", document) as? [Int] == [50, 50])
      #expect(at("\(path).within", document) as? [Int] == [50, 0])
      #expect(at("\(path).other_judged", document) as? [Int] == [50, 50])
      #expect(at("\(path).other_within", document) as? [Int] == [50, 50])
      #expect(at("\(path).points", document) as? [Double] == [0, -100])
      #expect(at("\(path).clear", document) as? [Bool] == [false, true])
    }
    // Fifty leads at nine in the three hours that Ana was there.
    #expect(at("staffing.by_slot.time", north) as? [String] == ["09:00"])
    #expect(at("staffing.by_slot.load", north) as? [Double] == [16.7])
    #expect(at("best_hour.names", north) as? String == "09:00–10:00")
    #expect(at("worst_hour.rate.number", north) as? Double == 0)
    #expect(at("is_thin", north) as? Bool == false && at("pooled", north) is NSNull)
  }

  @Test("Weekdays that share the highest or the lowest rate are all named, with the counts of the largest")
  func tiedWeekdays() throws {
    var site = SampleSite()
    site.teams = ["North"]
    func leads(_ weekday: Weekday, _ count: Int, within: Int) -> [SampleSite.Row] {
      (0..<count).map {
        .init(team: 0, weekday: weekday, minute: 540 + $0, answered: $0 < within ? 60 : 7_200)
      }
    }
    site.rows =
      leads(.monday, 6, within: 6) + leads(.tuesday, 8, within: 8) + leads(.wednesday, 6, within: 3)
      + leads(.thursday, 10, within: 5)
    let path = "teams/north/data/2026-W46.json"
    var week = try document(path, of: site)
    #expect(at("best_weekday.names", week) as? String == "Monday and Tuesday")
    #expect(at("best_weekday.judged", week) as? Int == 8)
    #expect(at("worst_weekday.names", week) as? String == "Wednesday and Thursday")
    #expect(at("worst_weekday.judged", week) as? Int == 10)
    func page() throws -> String {
      String(decoding: try #require(try site.file("teams/north/2026-W46.html")), as: UTF8.self)
    }
    #expect(
      try page().contains(
        "Of the weekdays, Monday and Tuesday had the highest rate, 100.0%, and Wednesday and Thursday the lowest, "
          + "50.0%."))
    // Where all are level, none is the lowest.
    site.rows =
      leads(.wednesday, 6, within: 3) + leads(.thursday, 10, within: 5) + leads(.friday, 1, within: 1)
    week = try document(path, of: site)
    #expect(at("worst_weekday", week) is NSNull)
    #expect(
      try page().contains("The weekdays with 5 leads or more, Wednesday and Thursday, are level at 50.0%."))
  }

  @Test("The week of each rep, unless people are left out") func repWeeks() throws {
    var site = InsightTests.week(late: 25)
    site.change = { intake in
      intake.table.names = [.rep: ["Ada"]]
      var attributes = Attributes()
      attributes.rep = 0
      intake.table.attributes = [[attributes]]
    }
    let north = try document("teams/north/data/all.json", of: site)
    #expect(at("rep_weeks.0.name", north) as? String == "Ada")
    #expect(at("rep_weeks.0.by_slot.weekday", north) as? [Int] == [1, 1])
    #expect(at("rep_weeks.0.by_slot.time", north) as? [String] == ["09:00", "12:00"])
    #expect(at("rep_weeks.0.by_slot.leads", north) as? [Int] == [50, 50])
    #expect(at("rep_weeks.0.by_slot.judged", north) as? [Int] == [50, 50])
    #expect(at("rep_weeks.0.by_slot.within", north) as? [Int] == [50, 25])
    site.settings.hidesReps = true
    let hidden = try document("teams/north/data/all.json", of: site)
    #expect((at("rep_weeks", hidden) as? [Any])?.isEmpty == true)
  }

  @Test("An event has the rate before and after") func events() throws {
    var site = InsightTests.week(late: 50)
    site.rows += (0..<10).map { .init(team: 0, minute: 540 + $0, answered: 60, week: 1) }
    site.settings.events = [Event(date: CivilDate(iso: "2026-11-16")!, text: "New rota")]
    let north = try document("teams/north/data/all.json", of: site)
    #expect(at("events.0.text", north) as? String == "New rota")
    #expect(at("events.0.weeks", north) as? Int == 1)
    #expect(at("events.0.before.number", north) as? Double == 50)
    #expect(at("events.0.after.number", north) as? Double == 100)
    #expect(at("events.0.points.number", north) as? Double == 50)
    #expect(at("events.0.improved", north) as? Bool == true)
  }

  @Test("What a page's JSON takes from its values is in their schema, in the JSON, and the same")
  func agreement() throws {
    let site = try Self.noon.site()
    for page in site.pages {
      guard case .lazy(let values)? = site.values(of: page) else { continue }
      let document = try document(site.addresses.path(of: .json, of: page))
      for name in DownloadedValues.names(on: page) {
        // A group of which a page has one value is named `data.cutoff`.
        let parts = name.split(separator: ".").map(String.init)
        let first = try #require(values[parts[0]], "\(name) of \(page)")
        let value = try #require(parts.count == 1 ? first : first.named?[parts[1]], "\(name) of \(page)")
        #expect(difference(value, at(name, document)) == nil, "\(name) of \(page)")
      }
    }
  }

  /// What a template says on the page of all teams.
  private func told(_ template: String, _ sample: SampleSite) throws -> String {
    let site = try sample.site()
    let templates = NarrativeTemplates(files: ["narrative/teams.md": template])
    #expect(templates.check("teams", schema: NarrativePage.teams.schema, blocks: []) == [])
    let values = try #require(site.values(of: .teams))
    return String(decoding: try templates.render("teams", values: values, blocks: [:]), as: UTF8.self)
  }

  @Test("The teams below their targets are a list; a rate that is the target is not below it")
  func belowTarget() throws {
    let template =
      "{{below_target.count}}: {{#below_target}}{{separator}}[{{name}}]({{link}}), {{rate}} of {{target}}{{/below_target}}"
    var sample = Self.noon
    // North answered 50 of 100 in time, South all.
    #expect(
      try told(template, sample) == "<p>1: <a href=\"north/index.html\">North</a>, 50.0% of 80.0%</p>\n")
    sample.settings.targets = [Name("North"): 50]
    #expect(try told(template, sample) == "<p>0:</p>\n")
  }

  @Test("The share of rejected rows can be compared")
  func rejectedShare() throws {
    let template =
      "{{data.rejected_share}}{{#data.rejected_share.above_12}} >{{/data.rejected_share.above_12}}"
      + "{{#data.rejected_share.above_12_5}} >>{{/data.rejected_share.above_12_5}}"
    var sample = SampleSite()
    #expect(try told(template, sample) == "<p>0.0%</p>\n")
    // One of eight.
    sample.change = { intake in
      intake.sources[0].read = .init(rows: 8, leads: 8)
      intake.sources[0].rejected = .init(rows: 1, leads: 1)
    }
    #expect(try told(template, sample) == "<p>12.5% &gt;</p>\n")
  }

  /// Where a value and a member of a document differ; nil where nowhere.
  private func difference(_ value: Value, _ member: Any?) -> String? {
    switch (value, member) {
    case (.text(let text), let other as String): text == other ? nil : text
    case (.flag(let flag), let other as Bool): flag == other ? nil : "\(flag)"
    case (.none, is NSNull): nil
    case (.quantity(let quantity), let other):
      quantity.number
        == ((other as? Members)?["number"] ?? other).flatMap { $0 as? Double } ? nil : quantity.text
    // Columns: an array for each of the values.
    case (.list(let items), let columns as Members):
      items.enumerated().lazy.compactMap { index, item in
        self.difference(item, columns.compactMapValues { ($0 as? [Any]).map { $0[index] } })
      }.first
    case (.list(let items), let others as [Any]):
      items.count == others.count
        ? zip(items, others).lazy.compactMap { difference($0, $1) }.first : "\(others.count) items"
    case (.lazy(let named), let other as Members):
      named.names.lazy.filter { !["link", "subject", "rest"].contains($0) }
        .compactMap { name in difference(named[name]!, other[name]).map { "\(name): \($0)" } }.first
    default: "\(value)"
    }
  }
}

import Foundation
import LeadModel
import Narrative
import Testing

@testable import ReportSite

struct AboutPageTests {
  private func about(_ change: (inout SampleSite) -> Void = { _ in }) throws -> String {
    var site = SampleSite()
    change(&site)
    let page = MarkupReader(try #require(try site.file("about.html")))
    return page.text
  }

  @Test("The template knows all its names and drops nothing of its author's")
  func template() {
    let templates = NarrativeTemplates(files: SampleSite.ownTemplates.files)
    #expect(templates.check(AboutPage.template, schema: AboutPage.schema, blocks: AboutPage.blocks) == [])
  }

  @Test("The research is quoted with its caveats")
  func research() throws {
    let text = try about()
    for words in [
      "2,241 companies", "37% answered a lead within an hour", "23% never", "nearly seven times",
      "observed and did not experiment", "vendor",
    ] {
      #expect(text.contains(words), "\(words)")
    }
    #expect(try about { $0.rules.threshold = 15 }.contains("2,241 audited companies"))
  }

  @Test("What the rules say is said: thresholds, pending, duplicates, skew, zone")
  func rules() throws {
    let plain = try about()
    #expect(plain.contains("answered after 1 hour or sooner. 60:00 is within"))
    #expect(plain.contains("Too young to judge"))
    #expect(plain.contains("name no zone"))
    #expect(!plain.contains("within_15"))
    let other = try about {
      $0.rules.threshold = 15
      $0.rules.also = [5]
      $0.rules.pending = .count
      $0.rules.duplicates = .keep
      $0.rules.clockSkewSeconds = 30
      $0.change = { $0.zone = ZoneRules(name: "Europe/Paris", transitions: [.init(at: .min, offset: 3_600)]) }
    }
    #expect(other.contains("answered after 15 minutes or sooner. 15:00 is within"))
    #expect(!other.contains("Too young to judge"))
    #expect(other.contains("share an id are all counted"))
    #expect(plain.contains("share an id the last one counts"))
    #expect(try about { $0.rules.duplicates = .first }.contains("share an id the first one counts"))
    #expect(other.contains("A response up to 30 seconds before the receipt"))
    #expect(other.contains("those of the receipt in Europe/Paris"))
    #expect(other.contains("several thresholds, 5 minutes and 15 minutes."))
  }

  @Test("Every member of the JSON downloads is documented")
  func members() throws {
    var site = SampleSite()
    site.rules.also = [5]
    let text = try about { $0 = site }
    for path in ["data/all.json", "weeks/data/all.json", "teams/north/data/2026-W46.json"] {
      var rest = [try JSONSerialization.jsonObject(with: Data(try #require(try site.file(path))))]
      while let next = rest.popLast() {
        if let list = next as? [Any] { rest += list.prefix(1) }
        guard let object = next as? [String: Any] else { continue }
        for key in object.keys { #expect(text.contains(key), "\(key)") }
        rest += object.values
      }
    }
  }
}

struct DataQualityTests {
  private func quality(_ site: SampleSite) throws -> String {
    let page = MarkupReader(try #require(try site.file("data-quality.html")))
    return page.text
  }

  @Test("Every row is accounted for, in rows and, where they differ, in leads")
  func fates() throws {
    var site = SampleSite()
    #expect(
      try quality(site).contains(
        "7 rows read = 0 rejected + 0 not eligible + 0 after the cut-off + 0 duplicate + 7 counted."))
    #expect(try quality(site).contains("Each row stands for one lead."))
    site.change = { intake in
      var other = SourceAccount(name: "more.csv")
      (other.read, other.rejected, other.duplicate) = (
        .init(rows: 1_003, leads: 5_000), .init(rows: 3, leads: 0), .init(rows: 1_000, leads: 5_000)
      )
      intake.sources.append(other)
    }
    let text = try quality(site)
    #expect(
      text.contains(
        "1,010 rows read = 3 rejected + 0 not eligible + 0 after the cut-off + 1,000 duplicate + 7 counted."))
    #expect(text.contains("1,000 (5,000 leads)"))
    #expect(text.contains("All files"))
    #expect(text.contains("1,010 rows read, 3 rejected."))
  }

  @Test("Rejected rows are listed up to a limit, with place, text and reason")
  func rejected() throws {
    var site = SampleSite()
    site.change = { intake in
      intake.sources[0].read.rows += 500
      intake.sources[0].rejected.rows = 500
      intake.rejectedRows = (0..<500).map {
        RejectedRow(
          place: Place(file: "x/leads.csv", line: 10 + $0, key: "received_time"), text: "soon",
          reason: "no date")
      }
    }
    let text = try quality(site)
    #expect(text.contains("The first 200 of 500:"))
    #expect(text.contains("leads.csv:10 received_time soon no date"))
    #expect(text.contains("leads.csv:209") && !text.contains("leads.csv:210"))
  }

  @Test("Times: floating, zones, changes of the clocks, the cut-off")
  func times() throws {
    var site = SampleSite()
    #expect(try quality(site).contains("changes of the clocks could not be accounted for"))
    site.change = {
      $0.zone = ZoneRules(name: "Europe/Paris", transitions: [.init(at: .min, offset: 3_600)])
      ($0.skippedTimes, $0.repeatedTimes, $0.contradictedFlags) = (1, 12, 3)
    }
    let text = try quality(site)
    #expect(text.contains("are those of Europe/Paris."))
    #expect(text.contains("1 time fell into an hour"))
    #expect(text.contains("12 times occurred twice"))
    #expect(text.contains("In 3 rows the mark"))
    #expect(
      text.contains(
        "judged up to 26 November 2026, 13:30 (Europe/Paris): the latest time a lead was received."))
  }

  @Test("Weeks without leads between weeks with, or after them, are gaps, of a team or of all")
  func gaps() throws {
    var site = SampleSite()
    #expect(try quality(site).contains("South 2026-W47 16–22 November 2026"))
    site.rows = [.init(team: 0, minute: 0), .init(team: 0, minute: 0, week: 3)]
    #expect(try quality(site).contains("All teams 2026-W47 – 2026-W48 16–29 November 2026"))
    site.rows = [.init(team: 0, minute: 0), .init(team: 0, minute: 0, week: 1)]
    #expect(try quality(site).contains("None: every team has leads in every week from its first on."))
    // South has none after its first, though the data go on up to a Thursday.
    site.rows = (0...2).map { .init(team: 0, minute: 0, week: $0) } + [.init(team: 1, minute: 0)]
    #expect(try quality(site).contains("South 2026-W47 16–22 November 2026"))
  }

  /// Ann answers and is on shift; Bob answers only; Cem and Zoë are on shift only; Dan is off only.
  private static var strangers: SampleSite {
    @Sendable func rep(_ number: Int32) -> Attributes {
      var attributes = Attributes()
      attributes.rep = number
      return attributes
    }
    var site = SampleSite()
    site.change = { intake in
      intake.table.names[.rep] = ["Ann", "Bob", "Eve"]
      for team in intake.table.attributes.indices { intake.table.attributes[team] = [rep(0), rep(1)] }
    }
    func shift(_ rep: String, _ hours: Shift.Hours?) -> Shift {
      Shift(
        rep: rep, team: "North", weekdays: [.monday], hours: hours, place: Place(file: "s.csv", line: 2))
    }
    let day = Shift.Hours(start: 480, end: 960)
    site.schedule = Schedule(shifts: [
      shift("Zoë", day), shift("Ann", day), shift("Cem", day), shift("Dan", nil), shift("Cem", day),
    ])
    return site
  }

  @Test("People whom only the leads or only the schedule know are told")
  func strangers() throws {
    var site = Self.strangers
    var text = try quality(site)
    #expect(text.contains("1 person is named by leads and on no shift: Bob."))
    #expect(text.contains("2 people are on shift and named by no lead: Cem and Zoë."))
    let bytes = try #require(try site.file("data/accounting.json"))
    let account = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect(account["reps_without_shifts"] as? [String] == ["Bob"])
    #expect(account["reps_without_leads"] as? [String] == ["Cem", "Zoë"])
    site.settings.hidesReps = true
    text = try quality(site)
    #expect(text.contains("2 people are on shift and named by no lead."))
    for file in ["data-quality.html", "data/accounting.json"] {
      let text = String(decoding: try #require(try site.file(file)), as: UTF8.self)
      #expect(!text.contains("Zoë") && !text.contains("Bob"))
    }
    site.schedule = Schedule()
    #expect(try !quality(site).contains("on no shift"))
  }

  @Test("Where reps are hidden, no remark names one")
  func hiddenReps() throws {
    var site = SampleSite()
    site.schedule = Schedule(shifts: [
      Shift(
        rep: "Zora", weekdays: [.monday], hours: .init(start: 480, end: 520),
        place: Place(file: "s.csv", line: 2))
    ])
    #expect(try quality(site).contains("Zora"))
    site.settings.hidesReps = true
    for (path, bytes) in try site.files() {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("Zora"), "\(path)")
    }
  }

  @Test("The account as JSON has the same numbers")
  func json() throws {
    let bytes = try #require(try SampleSite().file("data/accounting.json"))
    let account = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    let sources = try #require(account["sources"] as? [[String: Any]])
    #expect(sources[0]["file"] as? String == "leads.csv")
    #expect(sources[0]["encoding"] as? String == "UTF-8")
    #expect(sources[0]["read"] as? [String: Int] == ["rows": 7, "leads": 7])
    #expect(sources[0]["counted"] as? [String: Int] == ["rows": 7, "leads": 7])
    #expect(sources[0]["rejected"] as? [String: Int] == ["rows": 0, "leads": 0])
    #expect(account["rejected_rows"] as? [String] == [])
    let gaps = try #require(account["weeks_without_leads"] as? [[String: String]])
    #expect(gaps == [["team": "South", "first": "2026-W47", "last": "2026-W47"]])
  }
}

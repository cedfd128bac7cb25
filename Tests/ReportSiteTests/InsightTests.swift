import Foundation
import LeadMetrics
import LeadModel
import Testing

@testable import ReportSite

@Suite("What pages find, and how soon leads were answered")
struct InsightTests {
  /// One team in one week: fifty leads at nine, all in time, and fifty at noon, `late` of them not.
  static func week(late: Int) -> SampleSite {
    var site = SampleSite()
    site.teams = ["North"]
    site.rules.slotMinutes = 60
    site.rules.also = [5]
    site.rows = (0..<50).flatMap { index in
      [
        .init(team: 0, minute: 540 + index, answered: 120),
        .init(team: 0, minute: 720 + index, answered: index < late ? 7_200 : 1_200),
      ]
    }
    return site
  }

  private func page(_ site: SampleSite, _ path: String = "teams/north/2026-W46.html") throws -> String {
    String(decoding: try #require(try site.file(path)), as: UTF8.self)
  }

  @Test("A finding has its numbers, its interval and a link") func finding() throws {
    // 0 of 50 beside 50 of 50: by hand, Wilson's upper bound of the first is z² ÷ (50 + z²) = 7.135 %, and
    // Newcombe's upper bound −100 + √2 × 7.135.
    let page = try page(Self.week(late: 50))
    #expect(
      page.contains(
        "<li><a href=\"#slot-12\">Monday 12:00–13:00</a> is answered worse than the rest of the week: "
          + "0 of 50 leads (0.0%) within an hour, 100.0 points lower (\u{2212}100.0 to \u{2212}89.9). "
          + "At the rate of the rest, 50 more leads would have been answered in time.</li>"))
    // The link leads to the slot's own numbers.
    #expect(page.contains(/<td id="slot-12" class="[^"]*">0\.0<i>50</))
    let home = try self.page(Self.week(late: 50), "index.html")
    #expect(home.contains("<a href=\"#map\">Monday 12:00–13:00</a>") && home.contains("id=\"map\""))
  }

  @Test("A finding's numbers are values") func findingValues() throws {
    let bytes = try #require(try Self.week(late: 50).file("teams/north/data/2026-W46.json"))
    let json = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    let finding = try #require((json["findings"] as? [[String: Any]])?.first)
    #expect(finding["kind"] as? String == "slot" && finding["won"] as? Int == 50)
    #expect(finding["within"] as? Int == 0 && finding["judged"] as? Int == 50)
    #expect(finding["other_within"] as? Int == 50 && finding["other_judged"] as? Int == 50)
    #expect(finding["others"] as? Int == 0)
    let points = try #require(finding["points"] as? [String: Double])
    #expect(points == ["number": -100, "low": -100, "high": -89.9])
  }

  @Test("The first page finds the change of its latest week") func latestChange() throws {
    var site = SampleSite()
    site.teams = ["North"]
    // 100 of 100 after 100 of 100, then 40 of 100.
    site.rows = [100, 100, 40].enumerated().flatMap { week, within in
      (0..<100).map {
        SampleSite.Row(team: 0, minute: 540 + $0 % 60, answered: $0 < within ? 60 : 7_200, week: week)
      }
    }
    site.change = {
      $0.cutoff = Instant(
        microseconds: LocalTime(date: SampleSite.firstWeek.monday.adding(days: 21)).microseconds)
    }
    let sentence = "week 48 the rate fell</a> by 60.0 points on week 47"
    #expect(try page(site, "index.html").contains("<a href=\"weeks/2026-W48.html#change\">In \(sentence)"))
    #expect(
      try page(site, "teams/north/index.html").contains("<a href=\"2026-W48.html#change\">In \(sentence)"))
    #expect(
      try page(site, "weeks/2026-W48.html").contains("<a href=\"#change\">The rate fell</a> by 60.0 points"))
  }

  @Test("Without anything beyond chance the page says so") func silence() throws {
    let page = try page(Self.week(late: 0))
    #expect(page.contains("Nothing within the team is beyond chance when all pages are judged together;"))
    #expect(page.contains("The week was taken by hours: longer parts of it may differ all the same."))
    #expect(!page.contains("is answered worse"))
  }

  @Test("Every threshold has its share, and never contacted a row and a bar of its own") func shares() throws
  {
    var site = Self.week(late: 50)
    site.rows += (0..<10).map { .init(team: 0, weekday: .tuesday, minute: 540 + $0, answered: nil) }
    let page = try page(site, "teams/north/index.html")
    // 110 leads: 50 within five minutes and within the hour, 50 after two hours, 10 never.
    for words in [
      "5 minutes<td>50<", "1 hour<td>50<", "never so far<td>10<td>9.1%",
    ] {
      #expect(page.contains(words), "\(words)")
    }
    #expect(page.contains("aria-label=\"Leads by response time\""))
  }

  @Test("With few answers there is no distribution, and the reason is said") func fewAnswers() throws {
    #expect(
      try page(SampleSite(), "teams/north/index.html").contains("Fewer than 10 leads have a response time."))
  }
}

@Suite("Targets, events, people")
struct TellingTests {
  private func page(_ site: SampleSite, _ path: String = "teams/north/index.html") throws -> String {
    String(decoding: try #require(try site.file(path)), as: UTF8.self)
  }

  @Test("Slots below the target beyond chance have a mark, and the key says so") func target() throws {
    var site = InsightTests.week(late: 50)
    #expect(!(try page(site)).contains("target"))
    site.settings.target = 80
    site.settings.targets = [Name("South"): 50]
    let page = try page(site)
    #expect(page.contains("target 80%"))
    #expect(page.contains("below it beyond chance"))
    site.settings.targets = [Name("North"): 85]
    #expect(try self.page(site).contains("target 85%"))
  }

  @Test("A change that is clear only by itself says why it has no verdict among several events")
  func eventsTogether() throws {
    var site = SampleSite()
    // 54.5 %, then twice 69.1 %: +14.5 (1.7 to 26.7), and no change.
    site.rows = [60, 76, 76].enumerated().flatMap { week, within in
      (0..<110).map { .init(team: 0, minute: 540 + $0 % 60, answered: $0 < within ? 60 : 7_200, week: week) }
    }
    let monday = SampleSite.firstWeek.monday.adding(days: 7)
    let note = "one whose interval leaves out 0 may still be chance"
    site.settings.events = [Event(date: monday, text: "Rota")]
    #expect(try page(site).contains(#"<b class="up" title="improved">+14.5</b>"#))
    #expect(try !page(site).contains(note))
    site.settings.events.append(Event(date: monday.adding(days: 3), text: "Campaign"))
    #expect(try !page(site).contains(#"title="improved">+14.5</b>"#))
    #expect(try page(site).contains(note))
  }

  @Test("An event has the rate before and after, the interval and its line in the trend") func event() throws
  {
    var site = SampleSite()
    site.teams = ["North"]
    // 60 of 110 in the week before, 74 of 110 in the week after.
    site.rows = [60, 74].enumerated().flatMap { week, within in
      (0..<110).map { .init(team: 0, minute: 540 + $0 % 60, answered: $0 < within ? 60 : 7_200, week: week) }
    }
    let monday = SampleSite.firstWeek.monday.adding(days: 7)
    site.settings.events = [Event(date: monday, text: "New <rota>")]
    let page = try page(site)
    #expect(page.contains("New &lt;rota&gt; <small>16 November 2026, 1 week either side</small>"))
    #expect(
      page.contains("<td>54.5%<td>67.3%<td>+12.7<td class=\"spare\">\u{2212}0.2 to +25.0<")
    )
    for path in ["teams/north/2026-W47.html", "weeks/2026-W47.html", "months/2026-11.html"] {
      let period = String(decoding: try #require(try site.file(path)), as: UTF8.self)
      #expect(period.contains("New &lt;rota&gt; <small>") && period.contains("<td>+12.7<td class=\"spare\">"))
    }
    // The trend of the week before ends before it.
    let before = String(decoding: try #require(try site.file("weeks/2026-W46.html")), as: UTF8.self)
    #expect(!before.contains("New &lt;rota&gt;"))
    // A Sunday in the last week of the chart, whose place is at its edge: the text stands before the line.
    site.settings.events = [Event(date: monday.adding(days: 6), text: "A <campaign>")]
    #expect(try self.page(site).contains(#"class="en e""#))
    #expect(try self.page(site).contains(#">A &lt;campaign&gt;</text>"#))
    site.settings.events = [Event(date: monday.adding(days: 7), text: "Later")]
    #expect(try !self.page(site).contains(">Later</text>"))
    site.settings.events = [Event(date: SampleSite.firstWeek.monday, text: "Too early")]
    #expect(try self.page(site).contains("less than a week of data on one side"))
    site.settings.events = [Event(date: monday.adding(days: 60), text: "Far")]
    #expect(try self.page(site).contains("<small>15 January 2027, outside the data</small>"))
  }

  @Test("The tables of a team name its people, channels and sources, unless people are left out")
  func people() throws {
    var site = InsightTests.week(late: 25)
    site.change = { intake in
      intake.table.names = [.rep: ["Ada"], .manager: ["Grace"], .channel: ["call"], .outcome: ["won"]]
      var attributes = Attributes()
      (attributes.rep, attributes.manager, attributes.channel, attributes.outcome) = (0, 0, 0, 0)
      intake.table.attributes = [[attributes]]
    }
    site.schedule = Schedule(shifts: [
      Shift(
        rep: "Ada", team: "North", weekdays: [.monday], hours: .init(start: 540, end: 720),
        place: Place(file: "schedule.csv", line: 2))
    ])
    let named = try page(site)
    for words in [
      "By manager", "Grace", "By channel", "call", "How leads ended", "The week of each rep",
      "<td>09:00–12:00<", "Where a shift would help",
      // Fifty leads at noon, half of them in time, while nobody was on shift.
      "Monday 12:00–16:00<td>50<td>25<",
    ] { #expect(named.contains(words), "\(words)") }
    // A week has no room for more than its reps; its numbers are told all the same.
    let data = String(decoding: try #require(try site.file("teams/north/data/2026-W46.json")), as: UTF8.self)
    for words in ["Ada", "Grace", "call", "won"] { #expect(data.contains("\"\(words)\""), "\(words)") }
    site.settings.hidesReps = true
    for (path, bytes) in try site.files() {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("Ada") && !text.contains("Grace"), "\(path) names someone")
    }
    #expect(try page(site).contains("By channel"))
  }

  @Test("Without a name for those never contacted there is no rate, and the reason is said") func survivors()
    throws
  {
    var site = InsightTests.week(late: 0)
    site.rows += (0..<10).map { .init(team: 0, weekday: .tuesday, minute: 540 + $0, answered: nil) }
    site.change = { intake in
      intake.table.names = [.channel: ["call"]]
      var called = Attributes()
      called.channel = 0
      intake.table.attributes = [[called, Attributes()]]
      intake.table.changeLeads { lead in
        lead.code == PackedLead.never
          ? PackedLead(minuteOfWeek: lead.minuteOfWeek, attributes: 1, code: lead.code) : lead
      }
    }
    let page = try page(site)
    #expect(
      page.contains(
        "No rates: 100.0% of the leads that were never answered have no channel, but none of the others")
    )
  }

  @Test("Shifts are said to the minute, however long a slot is") func spans() throws {
    #expect(RotaTable.words([480..<600, 780..<845]) == "08:00–10:00, 13:00–14:05")
    #expect(RotaTable.words([1_410..<1_440]) == "23:30–24:00")
    #expect(RotaTable.words([]) == "")
    var site = InsightTests.week(late: 25)
    site.schedule = Schedule(shifts: [
      Shift(
        rep: "Ann", team: "North", weekdays: [.monday], hours: .init(start: 580, end: 730),
        place: Place(file: "schedule.csv", line: 2))
    ])
    #expect(try page(site, "teams/north/index.html").contains("<td>09:40–12:10<"))
  }

  @Test("The highest and the lowest rate are said to be of enough leads where others have few") func limited()
    throws
  {
    // Thursday three of five, Friday one of five; on Sunday both leads in time, which are too few.
    func rows(_ day: Weekday, _ minute: Int, _ within: Int, of leads: Int) -> [SampleSite.Row] {
      (0..<leads).map {
        .init(team: 0, weekday: day, minute: minute + $0, answered: $0 < within ? 60 : 7_200)
      }
    }
    var site = SampleSite()
    site.teams = ["North"]
    site.rows = rows(.thursday, 540, 3, of: 5) + rows(.friday, 600, 1, of: 5)
    let plain = try page(site)
    #expect(plain.contains("Of the weekdays, Thursday had the highest rate, 60.0%"))
    #expect(plain.contains("Over the day, the rate was highest at 09:00–10:00"))
    site.rows += rows(.sunday, 1_200, 2, of: 2)
    let limited = try page(site, "teams/north/index.html")
    #expect(limited.contains("Of the weekdays with 5 leads or more, Thursday had the highest rate, 60.0%"))
    #expect(limited.contains("Of the hours with 5 leads or more, the rate was highest at 09:00–10:00"))
    // One of two lies between the two rates and changes nothing.
    site.rows.removeLast(2)
    site.rows += rows(.sunday, 1_200, 1, of: 2)
    #expect(try page(site, "teams/north/index.html").contains("Of the weekdays, Thursday"))
  }

  @Test("Answered leads without a name have no rate where unanswered ones are apart; whom they are, is said")
  func notSaid() throws {
    // Ten leads with a source, four of them never answered; five without one, one of them never answered.
    var site = SampleSite()
    site.teams = ["North"]
    site.rows = (0..<15).map { .init(team: 0, minute: 540 + $0, answered: $0 % 10 < 6 ? 60 : nil) }
    site.rows[14].answered = nil
    func named(_ name: Role) -> SampleSite {
      var site = site
      site.change = { intake in
        intake.table.names = [name: ["ads"]]
        var said = Attributes()
        said[name] = 0
        intake.table.attributes = [[said, Attributes()]]
        intake.table.changeLeads { lead in
          PackedLead(
            minuteOfWeek: lead.minuteOfWeek, attributes: lead.minuteOfWeek < 550 ? 0 : 1, code: lead.code)
        }
      }
      return site
    }
    let source = try page(named(.source), "teams/north/index.html")
    #expect(source.contains("ads<td>10<td class=\"sw q6\">60.0%<"))
    #expect(source.contains("not said<td>4<td>–<td class=\"spare\">–<"))
    #expect(source.contains("nobody<td>1<"))
    #expect(
      source.contains(
        "No rate for ‘not said’, which is of answered leads only: the others are ‘nobody’.")
    )
    let json = try page(named(.source), "teams/north/data/all.json")
    #expect(
      json.contains(
        /"name":"not said","is_named":false,"rank":null,"leads":4,"judged":4,"within":4,"rate":null/))
    let channel = try page(named(.channel), "teams/north/index.html")
    #expect(channel.contains("the others are ‘nobody’."))
  }

  @Test("Leads with an outcome and in no band are counted") func outcomesLeftOut() throws {
    var site = SampleSite()
    site.teams = ["North"]
    site.rows = [60, 90, PackedLead.anomaly, PackedLead.flagged, PackedLead.flagged].map {
      .init(team: 0, minute: 540, answered: $0)
    }
    site.change = { intake in
      intake.table.names = [.outcome: ["won"]]
      var won = Attributes()
      won.outcome = 0
      intake.table.attributes = [[won]]
    }
    let page = try self.page(site, "teams/north/index.html")
    #expect(
      page.contains(
        " 1 lead with a first response from before receipt and 2 answered by a flag without a time are left out."
      ))
    let json = try self.page(site, "teams/north/data/all.json")
    #expect(json.contains(#""unknown":0,"anomalies":1,"flagged":2"#))
  }

  @Test("A target of an unknown team and an event outside the data are told") func strangers() throws {
    var site = SampleSite()
    site.settings.targets = [Name("Nort"): 80, Name("South"): 70]
    // The data are of 9 to 26 November 2026.
    site.settings.events = ["2026-11-08", "2026-11-09", "2026-11-26", "2026-11-27"].map {
      Event(date: CivilDate(iso: $0)!, text: "Rota of \($0)")
    }
    let remarks = site.settings.remarks(on: try site.site().analysis)
    #expect(remarks.map(\.id) == ["target-team-unknown", "event-outside-data", "event-outside-data"])
    #expect(
      remarks[0].message == "a target is set for the team ‘Nort’, which has no leads (did you mean ‘North’?)")
    #expect(remarks[1].message.contains("Rota of 2026-11-08") && remarks[2].message.contains("2026-11-27"))
    let quality = String(decoding: try #require(try site.file("data-quality.html")), as: UTF8.self)
    #expect(quality.contains("A target is set for the team ‘Nort’"))
  }
}

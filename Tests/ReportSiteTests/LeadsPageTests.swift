import Foundation
import LeadMetrics
import LeadModel
import Narrative
import Testing

@testable import ReportSite

@Suite("The pages about leads")
struct LeadsPageTests {
  /// North and South with enough leads for a rate, in hours that a page can show whole.
  static var site: SampleSite {
    var site = SampleSite()
    site.rules.slotMinutes = 60
    site.rows = [
      // North, week 46: Monday 9:00 five leads, four in time; Tuesday 10:00 one never answered.
      .init(team: 0, minute: 540, answered: 60), .init(team: 0, minute: 545, answered: 120),
      .init(team: 0, minute: 550, answered: 180), .init(team: 0, minute: 555, answered: 3_600),
      .init(team: 0, minute: 560, answered: 3_601), .init(team: 0, weekday: .tuesday, minute: 600),
      // South, week 46: Monday 9:00 five leads, one in time.
      .init(team: 1, minute: 540, answered: 60), .init(team: 1, minute: 541, answered: 86_400),
      .init(team: 1, minute: 542), .init(team: 1, minute: 543), .init(team: 1, minute: 544),
      // North, week 47: Monday 9:00 five leads, all in time.
      .init(team: 0, minute: 540, answered: 30, week: 1), .init(team: 0, minute: 541, answered: 30, week: 1),
      .init(team: 0, minute: 542, answered: 30, week: 1), .init(team: 0, minute: 543, answered: 30, week: 1),
      .init(team: 0, minute: 544, answered: 30, week: 1),
      // North, week 48, which is not over: one lead, too young.
      .init(team: 0, weekday: .thursday, minute: 749, week: 2, pending: 1),
    ]
    site.schedule = Schedule(shifts: [
      Shift(
        rep: "Ada", team: "North", weekdays: Set(Weekday.allCases), hours: .init(start: 540, end: 1_020),
        place: Place(file: "schedule.csv", line: 2))
    ])
    for page in NarrativePage.allCases {
      site.templates.files["narrative/\(page.rawValue).md"] =
        "answered within {{threshold.within}}{{#change.exists}}, {{change.points}} points{{/change.exists}}.\n\n"
        + "{{judged.phrase}} judged in {{period.label}}.\n"
    }
    return site
  }

  static let files: [String: [UInt8]] = (try? site.files()) ?? [:]

  static func page(_ path: String) throws -> String {
    String(decoding: try #require(files[path], "no page \(path)"), as: UTF8.self)
  }

  @Test(
    "Every cell's title says what the download says",
    arguments: [
      "teams/north/2026-W46", "teams/north/2026-W47", "teams/south/2026-W46",
    ])
  func titlesAgreeWithDownloads(path: String) throws {
    let page = try Self.page(path + ".html")
    let parts = path.split(separator: "/").map(String.init)
    let json = try JSONSerialization.jsonObject(
      with: Data(try #require(Self.files["teams/\(parts[1])/data/\(parts[2]).json"])))
    let document = try #require(json as? [String: Any])
    let columns = try #require(document["cells"] as? [String: [Any]])
    let cells = try #require(columns["time"]).indices.map { index in columns.mapValues { $0[index] } }
    var said = 0
    for match in page.matches(of: /<title>(\w+) (\d\d:\d\d): ([\d.]+)% \((\d+) of (\d+)\) within 60 min/) {
      let weekday = try #require(Weekday.allCases.first { $0.name == match.1 }).rawValue
      let cell = try #require(
        cells.first { $0["weekday"] as? Int == weekday && $0["time"] as? String == String(match.2) })
      let (within, judged) = (try #require(Int(match.4)), try #require(Int(match.5)))
      #expect(cell["within"] as? Int == within)
      #expect(cell["judged"] as? Int == judged)
      #expect(abs((Double(match.3) ?? -1) - Double(within) / Double(judged) * 100) <= 0.05)
      said += judged
    }
    #expect(said == document["judged"] as? Int)
  }

  @Test("The rate is that of the hand count") func headline() throws {
    // Monday 9:00: 60:00 is within, 60:01 is not; four of six.
    let page = try Self.page("teams/north/2026-W46.html")
    #expect(page.contains(#"<p class="big">66.7<small>%</small></p>"#))
    #expect(page.contains("4 of 6 leads judged"))
    #expect(page.contains("<title>Monday 09:00: 80.0% (4 of 5) within 60 min; on shift: Ada</title>"))
  }

  @Test("A period that is not over says so, and has an en dash where nothing can be judged") func incomplete()
    throws
  {
    let page = try Self.page("teams/north/2026-W48.html")
    #expect(page.contains("incomplete; data end on 26 November 2026"))
    #expect(page.contains(#"<p class="big">–</p>"#))
    #expect(page.contains("No lead could be judged."))
    #expect(
      page.contains(
        "Thursday 12:00: – (0 of 0) within 60 min; on shift: Ada; 1 lead too young to judge"))
    #expect(try Self.page("teams/north/index.html").contains("incomplete"))
  }

  @Test("Without leads before there is no comparison, and the words say so") func noComparison() throws {
    let page = try Self.page("teams/north/2026-W46.html")
    #expect(page.contains("No comparison: the data begin in week 46."))
  }

  @Test("Unknown coverage is told apart from none") func unknownCoverage() throws {
    let page = try Self.page("teams/south/2026-W46.html")
    #expect(page.contains("Not known: the schedule has no shift of the team."))
    #expect(!page.contains("on shift: nobody"))
  }

  @Test("People who are to be left out are in no file") func hiddenReps() throws {
    var site = Self.site
    site.settings.hidesReps = true
    for (path, bytes) in try site.files() {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("Ada"), "\(path) names a rep")
    }
  }

  @Test("A thin week leads with weekdays, hours and a map of several weeks with its dates") func thin() throws
  {
    var site = SampleSite()
    // Three weeks of one lead in each of ten slots: thin each, and pooled too few as well.
    site.rows = (0..<30).map { .init(team: 0, minute: 480 + $0 % 10 * 30, answered: 60, week: $0 / 10) }
    site.teams = ["North"]
    for path in ["teams/north/2026-W47.html", "index.html"] {
      let page = try HonestWordsTests.page(site, path)
      #expect(page.contains("Week 47 by weekday and hour"))
      #expect(page.contains("weeks 46–47 pooled, 9–22 November 2026"))
      #expect(page.contains("<title>Monday 08:00: 100.0% (1 of 1) within 60 min</title>"))
      #expect(
        page.firstRange(of: "pooled, 9–22")!.lowerBound < page.firstRange(of: "Week 47 by itself")!.lowerBound
      )
    }
  }

  @Test("A slot whose leads are all too young has the dash of the key, in the map and in the table")
  func young()
    throws
  {
    // Monday 08:00 of South, the only slot of its week.
    let week = try HonestWordsTests.page(SampleSite(), "teams/south/2026-W48.html")
    #expect(week.contains("</svg>too young to judge</span>"))
    #expect(week.contains("–<i>0"))
    #expect(week.contains("<g class=\"da\"><text x="))
  }

  @Test("The first page leads with weekdays and hours where its week is thin") func thinHome() throws {
    let home = try HonestWordsTests.page(SampleSite(), "index.html")
    let strips = try #require(home.range(of: "Week 47 by weekday and hour"))
    #expect(strips.lowerBound < (try #require(home.range(of: "id=\"map\""))).lowerBound)
  }

  @Test("A thin team has weekdays and hours before its map") func thinTeam() throws {
    let team = try HonestWordsTests.page(SampleSite(), "teams/north/index.html")
    let strips = try #require(team.range(of: "All time by weekday and hour"))
    #expect(strips.lowerBound < (try #require(team.range(of: "id=\"map\""))).lowerBound)
  }

  @Test("What is incomplete is called so where it is shown, and weeks have their dates")
  func datesAndIncomplete()
    throws
  {
    let week = try HonestWordsTests.page(SampleSite(), "teams/north/2026-W47.html")
    #expect(week.contains("<title>North, week 47, 16–22 November 2026 · Lead response</title>"))
    let all = try HonestWordsTests.page(SampleSite(), "weeks/2026-W47.html")
    #expect(all.contains("Week 48, 23–29 November 2026 · incomplete"))
    let team = try HonestWordsTests.page(SampleSite(), "teams/south/index.html")
    #expect(team.contains("(9–15 November 2026) the rate was"))
  }

  @Test("That a team has no leads any more is said on its page") func silence() throws {
    var site = SampleSite()
    // The data end on the Thursday of week 48.
    site.rows =
      (0...2).map { .init(team: 0, minute: 480, answered: 60, week: $0) } + [.init(team: 1, minute: 480)]
    let south = try HonestWordsTests.page(site, "teams/south/index.html")
    #expect(south.contains("No leads have come in the one week since then."))
    for path in ["index.html", "teams/north/index.html"] {
      #expect(!(try HonestWordsTests.page(site, path)).contains("since then"))
    }
  }

  @Test("Every page's values are after its schema") func valuesKeepTheirSchema() throws {
    for sample in [Self.site, SampleSite()] {
      let intake = sample.intake
      let site = try Site(
        analysis: Analysis(intake: intake, schedule: sample.schedule, rules: sample.rules), intake: intake,
        schedule: sample.schedule, settings: sample.settings,
        templates: CheckedTemplates(sample.templates, settings: sample.settings))
      for page in site.pages {
        guard let values = site.values(of: page) else { continue }
        let kind = try #require(page.narrative.flatMap(NarrativePage.init))
        #expect(kind.schema.violations(by: values) == [], "\(site.addresses.path(of: page))")
      }
    }
  }

  @Test("The first paragraph stands beside the number, the rest below the map") func commentary() {
    let whole = Commentary(Array("<p>One.</p>\n<p>Two.</p>\n".utf8))
    #expect(whole.sentence.string == "<p>One.</p>")
    #expect(whole.rest.string == "<p>Two.</p>\n")
    let list = Commentary(Array("<ul><li>One</li></ul>\n".utf8))
    #expect(list.sentence.string.isEmpty)
    #expect(list.rest.string == "<ul><li>One</li></ul>\n")
  }

  @Test(
    "Pages are as they were last approved",
    arguments: [
      "index", "teams/index", "teams/north/index", "teams/north/2026-W46", "teams/north/2026-W47",
      "weeks/2026-W46",
      "months/2026-11",
    ])
  func goldens(path: String) throws {
    let page = try Self.page(path + ".html")
    let main = page[
      try #require(page.firstRange(of: "<div class=\"lead"))
        .lowerBound..<(try #require(page.firstRange(of: "</main>"))).lowerBound]
    let lines = main.replacing("><", with: ">\n<")
    let golden = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Goldens/\(path.replacing("/", with: "-")).html")
    guard let expected = try? String(contentsOf: golden, encoding: .utf8) else {
      try FileManager.default.createDirectory(
        at: golden.deletingLastPathComponent(), withIntermediateDirectories: true)
      try lines.write(to: golden, atomically: true, encoding: .utf8)
      Issue.record(
        "There was no golden \(golden.lastPathComponent). It has been written: read it before it is kept.")
      return
    }
    #expect(lines == expected, "\(golden.lastPathComponent): delete it, run again and read what is written")
  }
}

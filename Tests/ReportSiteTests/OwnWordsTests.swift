import LeadMetrics
import LeadModel
import Testing

@testable import ReportSite

@Suite("What authors write of their own")
struct OwnWordsTests {
  /// A site of which one narrative is another.
  static func page(_ path: String, _ narrative: String, _ text: String, of sample: SampleSite = SampleSite())
    throws -> String
  {
    var sample = sample
    sample.templates.files["narrative/\(narrative).md"] = text
    return String(decoding: try #require(try sample.file(path)), as: UTF8.self)
  }

  @Test(
    "Every part of a page has its name once, also where an author places it again",
    arguments: Block.allCases.map(\.rawValue))
  func ids(block: String) throws {
    let page = try Self.page("teams/north/2026-W47.html", "team-week", "Said.\n\n{{\(block)}}\n")
    let ids = page.matches(of: #/ id="([^"]+)"/#).map { String($0.1) }
    #expect(Set(ids).count == ids.count, "\(ids)")
    #expect(ids.contains("map") && ids.contains("change"))
  }

  @Test("A rate that there is not has no counts either") func fraction() throws {
    // The one lead of the third week is too young.
    let page = try Self.page("weeks/2026-W48.html", "week", "{{rate}} is {{rate.fraction}}, {{leads}} came.")
    #expect(page.contains("<p>– is –, 1 came.</p>"))
    #expect(
      page.contains(
        #"<meta name="description" content="All teams, week 48: 1 lead, none judged so far.">"#))
  }

  @Test(
    "Findings on the page of all teams lead to the first page, which shows them", arguments: [true, false])
  func findings(isSlot: Bool) throws {
    var sample = ValueTests.noon
    if isSlot { sample.schedule = Schedule() }
    let page = try Self.page(
      "teams/index.html", "teams", "{{#findings}}\n- [{{subject}}]({{link}})\n{{/findings}}\n", of: sample)
    let links = page.matches(of: #/<li><a href="([^"]+)">/#).map { String($0.1) }
    #expect(links.contains("../index.html#\(isSlot ? "map" : "coverage")"), "\(links)")
    let home = String(decoding: try #require(try sample.file("index.html")), as: UTF8.self)
    for link in links where link.hasPrefix("../index.html#") {
      #expect(home.contains(" id=\"\(link.dropFirst("../index.html#".count))\""), "\(link)")
    }
  }

  @Test("All of it is said where there are no leads", arguments: ["home", "teams"])
  func noLeads(narrative: String) throws {
    var sample = SampleSite()
    sample.rows = []
    let path = narrative == "home" ? "index.html" : "teams/index.html"
    let page = try Self.page(path, narrative, "First.\n\nSecond, {{leads.phrase}}.\n", of: sample)
    #expect(page.contains("<p>First.</p>") && page.contains("<p>Second, no leads.</p>"))
    #expect(narrative == "teams" || page.contains(": no leads.\">"))
  }

  @Test("The page about the numbers can lead to every other") func links() throws {
    let text = "[a]({{link.home}}) [b]({{link.data_quality}})"
    #expect(
      try Self.page("about.html", "about", text).contains(
        "<a href=\"index.html\">a</a> <a href=\"data-quality.html\">b</a>"))
  }

  @Test("A link that lacks the folder of a page is told with it") func folder() throws {
    var sample = SampleSite()
    sample.templates.files["narrative/about.md"] = "[x](north/index.html)\n"
    #expect(
      try sample.site().deadLinks.map(\.message) == [
        "the link to 'north/index.html' leads nowhere on about.html (did you mean 'teams/north/index.html'?)"
      ])
  }
}

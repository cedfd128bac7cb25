import LeadModel
import Testing

@testable import ReportSite

@Suite("Teams beside each other")
struct CompareTests {
  /// Monday at nine: of 110 leads each, North answers 74 in time and South 60.
  static var site: SampleSite {
    var site = SampleSite()
    site.rules.slotMinutes = 60
    site.rows = [74, 60].enumerated().flatMap { team, within in
      (0..<110).map { .init(team: team, minute: 540 + $0 % 60, answered: $0 < within ? 60 : 7_200) }
    }
    return site
  }

  private func page(_ path: String, _ site: SampleSite = site) throws -> String {
    String(decoding: try #require(try site.file(path)), as: UTF8.self)
  }

  @Test("Head to head says the difference, its interval and whether chance explains it") func duel() throws {
    let page = try page("compare/north--south.html")
    #expect(
      page.contains("North less South: +12.7 points (\u{2212}0.2 to +25.0), which may be chance."))
    #expect(page.contains("<title>Monday 09:00: +12.7 points; North 74 of 110, South 60 of 110</title>"))
    #expect(page.contains("href=\"../teams/south/index.html\""))
  }

  @Test("A team whose name is written from right to left leaves the numbers beside it in their order")
  func direction() throws {
    var site = Self.site
    site.teams = ["North", "فريق"]
    let built = try site.site()
    let duel = try #require(built.pages.first { if case .duel = $0 { true } else { false } })
    let page = try page(built.addresses.path(of: duel), site)
    #expect(page.contains("North less \u{2068}فريق\u{2069}: +12.7 points"))
    #expect(page.contains("points; North 74 of 110, \u{2068}فريق\u{2069} 60 of 110</title>"))
    let style = try #require(site.templates.files["theme/site.css"])
    #expect(style.contains("a, b, i, small, span, strong { unicode-bidi: isolate; }"))
  }

  @Test("On paper the maps of both teams stay, and nothing is dark") func paper() throws {
    let style = try #require(Self.site.templates.files["theme/site.css"])
    #expect(style.contains("  .two[id], .block .two { display: none; }\n"))
    #expect(try page("compare/north--south.html").contains("</figure><div class=\"two\"><figure"))
    #expect(!style.contains("@media (prefers-color-scheme"))
  }

  @Test("A difference that shows as 0.0 is level, and one of too few leads has no verdict") func level()
    throws
  {
    func words(_ leads: [(within: Int, of: Int)]) throws -> String {
      var site = Self.site
      site.rows = leads.enumerated().flatMap { team, leads in
        (0..<leads.of).map {
          .init(team: team, minute: 540 + $0 % 60, answered: $0 < leads.within ? 60 : 7_200)
        }
      }
      return try page("compare/north--south.html", site)
    }
    #expect(
      try words([(60, 110), (60, 110)]).contains("North and South are level (\u{2212}12.9 to +12.9 points)."))
    #expect(try words([(0, 4), (100, 100)]).contains("with too few leads to tell."))
  }

  @Test("A pair is judged beside all pairs, on its page as in the overview") func family() throws {
    func site(_ within: [Int]) -> SampleSite {
      var site = Self.site
      site.teams = Array(["North", "South", "West"].prefix(within.count))
      site.rows = within.enumerated().flatMap { team, within in
        (0..<110).map { .init(team: team, minute: 540 + $0 % 60, answered: $0 < within ? 60 : 7_200) }
      }
      return site
    }
    // 77 of 110 and 60 of 110: 0.026 by Fisher's test, and as the least of three 0.077.
    let (two, three) = (site([77, 60]), site([77, 60, 69]))
    #expect(try page("compare/north--south.html", two).contains("), more than chance explains."))
    #expect(try page("compare/index.html", two).contains("<b><a href=\"north--south.html\">+15.5</a></b>"))
    #expect(
      try page("compare/north--south.html", three).contains(
        "), which may be chance where all pairs are judged together."))
    #expect(try page("compare/index.html", three).contains("<td><a href=\"north--south.html\">+15.5</a>"))
  }

  @Test("The overview of pairs links to each, in either direction") func pairs() throws {
    let page = try page("compare/index.html")
    #expect(page.contains("<a href=\"north--south.html\">+12.7</a>"))
    #expect(page.contains("<a href=\"north--south.html\">\u{2212}12.7</a>"))
    #expect(try self.page("index.html").contains("href=\"compare/index.html\""))
  }

  @Test("The leaderboard says what a team lacks to overtake the next") func leaderboard() throws {
    // 60 + 14 is only as much as 74; 75 overtakes.
    let page = try page("teams/index.html")
    #expect(page.contains("<td class=\"spare\">15 leads<"))
    #expect(
      page.contains(
        "<title>Monday 09:00: North 67.3% (74 of 110), others 54.5%, within chance</title>"))
  }

  @Test("A team's page has it against the others, and what could be won") func against() throws {
    let page = try page("teams/south/index.html")
    #expect(page.contains("South less all other teams: \u{2212}12.7 points"))
    // All teams: 134 of 220; at that rate 67 of South's 110.
    #expect(page.contains("<td>60.9%<td>7.0<"))
    #expect(page.contains("No slot is above the others by more than chance explains."))
  }

  @Test("One team has nothing to be compared with") func alone() throws {
    var site = Self.site
    site.teams = ["North"]
    site.rows = site.rows.filter { $0.team == 0 }
    let files = try site.files()
    #expect(!files.keys.contains { $0.hasPrefix("compare/") })
    #expect(!String(decoding: try #require(files["index.html"]), as: UTF8.self).contains("Compare"))
  }

  @Test("With more than twelve teams those with most leads are compared, and every pair has its address")
  func many() throws {
    var site = SampleSite()
    site.teams = (1...14).map { "Team \($0)" }
    site.rows = (0..<14).flatMap { team in (0...team).map { .init(team: team, minute: $0, answered: 60) } }
    let made = try site.site()
    let paths = made.pages.map(made.addresses.path)
      .filter { $0.hasPrefix("compare/") }
    #expect(Set(paths).count == 12 * 11 / 2 + 1)
    #expect(paths.contains("compare/team-3--team-4.html"))
    #expect(!paths.contains { $0.contains("team-2-") })
  }

  @Test("The key of who answers best has the teams that a slot shows, and what else is there") func winners()
    throws
  {
    // Three teams at nine; South is nowhere ahead.
    var site = Self.site
    site.teams = ["North", "South", "West"]
    site.rows += (0..<110).map {
      .init(team: 2, weekday: .tuesday, minute: 540 + $0 % 60, answered: $0 < 110 ? 60 : nil)
    }
    let page = try page("teams/index.html", site)
    #expect(page.contains("</i>1 West</span>") && page.contains("</i>2 North</span>"))
    #expect(!page.contains("3 South"))
    #expect(page.contains("one team only") && !page.contains("= a tie"))
    // Thirteen teams, each alone at its hour.
    site.teams = (1...13).map { "Team \($0)" }
    site.rows = (0..<13).flatMap { team in
      (0..<(5 + team)).map { .init(team: team, minute: 60 * team + $0, answered: 60) }
    }
    let many = try self.page("teams/index.html", site)
    #expect(many.contains("</i>12 another team</span>") && !many.contains("</i>13"))
  }

  @Test("Where one team is all there is, its name stands for all") func only() throws {
    var site = Self.site
    site.teams = ["North"]
    site.rows = site.rows.filter { $0.team == 0 }
    let week = try page("weeks/2026-W46.html", site)
    #expect(week.contains("<h1>North, week 46</h1>") && !week.contains("All teams"))
    #expect(week.contains(">Overview</a>"))
    let teams = try page("teams/index.html", site)
    #expect(teams.contains("answered within an hour, 9–26 November 2026."))
    #expect(try page("teams/index.html").contains("answered within an hour by all teams together"))
    site.teams = [Team.none]
    #expect(try page("weeks/2026-W46.html", site).contains("<h1>All teams, week 46</h1>"))
  }

  @Test("Where no slot has enough leads, none is said to be well, and nothing to be within chance") func few()
    throws
  {
    var site = Self.site
    site.rows = (0..<2).map { .init(team: $0, minute: 540, answered: 60) }
    let page = try page("teams/south/index.html", site)
    #expect(page.contains("No slot has enough leads.") && !page.contains("In no slot with enough leads"))
    #expect(page.contains("Nothing within the team could be compared with enough leads on both sides."))
    #expect(!page.contains("beyond chance when all pages"))
    #expect(
      try self.page("teams/north/index.html", InsightTests.week(late: 0)).contains(
        "Nothing within the team is beyond chance"))
    let board = "A dash: fewer than 5 leads in time were to be expected."
    #expect(try self.page("teams/index.html", site).contains(board))
    #expect(try !self.page("teams/index.html").contains(board))
  }
}

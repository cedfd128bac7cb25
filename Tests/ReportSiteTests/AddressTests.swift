import LeadModel
import Testing

@testable import ReportSite

struct AddressTests {
  let addresses = Addresses(teams: [team("North"), team("north"), team("South")])
  let week = Period.week(ISOWeek(year: 2026, week: 46)!)
  let month = Period.month(YearMonth(containing: CivilDate(year: 2026, month: 11, day: 9)!))

  static func team(_ name: String, isUnnamed: Bool = false) -> Team {
    Team(name: name, isUnnamed: isUnnamed, zone: .floating)
  }

  @Test("Pages are where the site's plan says")
  func paths() {
    #expect(addresses.path(of: .home) == "index.html")
    #expect(addresses.path(of: .teams) == "teams/index.html")
    #expect(addresses.path(of: .team(0)) == "teams/north/index.html")
    #expect(addresses.path(of: .teamPeriod(0, week)) == "teams/north/2026-W46.html")
    #expect(addresses.path(of: .teamPeriod(0, month)) == "teams/north/2026-11.html")
    #expect(addresses.path(of: .period(week)) == "weeks/2026-W46.html")
    #expect(addresses.path(of: .period(month)) == "months/2026-11.html")
    #expect(addresses.path(of: .dataQuality) == "data-quality.html")
    #expect(addresses.path(of: .about) == "about.html")
    #expect(addresses.path(of: .notFound) == "404.html")
  }

  @Test("Downloads lie beside their page")
  func downloads() {
    #expect(addresses.path(of: .csv, of: .teamPeriod(0, week)) == "teams/north/data/2026-W46.csv")
    #expect(addresses.path(of: .json, of: .period(week)) == "weeks/data/2026-W46.json")
    #expect(addresses.path(of: .svg, of: .team(0)) == "teams/north/data/all.svg")
    #expect(addresses.path(of: .json, of: .home) == "data/all.json")
  }

  @Test("Links are relative and name their file")
  func links() {
    #expect(addresses.link(from: .home, to: .home) == "index.html")
    #expect(addresses.link(from: .home, to: .teamPeriod(0, week)) == "teams/north/2026-W46.html")
    #expect(addresses.link(from: .teamPeriod(2, week), to: .teamPeriod(0, week)) == "../north/2026-W46.html")
    #expect(addresses.link(from: .teamPeriod(0, week), to: .team(0)) == "index.html")
    #expect(addresses.link(from: .teamPeriod(0, week), to: .home) == "../../index.html")
    #expect(addresses.link(from: .period(week), to: .teamPeriod(0, week)) == "../teams/north/2026-W46.html")
    #expect(addresses.link(from: .teams, to: .home, at: "maps") == "../index.html#maps")
    #expect(addresses.link(from: .teams, to: .teams, at: "maps") == "#maps")
    #expect(addresses.link(from: .teams, to: "assets/site.css") == "../assets/site.css")
  }

  @Test("Following any link from any page arrives at the page it was made for")
  func everyLink() {
    let pages: [Page] =
      [.home, .teams, .weeks, .months, .dataQuality, .about, .notFound, .period(week), .period(month)]
      + (0..<3).flatMap { [.team($0), .teamPeriod($0, week), .teamPeriod($0, month)] }
    #expect(Set(pages.map { addresses.path(of: $0).lowercased() }).count == pages.count)
    for page in pages {
      for target in pages {
        var folder = addresses.path(of: page).split(separator: "/").dropLast()
        for step in addresses.link(from: page, to: target).split(separator: "/") {
          if step == ".." { folder.removeLast() } else { folder.append(step) }
        }
        #expect(folder.joined(separator: "/") == addresses.path(of: target))
      }
    }
  }

  @Test("The team without a name is not the team that is called so")
  func unnamed() {
    let both = Addresses(teams: [Self.team("(no team)"), Self.team("(no team)", isUnnamed: true)])
    #expect(both.slugs[0] != both.slugs[1])
    #expect(both.slugs[1] == "no-team")
  }

  @Test("Where no lead names a team, the configured name is the address")
  func onlyUnnamed() {
    #expect(Addresses(teams: [Self.team("All leads", isUnnamed: true)]).slugs == ["all-leads"])
  }

  @Test("A new team moves no other")
  func stable() {
    let more = Addresses(teams: ["Aachen", "NORTH", "North", "South", "north"].map { Self.team($0) })
    #expect([more.slugs[2], more.slugs[4], more.slugs[3]] == addresses.slugs)
  }

  @Test("A pair has one address whichever other teams there are, and shares it with no other pair")
  func pairs() {
    #expect(addresses.path(of: .duel(0, 2)) == "compare/north--south.html")
    let names = ["A", "B", "C", "A B", "B C", "A B C", "a", "a b", "-", ""]
    let all = Addresses(teams: names.map { Self.team($0) })
    let pairs = names.indices.flatMap { left in names.indices.map { (left, $0) } }.filter { $0 != $1 }
    #expect(Set(pairs.map { all.path(of: .duel($0, $1)) }).count == pairs.count)
    for (left, right) in pairs {
      let alone = Addresses(teams: [Self.team(names[left]), Self.team(names[right])])
      #expect(alone.path(of: .duel(0, 1)) == all.path(of: .duel(left, right)))
    }
  }
}

struct OutputFileTests {
  @Test(
    "Paths that leave the folder, hide or mean something else somewhere are unsafe",
    arguments: [
      "", "/etc/passwd", "..", "../x", "a/../b", "a//b", "a/", "./a", ".hidden", "a\\b", "C:", "con",
      "a/CON.html",
      "aux.tar.gz", "lpt9", "a b", "ä", "a\u{0}", "-rf", "x.", "%2e%2e", String(repeating: "x", count: 121),
    ])
  func unsafe(path: String) { #expect(!OutputFile.isSafe(path)) }

  @Test(
    "The site's own paths are safe",
    arguments: [
      "index.html", "404.html", "assets/site.0a1b.css", "teams/north-3b7c/data/2026-W46.json",
      "weeks/console.html",
    ])
  func safe(path: String) { #expect(OutputFile.isSafe(path)) }

  @Test("An unsafe path never becomes a file")
  func traps() async {
    await #expect(processExitsWith: .failure) { _ = OutputFile(path: "../x", bytes: []) }
  }
}

import LeadModel

/// Where every page is, and how one page links to another.
///
/// Links are relative and name their file (`../north/2026-W46.html`), so that the site works from a folder, from a
/// zip and under any path of a server.
struct Addresses: Hashable, Sendable {
  /// The folder of each team below `teams/`, by its position in the table's teams.
  let slugs: [String]

  /// The addresses of a site with those teams.
  init(teams: [Team]) {
    slugs = teams.map { team in
      // Where no lead names a team, the only one has a configured name and nothing to be told apart from. With other
      // teams, be they left out of this site, it has the name of those that have none.
      if team.isUnnamed {
        teams.count == 1 && team.name != Team.none
          ? Slug.bare(team.name) ?? Slug.of(team.name) : Slug.unnamed
      } else {
        Slug.of(team.name)
      }
    }
  }

  /// The path of a page, relative to the site's folder.
  func path(of page: Page) -> String {
    switch page {
    case .home, .period(.all): "index.html"
    case .teams: "teams/index.html"
    case .team(let team), .teamPeriod(let team, .all): "teams/\(slugs[team])/index.html"
    case .teamPeriod(let team, let period): "teams/\(slugs[team])/\(period).html"
    case .compare: "compare/index.html"
    // No slug has two hyphens in a row nor one at an end, so they part every pair in one way only.
    case .duel(let left, let right): "compare/\(slugs[left])--\(slugs[right]).html"
    case .weeks: "weeks/index.html"
    case .months: "months/index.html"
    case .period(.week(let week)): "weeks/\(week).html"
    case .period(.month(let month)): "months/\(month).html"
    case .dataQuality: "data-quality.html"
    case .about: "about.html"
    case .notFound: "404.html"
    }
  }

  /// The path of a page's download, relative to the site's folder: `teams/north/data/2026-W46.csv`. The first page
  /// of a folder is called `all`, since it is about all time.
  func path(of download: Download, of page: Page) -> String {
    let path = path(of: page)
    let start = path.utf8.lastIndex(of: UInt8(ascii: "/")).map(path.utf8.index(after:)) ?? path.startIndex
    let file = path[start...].prefix { $0 != "." }
    return "\(path[..<start])data/\(file == "index" ? "all" : file).\(download.rawValue)"
  }

  /// A link from a page to another, or to a place in it.
  func link(from page: Page, to target: Page, at fragment: String? = nil) -> String {
    // A page links to a place in itself without loading itself again.
    if page == target, let fragment { return "#" + fragment }
    return link(from: page, to: path(of: target)) + (fragment.map { "#" + $0 } ?? "")
  }

  /// A link from a page to a file of the site, given by its path relative to the site's folder.
  func link(from page: Page, to path: String) -> String {
    // Folders both have in common, to their last slash.
    let (here, there, slash) = (self.path(of: page).utf8, path.utf8, UInt8(ascii: "/"))
    var shared = 0
    for (position, bytes) in zip(here, there).enumerated() {
      if bytes.0 != bytes.1 { break }
      if bytes.0 == slash { shared = position + 1 }
    }
    let up = here.dropFirst(shared).count { $0 == slash }
    return String(repeating: "../", count: up) + String(there.dropFirst(shared))!
  }
}

/// The forms in which a page's numbers and maps can be had.
enum Download: String, Hashable, Sendable, CaseIterable {
  case csv, json, svg
  /// Who answers best slot by slot.
  case winners = "winners.csv"

  /// What a link to it says.
  var name: String { self == .winners ? "CSV of who wins each slot" : rawValue.uppercased() }
}

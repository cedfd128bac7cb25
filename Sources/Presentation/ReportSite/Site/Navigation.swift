import LeadMetrics
import LeadModel

/// A link of the frame around a page.
struct NavigationLink: Hashable, Sendable {
  /// What it says, plain text.
  var name: String
  /// Relative to the page it is on.
  var href: String
  /// `page` if it leads to the page it is on, `true` if that page lies below it.
  var current: String?
}

extension Site {
  /// What a page is called where it is one of many: `North`, `Week 46`.
  func name(of page: Page) -> String {
    switch page {
    case .home, .period(.all): "Overview"
    case .teams: "Teams"
    case .team(let team), .teamPeriod(let team, .all): shown(analysis.teams[team].name)
    case .compare: "Compare"
    case .duel(let left, let right): "\(name(of: .team(left))) and \(name(of: .team(right)))"
    case .weeks: "Weeks"
    case .months: "Months"
    case .teamPeriod(_, let period), .period(let period): Words.period(period).capitalizedFirst
    case .dataQuality: "Data quality"
    case .about: "About"
    case .notFound: "Not found"
    }
  }

  /// A name that a person wrote, cut where it would break the frame of a page.
  private func shown(_ name: String) -> String { name.count <= 60 ? name : name.prefix(59) + "…" }

  /// The main navigation as seen from a page.
  func sections(from page: Page) -> [NavigationLink] {
    let section = trailPages(to: page).first ?? page
    return [Page.home, .teams, .compare, .weeks, .months, .dataQuality, .about].filter(has).map { target in
      NavigationLink(
        name: name(of: target), href: addresses.link(from: page, to: target),
        current: target == page ? "page" : target == section ? "true" : nil)
    }
  }

  /// The pages above a page, outermost first; none for those of the main navigation.
  func trail(to page: Page) -> [NavigationLink] {
    trailPages(to: page).map { NavigationLink(name: name(of: $0), href: addresses.link(from: page, to: $0)) }
  }

  private func trailPages(to page: Page) -> [Page] {
    switch page {
    case .team: [.teams]
    case .teamPeriod(let team, _): [.teams, .team(team)]
    case .duel: [.compare]
    case .period(.week): [.weeks]
    case .period(.month): [.months]
    default: []
    }
  }

  /// The nearest earlier and later period of the same kind and scope that has a page.
  func neighbours(of page: Page) -> (earlier: NavigationLink?, later: NavigationLink?) {
    guard let period = page.period, period != .all, let scope = page.scope else { return (nil, nil) }
    let info = analysis.info(scope, period)
    func link(_ period: Period?) -> NavigationLink? {
      guard let period else { return nil }
      let target = page.team.map { Page.teamPeriod($0, period) } ?? .period(period)
      let name =
        if case .week = period { "\(Words.period(period).capitalizedFirst), \(Words.dates(of: period))" } else
        {
          Words.period(period)
        }
      return NavigationLink(
        name: name + (analysis.isComplete(scope, period) ? "" : " · incomplete"),
        href: addresses.link(from: page, to: target))
    }
    return (link(info.earlier), link(info.later))
  }

  /// From a page about one team, or all of them in a period: the same of all teams and of each. A team without
  /// leads in the period is represented by its own page.
  func others(of page: Page) -> [NavigationLink] {
    guard let period = page.period, page != .home, page != .teams else { return [] }
    // With so many teams the list of teams serves better, and pages stay small.
    guard analysis.teams.count <= 60 else { return [] }
    let everyone = NavigationLink(
      name: onlyTeam == nil ? "All teams" : name(of: .home),
      href: addresses.link(from: page, to: period == .all ? .home : .period(period)),
      current: page.team == nil ? "page" : nil)
    return [everyone]
      + analysis.teams.indices.map { team in
        let own = link(from: page, to: period == .all ? .team(team) : .teamPeriod(team, period))
        return NavigationLink(
          name: name(of: .team(team)), href: own ?? addresses.link(from: page, to: .team(team)),
          current: team == page.team ? "page" : nil)
      }
  }

  /// The cut-off in words: `15 November 2026, 23:52 (America/New_York)`; nil without any row. A cut-off
  /// that is a date is told as its end, and not as the beginning of the next day.
  var through: String? {
    let zone = analysis.zone.name.map { " (\($0))" } ?? ""
    return analysis.end.map { "\($0.day.longName), \(Words.clock($0.minuteOfDay))\(zone)" }
  }

  /// `4,312 rows read, none rejected.` Of one team alone `Leads of North alone.`
  var rowsRead: String {
    if !intake.isWhole { return "Leads of \(name(of: .team(0))) alone." }
    let read = intake.sources.reduce(0) { $0 + $1.read.rows }
    let rejected = intake.sources.reduce(0) { $0 + $1.rejected.rows }
    return "\(Words.count(read, "row")) read, \(rejected == 0 ? "none" : Words.count(rejected)) rejected."
  }
}

import LeadModel

/// What a page of the site is, whatever its address.
package enum Page: Hashable, Sendable {
  /// How are we doing: all teams.
  case home
  /// The leaderboard.
  case teams
  /// One team; its position in the table's teams.
  case team(Int)
  /// One team in a week or a month; in ``LeadModel/Period/all`` it is the team's own page.
  case teamPeriod(Int, Period)
  /// Every team beside every other, and one beside another: their positions, the smaller first.
  case compare
  case duel(Int, Int)
  /// The list of all weeks, and of all months.
  case weeks
  case months
  /// All teams in a week or a month; in ``LeadModel/Period/all`` it is the first page.
  case period(Period)
  /// What was read, dropped and why.
  case dataQuality
  /// How every number is made.
  case about
  /// What a server shows where there is nothing. It stands alone and links to nothing.
  case notFound

  /// The team the page is about, if it is about one.
  var team: Int? {
    switch self {
    case .team(let team), .teamPeriod(let team, _): team
    default: nil
    }
  }

  /// The week or month the page is about; ``LeadModel/Period/all`` for those about all time; nil where the page
  /// shows no leads.
  var period: Period? {
    switch self {
    case .home, .teams, .team: .all
    case .teamPeriod(_, let period), .period(let period): period
    case .compare, .duel, .weeks, .months, .dataQuality, .about, .notFound: nil
    }
  }
}

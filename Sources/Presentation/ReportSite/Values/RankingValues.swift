import LeadMetrics
import LeadModel
import Narrative

/// The teams of a period in order, as a page tells it.
struct ToldRanking {
  let site: Site
  let page: Page
  let period: Period
  let ranking: Ranking
  /// Who answers best, slot by slot.
  let winners: Once<[SlotWinner]>

  /// The order of the leaderboard of a period.
  init(_ period: Period, site: Site, page: Page) {
    (self.site, self.page, self.period) = (site, page, period)
    ranking = site.rankings[period]
    winners = Once { site.analysis.winners(period) }
  }

  /// The teams with leads, as the leaderboard has them.
  var standings: [ToldStanding] { ranking.standings.indices.map(standing(at:)) }

  /// A team's place; nil without leads.
  func standing(of team: Int) -> ToldStanding? { ranking.places[team].map(standing(at:)) }

  func standing(at place: Int) -> ToldStanding {
    ToldStanding(ranking: ranking, place: place, site: site, page: page, period: period)
  }

  var ranked: [ToldStanding] { standings.filter { $0.standing.rank != nil } }
  var best: ToldPlace? { place(of: ranked.first) }
  /// Absent where all are equal.
  var last: ToldPlace? { ranked.last?.standing.rank == 1 ? nil : place(of: ranked.last) }
  /// The best rate less the lowest.
  var gap: Change? {
    guard let best, let last else { return nil }
    return Change(best.tallied.ratio, after: last.tallied.ratio)
  }

  private func place(of standing: ToldStanding?) -> ToldPlace? {
    guard let standing else { return nil }
    let same = ranked.filter { $0.standing.rank == standing.standing.rank }
    return ToldPlace(names: same.map(\.name), tallied: standing.tallied)
  }
}

/// A team in a ranking.
struct ToldStanding {
  let ranking: Ranking
  /// Where it is among the ranking's teams.
  let place: Int
  let site: Site
  let page: Page
  let period: Period

  var standing: Standing { ranking.standings[place] }
  /// How many teams have its rank, itself among them; 1 without one.
  var sharers: Int { standing.rank.map { ranking.sharers[$0]! } ?? 1 }
  /// Whether another team has the same rank.
  var isTied: Bool { sharers > 1 }
  /// Against the period before; nil without a rank or a comparison.
  var change: Change? { ranking.changes[place] }
  /// The rank as tables have it, an en dash without one; blank where there is no other to rank among.
  var rankText: String {
    standing.rank.map { ranking.rankedCount > 1 ? "\($0)" : "" } ?? Words.none
  }
  /// Whether that is of the same weekdays and times only.
  var isLikeForLike: Bool { ranking.likeForLike[place] }
  /// What can be said of it beside the changes of all other teams.
  var verdict: Verdict? { ranking.verdicts[place] }

  var name: String { site.analysis.teams[standing.team].name }
  var path: String { site.addresses.path(of: Scope.team(standing.team).page(period)) }
  var link: String { site.addresses.link(from: page, to: path) }
  var tallied: Tallied {
    site.tallied(standing.counts, timing: standing.timing)
  }
  /// nil without one.
  var target: Ratio? { site.target(.team(standing.team)) }
  /// nil without a target, or with nothing judged.
  var toTarget: CatchUp? {
    target.flatMap { target in
      tallied.ratio.isDefined ? CatchUp(tallied.ratio, reaching: target) : nil
    }
  }
  /// Whether it has leads enough for a rank, and a rate below its target, exactly.
  var isBelowTarget: Bool {
    guard standing.rank != nil, let target else { return false }
    return tallied.ratio.compared(to: target) < 0
  }
}

/// The best or the worst of teams, weekdays or hours: those with that rate.
struct ToldPlace {
  let names: [String]
  /// Of one of them: their rates are equal, their counts may not be.
  let tallied: Tallied
}

extension Values {
  static let standing = ValueGroup<ToldStanding>([
    .text("name", "the team's name") { $0.name },
    .text("page", "the path of its page for the period, from the site’s folder") { $0.path },
    figures.of { $0.tallied },
    shares.of { $0.site.shares(of: $0.standing.counts) },
    .address("link", "the address of its page for the period") { $0.link },
    .quantity("rank", "1 for the best rate; an en dash with too few leads") { .whole($0.standing.rank) },
    .flag("is_tied", "whether another team has the same rank") { $0.isTied },
    .quantity("points", forms: Quantity.pointsForms, "its change against the period before") {
      .points($0.change)
    },
    .quantity("compared_rate", forms: Quantity.rateForms, Values.comparedRate) {
      .rate($0.isLikeForLike ? $0.change?.current : nil)
    },
    .flag("improved", "by more than chance explains") { $0.verdict == .improved },
    .flag("declined", "by more than chance explains") { $0.verdict == .declined },
    .quantity("standardised", forms: ["number"], "its rate if its leads came when everyone’s do") {
      .percent(tenths: $0.standing.standardised.tenths)
    },
    .quantity("catch_up", forms: ["phrase"], "leads in time that it lacks to overtake the next team") {
      .catchUp($0.standing.catchUp)
    },
    .flag("out_of_reach", "whether that takes more leads than were missed") {
      $0.standing.catchUp == .outOfReach
    },
    .quantity(
      "target", forms: ["number"],
      "the share of its leads that is to be answered in time; an en dash without one"
    ) {
      .percent(tenths: $0.target?.tenths)
    },
    .quantity("to_target", forms: ["phrase"], "leads in time that it lacks to its target, where it has one") {
      .catchUp($0.toTarget)
    },
  ])

  static let place = ValueGroup<ToldPlace>([
    tally.of { $0.tallied },
    .text("names", "its name, or theirs: North and South") { enumeration(of: $0.names, limit: 4) },
    .flag("is_tied", "whether they are several") { $0.names.count > 1 },
  ])

  static let ranking = ValueGroup<ToldRanking>([
    .list("teams", standing, "in the order of the leaderboard, unranked last") { $0.standings },
    .count("team_count", of: .teams, "teams with leads") { $0.standings.count },
    .count("ranked_count", of: .teams, "teams with enough leads for a rank") { $0.ranking.rankedCount },
    .object("winners", winners, "the slots of the week by who answers best there") {
      ToldWinners(ranking: $0)
    },
    .optional("best", place, "the team with the highest rate") { $0.best },
    .optional("last", place, "the team with the lowest rate, where not all are equal") { $0.last },
    .quantity("gap", forms: Quantity.pointsForms, "best less last, in points") { .points($0.gap) },
    .flag("gap_clear", "whether the gap is more than chance explains, beside those of all pairs") {
      $0.isGapClear
    },
    .list("pairs", pair, "the teams with most leads two by two, at most twelve") { $0.pairs },
    .list("improved", standing, "teams that improved by more than chance explains") {
      $0.standings.filter { $0.verdict == .improved }
    },
    .list("declined", standing, "teams that declined by more than chance explains") {
      $0.standings.filter { $0.verdict == .declined }
    },
    .list(
      "below_target", standing, "teams with enough leads for a rank and a rate below their target, best first"
    ) {
      $0.standings.filter(\.isBelowTarget)
    },
  ])
}

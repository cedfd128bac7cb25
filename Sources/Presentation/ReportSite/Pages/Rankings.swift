import LeadMetrics
import LeadModel

/// The teams of a period in order: made once for each, since the page of every team in it needs all of them.
final class Rankings: Sendable {
  private let analysis: Analysis
  private let known = Memo<Period, Ranking>()

  /// The rankings of an analysis.
  init(_ analysis: Analysis) { self.analysis = analysis }

  /// The teams in a period.
  subscript(period: Period) -> Ranking { known.value(period) { Ranking(period, analysis) } }
}

/// The teams of a period in order. A class, since all that is told of a team holds it.
final class Ranking: Sendable {
  /// As the leaderboard has them.
  let standings: [Standing]
  /// Where each team with leads is among them.
  let places: [Int: Int]
  /// How many teams have each rank.
  let sharers: [Int: Int]
  /// How many teams have a rank.
  var rankedCount: Int { sharers.values.reduce(0, +) }
  /// All teams, pooled.
  let total: Counts
  /// Of each against the period before; nil without a rank or a comparison.
  let changes: [Change?]
  /// Whether each change is of the same weekdays and times only.
  let likeForLike: [Bool]
  /// What can be said of each beside the changes of all others.
  let verdicts: [Verdict?]
  /// The teams that are compared two by two, every pair once.
  let pairs: Once<[Pair]>

  /// Whether the best and the last ranked team differ beyond chance: they were chosen for being farthest apart, so every
  /// pair is a candidate.
  let isGapClear: Once<Bool>

  /// One team beside another, by their places among ``standings``.
  struct Pair: Sendable {
    let left: Int
    let right: Int
    let change: Change?
    /// Beside all other pairs.
    let verdict: Verdict?
  }

  init(_ period: Period, _ analysis: Analysis) {
    let standings = analysis.leaderboard(period)
    self.standings = standings
    places = Dictionary(uniqueKeysWithValues: standings.enumerated().map { ($1.team, $0) })
    sharers = standings.compactMap(\.rank).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    total = standings.map(\.counts).total()
    changes = standings.map { standing in
      period == .all || standing.rank == nil
        ? nil : analysis.change(.team(standing.team), period)
    }
    likeForLike = standings.map { analysis.isLikeForLike(.team($0.team), period) }
    verdicts = Discoveries.verdicts(changes, analysis.rules)
    let (rules, headline) = (analysis.rules, analysis.headline)
    pairs = Once {
      let compared = Set(analysis.comparedTeams)
      let places = standings.indices.filter { compared.contains(standings[$0].team) }
        .sorted { standings[$0].team < standings[$1].team }
      let rates = places.map { standings[$0].counts.ratio(headline) }
      let all = places.indices.flatMap { left in
        (left + 1..<places.count).map {
          (places[left], places[$0], Change(rates[left], after: rates[$0]))
        }
      }
      return zip(all, Discoveries.verdicts(all.map(\.2), rules)).map { pair, verdict in
        Pair(left: pair.0, right: pair.1, change: pair.2, verdict: verdict)
      }
    }
    isGapClear = Once {
      let rates = standings.filter { $0.rank != nil }.map { $0.counts.ratio(headline) }
      guard rates.count > 1, let gap = Change(rates[0], after: rates[rates.count - 1]),
        gap.verdict(rules) == .improved
      else { return false }
      // Every two of them, the first and the last at the end of the first one's: of a thousand teams these are many.
      let found = Discoveries.among(
        rates.indices.flatMap { left in
          (left + 1..<rates.count).map { right in
            Change(rates[left], after: rates[right]).flatMap { $0.hasEnough(rules) ? $0.probability : nil }
          }
        })
      return found[rates.count - 2]
    }
  }
}

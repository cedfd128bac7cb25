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
  /// All teams, pooled.
  let total: Counts
  /// Of each against the period before; nil without a rank or a comparison.
  let changes: [Change?]
  /// What can be said of each beside the changes of all others.
  let verdicts: [Verdict?]

  init(_ period: Period, _ analysis: Analysis) {
    standings = analysis.leaderboard(period)
    places = Dictionary(uniqueKeysWithValues: standings.enumerated().map { ($1.team, $0) })
    sharers = standings.compactMap(\.rank).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    total = standings.map(\.counts).total()
    changes = standings.map { standing in
      period == .all || standing.rank == nil
        ? nil : analysis.change(.team(standing.team), period)
    }
    verdicts = Discoveries.verdicts(changes)
  }
}

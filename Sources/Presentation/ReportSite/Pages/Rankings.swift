import LeadMetrics
import LeadModel
import Synchronization

/// The teams of a period in order: made once for each, since the page of every team in it needs all of them.
final class Rankings: Sendable {
  private let analysis: Analysis
  private let known = Mutex<[Period: Ranking]>([:])

  /// The rankings of an analysis.
  init(_ analysis: Analysis) { self.analysis = analysis }

  /// The teams in a period.
  subscript(period: Period) -> Ranking {
    known.withLock { known in
      if let ranking = known[period] { return ranking }
      let ranking = Ranking(period, analysis)
      known[period] = ranking
      return ranking
    }
  }
}

/// The teams of a period in order.
struct Ranking: Sendable {
  /// As the leaderboard has them.
  let standings: [Standing]
  /// Of each against the period before; nil without a rank or a comparison.
  let changes: [Change?]
  /// What can be said of each beside the changes of all others.
  let verdicts: [Verdict?]

  init(_ period: Period, _ analysis: Analysis) {
    standings = analysis.leaderboard(period)
    changes = standings.map { standing in
      period == .all || standing.rank == nil
        ? nil : analysis.change(.team(standing.team), period)
    }
    verdicts = Discoveries.verdicts(changes)
  }
}

import LeadMetrics
import LeadModel

/// The teams of every period in order: made once, since each team's page in a period needs all of them.
struct Rankings: Sendable {
  private let rankings: [Period: Ranking]

  /// The rankings of an analysis.
  init(_ analysis: Analysis) {
    let periods =
      [Period.all] + analysis.weeks(.allTeams).map(Period.week) + analysis.months(.allTeams).map(Period.month)
    rankings = Dictionary(uniqueKeysWithValues: periods.map { ($0, Ranking($0, analysis)) })
  }

  /// The teams in a period that has a page.
  subscript(period: Period) -> Ranking { rankings[period]! }
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
        ? nil : analysis.comparison(.team(standing.team), period)?.change
    }
    verdicts = Discoveries.verdicts(changes)
  }
}

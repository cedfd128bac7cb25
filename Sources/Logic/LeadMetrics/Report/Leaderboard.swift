import LeadModel

/// A team's place among the teams in a period.
package struct Standing: Hashable, Sendable {
  /// Its position in ``Analysis/teams``.
  package let team: Int
  /// All its leads of the period.
  package let counts: Counts
  /// Their response times.
  package let timing: Timing
  /// Its rate with its hours allowed for.
  package let standardised: Standardised
  /// Leads in time that it lacks to overtake the team ranked just above it; nil for the first and the unranked.
  package let catchUp: CatchUp?
  /// 1 for the best rate; equal rates share the lower number and the next one is skipped. nil below
  /// `min_leads` judged.
  package let rank: Int?
}

extension Analysis {
  /// The teams with leads in a period, the best pooled rate first (ties: in order of ``teams``), then those
  /// below `min_leads`, unranked.
  package func leaderboard(_ period: Period) -> [Standing] {
    let entries = teams.indices.map { team in
      Entry(team: team, totals: totals(.team(team), period), cells: cells(.team(team), period))
    }.filter { $0.counts.leads > 0 }
    let all = entries.first.map { first in
      first.cells.indices.map { cell in entries.lazy.map { $0.cells[cell] }.total() }
    }
    func isRanked(_ entry: Entry) -> Bool { entry.counts.areEnough(rules) }
    func rate(_ entry: Entry) -> Ratio { entry.counts.ratio(headline) }
    let ranked = entries.filter(isRanked).sorted { left, right in
      let order = rate(left).compared(to: rate(right))
      return order == 0 ? left.team < right.team : order > 0
    }
    func standing(_ entry: Entry, rank: Int?, catchUp: CatchUp?) -> Standing {
      Standing(
        team: entry.team, counts: entry.counts, timing: entry.timing,
        standardised: Standardised(entry.cells, among: all ?? [], rules), catchUp: catchUp, rank: rank)
    }
    // How many are better than the one at hand: all before the first of those with its rate.
    var better = 0
    let placed = ranked.indices.map { index in
      let own = rate(ranked[index])
      if index > 0, own.compared(to: rate(ranked[index - 1])) < 0 { better = index }
      return standing(
        ranked[index], rank: better + 1,
        catchUp: better == 0 ? nil : CatchUp(own, overtaking: rate(ranked[better - 1])))
    }
    return placed + entries.filter { !isRanked($0) }.map { standing($0, rank: nil, catchUp: nil) }
  }

  private struct Entry {
    let team: Int
    let counts: Counts
    let timing: Timing
    let cells: [Counts]

    init(team: Int, totals: (counts: Counts, timing: Timing), cells: [Counts]) {
      self.team = team
      (counts, timing) = totals
      self.cells = cells
    }
  }
}

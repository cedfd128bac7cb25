import LeadModel

/// A team's place among the teams in a period.
package struct Standing: Hashable, Sendable {
  /// Its position in ``Analysis/teams``.
  package let team: Int
  package let counts: Counts
  package let timing: Timing
  /// 1 for the best rate; equal rates share the lower number and the next one is skipped. nil below
  /// `min_leads` judged.
  package let rank: Int?
}

extension Analysis {
  /// The teams with leads in a period, the best pooled rate first (ties: in order of ``teams``), then those
  /// below `min_leads`, unranked.
  package func leaderboard(_ period: Period) -> [Standing] {
    let entries = teams.indices.map { team in
      if case .week(let week) = period {
        let (counts, timing) = totals.totals(.team(team), week)
        return (team: team, counts: counts, timing: timing)
      }
      let slice = slice(.team(team), period)
      return (team: team, counts: slice.total, timing: slice.timing)
    }.filter { $0.counts.leads > 0 }
    func isRanked(_ counts: Counts) -> Bool { counts.judged(headline) >= max(1, rules.minLeads) }
    func order(_ left: Counts, _ right: Counts) -> Int {
      left.ratio(headline).compared(to: right.ratio(headline))
    }
    let ranked = entries.filter { isRanked($0.counts) }.sorted { left, right in
      let order = order(left.counts, right.counts)
      return order == 0 ? left.team < right.team : order > 0
    }
    let placed = ranked.map { entry in
      let better = ranked.count { order($0.counts, entry.counts) > 0 }
      return Standing(team: entry.team, counts: entry.counts, timing: entry.timing, rank: better + 1)
    }
    return placed
      + entries.filter { !isRanked($0.counts) }.map {
        Standing(team: $0.team, counts: $0.counts, timing: $0.timing, rank: nil)
      }
  }
}

import LeadModel

/// Who answers best in a slot.
package enum SlotWinner: Hashable, Sendable {
  case noLeads
  /// No team has `min_leads` judged there.
  case tooFewLeads
  /// Only that team has.
  case oneTeamOnly(Int)
  /// Several have, and none answered a lead in time.
  case nobody
  /// These share the highest rate, ascending.
  case tie([Int])
  /// The highest rate; `isBeyondChance` where it is above the pooled others at a false-discovery rate of 5 %
  /// over all teams and slots of the map.
  case winner(Int, rate: Ratio, others: Ratio, isBeyondChance: Bool)
}

extension Analysis {
  /// Who answers best, slot by slot, laid out as ``Slice/cells``.
  package func winners(_ period: Period) -> [SlotWinner] {
    let byTeam = teams.indices.map { cells(.team($0), period) }
    let slots = (0..<cube.cellCount).map { slot in byTeam.map { $0[slot] } }
    // A winner is chosen for being highest, so every team that could have been is a candidate.
    let candidates = slots.enumerated().flatMap { slot, counts in
      let eligible = eligible(counts)
      return eligible.count < 2 ? [] : eligible.map { (slot: slot, team: $0) }
    }
    let found = Discoveries.among(
      candidates.map { candidate in
        let (own, others) = against(slots[candidate.slot], candidate.team)
        return Change(own, after: others)?.probability
      })
    var isFound: [[Bool]] = slots.map { $0.map { _ in false } }
    for (candidate, isBeyond) in zip(candidates, found) { isFound[candidate.slot][candidate.team] = isBeyond }
    return slots.indices.map { winner(slots[$0], isFound[$0]) }
  }

  private func winner(_ counts: [Counts], _ isFound: [Bool]) -> SlotWinner {
    let eligible = eligible(counts)
    guard let first = eligible.first else {
      return counts.contains { $0.leads > 0 } ? .tooFewLeads : .noLeads
    }
    if eligible.count == 1 { return .oneTeamOnly(first) }
    func order(_ left: Int, _ right: Int) -> Int {
      counts[left].ratio(headline).compared(to: counts[right].ratio(headline))
    }
    let best = eligible.reduce(first) { order($1, $0) > 0 ? $1 : $0 }
    let equals = eligible.filter { order($0, best) == 0 }
    if counts[best].within[headline] == 0 { return .nobody }
    if equals.count > 1 { return .tie(equals) }
    let (rate, others) = against(counts, best)
    return .winner(
      best, rate: rate, others: others, isBeyondChance: isFound[best] && rate.compared(to: others) > 0)
  }

  private func eligible(_ counts: [Counts]) -> [Int] {
    counts.indices.filter { counts[$0].areEnough(rules) }
  }

  private func against(_ counts: [Counts], _ team: Int) -> (own: Ratio, others: Ratio) {
    (counts[team].ratio(headline), (counts.total() - counts[team]).ratio(headline))
  }
}

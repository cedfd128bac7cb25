import LeadModel

/// What would be a finding if it were beyond chance.
struct Candidate: Sendable {
  let fact: Finding.Fact
  let change: Change
  /// The difference of the rates × the leads judged.
  let leads: Double

  init(_ fact: Finding.Fact, _ change: Change, leads: Double? = nil) {
    self.fact = fact
    self.change = change
    self.leads =
      leads ?? abs(change.current.fraction! - change.previous.fraction!) * Double(change.current.denominator)
  }

  /// Those worth a sentence: of the parts of the week the one that costs most, with the number of the others;
  /// a change only with its verdict; of teams and reps the two that differ from their peers by most leads.
  static func chosen(_ found: [Candidate], _ rules: Rules) -> [Candidate] {
    var bad: [(candidate: Candidate, rank: SlotRank)] = []
    var (peers, rest): ([Candidate], [Candidate]) = ([], [])
    // What shows as 0.0 is worth no sentence, however many leads prove it.
    for candidate in found where candidate.change.points != 0 {
      let isLower = candidate.change.direction == .declined
      switch candidate.fact {
      case .badSlot(let rank, _, _): if isLower { bad.append((candidate, rank)) }
      case .changed(let change): if change.verdict(rules) != .noClearChange { rest.append(candidate) }
      case .uncovered: rest.append(candidate)
      case .team, .rep: peers.append(candidate)
      case .data: break
      }
    }
    if let worst = bad.max(by: { $0.candidate.leads < $1.candidate.leads }) {
      rest.append(
        Candidate(
          .badSlot(worst.rank, beside: worst.candidate.change, others: bad.count - 1), worst.candidate.change,
          leads: bad.reduce(0) { $0 + $1.candidate.leads }))
    }
    return rest + outliers(peers)
  }

  /// The two that differ most from their peers, but for those that only mirror another one: with it among its peers
  /// everybody else is ahead of them.
  private static func outliers(_ peers: [Candidate]) -> [Candidate] {
    let own = peers.filter { one in !peers.contains { one.mirrors($0) } }
    return Array(own.sorted { $0.leads > $1.leads }.prefix(2))
  }

  /// Whether it differs from its peers only because of the other one, which differs the other way without it too. Where
  /// each does so only because of the other, as of two, it is the one ahead.
  private func mirrors(_ other: Candidate) -> Bool {
    guard change.direction != other.change.direction, !change.holds(without: other.change.current) else {
      return false
    }
    return other.change.direction == .declined || other.change.holds(without: change.current)
  }
}

/// What a page about a scope in a period would say if it were beyond chance.
package struct PageCandidates: Sendable {
  let scope: Scope
  let period: Period
  /// How probable so much is where nothing is true of the page; nil where it has no candidates. R. J. Simes, "An
  /// improved Bonferroni procedure for multiple tests of significance", Biometrika 73 (1986) 751–754.
  let probability: Double?
  /// Those that may be found at all, with their probabilities adjusted for the page's others: see
  /// ``Discoveries/adjusted(_:)``.
  let likely: [(candidate: Candidate, probability: Double)]

  init(_ scope: Scope, _ period: Period, _ candidates: [Candidate]) {
    (self.scope, self.period) = (scope, period)
    let adjusted = Discoveries.adjusted(candidates.map { $0.change.probability })
    probability = adjusted.min()
    likely = zip(candidates, adjusted).filter { $0.1 <= Discoveries.rate }.map { ($0.0, $0.1) }
  }
}

extension Analysis {
  /// What a page about a scope in a period might find; of reps only where these are `shown`, and on a team's page.
  package func candidates(_ scope: Scope, _ period: Period, showsReps shown: Bool) -> PageCandidates {
    let cells = cellCounts(scope, period)
    let slice = Slice(slotMinutes: rules.slotMinutes, counts: cells.all)
    let split = cells.split
    var candidates = slotCandidates(slice)
    if let change = change(scope, period) { candidates.append(Candidate(.changed(change), change)) }
    if let beside = Change(split.uncovered.ratio(headline), after: split.covered.ratio(headline)) {
      candidates.append(Candidate(.uncovered(split.uncovered, beside: beside), beside))
    }
    switch scope {
    case .allTeams: candidates += teamCandidates(period)
    case .team: if shown, has(.rep) { candidates += repCandidates(counted(scope, period, by: .rep)) }
    }
    candidates.removeAll { !$0.change.hasEnough(rules) }
    return PageCandidates(scope, period, candidates)
  }

  private func slotCandidates(_ slice: Slice) -> [Candidate] {
    let minutes = SlotRanking.minutes(of: slice, rules)
    let blocks = slice.blocks(of: minutes)
    return blocks.enumerated().compactMap { index, counts in
      guard counts.areEnough(rules),
        let change = Change(counts.ratio(headline), after: (slice.total - counts).ratio(headline))
      else { return nil }
      let rank = SlotRank(
        weekday: Weekday(rawValue: index * minutes / 1_440 + 1)!, minuteOfDay: index * minutes % 1_440,
        minutes: minutes, counts: counts)
      return Candidate(.badSlot(rank, beside: change, others: 0), change)
    }
  }

  private func teamCandidates(_ period: Period) -> [Candidate] {
    let totals = teams.indices.map { self.totals(.team($0), period).counts }
    return eachBesideTheRest(totals) { .team($0, totals[$0], beside: $1) }
  }

  private func repCandidates(_ reps: Breakdown) -> [Candidate] {
    guard reps.hasRates else { return [] }
    let named = reps.rows.compactMap { row in
      if case .named(let name) = row.name { (name: name, counts: row.counts) } else { nil }
    }
    return eachBesideTheRest(named.map(\.counts)) { .rep(named[$0].name, named[$0].counts, beside: $1) }
  }

  /// A candidate for each of some counts, by its position, beside the sum of the others.
  private func eachBesideTheRest(
    _ counts: [Counts], _ fact: (Int, Change) -> Finding.Fact
  ) -> [Candidate] {
    let all = counts.total()
    return counts.indices.compactMap { index in
      Change(counts[index].ratio(headline), after: (all - counts[index]).ratio(headline)).map {
        Candidate(fact(index, $0), $0)
      }
    }
  }
}

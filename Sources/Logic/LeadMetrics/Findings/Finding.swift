import LeadModel

/// Something beyond chance that a page should say.
package struct Finding: Hashable, Sendable {
  /// What it is, with the numbers behind it.
  package enum Fact: Hashable, Sendable {
    /// Parts of the week are answered worse than the rest: the one that costs most, and `others` more.
    case badSlot(SlotRank, beside: Change, others: Int)
    /// The rate changed against the previous period.
    case changed(Change)
    /// Leads that came while nobody was on shift are answered worse than the others.
    case uncovered(Counts, beside: Change)
    /// A team is far from the other teams pooled: its position in ``Analysis/teams``.
    case team(Int, Counts, beside: Change)
    /// A rep is far from the team's other reps pooled.
    case rep(String, Counts, beside: Change)
    /// So many leads that they bend the picture.
    case data(DataProblem, leads: Int, of: Int)
  }

  /// What may bend the picture without being chance.
  package enum DataProblem: String, Hashable, Sendable {
    /// First response before received: at least 2 % of leads.
    case anomalies
    /// Too young to be judged: at least 25 % of leads.
    case pending
    /// Answered by a flag, without a time: at least 25 % of the contacted leads.
    case flagged
  }

  package let fact: Fact
  /// Leads in time that the difference amounts to, of all such parts of the week together: those that could
  /// be won, or that were won. 0 for data problems, which come last.
  package let leads: Double
}

extension Analysis {
  /// A page says no more than this many.
  package static let findingLimit = 5

  /// What a page about a report should say, most leads first; empty when nothing is beyond chance.
  ///
  /// All candidates of the page stand in one Benjamini–Hochberg procedure at 5 %, so that on data without any
  /// effect at most one page in twenty has a finding. `reps` are those of the team that the report is about; nil
  /// where people are left out.
  package func findings(_ report: PeriodReport, reps: Breakdown?) -> [Finding] {
    var candidates = slotCandidates(report.slice)
    if let change = report.comparison?.change { candidates.append(Candidate(.changed(change), change)) }
    if let beside = Change(
      report.split.uncovered.ratio(headline), after: report.split.covered.ratio(headline))
    {
      candidates.append(Candidate(.uncovered(report.split.uncovered, beside: beside), beside))
    }
    switch report.scope {
    case .allTeams: candidates += teamCandidates(report.info.period)
    case .team: if let reps { candidates += repCandidates(reps) }
    }
    candidates.removeAll {
      min($0.change.current.denominator, $0.change.previous.denominator) < rules.minLeads
    }
    let found = Discoveries.among(candidates.map { $0.change.probability })
    let chosen = Candidate.chosen(zip(candidates, found).filter(\.1).map(\.0))
    let facts = chosen.map { Finding(fact: $0.fact, leads: $0.leads) }
      .sorted { $0.leads > $1.leads }
    return Array((facts + dataProblems(report.slice.total)).prefix(Analysis.findingLimit))
  }

  private func slotCandidates(_ slice: Slice) -> [Candidate] {
    let minutes = SlotRanking.unit(of: slice, rules).minutes
    let blocks = slice.blocks(of: minutes)
    return blocks.enumerated().compactMap { index, counts in
      guard counts.judged(headline) >= max(1, rules.minLeads),
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
    let all = totals.total()
    return totals.enumerated().compactMap { team, counts in
      Change(counts.ratio(headline), after: (all - counts).ratio(headline)).map {
        Candidate(.team(team, counts, beside: $0), $0)
      }
    }
  }

  private func repCandidates(_ reps: Breakdown) -> [Candidate] {
    guard reps.hasRates else { return [] }
    let named = reps.rows.compactMap { row in
      if case .named(let name) = row.name { (name: name, counts: row.counts) } else { nil }
    }
    let all = named.map(\.counts).total()
    return named.compactMap { rep in
      Change(rep.counts.ratio(headline), after: (all - rep.counts).ratio(headline)).map {
        Candidate(.rep(rep.name, rep.counts, beside: $0), $0)
      }
    }
  }

  private func dataProblems(_ total: Counts) -> [Finding] {
    let pending = total.pending[headline]
    let problems: [(Finding.DataProblem, Int, Int, Int)] = [
      (.anomalies, total.anomalies, total.leads, 2), (.pending, pending, total.leads, 25),
      (.flagged, total.flagged, total.contacted, 25),
    ]
    return problems.filter { $0.1 > 0 && $0.1 * 100 >= $0.2 * $0.3 }
      .map { Finding(fact: .data($0.0, leads: $0.1, of: $0.2), leads: 0) }
  }
}

/// What would be a finding if it were beyond chance.
private struct Candidate {
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
  /// a change only with its verdict; of teams and reps the two farthest from their peers.
  static func chosen(_ found: [Candidate]) -> [Candidate] {
    var bad: [(candidate: Candidate, rank: SlotRank)] = []
    var (peers, rest): ([Candidate], [Candidate]) = ([], [])
    for candidate in found {
      let isLower = candidate.change.direction == .declined
      switch candidate.fact {
      case .badSlot(let rank, _, _): if isLower { bad.append((candidate, rank)) }
      case .changed(let change): if change.verdict != .noClearChange { rest.append(candidate) }
      case .uncovered: if isLower { rest.append(candidate) }
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
    return rest + peers.sorted { $0.leads > $1.leads }.prefix(2)
  }
}

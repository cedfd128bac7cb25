import LeadMetrics
import LeadModel
import Narrative

/// One team beside another.
struct ToldPair {
  let left: ToldStanding
  let right: ToldStanding
  let change: Change?
  /// Beside all other pairs.
  let verdict: Verdict?

  /// The two slot by slot, of the ranking's period.
  var slots: HeadToHead {
    left.site.analysis.headToHead(left.standing.team, right.standing.team, left.period)
  }
}

extension Values {
  private static let side = ValueGroup<ToldStanding>([
    .text("name", "the team's name") { $0.name },
    figures.of { $0.tallied },
  ])

  static let pair = ValueGroup<ToldPair>([
    .object("left", side, "a team") { $0.left },
    .object("right", side, "another one") { $0.right },
    .quantity("points", forms: Quantity.pointsForms, "the rate of the first less that of the other") {
      .points($0.change)
    },
    .flag("ahead", "by more than chance explains") { $0.verdict == .improved },
    .flag("behind", "by more than chance explains") { $0.verdict == .declined },
    .list("by_slot", besideCell, "the slots in which both have judged leads") { $0.slots.bySlot },
  ])
}

extension ToldRanking {
  /// The teams that are compared two by two, every pair once.
  var pairs: [ToldPair] {
    let compared = Set(site.analysis.comparedTeams)
    return pairs(
      of: standings.filter { compared.contains($0.standing.team) }.sorted {
        $0.standing.team < $1.standing.team
      })
  }

  /// Two of them, the smaller position first.
  func pair(_ left: Int, _ right: Int) -> ToldPair {
    pairs.first { $0.left.standing.team == left && $0.right.standing.team == right }!
  }

  /// Whether the best and the last team differ beyond chance: they were chosen for being farthest apart, so every pair
  /// is a candidate.
  var isGapClear: Bool {
    guard last != nil, let first = ranked.first, let last = ranked.last else { return false }
    let pair = pairs(of: ranked).first {
      $0.left.standing == first.standing && $0.right.standing == last.standing
    }
    return pair?.verdict == .improved
  }

  private func pairs(of teams: [ToldStanding]) -> [ToldPair] {
    let pairs = teams.indices.flatMap { left in
      teams[(left + 1)...].map { right in
        (teams[left], right, Change(teams[left].tallied.ratio, after: right.tallied.ratio))
      }
    }
    return zip(pairs, Discoveries.verdicts(pairs.map(\.2))).map { pair, verdict in
      ToldPair(left: pair.0, right: pair.1, change: pair.2, verdict: verdict)
    }
  }
}

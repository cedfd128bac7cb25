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
  /// The teams that are compared two by two, every pair once, the smaller position first.
  var pairs: [ToldPair] {
    ranking.pairs.value.map { pair in
      ToldPair(
        left: standing(at: pair.left), right: standing(at: pair.right), change: pair.change,
        verdict: pair.verdict)
    }
  }

  /// Two of them, the smaller position first.
  func pair(_ left: Int, _ right: Int) -> ToldPair {
    pairs.first { $0.left.standing.team == left && $0.right.standing.team == right }!
  }

  /// Whether the best and the last team differ beyond chance.
  var isGapClear: Bool { last != nil && ranking.isGapClear.value }
}

import LeadMetrics
import LeadModel
import Narrative

// A team beside the others: on the whole, where it could win, where it is ahead, and which slots each team wins.

/// A slot of a team beside what all teams achieve there.
struct ToldPotential {
  let slot: Potential.Slot
  let rules: Rules

  var ratio: Ratio { slot.counts.ratio(rules.headline) }
}

/// The slots of a period by who answers best.
struct ToldWinners {
  let ranking: ToldRanking

  var winners: [SlotWinner] { ranking.winners.value }
  var teams: [ToldWins] {
    let winners = winners
    return ranking.standings.map { ToldWins(standing: $0, winners: winners) }
  }
}

/// The slots that a team wins.
struct ToldWins {
  let standing: ToldStanding
  let winners: [SlotWinner]

  private func slots(where isOne: (SlotWinner, Int) -> Bool) -> Int {
    winners.count { isOne($0, standing.standing.team) }
  }
  var won: Int { slots { if case .winner($1, _, _, _) = $0 { true } else { false } } }
  var clear: Int { slots { if case .winner($1, _, _, true) = $0 { true } else { false } } }
  var alone: Int { slots { $0 == .oneTeamOnly($1) } }
}

extension Values {
  static let beside = ValueGroup<HeadToHead>([
    .quantity("points", forms: Quantity.pointsForms, "the team’s rate less that of all others, in points") {
      .points($0.change)
    },
    .flag("ahead", "by more than chance explains") { $0.verdict == .improved },
    .flag("behind", "by more than chance explains") { $0.verdict == .declined },
    .count("slots_ahead", of: .slots, "where it is ahead by more than chance explains") {
      $0.cells.verdicts.count { $0 == .improved }
    },
    .count("slots_behind", of: .slots, "where it is behind by more than chance explains") {
      $0.cells.verdicts.count { $0 == .declined }
    },
    .list("by_slot", besideCell, "the slots in which the team and the others have judged leads") {
      $0.bySlot
    },
  ])

  static let potentialSlot = ValueGroup<ToldPotential>([
    part(WeekPart(weekday: .monday, minuteOfDay: 720, minutes: 30)).of {
      $0.slot.part(of: $0.rules.slotMinutes)
    },
    .count("judged", of: .leads, "judged") { $0.ratio.denominator },
    .count("within", of: .leads, "answered within the threshold") { $0.ratio.numerator },
    .quantity("rate", forms: Quantity.rateForms, "within of judged") { .rate($0.ratio) },
    .quantity("rate_of_all", forms: ["number"], "the rate of all teams there") {
      .percent(tenths: $0.slot.site.tenths)
    },
    .quantity("won", "leads that could be won") { .decimal($0.slot.toWin.value) },
  ])

  static let potential = ValueGroup<Told>([
    .quantity("won", "leads that could be won in all slots, by doing as all teams do there") {
      .whole($0.details.potential.value.map { $0.toWin.nearest })
    },
    .list("slots", potentialSlot, "up to five, most leads to win first") { told in told.slots(\.slots) },
    .list("strengths", potentialSlot, "up to five, ahead of the others by more than chance explains") {
      told in
      told.slots(\.strengths)
    },
  ])

  /// Of the pages about one team.
  static let against = ValueGroup<Told>([
    .optional("against_others", beside, "the team beside all others, where there are others") {
      $0.details.against.value
    },
    .object("potential", potential, "where most could be won, and where it is strong") { $0 },
  ])

  static let wins = ValueGroup<ToldWins>([
    .text("name", "the team’s name") { $0.standing.name },
    .address("link", "the address of its page for the period") { $0.standing.link },
    .count("won", of: .slots, "where its rate is the highest") { $0.won },
    .count("clear", of: .slots, "of these, where that is more than chance explains") { $0.clear },
    .count("alone", of: .slots, "where no other team has enough leads") { $0.alone },
  ])

  static let winners = ValueGroup<ToldWinners>([
    .list("teams", wins, "in the order of the leaderboard") { $0.teams },
    .count("tied", of: .slots, "where teams share the highest rate") { told in
      told.winners.count { if case .tie = $0 { true } else { false } }
    },
    .count("nobody", of: .slots, "where no team answered in time") { told in
      told.winners.count { $0 == .nobody }
    },
    .count("too_few", of: .slots, "with too few leads of every team") { told in
      told.winners.count { $0 == .tooFewLeads }
    },
    .list("by_slot", winnerCell, "the slots with leads") { $0.bySlot },
  ])
}

extension Told {
  fileprivate func slots(_ list: KeyPath<Potential, [Potential.Slot]>) -> [ToldPotential] {
    (details.potential.value?[keyPath: list] ?? []).prefix(PotentialTable.limit)
      .map { ToldPotential(slot: $0, rules: rules) }
  }
}

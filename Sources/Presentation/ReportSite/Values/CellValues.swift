import LeadMetrics
import LeadModel
import Narrative

// What is told of single slots of the week: long lists, which downloads hold as columns.

/// A slot of the week, with what is told of it.
struct ToldCell<Content: Sendable>: Sendable {
  let weekday: Weekday
  /// When it begins, 0–1439.
  let minuteOfDay: Int
  let content: Content

  /// The slots of a week that have a content, in their order. `contents` is laid out as the cells of a slice.
  static func all(_ contents: [Content?]) -> [ToldCell] {
    contents.indices.compactMap { index in
      let minute = index * (10_080 / contents.count)
      return contents[index].map {
        ToldCell(weekday: Weekday.allCases[minute / 1_440], minuteOfDay: minute % 1_440, content: $0)
      }
    }
  }
}

/// Two sides in a slot in which both have judged leads.
struct ToldBeside {
  let change: Change
  /// Among all slots of the two.
  let isClear: Bool
}

/// The winner of a slot in which there are leads.
struct ToldWinner {
  let winner: SlotWinner
  let site: Site
}

/// A rep's own week: the leads of a team's period that the rep answered, slot by slot.
struct RepWeek {
  let name: String
  let counts: Counts
  let slice: Slice
  let site: Site
}

extension Values {
  /// The slot itself is told by the names that the cells of downloads have.
  private static func cell<Content>(_ content: ValueGroup<Content>) -> ValueGroup<ToldCell<Content>> {
    ValueGroup([
      .quantity("weekday", "Monday; in downloads 1 for Monday to 7 for Sunday") {
        Quantity(Double($0.weekday.rawValue), $0.weekday.name)
      },
      .text("time", "when the slot begins: 08:30") { Words.clock($0.minuteOfDay) },
      content.of { $0.content },
    ])
  }

  /// Two sides slot by slot: the first is the one that the second is taken from.
  static let besideCell = cell(
    ValueGroup<ToldBeside>([
      .count("judged", of: .leads, "judged, of the first") { $0.change.current.denominator },
      .count("within", of: .leads, "of these, answered within the threshold") { $0.change.current.numerator },
      .count("other_judged", of: .leads, "judged, of the other") { $0.change.previous.denominator },
      .count("other_within", of: .leads, "of these, answered within the threshold") {
        $0.change.previous.numerator
      },
      .quantity("points", "the rate of the first less that of the other") {
        .part(tenths: $0.change.points)
      },
      .flag("clear", "more than chance explains, among all slots") { $0.isClear },
    ]))

  /// How busy those on shift were slot by slot.
  static let loadCell = cell(
    ValueGroup<Double>([.quantity("load", "leads per hour that a person was on shift") { .decimal($0) }]))

  /// Who answers best slot by slot.
  static let winnerCell = cell(
    ValueGroup<ToldWinner>([
      .text("state", "clear, ahead, tie, alone, nobody or too_few, as the map shows it") {
        $0.state
      },
      .text("teams", "the team that the map shows, or the teams that share the highest rate") {
        enumeration(of: $0.names, limit: $0.names.count)
      },
    ]))

  static let repWeek = ValueGroup<RepWeek>([
    .text("name", "as the export has it") { $0.name },
    .list("by_slot", repCell, "the slots of the week in which the rep answered leads") { $0.cells },
  ])

  private static let repCell = cell(
    ValueGroup<Tallied>([
      .count("leads", of: .leads, "counted leads") { $0.counts.leads },
      .count("judged", of: .leads, "old enough to be judged") { $0.ratio.denominator },
      .count("within", of: .leads, "answered within the threshold") { $0.ratio.numerator },
    ]))
}

extension ToldWinner {
  /// One word for each state of the map.
  fileprivate var state: String {
    switch winner {
    case .noLeads: ""
    case .tooFewLeads: "too_few"
    case .nobody: "nobody"
    case .tie: "tie"
    case .oneTeamOnly: "alone"
    case .winner(_, _, _, let isBeyondChance): isBeyondChance ? "clear" : "ahead"
    }
  }

  fileprivate var names: [String] {
    let teams =
      switch winner {
      case .noLeads, .tooFewLeads, .nobody: [Int]()
      case .tie(let teams): teams
      case .oneTeamOnly(let team), .winner(let team, _, _, _): [team]
      }
    return teams.map { site.analysis.teams[$0].name }
  }
}

extension ToldWinners {
  /// The slots with leads.
  var bySlot: [ToldCell<ToldWinner>] {
    ToldCell.all(winners.map { $0 == .noLeads ? nil : ToldWinner(winner: $0, site: ranking.site) })
  }
}

extension HeadToHead {
  /// The slots in which both have judged leads.
  var bySlot: [ToldCell<ToldBeside>] {
    ToldCell.all(
      zip(cells.changes, cells.verdicts).map { change, verdict in
        change.map { ToldBeside(change: $0, isClear: verdict != .noClearChange) }
      })
  }
}

extension RepWeek {
  fileprivate var cells: [ToldCell<Tallied>] {
    ToldCell.all(
      slice.cells.map { $0.counts.leads == 0 ? nil : site.tallied($0.counts) })
  }
}

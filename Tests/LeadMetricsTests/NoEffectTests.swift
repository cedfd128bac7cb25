import LeadModel
import Testing

@testable import LeadMetrics

/// Every kind of page of a site about data without any effect: on at most one in twenty may anything be marked.
@Suite("Without an effect nothing is told")
struct NoEffectTests {
  /// Pages of a kind, and those of them on which something was called beyond chance.
  private struct Tally {
    var (pages, marked) = (0, 0)
    mutating func add(_ isMarked: Bool) {
      pages += 1
      if isMarked { marked += 1 }
    }
  }

  /// Six weeks of leads over three teams, nine reps and office hours, each answered in time with the same chance.
  private static func site(_ random: inout Seeded, perWeek: Int) -> Analysis {
    let rows = (0..<6 * perWeek).map { index in
      let day = date("2026-10-05").adding(days: index / perWeek * 7 + Int.random(in: 0..<7, using: &random))
      let team = ["A", "B", "C"].randomElement(using: &random)!
      let hour = max(Int.random(in: 6..<22, using: &random), Int.random(in: 6..<22, using: &random))
      var row = Row(
        team: team, received: LocalTime(date: day, minuteOfDay: hour * 60 + 7),
        rep: team + String(Int.random(in: 1...3, using: &random)))
      if Double.random(in: 0..<1, using: &random) < 0.6 { row.response = .minutes(10) }
      return row
    }
    var rules = Rules()
    rules.slotMinutes = 60
    return analysis(
      rows, asOf: at("2026-11-16"), first: at("2026-10-05"), shifts: FindingTests.shifts, rules: rules)
  }

  /// Whether any of some verdicts says more than that there is no clear change.
  private static func isMarked(_ verdicts: [Verdict?]) -> Bool {
    verdicts.contains { $0 == .improved || $0 == .declined }
  }

  @Test("Findings, verdicts and marks of every kind, on at most one page in twenty of each")
  func everyKind() {
    var random = Seeded(46)
    var kinds: [String: Tally] = [:]
    let target = Ratio(60, of: 100)
    for trial in 0..<40 {
      let site = Self.site(&random, perWeek: [80, 250, 700][trial % 3])
      let together = SiteFindings(
        site.scopes.flatMap { scope in
          site.periods(scope).map { site.candidates(scope, $0, showsReps: true) }
        }, site.rules)
      kinds["findings anywhere on a site", default: Tally()].add(
        site.scopes.contains { !together.findings(site.report($0, .all)).isEmpty } || together.level > 0)
      let periods: [Period] = [
        .week(week(2026, 46)), .month(YearMonth(containing: date("2026-10-05"))), .all,
      ]
      for scope in site.scopes {
        for period in periods {
          let report = site.report(scope, period)
          let (who, when) = (scope == .allTeams ? "all teams" : "a team", period.kind)
          kinds["findings of \(who), \(when)", default: Tally()].add(!site.findings(report).isEmpty)
          kinds["target marks, \(when)", default: Tally()].add(
            TargetMarks(report.slice, target: target, site.rules).below.contains(true))
          if let comparison = report.comparison {
            let cells = CellChanges(
              report.slice.cells.map(\.counts), beside: comparison.previousCells, site.rules)
            kinds["change map, \(when)", default: Tally()].add(Self.isMarked(cells.verdicts))
          }
          guard case .team(let team) = scope else { continue }
          kinds["against the others, \(when)", default: Tally()].add(
            Self.isMarked(site.againstOthers(team, period)!.cells.verdicts))
          kinds["strengths, \(when)", default: Tally()].add(!site.potential(team, period).strengths.isEmpty)
        }
        let weeks = site.weeks(scope).map { site.change(scope, .week($0)) }
        kinds["weeks beside each other", default: Tally()].add(
          Self.isMarked(Discoveries.verdicts(weeks, site.rules)))
        let events = ["2026-10-12", "2026-10-26"].map { site.effect(of: date($0), scope)?.change }
        kinds["events", default: Tally()].add(Self.isMarked(Discoveries.verdicts(events, site.rules)))
      }
      for period in periods {
        kinds["winners, \(period.kind)", default: Tally()].add(
          site.winners(period).contains { if case .winner(_, _, _, true) = $0 { true } else { false } })
        let changes = site.teams.indices.map { site.change(.team($0), period) }
        kinds["teams beside each other, \(period.kind)", default: Tally()].add(
          Self.isMarked(Discoveries.verdicts(changes, site.rules)))
        func rate(_ team: Int) -> Ratio { site.totals(.team(team), period).counts.ratio(site.headline) }
        let beside = [(0, 1), (0, 2), (1, 2)].map { Change(rate($0.0), after: rate($0.1)) }
        kinds["two by two", default: Tally()].add(Self.isMarked(Discoveries.verdicts(beside, site.rules)))
      }
      let pairs = [(0, 1), (0, 2), (1, 2)].map { site.headToHead($0.0, $0.1, .all) }
      for pair in pairs {
        kinds["one team beside another", default: Tally()].add(Self.isMarked(pair.cells.verdicts))
      }
    }
    for (kind, tally) in kinds.sorted(by: { $0.key < $1.key }) {
      #expect(tally.pages >= 40)
      #expect(tally.marked * 20 <= tally.pages, "\(kind): \(tally.marked) of \(tally.pages)")
    }
  }
}

extension Period {
  /// For the names of kinds of pages.
  fileprivate var kind: String {
    switch self {
    case .week: "a week"
    case .month: "a month"
    case .all: "all time"
    }
  }
}

import HeatmapSVG
import LeadMetrics
import LeadModel
import Markup

/// Draws which team answers best when. A team is its number, so that colour is not all that tells it.
struct WinnerMap {
  let site: Site
  let period: Period
  /// The positions of the teams that have a colour of their own, in the order of the leaderboard: of those that are
  /// shown in any slot.
  private let shown: [Int]
  private let winners: [SlotWinner]
  private let window: TimeWindow
  private let frame: MapFrame

  init(_ ranking: ToldRanking, period: Period, site: Site) {
    self.site = site
    self.period = period
    window = site.overviews.window(.allTeams)
    frame = MapFrame(window, slotMinutes: site.rules.slotMinutes)
    winners = ranking.winners.value
    // A team that no slot shows needs no colour.
    var slots: [Int: Int] = [:]
    for position in frame.positions {
      switch winners[position] {
      case .winner(let team, _, _, _), .oneTeamOnly(let team): slots[team, default: 0] += 1
      case .noLeads, .tooFewLeads, .nobody, .tie: continue
      }
    }
    let teams = ranking.standings.map(\.standing.team).filter { slots[$0] != nil }
    if teams.count <= Scale.categories {
      shown = teams
    } else {
      let most = Set(
        teams.sorted { (slots[$0]!, $1) > (slots[$1]!, $0) }.prefix(Scale.categories - 1))
      shown = teams.filter(most.contains)
    }
    isCut = teams.count > Scale.categories
  }

  private let isCut: Bool

  private func colour(_ team: Int) -> Int { shown.firstIndex(of: team) ?? shown.count }

  private var names: [String] {
    shown.enumerated().map { "\($0 + 1) \(site.analysis.teams[$1].name)" }
      + (isCut ? ["\(shown.count + 1) another team"] : [])
  }

  var figure: MapFigure {
    var map = frame.map(
      "The team with the highest rate by weekday and time of day", frame.positions.map { cell(winners[$0]) },
      scale: .category(names: names), palette: site.settings.palette, size: .large)
    map.titles = Texts(count: frame.positions.count) { writer, index in
      let (weekday, minute) = frame.place(frame.positions[index])
      let winner = winners[frame.positions[index]]
      if case .noLeads = winner { return }
      writer.text("\(weekday.name) \(Words.clock(minute)): ")
      if case .winner(let team, _, _, _) = winner { writer.name(name(team)) }
      writer.text(words(winner))
    }
    var legend = LegendSpec(of: map)
    let keys: [(state: HeatmapSVG.Cell.State, text: String)] = [
      (.full, "beyond chance"), (.lightened, "ahead, within chance"), (.muted, "one team only"),
      (.unjudged, "too few leads, = a tie, 0 none in time"), (.blank, "no leads"),
    ]
    let states = Set(map.cells.map(\.state))
    legend.keys = keys.filter { states.contains($0.state) }.map { (.state($0.state), $0.text) }
    return MapFigure(
      heading: "Who answers best when", remark: Words.period(period), drawing: map, legend: legend,
      note: window.note(site.analysis.rates(.allTeams, period)))
  }

  private func cell(_ winner: SlotWinner) -> HeatmapSVG.Cell {
    switch winner {
    case .noLeads: .blank
    case .tooFewLeads: HeatmapSVG.Cell(.unjudged, label: "–")
    case .nobody: HeatmapSVG.Cell(.unjudged, label: "0")
    case .tie: HeatmapSVG.Cell(.unjudged, label: "=")
    case .oneTeamOnly(let team):
      HeatmapSVG.Cell(.muted, colour: colour(team), label: .number(colour(team) + 1))
    case .winner(let team, _, _, let isBeyondChance):
      HeatmapSVG.Cell(
        isBeyondChance ? .full : .lightened, colour: colour(team), label: .number(colour(team) + 1))
    }
  }

  private func name(_ team: Int) -> String { site.analysis.teams[team].name }

  /// What is said of a slot, after its winner's name.
  private func words(_ winner: SlotWinner) -> String {
    switch winner {
    case .noLeads: ""
    case .tooFewLeads: "too few leads"
    case .nobody: "no team answered in time"
    case .tie(let teams): "a tie of \(enumeration(of: teams.map(name), limit: 4))"
    case .oneTeamOnly(let team): "only \(name(team)) has enough leads"
    case .winner(_, let rate, let others, let isBeyondChance):
      " \(Words.percent(rate.tenths)) (\(Words.fraction(rate))), others \(Words.percent(others.tenths)), "
        + "\(isBeyondChance ? "beyond chance" : "within chance")"
    }
  }
}

import HeatmapSVG
import LeadMetrics
import LeadModel
import Markup

// Teams two by two.

extension Analysis {
  /// The teams that are compared two by two: those with most leads, at most twelve, in order; none where there
  /// are not two.
  var comparedTeams: [Int] {
    let leads = teams.indices.map { counts(.team($0)).leads }
    let most = teams.indices.filter { leads[$0] > 0 }.sorted { (leads[$0], $1) > (leads[$1], $0) }.prefix(12)
    return most.count < 2 ? [] : most.sorted()
  }
}

extension Site {
  /// Every team beside every other, each with its page.
  func comparePage() -> PageContent {
    let teams = analysis.comparedTeams
    let ranking = rankings[.all]
    let pairs = ranking.pairs.value
    let body = HTML.written { writer in
      writer.block("Two by two", "the rate of the row less that of the column, in points; all time") {
        writer in
        writer.element("div", .class("wide")) { writer in
          writer.table(.class("pairs"), head: [.init("Team")] + teams.map { .init(name(of: .team($0))) }) {
            writer in
            for row in teams {
              writer.element("tr") { writer in
                writer.rowHead {
                  $0.link(name(of: .team(row)), to: link(from: .compare, to: .team(row)))
                }
                for column in teams {
                  let places = [row, column].sorted().map { ranking.places[$0] }
                  let pair = pairs.first { [$0.left, $0.right] == places }
                  pairCell(pair?.change, pair?.verdict, row, column, to: &writer)
                }
              }
            }
          }
        }
        writer.note(
          "Bold: more than chance explains, at a false-discovery rate of 5% over all pairs."
            + (teams.count < analysis.teams.count ? " Only the twelve teams with most leads are here." : ""))
      }
    }
    return PageContent(
      heading: "Compare", summary: "Every team beside every other.", body: body)
  }

  private func pairCell(
    _ change: Change?, _ verdict: Verdict?, _ row: Int, _ column: Int, to writer: inout MarkupWriter
  ) {
    guard row != column else { return writer.cell("") }
    guard let change else { return writer.cell(Words.none) }
    let text = Words.signedTenths(row < column ? change.points : -change.points)
    let target = link(from: .compare, to: .duel(min(row, column), max(row, column)))
    writer.element("td") { writer in
      if verdict == .noClearChange {
        writer.link(text, to: target)
      } else {
        writer.element("b") { $0.link(text, to: target) }
      }
    }
  }

  /// One team beside another.
  func duelPage(_ left: Int, _ right: Int) -> PageContent {
    let page = Page.duel(left, right)
    let pair = ToldRanking(.all, site: self, page: page).pair(left, right)
    let duel = pair.slots
    let names = [left, right].map { name(of: .team($0)) }
    let window = overviews.window(.allTeams)
    let body = HTML.written { writer in
      writer.block("Head to head", "all time") { writer in
        DuelTable(
          duel: duel, verdict: pair.verdict, left: (names[0], link(from: page, to: .team(left))),
          right: (names[1], link(from: page, to: .team(right))), site: self
        ).write(to: &writer)
      }
      let map = DuelMap(duel: duel, left: names[0], right: names[1], site: self, window: window)
      if let figure = map.figure("\(names[0]) less \(names[1])", .large) {
        figure.write(to: &writer)
      } else {
        writer.absent("\(names[0]) less \(names[1])", "In no slot do both have enough leads.")
      }
      writer.element("div", .class("two")) { writer in
        for (team, name) in zip([left, right], names) {
          let slice = overviews.report(.team(team)).slice
          let map = RateMap(slice: slice, site: self, window: window)
            .map(.small, shifts: overviews.report(.team(team)).coverage)
          MapFigure(
            heading: name, remark: "percent within \(Words.within(rules.threshold))", drawing: map,
            legend: LegendSpec(rates: map, minLeads: rules.minLeads, shifts: "someone on shift")
          ).write(to: &writer)
        }
      }
    }
    return PageContent(
      heading: "\(names[0]) and \(names[1])", subheading: "all time",
      summary: "\(names[0]) beside \(names[1]): how many leads each answers within "
        + "\(Words.threshold(rules.threshold)), and when.",
      body: body)
  }
}

import HeatmapSVG
import LeadMetrics
import LeadModel
import Markup

/// A small map of each team, all with the same hours and the same scale.
struct TeamMultiples {
  let ranking: ToldRanking

  func write(to writer: inout MarkupWriter) {
    writer.element("div", .class("multiples")) { writer in
      for team in ranking.standings {
        let site = team.site
        let scope = Scope.team(team.standing.team)
        let slice = site.analysis.rates(scope, team.period)
        let map = RateMap(slice: slice, site: site, window: site.overviews.window(.allTeams))
          .map(.tiny, shifts: site.analysis.coverage(scope, team.period))
        writer.multiple(team.name, link: team.link, team.tallied.ratio, map)
      }
    }
  }
}

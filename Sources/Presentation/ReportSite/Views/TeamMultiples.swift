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
        writer.element("figure") { writer in
          writer.element("figcaption") { writer in
            writer.element("h3") { writer in
              writer.link(team.name, to: team.link)
              writer.raw(" ")
              writer.element(
                "small",
                text: "\(Words.percent(team.tallied.ratio.tenths)) of "
                  + Words.count(team.tallied.ratio.denominator, "lead"))
            }
          }
          map.write(to: &writer)
        }
      }
    }
  }
}

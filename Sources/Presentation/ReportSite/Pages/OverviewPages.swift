import HeatmapSVG
import LeadMetrics
import LeadModel
import Markup

extension Site {
  /// The first page: how are we doing, who leads, where do we lose most.
  func homeContent(_ told: ToldPage, _ commentary: Commentary) -> PageContent {
    let latest = told.latest ?? told.told
    let maps = PageMaps(latest)
    // What needs many leads is of all time, and so are the downloads.
    let all = PageMaps(told.told, saysPeriod: latest !== told.told)
    let body = HTML.written(capacity: 65_536) { writer in
      Headline(told: latest, sentence: commentary.sentence).write(to: &writer)
      if analysis.weeks(.allTeams).isEmpty { return commentary.write(to: &writer) }
      maps.writeStrips(to: &writer)
      maps.main.write(to: &writer)
      told.writeFindings(to: &writer)
      writer.block("Teams", Words.period(latest.info.period)) { writer in
        TeamTable(ranking: told.ranking).write(to: &writer)
      }
      writer.element("div", .class("two", "story")) { writer in
        commentary.write(to: &writer)
        writer.element("section") { WorstTable(told: latest).write(to: &$0) }
      }
      if maps.pooled != nil {
        writer.element("div", .class("two", "maps")) { writer in
          maps.own(.small).write(to: &writer)
          maps.writeVolume(to: &writer)
        }
      }
      writer.element("section", .class("block")) { maps.writeTrend(.wide, to: &$0) }
      all.writeSpeed(to: &writer)
      all.writeSplit(.class("block"), to: &writer)
      all.writeStaffing(to: &writer)
      writer.block("Weeks") { writer in
        PeriodTable.weeks(.allTeams, site: self, page: .home).write(to: &writer)
      }
      maps.writeTable(to: &writer)
    }
    var content = content(told, body, picture: all.main)
    content.downloadsOf = latest === told.told ? "" : Words.period(told.told.info.period)
    content.heading = settings.title
    content.subheading =
      latest.info.period == .all
      ? latest.info.datesInWords
      : "\(Words.period(latest.info.period)), \(latest.info.datesInWords)"
        + (latest.info.isComplete ? "" : " · incomplete")
    return content
  }

  /// One team over all time.
  func teamContent(_ told: ToldPage, _ commentary: Commentary) -> PageContent {
    let scope = told.told.report.scope
    let maps = PageMaps(told.told)
    let body = HTML.written(capacity: 65_536) { writer in
      Headline(told: told.told, sentence: commentary.sentence).write(to: &writer)
      maps.writeStrips(to: &writer)
      maps.main.write(to: &writer)
      told.writeFindings(to: &writer)
      writer.element("div", .class("two", "story")) { writer in
        commentary.write(to: &writer)
        losses(told, to: &writer)
      }
      writer.element("section", .class("block")) { writer in maps.writeTrend(.wide, to: &writer) }
      maps.writeSpeed(to: &writer)
      maps.writeAgainst(to: &writer)
      maps.writeReps(to: &writer)
      maps.writeWithin(to: &writer)
      writer.element("div", .class("two", "maps")) { writer in
        maps.writeVolume(to: &writer)
        maps.writeMedian(to: &writer)
        maps.writeStaff(to: &writer)
        maps.writeSplit(to: &writer)
      }
      maps.writeStaffing(to: &writer)
      maps.writeRota(to: &writer)
      for (heading, table) in [
        ("Weeks", PeriodTable.weeks(scope, site: self, page: told.page)),
        ("Months", PeriodTable.months(scope, site: self, page: told.page)),
      ] where !table.lines.isEmpty {
        writer.block(heading) { writer in
          table.write(to: &writer)
        }
      }
      maps.writeTable(told.findings, to: &writer)
    }
    return content(told, body, picture: maps.main)
  }

  /// All teams beside each other.
  func teamsContent(_ told: ToldPage, _ commentary: Commentary) -> PageContent {
    let body = HTML.written(capacity: 65_536) { writer in
      Headline(told: told.told, sentence: commentary.sentence).write(to: &writer)
      if analysis.weeks(.allTeams).isEmpty { return commentary.write(to: &writer) }
      writer.block("Leaderboard", "all time") { writer in
        Leaderboard(ranking: told.ranking, site: self).write(to: &writer)
      }
      if told.ranking.standings.count > 1 {
        WinnerMap(told.ranking, period: told.told.info.period, site: self).figure.write(to: &writer)
      }
      writer.block("The week of each team", "percent answered in time, all on one scale") { writer in
        TeamMultiples(ranking: told.ranking).write(to: &writer)
      }
      commentary.write(to: &writer)
    }
    var content = content(told, body, picture: nil)
    content.heading = "Teams"
    content.summary = "The teams beside each other: rank, rate and week of each."
    return content
  }
}

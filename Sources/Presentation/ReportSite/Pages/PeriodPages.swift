import HeatmapSVG
import LeadMetrics
import LeadModel
import Markup

// One team, or all of them, in a week or a month.

extension Site {
  /// A page about a week or a month.
  func periodContent(_ told: ToldPage, _ commentary: Commentary) -> PageContent {
    let maps = PageMaps(told.told)
    let body = HTML.written(capacity: 65_536) { writer in
      Headline(told: told.told, sentence: commentary.sentence).write(to: &writer)
      maps.writeStrips(to: &writer)
      maps.main.write(to: &writer)
      told.writeFindings(to: &writer)
      if told.page.team == nil {
        writer.block("Teams") { writer in
          TeamTable(ranking: told.ranking).write(to: &writer)
        }
      }
      writer.element("div", .class("two", "story")) { writer in
        commentary.write(to: &writer)
        losses(told, to: &writer)
      }
      writer.element("div", .class("two", "maps")) { writer in
        if maps.pooled != nil { maps.own(.small).write(to: &writer) }
        maps.writeVolume(to: &writer)
        if maps.pooled == nil { maps.writeMedian(to: &writer) }
        maps.writeStaff(to: &writer)
        maps.writeChange(to: &writer)
        maps.writeTrend(to: &writer)
        if case .month = told.told.info.period { maps.writeAmounts(to: &writer) }
        maps.writeSplit(to: &writer)
      }
      maps.writeEvents(to: &writer)
      maps.writeSpeed(to: &writer)
      // A week is too short to be told apart any further.
      if case .month = told.told.info.period {
        maps.writeStaffing(to: &writer)
        if told.page.team != nil { maps.writeWithin(to: &writer) }
      }
      maps.writeTable(told.findings, to: &writer)
    }
    return content(told, body, picture: nil)
  }
}

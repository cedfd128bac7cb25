import HeatmapSVG
import LeadMetrics
import LeadModel
import Markup

/// A map, table or chart that a narrative may place beside the page's own ones.
enum Block: String, CaseIterable {
  case rateMap = "map.rate"
  case pooledMap = "map.pooled"
  case volumeMap = "map.volume"
  case medianMap = "map.median"
  case coverageMap = "map.coverage"
  case changeMap = "map.change"
  case worstTable = "table.worst"
  case teamTable = "table.teams"
  case trendChart = "chart.trend"

  /// The block on a page; a sentence where the page has nothing for it.
  func html(_ told: ToldPage) -> HTML {
    let maps = PageMaps(told.told, areRepeated: true)
    return HTML.written { writer in
      switch self {
      case .rateMap: maps.own(.large).write(to: &writer)
      case .pooledMap: (maps.pooled ?? maps.own(.large)).write(to: &writer)
      case .volumeMap: maps.writeVolume(to: &writer)
      case .medianMap: maps.writeMedian(to: &writer)
      case .coverageMap: maps.writeStaff(to: &writer)
      case .changeMap: maps.writeChange(to: &writer)
      case .worstTable: writer.element("section") { WorstTable(told: told.told).write(to: &$0) }
      case .teamTable: TeamTable(ranking: told.ranking).write(to: &writer)
      case .trendChart: maps.writeTrend(to: &writer)
      }
    }
  }
}

import HeatmapSVG
import LeadMetrics
import LeadModel
import Markup

/// A small map of each rep, all with the hours and the scale of their team.
struct RepMultiples {
  private let maps: [(name: String, ratio: Ratio, map: HeatmapSpec)]

  init(_ told: Told, window: TimeWindow) {
    let site = told.site
    maps = told.details.repWeeks.value.map { week in
      let map = RateMap(slice: week.slice, site: site, window: window)
        .map(.tiny, shifts: told.report.coverage)
      return (week.name, week.counts.ratio(site.rules.headline), map)
    }
  }

  func write(to writer: inout MarkupWriter) {
    if maps.isEmpty { return }
    writer.block("The week of each rep", "percent answered in time, all on one scale") { writer in
      writer.element("div", .class("multiples")) { writer in
        for (name, ratio, map) in maps { writer.multiple(name, ratio, map) }
      }
    }
  }
}

extension MarkupWriter {
  /// One of several tiny maps: whose it is, with a link where there is a page, the rate, and the map.
  mutating func multiple(_ name: String, link: String? = nil, _ ratio: Ratio, _ map: HeatmapSpec) {
    element("figure") { writer in
      writer.element("figcaption") { writer in
        writer.element("h3") { writer in
          writer.link(name, to: link)
          writer.raw(" ")
          writer.element("small", text: Words.rate(ratio))
        }
      }
      map.write(to: &writer)
    }
  }
}

import HeatmapSVG
import LeadMetrics
import LeadModel
import Markup

/// A small map of each rep, all with the hours and the scale of their team.
struct RepMultiples {
  private let maps: [(name: String, remark: String, map: HeatmapSpec)]

  init(_ told: Told, window: TimeWindow) {
    let site = told.site
    maps = told.details.repWeeks.value.map { week in
      let ratio = week.counts.ratio(site.rules.headline)
      let map = RateMap(slice: week.slice, site: site, window: window)
        .map(.tiny, shifts: told.report.coverage)
      return (
        week.name, "\(Words.percent(ratio.tenths)) of \(Words.count(ratio.denominator, "lead"))", map
      )
    }
  }

  func write(to writer: inout MarkupWriter) {
    if maps.isEmpty { return }
    writer.element("section", .class("block")) { writer in
      writer.heading("The week of each rep", "percent answered in time, all on one scale")
      writer.element("div", .class("multiples")) { writer in
        for (name, remark, map) in maps {
          writer.element("figure") { writer in
            writer.element("figcaption") { writer in
              writer.element("h3") { writer in
                writer.text(name)
                writer.raw(" ")
                writer.element("small", text: remark)
              }
            }
            map.write(to: &writer)
          }
        }
      }
    }
  }
}

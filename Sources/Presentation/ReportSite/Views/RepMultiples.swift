import HeatmapSVG
import LeadMetrics
import LeadModel
import Markup

/// A small map of each rep, all with the hours and the scale of their team.
struct RepMultiples {
  private let maps: [(name: String, remark: String, map: HeatmapSpec)]

  /// The most reps that have a map.
  private static let limit = 12

  init(_ told: Told, _ reps: Breakdown, window: TimeWindow) {
    let site = told.site
    // Where rates would flatter, a map of them would too: then nobody has a rank.
    let shown = reps.rows.compactMap { row -> (name: String, counts: Counts)? in
      if case .named(let name) = row.name, row.rank != nil { (name, row.counts) } else { nil }
    }.prefix(RepMultiples.limit)
    let slices = site.analysis.rates(told.report.scope, told.info.period, by: .rep, shown.map(\.name))
    maps = zip(shown, slices).map { row, slice in
      let ratio = row.counts.ratio(site.rules.headline)
      let map = RateMap(slice: slice, site: site, window: window).map(.tiny, shifts: told.report.coverage)
      return (
        row.name, "\(Words.percent(ratio.tenths)) of \(Words.count(ratio.denominator, "lead"))", map
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

import HeatmapSVG
import LeadMetrics
import LeadModel
import Markup

/// A period by what it has enough leads for even where it is thin: its weekdays, and its hours of the day.
struct Strips {
  let slice: Slice
  let site: Site
  let window: TimeWindow

  func write(to writer: inout MarkupWriter) {
    list(MapFrame.rows, slice.weekdayTotals, to: &writer)
    list(
      window.hours.map { $0.padded(to: 2) }, Array(slice.hourTotals[window.hours]), to: &writer)
  }

  private func list(
    _ names: [String], _ counts: [Counts], to writer: inout MarkupWriter
  ) {
    let rates = RateMap(slice: slice, site: site, window: window)
    writer.element("ol", .class("parts")) { writer in
      for (name, counts) in zip(names, counts) {
        let cell = rates.cell(counts)
        writer.element("li", Swatch.style(cell)) { writer in
          writer.element("b", text: name)
          if counts.leads == 0 { return }
          writer.text(counts.ratio(site.rules.headline).wholePercent.map { "\($0)" } ?? Words.none)
          writer.element("i", text: Words.count(counts.leads))
        }
      }
    }
  }
}

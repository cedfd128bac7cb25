import HeatmapSVG
import LeadMetrics
import LeadModel
import Markup

// Week by week: the rate, what happened meanwhile, how many leads came and how soon they were answered.

extension PageMaps {
  /// The rate of the last weeks, or why there is no line; on wide pages with events, leads and median below.
  func writeTrend(_ size: TrendSpec.Size = .half, to writer: inout MarkupWriter) {
    let trend = told.details.trend.value
    guard let chart = trend.rate(size) else {
      return writer.absent("Week by week", "There are fewer than two weeks to compare.")
    }
    MapFigure(
      heading: trend.heading, remark: "percent within \(threshold), with 95% interval", drawing: chart,
      note: trend.note
    )
    .write(to: &writer)
    guard size == .wide else { return }
    EventTable(told.details.events.value)?.write(to: &writer)
    writer.element("div", .class("two")) { writeAmounts(to: &$0) }
  }

  /// What happened in the weeks of the trend, with the rate before and after; nothing without any event.
  func writeEvents(to writer: inout MarkupWriter) {
    let weeks = told.details.trend.value.points.map(\.week)
    guard let first = weeks.first?.monday, let last = weeks.last?.monday.adding(days: 6),
      let table = EventTable(told.details.events.value.filter { (first...last).contains($0.event.date) })
    else { return }
    writer.element("section", .class("block", "happened")) { writer in
      writer.heading("What happened", "the rate before and after")
      table.write(to: &writer)
    }
  }

  /// How many leads came in each of the last weeks, and how soon they were answered; nothing where too few weeks have
  /// any.
  func writeAmounts(to writer: inout MarkupWriter) {
    let trend = told.details.trend.value
    if let chart = trend.volume(.half) {
      MapFigure(heading: "Leads", remark: "week by week", drawing: chart).write(to: &writer)
    }
    if let chart = trend.median(.half) {
      MapFigure(heading: "Median response time", remark: "minutes, week by week", drawing: chart)
        .write(to: &writer)
    } else if trend.points.count > 1 {
      writer.absent("Median response time", "There are fewer than two weeks with a response time.")
    }
  }
}

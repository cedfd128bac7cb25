import HeatmapSVG
import LeadMetrics
import Markup

// How soon leads were answered: by every threshold, and as a distribution.

extension PageMaps {
  /// The shares of the thresholds beside the distribution of response times; nothing where a week or a month is
  /// thin.
  func writeSpeed(to writer: inout MarkupWriter) {
    if told.report.isThin && told.info.period != .all { return }
    writer.element("div", .class("two"), .id(.speed)) { writer in
      writer.element("section") { ShareTable(told: told).write(remark: remark, to: &$0) }
      let histogram = SpeedHistogram(
        distribution: told.details.distribution.value, thresholds: told.rules.thresholds,
        tellsNever: told.site.analysis.tellsTimes)
      let least = 2 * told.rules.minLeads
      if histogram.answered < least {
        let hasNone = histogram.answered == 0 && !told.site.analysis.tellsTimes
        return writer.absent(
          "Response times",
          hasNone ? "The export has no response times." : "Fewer than \(least) leads have a response time.")
      }
      MapFigure(
        heading: "Response times", remark: remark("leads by the time to the first answer"),
        drawing: histogram.chart
      ).write(to: &writer)
    }
  }
}

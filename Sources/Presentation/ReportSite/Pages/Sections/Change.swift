import HeatmapSVG
import LeadMetrics
import LeadModel
import Markup

// What changed against the period before, and when.

extension PageMaps {
  /// What changed against the period before, or why that cannot be said; nothing for all time.
  func writeChange(to writer: inout MarkupWriter) {
    guard let before = told.info.period.previous else { return }
    let heading = "Change against \(Words.period(before))"
    guard let comparison = report.comparison else {
      return writer.absent(heading, "No comparison: \(whyNone(before)).")
    }
    let minutes = report.worst.minutes
    let map = ChangeMap(
      current: report.slice,
      previous: Slice(slotMinutes: report.slice.slotMinutes, counts: comparison.previousCells),
      minutes: minutes, site: told.site, window: window
    ).map
    guard let map, !comparison.isLikeForLike else {
      return writer.absent(heading, total(comparison), id: id(.change))
    }
    MapFigure(
      heading: heading, remark: "by \(report.worst.unitWords)", drawing: map,
      legend: LegendSpec(changes: map), note: parts(comparison), id: id(.change)
    ).write(to: &writer)
  }

  /// Why there is nothing to compare a period with.
  private func whyNone(_ before: Period) -> String {
    if told.isFirst { return "the data begin in \(label)" }
    let before = Words.period(before)
    return told.leadsBefore == 0
      ? "there are no leads in \(before)" : "no lead of \(before) could be compared"
  }

  /// What of a clear change comes of which leads came; nil where that cannot be told.
  private func parts(_ comparison: Comparison) -> String? {
    comparison.mixAndRate.map { parts in
      "\(Words.signedTenths(parts.tenths.mix)) points are due to which leads came, "
        + "\(Words.signedTenths(parts.tenths.rate)) to how they were answered"
        + (comparison.partsDiffer ? " (each rounded by itself)" : "")
    }
  }

  /// The change as a whole, where there is none by time of day.
  private func total(_ comparison: Comparison) -> String {
    guard let change = comparison.change else {
      return "No comparison: on one side no lead is old enough to judge."
    }
    return "\(Words.signedTenths(change.points)) points overall"
      + (comparison.isLikeForLike
        ? ": \(Words.compared(change))." : "; too few leads to say when.")
  }
}

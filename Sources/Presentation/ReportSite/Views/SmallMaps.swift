import HeatmapSVG
import LeadMetrics
import LeadModel

/// Draws what stands beside the rates: how many leads came, how soon they were answered, who was on shift.
struct SmallMaps {
  let report: PeriodReport
  let site: Site
  let window: TimeWindow

  /// Leads per slot.
  var volume: HeatmapSpec {
    let most = report.slice.cells.lazy.map(\.counts.leads).max() ?? 0
    let scale = Scale.amount(upTo: Double(max(1, most)))
    return map("Leads by weekday and time of day", scale) { position in
      let leads = report.slice.cells[position].counts.leads
      return leads == 0 ? .blank : .full(scale.colour(of: Double(leads)))
    }
  }

  /// The median response time per slot, muted where few leads were answered.
  var median: HeatmapSpec {
    let scale = Scale.amount(
      bounds: [5, 15, 60, 240, 1_440, .infinity],
      labels: ["5 min", "15 min", "1 h", "4 h", "24 h", ">24 h"])
    return map("Median response time by weekday and time of day", scale) { position in
      let cell = report.slice.cells[position]
      guard let median = cell.median else {
        return cell.counts.leads == 0 ? .blank : HeatmapSVG.Cell(.unjudged)
      }
      let answered = cell.counts.timed
      let state = CellState(leads: answered, judged: answered, minLeads: site.rules.minLeads)
      return HeatmapSVG.Cell(state.drawn, colour: max(1, scale.colour(of: Double(median) / 60_000_000)))
    }
  }

  /// People on shift per slot, on average; nil where coverage is unknown.
  var staff: HeatmapSpec? {
    guard report.coverage.isKnown else { return nil }
    let most = report.coverage.cells.lazy.map(\.average).max() ?? 0
    // Where nobody comes or leaves within a slot, and all dates are alike, they are counts.
    let isCount = report.coverage.cells.allSatisfy { $0.average == $0.average.rounded() }
    let scale = Scale.amount(upTo: max(1, most), isCount: isCount)
    return map("People on shift by weekday and time of day", scale) { position in
      let cell = report.coverage.cells[position]
      return cell.repMinutes == 0 ? .blank : .full(scale.colour(of: cell.average))
    }
  }

  /// Leads per hour that a person was on shift; nil where coverage is unknown.
  func load(_ staffing: Staffing) -> HeatmapSpec? {
    guard report.coverage.isKnown else { return nil }
    let most = staffing.cellLoads.lazy.compactMap(\.value).max() ?? 0
    // Where an hour brings less than a lead, whole numbers would make all cells alike.
    let scale = Scale.amount(upTo: most, isWhole: most > 1, isCount: false)
    return map("Leads per hour on shift by weekday and time of day", scale) { position in
      guard let load = staffing.cellLoads[position].value else {
        return report.slice.cells[position].counts.leads == 0 ? .blank : HeatmapSVG.Cell(.unjudged)
      }
      return .full(scale.colour(of: load))
    }
  }

  /// A map of slots.
  private func map(_ label: String, _ scale: Scale, cell: (Int) -> HeatmapSVG.Cell) -> HeatmapSpec {
    let frame = MapFrame(window, slotMinutes: report.slice.slotMinutes)
    return frame.map(
      label, frame.positions.map(cell), scale: scale, palette: site.settings.palette, size: .small)
  }
}

extension HeatmapSVG.Cell {
  /// A cell that rests on enough.
  static func full(_ colour: Int) -> HeatmapSVG.Cell { HeatmapSVG.Cell(.full, colour: colour) }
}

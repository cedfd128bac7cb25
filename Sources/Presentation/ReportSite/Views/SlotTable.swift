import HeatmapSVG
import LeadMetrics
import LeadModel

/// The numbers of all maps of a page in one table: per slot the rate, the leads behind it and who is there.
///
/// A pooled map's table has the pooled rates, and the period's own counts beside them.
struct SlotTable {
  let report: PeriodReport
  let site: Site
  let window: TimeWindow
  /// The slots that links lead to, by their positions in the slice.
  var linked: Set<Int> = []

  /// What the coloured numbers are of.
  var slice: Slice { report.pooled?.slice ?? report.slice }

  var table: HeatmapTable {
    let frame = MapFrame(window, slotMinutes: slice.slotMinutes)
    let rates = RateMap(slice: slice, site: site, window: window)
    var map = rates.map(.large, shifts: report.coverage)
    map.cells = frame.positions.map { position in
      cell(
        rates, slice.cells[position].counts, own: report.slice.cells[position].counts,
        staff: report.coverage.isKnown ? report.coverage.cells[position] : nil)
    }
    let totals = zip(slice.weekdayTotals, report.slice.weekdayTotals)
    map.rowTotals = totals.map { cell(rates, $0, own: $1, staff: nil) }
    map.columnTotals = zip(slice.slotTotals, report.slice.slotTotals).map {
      cell(rates, $0, own: $1, staff: nil)
    }[frame.slots].map { $0 }
    map.grandTotal = cell(rates, slice.total, own: report.slice.total, staff: nil)
    let anchors = frame.positions.enumerated().lazy.filter { linked.contains($1) }
      .map { ($0, Told.anchor(of: $1)) }
    return HeatmapTable(
      map, caption: caption, anchors: Dictionary(uniqueKeysWithValues: anchors))
  }

  /// What the numbers of a cell are, in their order.
  var caption: String {
    let rate = "Percent answered within \(Words.threshold(site.rules.threshold)) and leads judged"
    let pooled = report.pooled.map {
      " in \(Words.weeks($0.weeks)); answered in time of judged in \(Words.period(report.info.period))"
    }
    return rate + (pooled ?? "") + (report.coverage.isKnown ? "; people on shift" : "")
  }

  private func cell(_ rates: RateMap, _ counts: Counts, own: Counts, staff: CoverageCell?) -> HeatmapSVG.Cell
  {
    var cell = rates.cell(counts)
    let ratio = counts.ratio(site.rules.headline)
    if let tenths = ratio.tenths { cell.label = .text(Words.tenths(tenths)) }
    var details: [String] = []
    if counts.leads > 0 { details.append(Words.count(ratio.denominator)) }
    if report.pooled != nil, own.leads > 0 {
      let ratio = own.ratio(site.rules.headline)
      details.append("\(ratio.numerator)/\(ratio.denominator)")
    }
    if let staff, staff.repMinutes > 0 { details.append(Words.average(staff.average)) }
    cell.sublabel = details.isEmpty ? .none : .text(details.joined(separator: " · "))
    return cell
  }
}

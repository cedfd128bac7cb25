import HeatmapSVG
import LeadMetrics
import LeadModel

/// Draws the change of a slice against another one: by slot, or where that is too fine by hour or by blocks of
/// four hours.
struct ChangeMap {
  let current: Slice
  let previous: Slice
  /// Minutes of a part.
  let minutes: Int
  let site: Site
  let window: TimeWindow

  /// Points at which the colours end: the same on every page.
  static let domain = 50.0

  /// nil where no part has enough leads judged on both sides.
  var map: HeatmapSpec? {
    let scale = Scale.change(domain: ChangeMap.domain)
    let frame = MapFrame(window.widened(to: minutes), slotMinutes: minutes)
    let (now, before) = (current.blocks(of: minutes), previous.blocks(of: minutes))
    let headline = site.rules.headline
    let cells = frame.positions.map { part -> HeatmapSVG.Cell in
      guard let change = Change(now[part].ratio(headline), after: before[part].ratio(headline)) else {
        return .blank
      }
      let judged = min(change.current.denominator, change.previous.denominator)
      let state = CellState(leads: judged, judged: judged, minLeads: site.rules.minLeads)
      return HeatmapSVG.Cell(state.drawn, colour: scale.colour(of: Double(change.points) / 10))
    }
    guard cells.contains(where: { $0.state == .lightened || $0.state == .full }) else { return nil }
    return frame.map(
      "Change in percentage points by weekday and time of day", cells, scale: scale,
      palette: site.settings.palette, size: .small)
  }
}

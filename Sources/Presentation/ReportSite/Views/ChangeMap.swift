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
    let cells = frame.positions.map { part in
      Change(now[part].ratio(headline), after: before[part].ratio(headline)).map {
        HeatmapSVG.Cell($0, on: scale, site.rules)
      } ?? .blank
    }
    guard cells.contains(where: \.hasEnough) else { return nil }
    return frame.map(
      "Change in percentage points by weekday and time of day", cells, scale: scale,
      palette: site.settings.palette, size: .small)
  }
}

extension HeatmapSVG.Cell {
  /// A difference of two rates, which says as much as the side with fewer leads.
  init(_ change: Change, on scale: Scale, _ rules: Rules) {
    let judged = min(change.current.denominator, change.previous.denominator)
    let state = CellState(leads: judged, judged: judged, minLeads: rules.minLeads)
    self.init(state.drawn, colour: scale.colour(of: Double(change.points) / 10))
  }

  /// Whether it rests on enough to be read.
  var hasEnough: Bool { state == .lightened || state == .full }
}

import HeatmapSVG
import LeadMetrics
import LeadModel
import Markup

/// Draws the difference of two rates slot by slot; slots beyond chance have a mark.
struct DuelMap {
  let duel: HeadToHead
  /// What the two sides are called in titles.
  let left: String
  let right: String
  let site: Site
  let window: TimeWindow

  /// nil where no slot has enough leads on both sides.
  func figure(_ heading: String, _ size: HeatmapSpec.Size) -> MapFigure? {
    let scale = Scale.change(domain: ChangeMap.domain)
    let frame = MapFrame(window, slotMinutes: site.rules.slotMinutes)
    let cells = frame.positions.map { position -> HeatmapSVG.Cell in
      guard let change = duel.cells.changes[position] else { return .blank }
      var cell = HeatmapSVG.Cell(change, on: scale, site.rules)
      if size == .large { cell.label = .text(Words.signedWhole(change.points)) }
      cell.isMarked = duel.cells.verdicts[position] != .noClearChange
      return cell
    }
    guard cells.contains(where: \.hasEnough) else { return nil }
    var map = frame.map(
      "\(left) less \(right) in percentage points by weekday and time of day", cells, scale: scale,
      palette: site.settings.palette, size: size)
    // Titles would be most of a small map.
    if size == .large {
      map.titles = Texts(count: frame.positions.count) { writer, index in
        let position = frame.positions[index]
        if let change = duel.cells.changes[position] {
          title(change, frame.place(position), to: &writer)
        }
      }
    }
    var legend = LegendSpec(changes: map)
    if cells.contains(where: \.isMarked) { legend.keys.append((.mark, "beyond chance")) }
    return MapFigure(
      heading: heading, remark: "points, where both have leads", drawing: map, legend: legend,
      note: window.note(
        Slice(
          slotMinutes: site.rules.slotMinutes,
          counts: zip(duel.leftCells, duel.rightCells).map { $0 + $1 })))
  }

  private func title(
    _ change: Change, _ place: (weekday: Weekday, minuteOfDay: Int), to writer: inout MarkupWriter
  ) {
    writer.text("\(place.weekday.name) \(Words.clock(place.minuteOfDay)): ")
    writer.text("\(Words.signedTenths(change.points)) points; ")
    writer.name(left)
    writer.text(" \(Words.fraction(change.current)), ")
    writer.name(right)
    writer.text(" \(Words.fraction(change.previous))")
  }
}

import HeatmapSVG
import LeadMetrics
import LeadModel

/// What all maps of a page share: weekdays down, the slots of the shown hours across, and where in a slice a
/// cell of the map is.
struct MapFrame {
  let slotMinutes: Int
  let slots: Range<Int>
  /// The positions in a slice of the map's cells, row by row.
  let positions: [Int]

  /// The frame of maps of those hours.
  init(_ window: TimeWindow, slotMinutes: Int) {
    self.slotMinutes = slotMinutes
    let slots = window.slots(of: slotMinutes)
    self.slots = slots
    positions = (0..<7 * slots.count).map { cell in
      cell / slots.count * (1_440 / slotMinutes) + slots.lowerBound + cell % slots.count
    }
  }

  static let rows = Weekday.allCases.map(\.shortName)

  /// Named by their beginning, ticked at full hours.
  var columns: [HeatmapSpec.Column] {
    slots.map { slot in
      let minute = slot * slotMinutes
      return HeatmapSpec.Column(
        name: Words.clock(minute), tick: minute % 60 == 0 ? (minute / 60).padded(to: 2) : nil)
    }
  }

  /// The weekday and the minute of the day at which a cell of a slice begins.
  func place(_ position: Int) -> (weekday: Weekday, minuteOfDay: Int) {
    let minute = position * slotMinutes
    return (Weekday.allCases[minute / 1_440], minute % 1_440)
  }

  /// A map of those cells, row by row.
  func map(
    _ label: String, _ cells: [HeatmapSVG.Cell], scale: Scale, palette: Palette, size: HeatmapSpec.Size
  ) -> HeatmapSpec {
    HeatmapSpec(
      label: label, rows: MapFrame.rows, columns: columns, cells: cells, scale: scale, palette: palette,
      size: size)
  }
}

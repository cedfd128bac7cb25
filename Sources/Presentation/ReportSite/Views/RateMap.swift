import HeatmapSVG
import LeadMetrics
import LeadModel
import Markup

/// Draws where leads are answered within the threshold.
struct RateMap {
  let slice: Slice
  let site: Site
  let window: TimeWindow

  private var frame: MapFrame { MapFrame(window, slotMinutes: slice.slotMinutes) }
  private var headline: Int { site.rules.headline }
  var words: CellWords { CellWords(rules: site.rules, hidesReps: site.settings.hidesReps) }

  /// The map without titles, with the hours outlined in which someone is on shift.
  func map(_ size: HeatmapSpec.Size, shifts: CoverageMap) -> HeatmapSpec {
    let frame = frame
    let unit = frame.slotMinutes == 60 ? "hour" : "\(frame.slotMinutes) minutes"
    var map = frame.map(
      "Percent answered within \(Words.threshold(site.rules.threshold)) by weekday and \(unit)",
      frame.positions.map { cell(slice.cells[$0].counts) },
      scale: .percent, palette: site.settings.palette, size: size)
    if size == .large {
      map.rowTotals = slice.weekdayTotals.map(cell)
      map.columnTotals = slice.slotTotals[frame.slots].map(cell)
      map.grandTotal = cell(slice.total)
    }
    if shifts.isKnown { map.outline = frame.positions.map { shifts.cells[$0].repMinutes > 0 } }
    return map
  }

  /// Marks the cells that are below a target beyond chance; none without a target.
  func mark(_ map: inout HeatmapSpec, _ marks: TargetMarks?) {
    guard let marks else { return }
    for (index, position) in frame.positions.enumerated() where marks.below[position] {
      map.cells[index].isMarked = true
    }
  }

  /// Titles that say each cell in full, with the people on shift. `withBlanks` is false where cells without
  /// leads need none.
  func titles(_ shifts: CoverageMap, withBlanks: Bool) -> Texts {
    let (frame, words) = (frame, words)
    // People stay for many slots.
    var last: (weekday: Weekday, reps: [CoverageCell.Presence], people: HTML?)?
    let positions = frame.positions
    return Texts(count: positions.count, capacity: 64 * positions.count) { writer, index in
      let position = positions[index]
      let (weekday, minute) = frame.place(position)
      let counts = slice.cells[position].counts
      if shifts.isKnown, last?.weekday != weekday || last?.reps != shifts.cells[position].reps {
        let staff = shifts.cells[position]
        let isTold = !staff.reps.isEmpty || shifts.knowsNobody(staff)
        last = (weekday, staff.reps, isTold ? words.people(staff, weekday) : nil)
      }
      if counts.leads > 0 || withBlanks {
        words.write(weekday, minute, counts, people: last?.people ?? nil, to: &writer)
      }
    }
  }

  /// A cell with its whole percent and the number of leads judged; a dash and the number of leads where all are too
  /// young.
  func cell(_ counts: Counts) -> HeatmapSVG.Cell {
    let ratio = counts.ratio(headline)
    let state = CellState(leads: counts.leads, judged: ratio.denominator, minLeads: site.rules.minLeads)
    return HeatmapSVG.Cell(
      state.drawn, colour: ratio.colourClass ?? 0,
      label: ratio.wholePercent.map(HeatmapSVG.Cell.Label.number)
        ?? (counts.leads == 0 ? .none : .text(Words.none)),
      sublabel: counts.leads == 0 ? .none : .number(ratio.isDefined ? ratio.denominator : counts.leads))
  }
}

extension CellState {
  /// How it is drawn.
  var drawn: HeatmapSVG.Cell.State {
    switch self {
    case .noLeads: .blank
    case .noneJudged: .unjudged
    case .muted: .muted
    case .lightened: .lightened
    case .full: .full
    }
  }
}

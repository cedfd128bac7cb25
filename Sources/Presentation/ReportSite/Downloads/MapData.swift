import LeadMetrics
import LeadModel

/// What the map of a page about leads shows, in integers: the content of its downloads.
struct MapData: Sendable {
  let slice: Slice
  /// Reps on shift per cell in millionths; nil where it is not known, or no such slot has passed.
  let coverage: [Int?]

  /// The map of what a page tells.
  init(_ told: Told) {
    slice = told.report.slice
    let map = told.report.coverage
    coverage = slice.cells.indices.map { index in
      guard map.isKnown, map.cells[index].minutes > 0 else { return nil }
      // Nobody of the teams that are known says nothing of the others.
      guard map.cells[index].repMinutes > 0 || map.knowsNobody(map.cells[index]) else { return nil }
      return Int((map.cells[index].average * 1_000_000).rounded())
    }
  }

  /// The positions of the cells in which there is anything, a lead or someone on shift. The others would be most of a
  /// week's, and all the same.
  var cellsToTell: [Int] {
    slice.cells.indices.filter { slice.cells[$0].counts.leads > 0 || (coverage[$0] ?? 0) > 0 }
  }

  /// 1 for Monday … 7 for Sunday.
  func weekday(of cell: Int) -> Int { cell / slice.slotsPerDay + 1 }

  /// When the cell's slot begins, 0–1439.
  func minuteOfDay(of cell: Int) -> Int { cell % slice.slotsPerDay * slice.slotMinutes }
}

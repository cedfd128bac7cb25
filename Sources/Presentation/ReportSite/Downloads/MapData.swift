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

extension Site {
  /// The downloads that a page has. A picture is as large as a page: only the maps of all time have one.
  func downloadKinds(of page: Page, hasPicture: Bool) -> [Download] {
    switch page {
    case .compare, .dataQuality, .about, .notFound: []
    default:
      [.csv, .json] + (hasPicture && page.period == .all ? [.svg] : []) + (page == .teams ? [.winners] : [])
    }
  }

  /// The downloads of a page, finished.
  func downloads(of page: Page, _ told: ToldPage?, picture: [UInt8]?) -> [OutputFile] {
    return downloadKinds(of: page, hasPicture: picture != nil).map { kind in
      OutputFile(
        path: addresses.path(of: kind, of: page),
        bytes: kind == .svg ? picture! : text(kind, of: page, told))
    }
  }

  private func text(_ kind: Download, of page: Page, _ told: ToldPage?) -> [UInt8] {
    if case .duel(let left, let right) = page {
      let pair = ToldRanking(.all, site: self, page: page).pair(left, right)
      return kind == .json ? json(page, pair) : CSVWriter(Values.besideCell, of: pair.slots.bySlot).bytes
    }
    guard let told else { return kind == .json ? json(periodsOf: page) : csv(periodsOf: page) }
    if kind == .json { return json(told) }
    if kind == .winners {
      return CSVWriter(Values.winnerCell, of: ToldWinners(ranking: told.ranking).bySlot).bytes
    }
    return page == .teams ? csv(teams: told.ranking) : csv(cells: MapData(told.told))
  }
}

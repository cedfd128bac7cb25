import LeadMetrics
import LeadModel

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
    downloadKinds(of: page, hasPicture: picture != nil).map { kind in
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

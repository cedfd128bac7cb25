import LeadMetrics
import LeadModel

/// What a page about leads shows, in integers: the content of its downloads.
struct PageData: Sendable {
  /// The page's path.
  var page: String
  /// nil for all teams.
  var team: String?
  var info: PeriodInfo
  var slice: Slice
  /// Reps on shift per cell in millionths; nil where it is not known, or no such slot has passed.
  var coverage: [Int?]
  /// The teams with leads in the period, as the leaderboard has them; none on the pages of a team.
  var standings: [(team: String, page: String, told: ToldStanding)]

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
  /// The numbers of a page about leads, as it tells them.
  func data(of told: ToldPage) -> PageData {
    let (page, report, period) = (told.page, told.told.report, told.told.info.period)
    let map = report.coverage
    let coverage = report.slice.cells.indices.map { index -> Int? in
      guard map.isKnown, map.cells[index].minutes > 0 else { return nil }
      // Nobody of the teams that are known says nothing of the others.
      guard map.cells[index].repMinutes > 0 || map.knowsNobody(map.cells[index]) else { return nil }
      return Int((map.cells[index].average * 1_000_000).rounded())
    }
    // The first page tells the teams of its latest week; a download is of all time, as its page's address says.
    let ranking = page == .home ? ToldRanking(period, site: self, page: page) : told.ranking
    let standings = page.team == nil ? ranking.standings : []
    return PageData(
      page: addresses.path(of: page), team: page.team.map { analysis.teams[$0].name },
      info: report.info, slice: report.slice, coverage: coverage,
      standings: standings.map { standing in
        (standing.name, addresses.path(of: .teamPeriod(standing.standing.team, period)), standing)
      })
  }

  /// The downloads that a page has. A picture is as large as a page: only the maps of all time have one.
  func downloadKinds(of page: Page, hasPicture: Bool) -> [Download] {
    switch page {
    case .compare, .duel, .dataQuality, .about, .notFound: []
    default: hasPicture && page.period == .all ? [.csv, .json, .svg] : [.csv, .json]
    }
  }

  /// The downloads of a page, finished.
  func downloads(of page: Page, _ told: ToldPage?, picture: [UInt8]?) -> [OutputFile] {
    let data = told.map(data)
    return downloadKinds(of: page, hasPicture: picture != nil).map { kind in
      OutputFile(
        path: addresses.path(of: kind, of: page),
        bytes: kind == .svg ? picture! : text(kind, of: page, data, told))
    }
  }

  private func text(_ kind: Download, of page: Page, _ data: PageData?, _ told: ToldPage?) -> [UInt8] {
    guard let data, let told else { return kind == .json ? json(periodsOf: page) : csv(periodsOf: page) }
    if kind == .json { return json(data, told) }
    return page == .teams ? csv(teams: data) : csv(cells: data)
  }
}

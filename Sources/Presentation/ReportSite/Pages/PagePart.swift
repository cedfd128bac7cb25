import Markup

/// A part of a page that links may lead to, by its id there.
enum PagePart: String, CaseIterable {
  // Of the pages about leads.
  case findings, map, change, coverage, reps, speed, within, staffing, rota
  case others = "others-pooled"
  // Of the page about the quality of the data.
  case rows, rejected, columns, times, gaps, schedule, remarks

  /// The parts that a page may have; slots of its tables aside, which it has the data decide.
  static func all(of page: Page) -> [PagePart] {
    let first = allCases.firstIndex(of: .rows)!
    if page.period != nil { return Array(allCases[..<first]) }
    return page == .dataQuality ? Array(allCases[first...]) : []
  }
}

extension Attribute {
  /// The id of a part; none for nil.
  static func id(_ part: PagePart?) -> Attribute { Attribute("id", text: part?.rawValue) }
}

import LeadModel

extension Period {
  /// For headings: `Week 46, 2026`, `November 2026`, `All time`.
  package var title: String {
    switch self {
    case .week(let week): "Week \(week.yearAndWeek.week), \(week.yearAndWeek.year)"
    case .month(let month): "\(YearMonth.names[month.yearAndMonth.month - 1]) \(month.yearAndMonth.year)"
    case .all: "All time"
    }
  }

  /// The days in words: `9–15 November 2026`, `30 November – 6 December 2026`; nil for all time.
  package var days: String? {
    guard let dates else { return nil }
    return CivilDate.span(dates.lowerBound, dates.upperBound.adding(days: -1))
  }
}

extension CivilDate {
  /// Two days and all between them, saying nothing twice: `9–15 November 2026`, `28 December 2026 – 3 January 2027`.
  package static func span(_ first: CivilDate, _ last: CivilDate) -> String {
    let (start, end) = (first.components, last.components)
    if first == last { return last.longName }
    if start.year != end.year { return "\(first.longName) – \(last.longName)" }
    if start.month != end.month {
      return "\(start.day) \(YearMonth.names[start.month - 1]) – \(last.longName)"
    }
    return "\(start.day)–\(last.longName)"
  }
}

/// An ISO 8601 week, Monday to Sunday, belonging to the ISO week-year.
package struct ISOWeek: Hashable, Comparable, Sendable {
  /// Weeks since the one that began on Monday 1969-12-29, which held 1970-01-01.
  package var index: Int

  /// The week that many weeks after the one of 1970-01-01.
  package init(index: Int) { self.index = index }

  /// The week in which a day falls.
  package init(containing date: CivilDate) { index = (date.dayNumber + 3).floored(by: 7) }

  /// Week `week` (1–53) of the ISO week-year, or nil where that year has no such week.
  package init?(year: Int, week: Int) {
    // The week with 4 January is the first of its ISO year.
    guard (1...53).contains(week), let fourth = CivilDate(year: year, month: 1, day: 4) else { return nil }
    self.init(index: ISOWeek(containing: fourth).index + week - 1)
    if yearAndWeek.year != year { return nil }
  }

  /// The first day.
  package var monday: CivilDate { CivilDate(dayNumber: index * 7 - 3) }

  /// The ISO week-year, which is the calendar year of the week's Thursday, and the number 1–53 in it.
  package var yearAndWeek: (year: Int, week: Int) {
    let year = monday.adding(days: 3).components.year
    let first = ISOWeek(containing: CivilDate(year: year, month: 1, day: 4)!)
    return (year, index - first.index + 1)
  }

  package static func < (left: ISOWeek, right: ISOWeek) -> Bool { left.index < right.index }
}

extension ISOWeek: CustomStringConvertible {
  /// `2026-W46`.
  package var description: String {
    let (year, week) = yearAndWeek
    return "\(year.padded(to: 4))-W\(week.padded(to: 2))"
  }
}

/// A calendar month of a year.
package struct YearMonth: Hashable, Comparable, Sendable {
  /// Months since January 1970.
  var index: Int

  /// The month that many months after January 1970.
  package init(index: Int) { self.index = index }

  /// The month in which a day falls.
  package init(containing date: CivilDate) {
    let (year, month, _) = date.components
    index = (year - 1970) * 12 + month - 1
  }

  /// The year and the month 1–12.
  package var yearAndMonth: (year: Int, month: Int) { (1970 + index.floored(by: 12), index.modulo(12) + 1) }

  /// The first day.
  var firstDay: CivilDate {
    let (year, month) = yearAndMonth
    return CivilDate(year: year, month: month, day: 1)!
  }

  package static func < (left: YearMonth, right: YearMonth) -> Bool { left.index < right.index }

  /// The English names, January first.
  package static let names = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]
}

extension YearMonth: CustomStringConvertible {
  /// `2026-11`.
  package var description: String {
    let (year, month) = yearAndMonth
    return "\(year.padded(to: 4))-\(month.padded(to: 2))"
  }
}

/// What a page, a map or a number is about in time.
package enum Period: Hashable, Sendable {
  case week(ISOWeek)
  case month(YearMonth)
  /// Everything that was read.
  case all

  /// The days of a week or a month; nil for all time.
  package var dates: Range<CivilDate>? {
    switch self {
    case .week(let week): week.monday..<week.monday.adding(days: 7)
    case .month(let month): month.firstDay..<YearMonth(index: month.index + 1).firstDay
    case .all: nil
    }
  }

  /// The calendar period just before; nil for all time.
  package var previous: Period? {
    switch self {
    case .week(let week): .week(ISOWeek(index: week.index - 1))
    case .month(let month): .month(YearMonth(index: month.index - 1))
    case .all: nil
    }
  }
}

extension Period: CustomStringConvertible {
  /// `2026-W46`, `2026-11` or `all`: also the name of its file.
  package var description: String {
    switch self {
    case .week(let week): week.description
    case .month(let month): month.description
    case .all: "all"
    }
  }
}

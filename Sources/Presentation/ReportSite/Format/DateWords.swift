import LeadModel

extension Words {
  /// A time of day from its minute, 0–1440: `08:30`, `24:00`.
  static func clock(_ minuteOfDay: Int) -> String { clocks[minuteOfDay] }

  private static let clocks = (0...1_440).map { minute in
    "\((minute / 60).padded(to: 2)):\((minute % 60).padded(to: 2))"
  }

  /// A stretch of the day from its minutes: `08:30–17:00`.
  static func clocks(_ minutes: Range<Int>) -> String {
    "\(clock(minutes.lowerBound))–\(clock(minutes.upperBound))"
  }

  /// Days from one to another, both included, saying nothing twice: `9–15 November 2026`,
  /// `28 September – 4 October 2026`, `29 December 2025 – 4 January 2026`.
  static func dates(_ first: CivilDate, _ last: CivilDate) -> String {
    if first == last { return first.longName }
    let (from, to) = (first.components, last.components)
    if from.year != to.year { return "\(first.longName) – \(last.longName)" }
    let month = YearMonth.names[from.month - 1]
    return from.month == to.month ? "\(from.day)–\(last.longName)" : "\(from.day) \(month) – \(last.longName)"
  }

  /// A day without its year, for axes: `9 Nov`.
  static func shortDate(_ date: CivilDate) -> String {
    let (_, month, day) = date.components
    return "\(day) \(YearMonth.names[month - 1].prefix(3))"
  }

  /// A period as a title says it: `week 46`, `November 2026`, `all time`.
  static func period(_ period: Period) -> String {
    switch period {
    case .week(let week): "week \(week.yearAndWeek.week)"
    case .month(let month): "\(YearMonth.names[month.yearAndMonth.month - 1]) \(month.yearAndMonth.year)"
    case .all: "all time"
    }
  }

  /// The days of a week or a month, `9–15 November 2026`; empty for all time.
  static func dates(of period: Period) -> String {
    guard let dates = period.dates else { return "" }
    return Words.dates(dates.lowerBound, dates.upperBound.adding(days: -1))
  }

  /// Weeks from one to another: `weeks 39–46`, `week 46`, across years `weeks 2025-W50 – 2026-W05`.
  static func weeks(_ weeks: ClosedRange<ISOWeek>) -> String {
    let (from, to) = (weeks.lowerBound.yearAndWeek, weeks.upperBound.yearAndWeek)
    if weeks.count == 1 { return "week \(to.week)" }
    return from.year == to.year
      ? "weeks \(from.week)–\(to.week)" : "weeks \(weeks.lowerBound) – \(weeks.upperBound)"
  }

  /// The kind of a period as a noun: `week`, `month`, `period`.
  static func kind(of period: Period) -> String {
    switch period {
    case .week: "week"
    case .month: "month"
    case .all: "period"
    }
  }
}

extension String {
  /// With a capital at the start of a sentence or a title.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension ClosedRange<ISOWeek> {
  /// How many weeks, both ends included.
  var count: Int { upperBound.index - lowerBound.index + 1 }
}

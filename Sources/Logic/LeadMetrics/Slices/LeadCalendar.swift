import LeadModel

/// A stretch of one ISO week, in minutes since its Monday 00:00, local: part of 0..<10,080.
struct WeekSpan: Hashable, Sendable {
  var week: ISOWeek
  var minutes: Range<Int>

  /// Every minute of a week.
  static let whole = 0..<10_080
}

/// Where the data begin and end on the clocks of the report and of each team: which periods are complete,
/// and which minutes belong to them.
struct LeadCalendar: Sendable {
  private struct Bounds: Sendable {
    /// The day on which the data begin.
    var first: CivilDate
    var end: LocalTime
    /// The day on which they end: of a cut-off that is a date, that date, though its end is the next midnight.
    var last: CivilDate
    /// The minutes since 1970 before which leads were received: with a cut-off that is the latest received
    /// time, the minute of that lead is one of them.
    var endMinute: Int

    var dataEnd: DataEnd {
      // Where a clock change skips the midnight of a cut-off that is a date, its end is later than that.
      DataEnd(day: last, minuteOfDay: min(1_440, end.minutes - last.dayNumber * 1_440))
    }
  }
  /// By the report's zone, then by each team's; nil and empty without any row. All teams together begin on the first day
  /// that it is on the clocks of one of them.
  private let report: Bounds?
  private let byTeam: [Bounds]
  private let weeks: ClosedRange<ISOWeek>?

  init(intake: Intake, rules: Rules) {
    func bounds(_ zone: ZoneRules) -> Bounds? {
      guard let first = intake.firstReceived, let cutoff = intake.cutoff else { return nil }
      let begin = zone.local(of: first).date
      let end = zone.local(of: cutoff)
      let isWholeMinute = end == LocalTime(microseconds: Int64(end.minutes) * 60_000_000)
      // The first minute of a day is of that day, unless the cut-off is the end of the day before.
      let isEnd = isWholeMinute && rules.asOf != nil && (end.minuteOfDay > 0 || rules.asOfIsDayEnd)
      return Bounds(
        first: rules.from.map { min($0, begin) } ?? begin, end: end,
        last: zone.local(of: Instant(microseconds: cutoff.microseconds - (rules.asOfIsDayEnd ? 1 : 0))).date,
        endMinute: end.minutes + (isEnd ? 0 : 1))
    }
    byTeam = intake.table.teams.compactMap { bounds($0.zone) }
    var all = bounds(intake.zone)
    if let first = byTeam.map(\.first).min() { all?.first = first }
    report = all
    weeks = intake.table.weeks
  }

  private func bounds(_ scope: Scope) -> Bounds? {
    switch scope {
    case .allTeams: report
    case .team(let team): byTeam.indices.contains(team) ? byTeam[team] : nil
    }
  }

  /// The data begin on or before the period's first local day and the cut-off is at or past its end.
  func isComplete(_ period: Period, _ scope: Scope) -> Bool {
    if period.dates == nil { return true }
    return bounds(scope) != nil && lateBegin(of: period, scope) == nil && earlyEnd(of: period, scope) == nil
  }

  /// The day on which the data begin, where that is after a period's first local day; nil elsewhere.
  func lateBegin(of period: Period, _ scope: Scope) -> CivilDate? {
    guard let dates = period.dates, let first = bounds(scope)?.first else { return nil }
    return first > dates.lowerBound ? first : nil
  }

  /// Where the data end, if that is before a period does; nil elsewhere.
  func earlyEnd(of period: Period, _ scope: Scope) -> DataEnd? {
    guard let dates = period.dates, let bounds = bounds(scope) else { return nil }
    return bounds.end < LocalTime(date: dates.upperBound) ? bounds.dataEnd : nil
  }

  /// Where the data end by the report's clocks; nil without any row.
  var end: DataEnd? { report?.dataEnd }

  /// The days of a period; for all time from the first lead's to the cut-off's, nil without leads.
  func dates(_ period: Period, _ scope: Scope) -> ClosedRange<CivilDate>? {
    if let dates = period.dates { return dates.lowerBound...dates.upperBound.adding(days: -1) }
    guard let bounds = bounds(scope) else { return nil }
    return bounds.first...max(bounds.first, bounds.last)
  }

  /// The parts of weeks whose leads a period has.
  func spans(_ period: Period) -> [WeekSpan] {
    guard let dates = period.dates else {
      return weeks.map { weeks in
        (weeks.lowerBound.index...weeks.upperBound.index).map {
          WeekSpan(week: ISOWeek(index: $0), minutes: WeekSpan.whole)
        }
      } ?? []
    }
    return LeadCalendar.spans(
      minutes: dates.lowerBound.dayNumber * 1_440..<dates.upperBound.dayNumber * 1_440)
  }

  /// The parts of weeks in which a period of a team has passed: up to the cut-off, and for all time from the
  /// first day of the data on.
  func passedSpans(_ period: Period, team: Int) -> [WeekSpan] {
    guard let bounds = bounds(.team(team)), let dates = dates(period, .team(team)) else { return [] }
    let first = dates.lowerBound.dayNumber * 1_440
    let end = min((dates.upperBound.dayNumber + 1) * 1_440, bounds.endMinute)
    return end > first ? LeadCalendar.spans(minutes: first..<end) : []
  }

  /// The parts of weeks of a period of a team and of the period before that can be compared where one of them is
  /// incomplete: the weekdays and times that the data hold of both. In a month these are the same weekdays by their
  /// number: the second Tuesday's leads beside the second Tuesday's; days without such a counterpart are left out.
  func comparableSpans(_ period: Period, team: Int) -> (current: [WeekSpan], previous: [WeekSpan]) {
    guard let dates = period.dates, let before = period.previous?.dates, let bounds = bounds(.team(team))
    else { return ([], []) }
    /// How many minutes of a day the data hold, from its beginning on.
    func minutes(_ day: Int) -> Int {
      day < bounds.first.dayNumber ? 0 : max(0, min(1_440, bounds.endMinute - day * 1_440))
    }
    var pairs: [(current: Range<Int>, previous: Range<Int>)] = []
    for number in dates.lowerBound.dayNumber..<dates.upperBound.dayNumber {
      let order = (number - dates.lowerBound.dayNumber) / 7
      let first = before.lowerBound.dayNumber
      let day = first + (number - first).modulo(7) + order * 7
      guard day < before.upperBound.dayNumber else { continue }
      let both = min(minutes(number), minutes(day))
      if both > 0 { pairs.append((number * 1_440..<number * 1_440 + both, day * 1_440..<day * 1_440 + both)) }
    }
    return (LeadCalendar.spans(pairs.map(\.current)), LeadCalendar.spans(pairs.map(\.previous)))
  }

  /// Whether the data begin in a period, whichever team's they are.
  func begin(in period: Period) -> Bool {
    guard let dates = period.dates, let first = report?.first else { return false }
    return dates.contains(first)
  }

  /// The last day of which every minute is before the cut-off.
  func lastWholeDay(_ scope: Scope) -> CivilDate {
    CivilDate(dayNumber: (bounds(scope)?.endMinute ?? 0).floored(by: 1_440) - 1)
  }

  /// Runs of minutes since 1970, local, in any order and disjoint, joined where they adjoin and cut at the weeks.
  private static func spans(_ runs: [Range<Int>]) -> [WeekSpan] {
    runs.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: [Range<Int>]()) { joined, run in
      if let last = joined.last, last.upperBound == run.lowerBound {
        joined[joined.count - 1] = last.lowerBound..<run.upperBound
      } else {
        joined.append(run)
      }
    }.flatMap(spans(minutes:))
  }

  /// A run of minutes since 1970, local, cut at the weeks.
  static func spans(minutes: Range<Int>) -> [WeekSpan] {
    // Minute 0 of week 0 is that of 1969-12-29, three days before 1970.
    let (first, last) = (minutes.lowerBound + 4_320, minutes.upperBound + 4_320)
    return (first.floored(by: 10_080)...(last - 1).floored(by: 10_080)).map { index in
      let begin = index * 10_080
      return WeekSpan(
        week: ISOWeek(index: index), minutes: max(0, first - begin)..<min(10_080, last - begin))
    }
  }
}

import LeadModel

/// The day and the minute at which the data end.
package struct DataEnd: Hashable, Sendable {
  /// The day.
  package let day: CivilDate
  /// 0–1440: 1440 where the cut-off is that day's end on these clocks.
  package let minuteOfDay: Int

  /// That minute of a day.
  init(day: CivilDate, minuteOfDay: Int) {
    self.day = day
    self.minuteOfDay = minuteOfDay
  }
}

/// A period as it concerns a scope.
package struct PeriodInfo: Hashable, Sendable {
  /// The period itself.
  package let period: Period
  /// The first and the last day, both included; for all time those of the first lead and of the cut-off. nil
  /// without leads.
  package let dates: ClosedRange<CivilDate>?
  /// The data begin on or before the first day and the cut-off is at or past the end. All time is complete.
  package let isComplete: Bool
  /// The day on which the data begin, where that is after the first day; nil elsewhere.
  package let lateBegin: CivilDate?
  /// Where the data end on the clocks of the scope, if that is before the period does; nil elsewhere.
  package let earlyEnd: DataEnd?
  /// The next earlier period of the same kind that has leads, and so a page; nil where there is none.
  package let earlier: Period?
  /// The next later one likewise.
  package let later: Period?

  /// The one day of which there are data, where they begin and end within the period on it; nil elsewhere.
  package var onlyDay: CivilDate? { lateBegin == earlyEnd?.day ? lateBegin : nil }

  /// A period with those properties.
  init(
    period: Period, dates: ClosedRange<CivilDate>?, isComplete: Bool, lateBegin: CivilDate? = nil,
    earlyEnd: DataEnd? = nil, earlier: Period?, later: Period?
  ) {
    self.period = period
    self.dates = dates
    self.isComplete = isComplete
    self.lateBegin = lateBegin
    self.earlyEnd = earlyEnd
    self.earlier = earlier
    self.later = later
  }
}

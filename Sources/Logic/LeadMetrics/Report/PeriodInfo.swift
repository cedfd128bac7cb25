import LeadModel

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
  /// The cut-off on the clocks of the scope, where the data end before the period; nil elsewhere.
  package let earlyEnd: LocalTime?
  /// The next earlier period of the same kind that has leads, and so a page; nil where there is none.
  package let earlier: Period?
  /// The next later one likewise.
  package let later: Period?

  /// A period with those properties.
  package init(
    period: Period, dates: ClosedRange<CivilDate>?, isComplete: Bool, lateBegin: CivilDate? = nil,
    earlyEnd: LocalTime? = nil, earlier: Period?, later: Period?
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

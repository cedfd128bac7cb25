import LeadModel

/// The rate before and after a dated event: a new rota, a campaign.
package struct EventEffect: Hashable, Sendable {
  /// Whole weeks compared on either side, 1 to 4: as many as there are data for, so that weekdays match.
  package let weeks: Int
  /// Up to the day before the event.
  package let before: Counts
  /// From the day of the event on.
  package let after: Counts
  /// After − before; nil where either has nothing judged.
  package let change: Change?
}

extension Analysis {
  /// At most this many weeks are compared on either side of an event.
  static let eventWeeks = 4

  /// What became of the rate with an event; nil where less than a week of data lies before or after it.
  package func effect(of date: CivilDate, _ scope: Scope) -> EventEffect? {
    guard let all = calendar.dates(.all, scope) else { return nil }
    // The day of the cut-off counts only when it is over.
    let end = calendar.lastWholeDay(scope).dayNumber + 1
    let weeks = min(
      Analysis.eventWeeks, (date.dayNumber - all.lowerBound.dayNumber) / 7, (end - date.dayNumber) / 7)
    guard weeks > 0, date > all.lowerBound, date.dayNumber < end else { return nil }
    func counts(_ days: Range<Int>) -> Counts {
      let spans = LeadCalendar.spans(minutes: days.lowerBound * 1_440..<days.upperBound * 1_440)
      return cube.cells(members(scope).map { Part(team: $0, spans: spans) }).all.total()
    }
    let before = counts(date.dayNumber - weeks * 7..<date.dayNumber)
    let after = counts(date.dayNumber..<date.dayNumber + weeks * 7)
    return EventEffect(
      weeks: weeks, before: before, after: after,
      change: Change(after.ratio(headline), after: before.ratio(headline)))
  }
}

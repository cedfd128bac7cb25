/// One line of a staff schedule, as written.
package struct Shift: Hashable, Sendable {
  /// The rep, trimmed; `*` in a row that takes everyone of the team off.
  package var rep: String
  /// nil where the schedule names no team.
  package var team: String?
  /// The days of the week on which it begins.
  package var weekdays: Set<Weekday>
  /// When it begins and ends; nil for `off`: the rep is away on those days, whatever else is written.
  package var hours: Hours?
  /// The first valid day; nil for open.
  package var firstDay: CivilDate?
  /// The last valid day, included; nil for open.
  package var lastDay: CivilDate?
  /// Where it stands.
  package var place: Place

  /// Wall-clock minutes of the team's zone.
  package struct Hours: Hashable, Sendable {
    /// 0–1439.
    package var start: Int
    /// 0–1440. At or before `start` it lies on the next day; equal to it, the shift lasts 24 hours.
    package var end: Int
    /// From one minute of the day to another.
    package init(start: Int, end: Int) {
      self.start = start
      self.end = end
    }
    /// Minutes from start to end, 1–1440.
    package var length: Int { end > start ? end - start : end + 1_440 - start }
  }

  /// A shift, or with `hours` nil days off.
  package init(
    rep: String, team: String? = nil, weekdays: Set<Weekday>, hours: Hours?, firstDay: CivilDate? = nil,
    lastDay: CivilDate? = nil, place: Place
  ) {
    self.rep = rep
    self.team = team
    self.weekdays = weekdays
    self.hours = hours
    self.firstDay = firstDay
    self.lastDay = lastDay
    self.place = place
  }
}

extension Set<Weekday> {
  /// Whether one of these days is among the dates from one to another, both included; nil for open.
  package func occur(from first: CivilDate?, to last: CivilDate?) -> Bool {
    // A whole week has every day.
    guard let first, let last, last.dayNumber - first.dayNumber < 6 else { return !isEmpty }
    return first <= last
      && (first.dayNumber...last.dayNumber).contains { contains(CivilDate(dayNumber: $0).weekday) }
  }
}

/// What reading the schedules gave.
package struct Schedule: Hashable, Sendable {
  /// Its lines in the order read, those of all files together.
  package var shifts: [Shift]
  /// Rows that could not be read.
  package var rejectedRows: [RejectedRow]
  /// Warnings and notes.
  package var diagnostics: [Diagnostic]
  /// Whether any file was read, be it without a shift.
  package var isGiven: Bool

  /// A schedule; empty where none was given.
  package init(
    shifts: [Shift] = [], rejectedRows: [RejectedRow] = [], diagnostics: [Diagnostic] = [],
    isGiven: Bool = false
  ) {
    self.shifts = shifts
    self.rejectedRows = rejectedRows
    self.diagnostics = diagnostics
    self.isGiven = isGiven
  }
}

import LeadModel

/// Why a row of a schedule cannot be read. The words are in `Messages`.
enum ShiftFault: Error, Hashable, Sendable {
  case fieldCount(found: Int, expected: Int)
  /// The header once more, as where files are joined.
  case repeatedHeader
  case noRep
  /// The word that is no day of the week.
  case unknownDay(String)
  /// A day by its number, in a file that has a day 0.
  case dayNumber
  /// No day of the week, and not both dates that could do without.
  case noDay
  /// A date where a day of the week should be.
  case dateAsDay
  /// The date of the shift is another day of the week.
  case otherWeekday(CivilDate)
  /// Without days of the week, from one date to the next and past midnight: one shift or two.
  case overnightDates
  case unreadableTime
  /// A dotted time in a file of which that one can only be a number of hours or of days.
  case decimalTime(example: String)
  /// `0.25`: an hour as a single zero before a dot is how fractions are written.
  case fractionOfDay
  /// A shift begins on its day, before 24:00.
  case startsAtMidnightEnd
  /// Only one of the two times says `off`.
  case halfOff
  /// `*` stands for everyone, and only a day off can be everyone's.
  case everyoneWorks
  /// Without a date nobody knows when the rep is away; a shift that has ended has a last valid date instead.
  case undatedOff
  case date(TimeFault)
  /// A date with a time of day or an offset.
  case dateWithTime
  /// The last valid date is before the first.
  case endsBeforeItBegins
  /// The date of the shift is before the first valid one, or after the last.
  case dateNotValid
}

/// What can be found while a schedule is read. The words are in `Messages`.
enum ScheduleFact: Hashable, Sendable {
  /// There is nothing in the file.
  case empty
  /// There is a header and nothing else.
  case noShifts
  /// A required column is missing.
  case missing(ScheduleColumn, found: [String], near: String?)
  /// A column that is not used may be meant to be that one.
  case misspelt(header: String, near: String)
  /// A column that is not used has dates, like that one, though no column says when shifts are valid.
  case unusedDates(header: String, example: String)
  /// A row cannot be read.
  case rejected(text: String, ShiftFault)
  /// No row can be read, of that many.
  case allRejected(Int)
  /// None of a shift's days of the week is among its valid dates.
  case neverHappens(first: CivilDate, last: CivilDate)
  /// A shift of that many minutes, more than 16 hours.
  case longShift(rep: String, minutes: Int)
}

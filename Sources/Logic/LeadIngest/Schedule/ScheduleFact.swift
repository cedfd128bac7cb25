import LeadModel

/// Why a row of a schedule cannot be read. The words are in `IngestMessages.swift`.
enum ShiftFault: Error, Hashable, Sendable {
  case fieldCount(found: Int, expected: Int)
  case noRep
  /// The word that is no day of the week.
  case unknownDay(String)
  case unreadableTime
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
}

/// What can be found while a schedule is read. The words are in `IngestMessages.swift`.
enum ScheduleFact: Hashable, Sendable {
  /// There is nothing in the file.
  case empty
  /// There is a header and nothing else.
  case noShifts
  /// Required columns are missing.
  case missing(role: String, lookedFor: [String], found: [String], near: String?)
  /// A row cannot be read.
  case rejected(text: String, ShiftFault)
  /// No row can be read, of that many.
  case allRejected(Int)
  /// A shift of that many minutes, more than 16 hours.
  case longShift(rep: String, minutes: Int)
}

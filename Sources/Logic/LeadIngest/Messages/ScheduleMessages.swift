import LeadModel

extension ScheduleFact {
  /// The fact for people.
  func diagnostic(at place: Place) -> Diagnostic {
    switch self {
    case .empty:
      Diagnostic(
        .error, "schedule-empty", at: place, "the schedule is empty",
        remedy: "Its first line is `rep_name,day_of_week,start_time,end_time`.")
    case .noShifts:
      Diagnostic(
        .warning, "schedule-without-shifts", at: place, "the schedule has a header but no shifts",
        remedy: "Add shifts, or leave the schedule out.")
    case .missing(let role, let found, let near):
      Diagnostic(
        .error, "schedule-column-missing", at: place,
        "no column for the \(role.title)\(didYouMean(near)); the columns are \(list(found)), looked for were "
          + list(role.aliases),
        remedy:
          "Give the column one of these headers, or name its own under `columns` of the schedule. Each shift is a "
          + "row of its own" + (role == .day ? "; in a rota by date, the column `date` has its day." : "."))
    case .misspelt(let header, let near):
      Diagnostic(
        .warning, "schedule-column-unused", at: place,
        "the column \(quoted(header)) is not used\(didYouMean(near))",
        remedy: "Give it that header, or another one if it is something else.")
    case .unusedDates(let header, let example):
      Diagnostic(
        .warning, "schedule-column-unused", at: place,
        "the column \(quoted(header)) has dates (\(quoted(example))), but is not used",
        remedy:
          "Call it `date` if each shift is on its date only, `valid_from` or `valid_to` if shifts begin or end "
          + "with it; leave it out otherwise.")
    case .rejected(let text, let fault):
      Diagnostic(
        .warning, "schedule-row-rejected", at: place,
        (text.isEmpty || fault == .unknownDay(text) ? "" : "\(quoted(text)): ") + fault.reason,
        remedy: "The row counts as not there.")
    case .allRejected(let count):
      Diagnostic(
        .error, "schedule-unreadable", at: place,
        count == 1
          ? "the one row of the schedule cannot be read"
          : "none of the \(count) rows of the schedule can be read",
        remedy: "Each row's message says why.")
    case .neverHappens(let first, let last):
      Diagnostic(
        .warning, "schedule-shift-never", at: place,
        "the shift never happens: "
          + (first == last
            ? "its one valid date, \(first), is a \(first.weekday.name)"
            : "none of its days of the week lies from \(first) to \(last)"),
        remedy: "Correct its days or its dates.")
    case .longShift(let rep, let minutes):
      Diagnostic(
        .warning, "shift-long", at: place,
        "the shift of \(quoted(rep)) lasts \(minutes / 60) h \((minutes % 60).padded(to: 2)) min, more than 16 hours",
        remedy: "Check both times: an end before the start means the next day, the same time 24 hours.")
    }
  }
}

extension ShiftFault {
  /// What is wrong, and what would be right.
  var reason: String {
    switch self {
    case .fieldCount(let found, let expected): RowFault.fieldCount(found: found, expected: expected).reason
    case .repeatedHeader: RowFault.repeatedHeader.reason + ": take the line out"
    case .noRep: "no rep"
    case .unknownDay(let word):
      "\(quoted(word)) is not a day of the week: expected names such as Mon or Monday, 1 to 7, lists or ranges"
    case .dayNumber:
      "the file has a day 0, so its numbers count otherwise: expected 1 for Monday to 7 for Sunday, or names"
    case .noDay: "no day of the week, without which a shift needs its date or a first and a last valid date"
    case .dateAsDay: "a date where a day of the week is expected: put dates under the header date"
    case .otherWeekday(let date): "\(date) is a \(date.weekday.name)"
    case .overnightDates:
      "whether it is one shift that ends on the next date, or one on each, is not known: expected its date alone, or days"
    case .unreadableTime: "not a time of day: expected HH:MM, H:MM AM, 24:00 or off"
    case .decimalTime(let example):
      "a number of hours or days, as \(quoted(example)) in this file shows: expected a time of day, such as 08:15 for 8.25"
    case .fractionOfDay: "a fraction rather than a time of day: expected 06:00, or 00:25"
    case .startsAtMidnightEnd: "a shift starts before 24:00: expected 00:00 and the next day"
    case .halfOff: "off in one of the two times only"
    case .everyoneWorks: "* stands for everyone and may only be off"
    case .undatedOff: "off says nothing without a first or last valid date"
    case .date(.unknownForm), .dateWithTime: "not a date alone: expected one such as 2026-11-15"
    case .date(let fault):
      fault.reason + (fault.asksForEvidence ? ": expected year, month and day, such as 2026-11-15" : "")
    case .endsBeforeItBegins: "the last valid date is before the first"
    case .dateNotValid: "before the first valid date, or after the last"
    }
  }
}

import LeadModel

// The words for every fact of reading, and nothing else. Ids are stable: people filter by them.

extension ColumnFact {
  /// The fact for people. `place` is that of the header, `mapping` the source's in the configuration, if it
  /// has one.
  func diagnostic(at place: Place, mapping: Place?) -> Diagnostic {
    let asked = mapping ?? place
    switch self {
    case .unknownHeader(let role, let key, let header, let near, let found):
      return Diagnostic(
        .error, "column-unknown", at: asked.key(key),
        "the column for the \(role) is said to be \(quoted(header)), but \(place.file) has no such header"
          + didYouMean(near),
        remedy: "Set \(setting(mapping, key)) to one of \(list(found)).")
    case .missing(let role, let key, let lookedFor, let found, let near, let advice):
      return Diagnostic(
        .error, "column-missing", at: place,
        "no column for the \(role)\(didYouMean(near)); the columns are \(list(found)), looked for were "
          + list(lookedFor, limit: 8),
        remedy: "Set \(setting(mapping, key)) to the header that holds it."
          + (advice.map { " \($0)." } ?? ""))
    case .equalColumns(let role, let key, let headers):
      return Diagnostic(
        .error, "column-ambiguous", at: place,
        "\(list(headers)) may each be the \(role)",
        remedy: "Set \(setting(mapping, key)) to the one that is meant.")
    case .repeatedHeader(let role, let header, let columns):
      return Diagnostic(
        .error, "column-repeated", at: place,
        "the header \(quoted(header)) of the \(role) stands above columns "
          + columns.prefix(8).map(String.init).joined(separator: " and ")
          + (columns.count > 8 ? " and \(columns.count - 8) more" : ""),
        remedy: "Give the columns different headers in the export.")
    case .sharedColumn(let header, let key):
      return Diagnostic(
        .error, "column-shared", at: asked.key(key),
        "the received time and the response are both to be read from \(quoted(header)), which would make every "
          + "response immediate",
        remedy: "Set \(setting(mapping, key)) to the header that holds the response.")
    case .preferred(let role, let header, let others):
      return Diagnostic(
        .note, "column-preferred", at: place,
        "the \(role) is read from \(quoted(header)), not from \(list(others))")
    case .recognised(let preset):
      return Diagnostic(
        .note, "preset-recognised", at: place,
        "the headers are those of \(preset.title)" + (preset.advice.map { ". \($0)" } ?? ""))
    case .unknownPreset(let name, let known):
      return Diagnostic(
        .error, "preset-unknown", at: asked.key("preset"),
        "there is no preset \(quoted(name))" + didYouMean(suggestion(for: name, among: known)),
        remedy: "The presets are \(list(known)).")
    case .unusedTimeOfDay(let header):
      return Diagnostic(
        .warning, "time-of-day-unused", at: place,
        "\(quoted(header)) is named as the time of day of the first response, but no column as its date: it is not read",
        remedy: "Set \(setting(mapping, "first_response")) to the header that holds the date.")
    case .joined(let role, let headers):
      return Diagnostic(
        .note, "time-joined", at: place, "\(list(headers)) together are read as the \(role)")
    case .timeOfDayOrDuration(let date, let time):
      return Diagnostic(
        .error, "response-ambiguous", at: place,
        "\(quoted(time)) may say at what time of the day the first response was or how long it took, and "
          + "\(quoted(date)) when it was",
        remedy: "Set \(setting(mapping, "first_response")) to \(quoted(date)), with "
          + "\(setting(mapping, "first_response_time_of_day")) set to \(quoted(time)) where that is the time of day; "
          + "or \(setting(mapping, "duration")) to \(quoted(time)).")
    case .leftToActivities(let header):
      return Diagnostic(
        .note, "response-left-to-activities", at: place,
        "first responses come from the activities, not from \(quoted(header))",
        remedy: "To read it where it is filled, name it in \(setting(mapping, "first_response")).")
    }
  }
}

extension FormFact {
  /// The fact for people.
  func diagnostic(of subject: Subject) -> Diagnostic {
    func place(_ example: FormExample? = nil) -> Place {
      Place(file: subject.file, line: example?.line, key: subject.header)
    }
    let column = "the \(subject.title) (\(quoted(subject.header)))"
    let orderKey = "\(setting(subject.mapping, "date_order"))"
    switch self {
    case .undecidedOrder(let count, let example):
      return Diagnostic(
        .error, "date-order-undecided", at: place(example),
        "\(column) has \(times(count, "date")) like \(quoted(example.text)) and none that shows whether the month or "
          + "the day is first",
        remedy: "Set \(orderKey) to `month-first` or `day-first`.")
    case .mixedOrder(let order, let monthFirst, let example, let dayFirst, let otherExample):
      let place = place(order == .dayFirst ? example : otherExample)
      let found =
        "\(column) has \(times(monthFirst, "date")) with the month first (\(quoted(example.text))) and "
        + "\(times(dayFirst, "date")) with the day first (\(quoted(otherExample.text)))"
      guard let order else {
        return Diagnostic(
          .error, "date-order-mixed", at: place, found,
          remedy: "Repair the export, or set \(orderKey): the others are then rejected.")
      }
      return Diagnostic(
        .warning, "date-order-mixed", at: place,
        found + "; it is read \(order.rawValue) and the others are rejected",
        remedy: "Repair the export, or set \(orderKey).")
    case .orderOfOthers(let order, let example):
      return Diagnostic(
        .note, "date-order-borrowed", at: place(),
        "\(column) has only dates like \(quoted(example.text)); they are read \(order.rawValue), as the other times of "
          + "the file are")
    case .orderUnlikeSibling(let order, let example):
      return Diagnostic(
        .warning, "date-order-differs", at: place(example),
        "\(column) has dates like \(quoted(example.text)) and is read \(order.rawValue), unlike the other times of the "
          + "file",
        remedy:
          "Check both columns, and set \(orderKey) if they are of one order: dates that do not fit are then rejected."
      )
    case .shortYears(let order, let example):
      return Diagnostic(
        .note, "year-short", at: place(example),
        "\(column) has years of two digits, like \(quoted(example.text)); they are read \(order.rawValue) "
          + "and as 20xx, since "
          + (order == .yearFirst
            ? "the last number changes from day to day and the first one does not"
            : "some of the dates can be nothing else"))
    case .openYears(let count, let orders, let example):
      return Diagnostic(
        .error, "year-short", at: place(example),
        "\(column) has \(times(count, "year")) of two digits, like \(quoted(example.text)), and none that shows which of the "
          + "numbers is the year",
        remedy: "Export years of four digits"
          + (orders.isEmpty
            ? "."
            : ", or set \(orderKey) to \(orders.map { "`\($0.rawValue)`" }.joined(separator: " or ")), "
              + (orders.count == 1 ? "if that is their order" : "whichever it is")
              + "; the years are then read as 20xx."))
    case .datesOnly(let example):
      return Diagnostic(
        .error, "date-only", at: place(example),
        "\(column) has dates without a time of day, like \(quoted(example.text)): nothing can be said about minutes",
        remedy: subject.isOfActivity
          ? "Set \(setting(subject.mapping, "time")) to the header of a column that has both"
            + (subject.timeOfDayKey.map {
              ", or \(setting(subject.mapping, $0)) to that of the column that has the time"
            } ?? "") + "."
          : "Export the date with its time, "
            + (subject.timeOfDayKey.map {
              "set \(setting(subject.mapping, $0)) to the header of the column that has the time, "
            } ?? "")
            + "or set \(setting(subject.mapping, "date_only")) to `true`.")
    case .answersAtMidnight(let example):
      return Diagnostic(
        .warning, "date-only", at: place(example),
        "\(column) has dates without a time of day, like \(quoted(example.text)); they are taken as midnight, as "
          + "\(setting(subject.mapping, "date_only")) says, so how fast these answers were is not known",
        remedy: "Export the date with its time.")
    case .allMidnight:
      return Diagnostic(
        .warning, "all-midnight", at: place(),
        "every time of \(column) is 00:00:00: the export probably dropped the time of day",
        remedy: "Export the date with its time.")
    case .mixedStyles(let count):
      return Diagnostic(
        .note, "forms-mixed", at: place(),
        "\(column) mixes \(count) forms of dates; each row is read in its own")
    case .durations(let unit, let example):
      return Diagnostic(
        .note, "response-durations", at: place(),
        "\(column) says how long the response took, \(words(unit)) (\(quoted(example.text)))")
    case .undecidedMark(let count, let mark, let example):
      return Diagnostic(
        .error, "decimal-mark-undecided", at: place(example),
        "\(column) has \(times(count, "number")) like \(quoted(example.text)) and none that shows whether the "
          + "\(mark.name) stands before decimals or groups thousands",
        remedy:
          "Set \(setting(subject.mapping, "decimal_mark")) to `,` or `.`, whichever stands before decimals.")
    case .unknownUnit(let example):
      return Diagnostic(
        .error, "duration-unit-unknown", at: place(example),
        "\(quoted(subject.header)) holds durations (\(quoted(example.text))), but in which unit is not said",
        remedy: "Set \(setting(subject.mapping, "duration_unit")) to `ms`, `s`, `min`, `h` or `d`.")
    case .unknownClock(let count, let example):
      return Diagnostic(
        .error, "duration-unit-unknown", at: place(example),
        "\(column) has \(times(count, "clock time")) of two parts, like \(quoted(example.text)), and whether they are "
          + (subject.timeOfDayKey == nil
            ? "hours and minutes or minutes and seconds is not said"
            : "times of day, hours and minutes that it took, or minutes and seconds is not said"),
        remedy: "Set \(setting(subject.mapping, "duration_unit")) to what the first part counts, `h` or `min`"
          + (subject.timeOfDayKey.map {
            "; or, where it is the time of day of the response, \(setting(subject.mapping, $0)) to the header of this "
              + "column and \(setting(subject.mapping, "first_response")) to that of its date"
          } ?? "") + ".")
    }
  }
}

/// What to do with a header of clock time that may be that of a duration or that of a time of day.
func adviceForClock(_ header: String) -> String {
  "\(quoted(header)) may be a time of day: then it is `first_response_time_of_day`, and the column of its date "
    + "`first_response`; where it says how long the response took, it is `duration`"
}

/// `in minutes`, or what needs no unit.
private func words(_ unit: DurationUnit?) -> String {
  unit.map { "in \($0.name)" } ?? "as clock time or with units"
}

extension ColumnForm {
  /// The form for people: `ISO 8601, local time`.
  func description(of evidence: FormEvidence) -> String {
    let (instants, timestamps) = (evidence.instants, evidence.timestamps)
    return switch self {
    case .durations(let form):
      "durations \(words(form.unit))" + (form.decimalMark.map { ", decimal \($0.name)" } ?? "")
        + (evidence.examples.shortClock.flatMap { clock in
          form.clockUnit.map { ", \(clock.text) with \($0.name) first" }
        } ?? "")
    case .timestamps where timestamps == 0: "no time at all"
    case .timestamps(let form) where form.style == .epoch: form.description
    case .timestamps(let form) where instants == 0: form.description + ", local time"
    case .timestamps(let form) where instants == timestamps: form.description + ", with offset"
    case .timestamps(let form): form.description + ", some with offset and some in local time"
    }
  }
}

extension TimestampForm {
  /// The family and order for people.
  fileprivate var description: String {
    let mark = Character(Unicode.Scalar(separator))
    return switch style {
    case .yearFirst: mark == "/" || mark == "." ? "Y\(mark)M\(mark)D" : "ISO 8601"
    case .yearLast:
      switch order {
      case .dayFirst: "D\(mark)M\(mark)Y"
      case .monthFirst: "M\(mark)D\(mark)Y"
      case .yearFirst: "Y\(mark)M\(mark)D"
      case nil: "M\(mark)D\(mark)Y or D\(mark)M\(mark)Y"
      }
    case .monthName: "month by name"
    case .epoch: "time since 1970"
    case .serial: "spreadsheet days"
    }
  }
}

extension RowFault {
  /// What is wrong with the field, and what would be right: the reason of a rejected row.
  package var reason: String {
    switch self {
    case .fieldCount(let found, let expected):
      "\(times(found, "field")) where the header has \(expected)"
    case .noReceivedTime: "no received time"
    case .noTime: "no time"
    case .noTimeOfDay: "a date without a time of day"
    case .noLeadID: "no lead id"
    case .time(let fault): fault.reason
    case .openDuration: "a duration that asks for `duration_unit` or `decimal_mark` to be set"
    case .duration: "not a duration, or too long for one: expected a number, H:MM:SS or such as 1 h 5 min"
    case .flag: "neither yes nor no: expected something like yes, true or 1"
    case .weight:
      "not a number of leads: expected a whole number from 0 to 999,999,999, no comma or point between its thousands"
    }
  }
}

extension TimeFault {
  /// Why a field is no timestamp, and what would be right.
  fileprivate var reason: String {
    switch self {
    case .unknownForm: "not a date and time: expected something like 2026-11-15 14:30:00"
    case .noSuchDay: "the calendar has no such day"
    case .noSuchTime: "the clock has no such time"
    case .noSuchOffset: "no zone has such an offset from UTC"
    case .noTimeOfDay: "a date without a time of day, which `date_only: true` would take as midnight"
    case .otherOrder(let other):
      "only possible \(other.rawValue), but such dates of the column are "
        + (other == .dayFirst ? "month-first" : "day-first")
    case .unknownOrder: "whether the month or the day is first is not known"
    case .shortYear: "a year of two digits"
    case .yearOutOfRange: "not a year from 1900 to 2299"
    case .namedZone: "a zone by letters, which are ambiguous: expected Z, UTC or an offset such as -05:00"
    case .otherWeekday: "the date is not on that day of the week"
    }
  }
}

extension ScheduleFact {
  /// The fact for people.
  func diagnostic(at place: Place) -> Diagnostic {
    switch self {
    case .empty:
      Diagnostic(
        .error, "schedule-empty", at: place, "the schedule is empty",
        remedy: "Its first line is `rep_name,day_of_week,start_time,end_time`.")
    case .noShifts:
      Diagnostic(.warning, "schedule-without-shifts", at: place, "the schedule has a header but no shifts")
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
        "none of the \(times(count, "row")) of the schedule can be read",
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
        remedy: "An end before the start means the next day: check both times.")
    }
  }
}

extension ShiftFault {
  /// What is wrong, and what would be right.
  var reason: String {
    switch self {
    case .fieldCount(let found, let expected): RowFault.fieldCount(found: found, expected: expected).reason
    case .repeatedHeader: "the header once more, as where files are joined: take the line out"
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

extension ActivityFact {
  /// The fact for people. `mapping` is the place of the activities in the configuration, if they have one.
  func diagnostic(at place: Place, mapping: Place?) -> Diagnostic {
    switch self {
    case .empty:
      return Diagnostic(
        .error, "file-empty", at: place, "the file is empty",
        remedy: "Export the activities again; a header without rows would do.")
    case .filterWithoutColumn(let column):
      return Diagnostic(
        .error, "activity-filter-column", at: place,
        "some activities are asked for by their \(column.rawValue), but there is no column for it",
        remedy: "Set \(setting(mapping, column.rawValue)) to the header that holds it.")
    case .unusedFilter(let column, let word, let found):
      return Diagnostic(
        .warning, "activity-filter-unused", at: place,
        "no activity has the \(column.rawValue) \(quoted(word))"
          + didYouMean(suggestion(for: word, among: found))
          + "; there are \(list(found))",
        remedy: "Correct \(setting(mapping, column.rawValue + "s")).")
    case .leftOut(let column, let kinds):
      let shown = kinds.prefix(20).map { "\($0.name.isEmpty ? "blank" : quoted($0.name)) (\($0.rows))" }
      return Diagnostic(
        .note, "activities-left-out", at: place,
        "activities of another \(column.rawValue) are left out: \(shown.joined(separator: ", "))"
          + (kinds.count > 20 ? " and \(kinds.count - 20) more" : ""))
    case .allTypes(let names):
      return Diagnostic(
        .note, "activities-of-all-types", at: place,
        "activities of every type count as first responses: \(list(names))",
        remedy: "Set \(setting(mapping, "types")) to leave out automatic replies and the like.")
    case .rejected(let text, let reason):
      return Diagnostic(
        .warning, "activity-rejected", at: place, (text.isEmpty ? "" : "\(quoted(text)): ") + reason,
        remedy: "The activity counts as not there.")
    case .moreRejected(let count):
      return Diagnostic(
        .warning, "activity-rejected", at: place,
        "\(times(count, "more row")) of activities cannot be read",
        remedy: "The activities count as not there.", rest: count)
    case .unknownLeads(let rows, let ids, let example):
      return Diagnostic(
        .note, "activities-of-no-lead", at: place,
        "\(times(rows, "row")) of activities \(rows == 1 ? "is" : "are") of \(times(ids, "id")) that no lead has, like "
          + quoted(example))
    case .noLeads(let rows, let example, let lead, let areOfTwoLengths):
      return Diagnostic(
        .warning, "activities-of-no-lead", at: place,
        "not one of \(times(rows, "row")) of activities is of a lead; their ids are like \(quoted(example))"
          + (lead.map { ", those of leads like \(quoted($0))" } ?? "")
          + (areOfTwoLengths ? ", the same but for the last three characters of the longer one" : ""),
        remedy: areOfTwoLengths
          ? "Export both with ids of the same length, or cut those of 18 characters to 15."
          : "Set \(setting(mapping, "id")) to the header that holds the id of the lead.")
    case .undone(let rows, let all) where rows == all:
      return Diagnostic(
        .warning, "activities-undone", at: place,
        "all \(times(rows, "row")) of activities have no time and count as not done",
        remedy: "Set \(setting(mapping, "time")) to the header that holds the time of the activity.")
    case .undone(let rows, _):
      return Diagnostic(
        .note, "activities-undone", at: place,
        "\(times(rows, "row")) of activities \(rows == 1 ? "has" : "have") no time and "
          + "\(rows == 1 ? "counts" : "count") as not done")
    case .early(let rows, let all):
      let found =
        "\(rows) of \(times(all, "row")) of activities \(rows == 1 ? "precedes" : "precede") the receipt of the lead "
        + "and \(rows == 1 ? "is" : "are") no first response"
      if rows < 10 || rows * 2 <= all { return Diagnostic(.note, "activities-early", at: place, found) }
      return Diagnostic(
        .warning, "activities-early", at: place, found,
        remedy: "Check which column of the leads holds the receipt, and the zones of both.")
    }
  }
}

extension RosterFact {
  /// The fact for people.
  func diagnostic(at place: Place) -> Diagnostic {
    func rejected(_ reason: String) -> Diagnostic {
      Diagnostic(
        .warning, "roster-row-rejected", at: place, reason, remedy: "The row counts as not there.")
    }
    switch self {
    case .empty:
      return Diagnostic(
        .error, "roster-empty", at: place, "the roster is empty",
        remedy: "Its first line is `rep_name,team`.")
    case .nobody(let rows):
      return Diagnostic(
        .error, "roster-unreadable", at: place,
        rows == 0
          ? "the roster has a header but no reps"
          : "none of the \(times(rows, "row")) of the roster can be read",
        remedy: "Give it a row for each rep, or remove `roster` from the configuration.")
    case .missing(let role, let lookedFor, let found, let near):
      return Diagnostic(
        .error, "roster-column-missing", at: place,
        "no column for the \(role)\(didYouMean(near)); the columns are \(list(found)), looked for were "
          + list(lookedFor),
        remedy: "Give the column one of these headers.")
    case .fieldCount(let found, let expected):
      return rejected(RowFault.fieldCount(found: found, expected: expected).reason)
    case .noRep: return rejected("no rep")
    case .noTeam: return rejected("no team")
    case .twoTeams(let rep, let team, let other, let line):
      return Diagnostic(
        .error, "roster-contradiction", at: place,
        "\(quoted(rep)) is of the team \(quoted(team)) here, but of \(quoted(other)) in line \(line)",
        remedy: "Keep one of the rows.")
    case .unknownReps(let reps):
      let rows = reps.reduce(0) { $0 + $1.rows }
      let shown = reps.prefix(20).map { "\(quoted($0.name)) (\($0.rows))" }.joined(separator: ", ")
      return Diagnostic(
        .warning, "roster-rep-unknown", at: place,
        "\(times(rows, "row")) of \(times(reps.count, "rep")) who \(reps.count == 1 ? "is" : "are") not in the roster "
          + "\(rows == 1 ? "has" : "have") no team: \(shown)"
          + (reps.count > 20 ? " and \(reps.count - 20) more" : ""),
        remedy: "Add the reps to the roster.")
    }
  }
}

extension TeamFact {
  /// The fact for people. `mapping` is the source's place in the configuration, if it has one.
  func diagnostic(at place: Place, mapping: Place?) -> Diagnostic {
    let key = setting(mapping, "team_from_name")
    switch self {
    case .named(let team, let others):
      return Diagnostic(
        .note, "team-from-name", at: place,
        "rows that name no team are of \(quoted(team)), as the file's name has it"
          + (others.isEmpty ? "" : "; it could also be \(list(others, limit: 3))"))
    case .noMatch(let pattern):
      return Diagnostic(
        .warning, "team-not-in-name", at: place,
        "its name is not of the pattern \(quoted(pattern)), so it names no team",
        remedy: "Change \(key), or the name of the file.")
    case .noRep:
      return Diagnostic(
        .warning, "roster-unused", at: place,
        "there is a roster, but no column for the team nor for the rep who could be looked up in it",
        remedy: "Set \(setting(mapping, "rep")) to the header that holds the rep.")
    }
  }
}

extension ReadFact {
  /// The fact for people.
  var diagnostic: Diagnostic {
    switch self {
    case .emptyFile(let file):
      return Diagnostic(
        .error, "file-empty", at: Place(file: file), "the file is empty",
        remedy: "Export the leads again; a header without rows would do.")
    case .foreign(let file, let kind):
      return Diagnostic(
        .error, "file-not-csv", at: Place(file: file),
        "it is \(kind.name), expected a table of text" + (kind == .utf32 ? " in UTF-8 or UTF-16" : ""),
        remedy: kind.remedy)
    case .otherDelimiter(let place, let header, let rows):
      return Diagnostic(
        .error, "delimiter-differs", at: place,
        "\(Delimiter.plural(header)) stand between the headers, but \(Delimiter.plural(rows)) between the fields of the "
          + "rows",
        remedy: "Export the file again, or put \(Delimiter.plural(rows)) between the headers.")
    case .apostrophes(let place):
      return Diagnostic(
        .error, "quote-apostrophe", at: place, "apostrophes stand around the fields, expected quotes (\")",
        remedy: "Export it with quotes around the fields, or with nothing around them.")
    case .noRows(let file):
      return Diagnostic(.note, "file-without-rows", at: Place(file: file), "a header and no rows")
    case .openQuote(let place):
      return Diagnostic(
        .error, "quote-unterminated", at: place, "the quote that opens here is never closed",
        remedy: "Close it, or double it if it belongs to the text.")
    case .endlessRow(let place):
      return Diagnostic(
        .error, "row-endless", at: place, "the row that begins here is longer than 16 MiB",
        remedy: "Give a text file with one row to a line.")
    case .encoding(let file, let name):
      return Diagnostic(
        .note, "encoding-recognised", at: Place(file: file), "not UTF-8: read as \(name)")
    case .encodingDoubt(let file, let doubt, let encoding, let isDeclared, let mapping):
      return encodingContradicted(file, doubt, encoding, isDeclared: isDeclared, mapping: mapping)
    case .preamble(let file, let lines):
      return Diagnostic(
        .note, "preamble-skipped", at: Place(file: file, line: 1),
        "\(times(lines, "line")) before the header \(lines == 1 ? "is" : "are") skipped")
    case .preambleLikeRows(let place, let count):
      return Diagnostic(
        .warning, "preamble-like-rows", at: place,
        "\(count) of the lines before the header, the first of them here, look like rows; they are skipped",
        remedy: "If they are rows, the file is two exports in one: part them, and give them as two files.")
    case .footer(let rows):
      return Diagnostic(
        .note, "footer-skipped", at: rows.first?.place,
        "\(times(rows.count, "line")) below the data \(rows.count == 1 ? "is" : "are") skipped")
    case .rejected(let file, let count, let total):
      return Diagnostic(
        .warning, "rows-rejected", at: Place(file: file),
        "\(count) of \(times(total, "row")) cannot be read",
        remedy: "Correct them in the export; they are in no number.")
    case .tooManyRejected(let file, let count, let total, let limit):
      return Diagnostic(
        .error, "too-many-rejected", at: Place(file: file),
        count == total
          ? "no row can be read, of \(total)"
          : "\(count) of \(times(total, "row")) cannot be read, more than \(limit) %",
        remedy: count == total
          ? "Each row's message says why; it may be that another column is meant."
          : "Repair the export, or name what stands for no first response under `never` in the configuration; or set "
            + "`max_rejected` higher if the rest is worth a report.")
    case .moreRejected(let count):
      return Diagnostic(
        .warning, "row-rejected", at: nil, "\(times(count, "more row")) cannot be read", rest: count)
    case .contradictedFlags(let place, let count, let total, let threshold):
      let found =
        "the contacted-within flag\(place.key.map { " (\(quoted($0)))" } ?? "") says otherwise than the times in \(count) of "
        + "\(times(total, "row")) with both, first here; the times count"
      if count <= 10 || count * 100 <= total {
        return Diagnostic(.note, "flag-contradicted", at: place, found)
      }
      return Diagnostic(
        .warning, "flag-contradicted", at: place, found,
        remedy:
          "Check whether the flag means something else, such as another threshold than "
          + "\(times(threshold, "minute")), and that the times are those of the receipt and the first response."
      )
    case .swallowedRows(let place, let count):
      return Diagnostic(
        .warning, "rows-in-quotes", at: place,
        count == 1
          ? "this line looks like a row but lies between quotes: it is a part of a field, and in no number"
          : "\(count) lines, this one first, look like rows but lie between quotes: they are parts of fields, and in no number",
        remedy:
          "Look for a stray quote above: one that belongs to the text has to be doubled, and its field quoted."
      )
    case .farResponses(let place, let count):
      return Diagnostic(
        .warning, "response-far-off", at: place,
        "\(times(count, "first response")) \(count == 1 ? "is" : "are") decades before or after the lead was received"
          + (count == 1 ? "" : ", first here"),
        remedy:
          "Databases write such dates for none: leave them blank in the export, or name them under "
          + "`never` in the configuration.")
    case .fewIDs(let file, let header, let counted, let total):
      return Diagnostic(
        .warning, "ids-few", at: Place(file: file, key: header),
        "nearly all rows have the lead id (\(quoted(header))) of a later one: of \(total) rows \(counted) "
          + "\(counted == 1 ? "counts" : "count")",
        remedy:
          "Check that it is the lead’s own, in full: spreadsheets make 1.23457E+16 of long numbers. If it is not, name "
          + "another column, or set `duplicates` to `keep`.")
    case .offsetWithoutZone(let row):
      return Diagnostic(
        .error, "zone-missing", at: row.place,
        "\(quoted(row.text)) is a point in time, but in which zone the report is to show it is not said",
        remedy: "Set `timezone` to a name such as `America/New_York`.")
    case .lonelyLatest(let place, let latest, let before, let zone):
      return Diagnostic(
        .warning, "latest-far-off", at: place,
        "this lead was received at \(zone.local(of: latest)), more than 7 days after the next latest at "
          + "\(zone.local(of: before)); leads are judged up to then",
        remedy: "Correct the row if its date is wrong, or set `as_of`.")
    case .endsEarlier(let file, let last, let former, let formerLast, let zone, let duplicates):
      return Diagnostic(
        .warning, "file-order", at: Place(file: file),
        "its leads end at \(zone.local(of: last)), before those of \(former) at \(zone.local(of: formerLast)), but "
          + "it is read after it; of rows with the same id the \(duplicates == .first ? "first" : "last") one counts",
        remedy: "Give the files in the order of their export.")
    case .eventLog(let file, let earlier, counts: .first, hasOneTime: _):
      return Diagnostic(
        .warning, "receipt-in-first-row", at: Place(file: file),
        "it is read as leads and as their activities, so the first row of an id is the receipt, but "
          + "\(times(earlier, "row")) after it \(earlier == 1 ? "has an earlier time" : "have earlier times")",
        remedy: "If the newest row of an id is the first, set `duplicates` to `last`.")
    case .eventLog(let file, let replaced, counts: _, let hasOneTime):
      let found =
        "it is read as leads and as their activities, so the last row of an id is the receipt: "
        + "\(times(replaced, "row")) before that \(replaced == 1 ? "is a duplicate" : "are duplicates")"
      let remedy = "If the first row of an id is the receipt, set `duplicates` to `first`."
      return hasOneTime
        ? Diagnostic(.warning, "receipt-in-last-row", at: Place(file: file), found, remedy: remedy)
        : Diagnostic(.note, "receipt-in-last-row", at: Place(file: file), found, remedy: remedy)
    case .unknownTeamZone(let team, let known):
      return Diagnostic(
        .warning, "team-unknown", at: nil,
        "a zone is set for the team \(quoted(team)), which has no leads"
          + didYouMean(suggestion(for: team, among: known)),
        remedy: "The teams are \(list(known)).")
    }
  }
}

extension Intake {
  /// What is to be told of reading, the rejected rows among it.
  package var remarks: [Diagnostic] { diagnostics + sources.diagnostics(of: rejectedRows) }
}

extension [SourceAccount] {
  /// Every rejected row up to the limit, and how many more there are.
  func diagnostics(of rows: [RejectedRow]) -> [Diagnostic] {
    let more = reduce(0) { $0 + $1.rejected.rows } - rows.count
    return rows.map(\.diagnostic) + (more > 0 ? [ReadFact.moreRejected(more).diagnostic] : [])
  }
}

extension RejectedRow {
  /// The row as what was found: `"31/31/2026" (received_time): the calendar has no such day`.
  package var diagnostic: Diagnostic {
    let text = text.isEmpty ? "" : quoted(text) + " "
    let subject = text + (place.key.map { "(\(quoted($0)))" } ?? "")
    return Diagnostic(
      .warning, "row-rejected", at: Place(file: place.file, line: place.line),
      subject.isEmpty ? reason : "\(subject): \(reason)")
  }
}

extension ForeignFile {
  /// For people.
  fileprivate var name: String {
    switch self {
    case .workbook: "an Excel workbook, or another ZIP archive"
    case .oldWorkbook: "an Excel workbook"
    case .pdf: "a PDF document"
    case .gzip: "an archive of gzip"
    case .packed: "a packed file"
    case .utf32: "UTF-32"
    case .binary: "binary data"
    case .page: "a page of HTML or XML"
    case .json: "JSON"
    }
  }

  /// The way out.
  fileprivate var remedy: String {
    switch self {
    case .gzip: "Let the command unpack it, as `gzip -dc` does; a file must be packed once only."
    case .packed: "Unpack it, or pack it by gzip instead."
    case .utf32: "Save it as UTF-8."
    case .workbook, .oldWorkbook, .pdf, .binary, .page, .json: "Export it as CSV."
    }
  }
}

extension ZoneFact {
  /// The fact for people. `place` is that of the header, `mapping` the source's in the configuration, if it
  /// has one.
  func diagnostic(at place: Place, mapping: Place?) -> Diagnostic {
    let key = setting(mapping, "timezone")
    switch self {
    case .named(let header, let zone, let other):
      return Diagnostic(
        .note, "zone-recognised", at: place,
        "the times of \(quoted(header))\(other.map { ", and those of \(quoted($0))," } ?? "") are read as those of "
          + "\(zone), the zone that the header names")
    case .unknown(let header, let name, let other):
      return Diagnostic(
        .warning, "zone-of-header-unknown", at: place,
        "the header \(quoted(header)) names the zone \(quoted(name)), which is no IANA name; its times are read "
          + (other.map { "as those of \($0)" } ?? "as they stand"),
        remedy:
          "Set \(mapping?.key == nil ? "`timezone` of their entry under `leads`" : key) to the IANA name of the zone that is "
          + "meant, such as `America/New_York`.")
    case .overruled(let header, let name, let declared):
      return Diagnostic(
        .note, "zone-overruled", at: place,
        "the header \(quoted(header)) names the zone \(quoted(name)), but the configuration declares \(declared): its "
          + "times are read as those of \(declared)")
    case .noReportZone(let header, let zone):
      return Diagnostic(
        .error, "zone-missing", at: place,
        (header.map { "the header \(quoted($0)) says that its times are those of \(zone)" }
          ?? "its times are declared to be those of \(zone)")
          + ", but in which zone the report is to show them is not said",
        remedy:
          "Set `timezone: \(zone)` at the top of the configuration, or another zone to show the report in.")
    }
  }
}

/// Bytes that speak against the encoding as which they are read.
private func encodingContradicted(
  _ file: String, _ doubt: EncodingDoubt, _ encoding: TextEncoding, isDeclared: Bool, mapping: Place?
) -> Diagnostic {
  let remedy = "Correct \(setting(mapping, "encoding")), or remove it to have it recognised."
  /// Of two in which only the order of bytes differs, that is what matters.
  func names(_ other: TextEncoding) -> (declared: String, found: String) {
    encoding.isUTF16 && other.isUTF16 ? (encoding.rawValue, other.rawValue) : (encoding.name, other.name)
  }
  switch doubt {
  case .isUTF32: return ReadFact.foreign(file, .utf32).diagnostic
  case .mark(let other):
    return Diagnostic(
      .error, "encoding-contradicted", at: Place(file: file),
      "it is declared to be \(names(other).declared), but begins with the mark of \(names(other).found)",
      remedy: remedy)
  case .looksLike(let other):
    return Diagnostic(
      .warning, "encoding-contradicted", at: Place(file: file),
      "it is declared to be \(names(other).declared), but looks like \(names(other).found)", remedy: remedy)
  case .strayBytes:
    return Diagnostic(
      .warning, "encoding-contradicted", at: Place(file: file),
      "some of its bytes mean nothing in \(encoding.name), as which it is read; they are shown as U+FFFD",
      remedy: isDeclared ? remedy : "Export it again, as UTF-8 if that can be chosen.")
  }
}

// MARK: Parts of sentences

/// A text a person wrote, in quotes, shortened to 60 characters and without control characters.
func quoted(_ text: String) -> String { "\"\(shortened(text))\"" }

/// At most 60 characters of a text, control characters replaced.
func shortened(_ text: String) -> String {
  var scalars = String.UnicodeScalarView()
  for scalar in text.unicodeScalars.prefix(60) {
    scalars.append(scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar)
  }
  return String(scalars) + (text.unicodeScalars.count > 60 ? "…" : "")
}

/// `"a", "b" and 3 more`.
func list(_ texts: [String], limit: Int = 20) -> String {
  if texts.isEmpty { return "none" }
  let shown = texts.prefix(limit).map(quoted)
  let rest = texts.count - shown.count
  if rest > 0 { return shown.joined(separator: ", ") + " and \(rest) more" }
  return shown.count == 1
    ? shown[0] : shown.dropLast().joined(separator: ", ") + " and " + shown[shown.count - 1]
}

/// ` (did you mean "x"?)`, or nothing.
private func didYouMean(_ near: String?) -> String { near.map { " (did you mean \(quoted($0))?)" } ?? "" }

/// A key of the source in the configuration, to be set.
private func setting(_ mapping: Place?, _ key: String) -> String {
  "`\(path(mapping, key))`" + (mapping?.key == nil ? " in the configuration" : "")
}

/// The path of a key of the source's columns in the configuration.
private func path(_ mapping: Place?, _ key: String) -> String {
  let isRole =
    ColumnRole(rawValue: key) != nil || ActivityColumn(rawValue: key) != nil
    || ScheduleColumn(rawValue: key) != nil
  let inner = isRole ? "columns.\(key)" : key
  return mapping?.key.map { "\($0).\(inner)" } ?? inner
}

extension Place {
  /// The same place, its key lengthened by one more step.
  fileprivate func key(_ step: String) -> Place {
    var place = self
    if key != nil || file.isEmpty == false { place.key = path(self, step) }
    return place
  }
}

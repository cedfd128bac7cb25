import LeadModel

extension RowFault {
  /// What is wrong with the field, and what would be right: the reason of a rejected row.
  var reason: String {
    switch self {
    case .fieldCount(let found, let expected):
      "\(times(found, "field")) where the header has \(expected)"
    case .tornQuote:
      "a quote behind a blank encloses nothing, so what stands between such quotes is parted: expected no blank before it"
    case .repeatedHeader: "the header once more, as where files are joined"
    case .noReceivedTime: "no received time"
    case .noTime: "no time"
    case .noTimeOfDay: "a date without a time of day"
    case .openTimeOfDay:
      "may be hours, minutes or a part of the day, and no other of the column shows which: expected a time of day such as 09:30"
    case .noLeadID: "no lead id"
    case .time(.unknownOrder): TimeFault.unknownOrder.reason + "; `date_order` would say it"
    case .time(.shortYear): TimeFault.shortYear.reason + "; `date_order` would say which of the numbers it is"
    case .time(let fault): fault.reason
    case .farDate:
      "a date without a time of day, decades from the receipt: if it stands for none, `never` would say so"
    case .openDuration: "a duration that asks for `duration_unit` or `decimal_mark` to be set"
    case .openSpan:
      "databases count durations from 1900-01-01, spreadsheets from one or two days before: expected a number, H:MM:SS or "
        + "such as 1 h 5 min"
    case .duration: "not a duration, or too long for one: expected a number, H:MM:SS or such as 1 h 5 min"
    case .flag: "neither yes nor no: expected something like yes, true or 1"
    case .weight:
      "not a number of leads, or one like 3,000 or 3.000 that `decimal_mark` does not tell from 3: expected a whole number "
        + "from 0 to 999,999,999"
    }
  }
}

extension TimeFault {
  /// Why a field is no timestamp, and what would be right.
  var reason: String {
    switch self {
    case .unknownForm: "not a date and time: expected something like 2026-11-15 14:30:00"
    case .noSuchDay: "the calendar has no such day"
    case .noSuchTime: "the clock has no such time"
    case .otherHalf: "an hour of the 24-hour clock beside an AM or PM that is not its own"
    case .noSuchOffset: "no zone has such an offset from UTC"
    case .noTimeOfDay: "a date without a time of day, which `date_only: true` would take as midnight"
    case .otherOrder(.yearFirst): "only possible year-first, but such dates of the column are not"
    case .otherOrder(let other):
      "only possible \(other.rawValue), but such dates of the column are "
        + (other == .dayFirst ? "month-first" : "day-first")
    case .unknownOrder: "whether the month or the day is first is not known"
    case .shortYear: "a year of two digits"
    case .yearOutOfRange: "not a year from 1900 to 2299"
    case .namedZone:
      "a zone by its name, or by letters, which are ambiguous: expected Z, UTC or an offset such as -05:00, or "
        + "`timezone` set to the IANA name of that zone"
    case .otherZone: "not of the zone that `timezone` or the header says, or not with its summer time then"
    case .openNumber:
      "may count from 1970 or be a date and time without marks: expected something like 2026-11-15 14:30:00"
    case .otherWeekday: "the date is not on that day of the week"
    }
  }
}

extension RejectedRow {
  /// The row for people.
  package var diagnostic: Diagnostic {
    Diagnostic(
      .warning, "row-rejected", at: place, finding,
      remedy: "Correct the row in the export; it is in no number.")
  }

  /// What was found and why that is not good: `"31/31/2026" ("received_time"): the calendar has no such day`.
  var finding: String {
    guard let header = place.key else { return reason }
    return "\(text.isEmpty ? "blank" : quoted(text)) (\(quoted(header))): \(reason)"
  }
}

extension [SourceAccount] {
  /// Every rejected row up to the limit, and how many more there are.
  func diagnostics(of rows: [RejectedRow]) -> [Diagnostic] {
    let more = reduce(0) { $0 + $1.rejected.rows } - rows.count
    return rows.map(\.diagnostic) + (more > 0 ? [ReadFact.moreRejected(more).diagnostic] : [])
  }
}

extension Intake {
  /// What is to be told of reading, the rejected rows among it.
  package var remarks: [Diagnostic] { diagnostics + sources.diagnostics(of: rejectedRows) }
}

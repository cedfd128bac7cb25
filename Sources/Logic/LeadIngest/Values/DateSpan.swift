import LeadModel

// Durations that systems write as dates.

extension TimestampParts {
  /// What is left of a duration of a spreadsheet where its cells are taken for times, `1899-12-30 00:20:00`: days are
  /// counted from that date. Of 1900 it is none, for spreadsheets do not agree on the first days of that year.
  var spanOfSpreadsheet: Int64? {
    guard year == 1_899, !hasShortYear, offset == nil, let timeOfDay, month == 12 || day == 12,
      case let passed = month + day - 42, 0...1 ~= passed
    else { return nil }
    return Int64(passed) * DurationUnit.days.microseconds + timeOfDay
  }

  /// What ServiceNow writes for a duration below a year, `1970-01-01 00:20:00`: days are counted from that date. Elsewhere
  /// it is a date that was never set, so that it does not show that a column has durations.
  var spanSince1970: Int64? {
    guard year == 1_970, style == .yearFirst, offset == nil, zoneName == nil, let timeOfDay,
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    return Int64(date.dayNumber) * DurationUnit.days.microseconds + timeOfDay
  }
}

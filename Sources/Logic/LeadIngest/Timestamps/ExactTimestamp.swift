import LeadModel

/// What a field says in a column of that form, slowly and in full. The kernels of ``TimestampParser`` only
/// shorten the way to the same result.
func exactTimestamp(_ field: FieldBytes, form: TimestampForm) throws(TimeFault) -> ParsedTime {
  try exactTimestamp(TimestampParts(field), form: form)
}

/// What the parts of a field say in a column of that form.
func exactTimestamp(_ parts: TimestampParts, form: TimestampForm) throws(TimeFault) -> ParsedTime {
  if parts.zoneName != nil { throw .namedZone }
  guard let time = parts.timeOfDay ?? (form.allowsDateOnly ? 0 : nil) else { throw .noTimeOfDay }
  if parts.mayBeDate, !form.allowsCounts { throw .openNumber }
  if parts.style == .epoch || parts.style == .serial {
    // A serial day without a fraction is as much a time as midnight can be in a spreadsheet.
    return ParsedTime(microseconds: parts.total, isInstant: parts.style == .epoch)
  }
  let date = try civilDate(parts, form: form)
  let local = Int64(date.dayNumber) * 86_400_000_000 + time
  return ParsedTime(microseconds: local - (parts.offset ?? 0) * 1_000_000, isInstant: parts.offset != nil)
}

/// The day that is written, checked.
private func civilDate(_ parts: TimestampParts, form: TimestampForm) throws(TimeFault) -> CivilDate {
  if parts.isYearFirst, form.orders[parts.mark] != .yearFirst {
    throw form.orders[parts.mark] == nil ? .shortYear : .otherOrder(.yearFirst)
  }
  // Beside a named month the year cannot be taken for a day.
  if parts.hasShortYear, parts.style != .monthName, !form.allowsShortYears[parts.mark] { throw .shortYear }
  var (year, month, day) = (parts.year, parts.month, parts.day)
  let order = parts.style == .yearLast ? form.orders[parts.mark] : .monthFirst
  switch order {
  case .monthFirst: break
  case .dayFirst: (month, day) = (day, month)
  case .yearFirst where parts.hasShortYear || parts.isYearFirst: (year, month, day) = (month, day, year)
  case .yearFirst, nil: throw .unknownOrder
  }
  if parts.hasShortYear || parts.isYearFirst { year += 2_000 }
  guard let date = CivilDate(year: year, month: month, day: day) else {
    if parts.style == .yearLast, order != .yearFirst, CivilDate(year: year, month: day, day: month) != nil {
      throw .otherOrder(order == .dayFirst ? .monthFirst : .dayFirst)
    }
    throw .noSuchDay
  }
  guard (1_900...2_299).contains(year) else { throw .yearOutOfRange }
  if let weekday = parts.weekday, weekday != date.weekday.rawValue { throw .otherWeekday }
  return date
}

import LeadModel

/// A row of a schedule on its way to a shift.
struct ShiftRow {
  private let row: TextRow
  private let header: ScheduleHeader
  private let forms: ScheduleForms
  /// The column that was looked at last: there a fault is.
  private var current: ScheduleColumn?

  /// A row below that header.
  init(_ row: TextRow, _ header: ScheduleHeader, _ forms: ScheduleForms) {
    self.row = row
    self.header = header
    self.forms = forms
  }

  /// The row as a rejected one, for that reason.
  func rejected(_ fault: ShiftFault, file: String) -> RejectedRow {
    let position = current.flatMap { header.positions[$0] }
    let field = position.map { row.fields[$0] }
    let place = Place(
      file: file, line: field?.line ?? row.line, column: field?.column,
      key: position.map { header.header[$0] })
    return RejectedRow(place: place, text: shortened(field?.text ?? ""), reason: fault.reason)
  }

  /// The shift.
  mutating func shift(file: String) throws(ShiftFault) -> Shift {
    let headers = header.header
    if row.fields.prefix(headers.count).map(\.text) == headers { throw .repeatedHeader }
    guard headers.allows(row.fields.count, isBlank: { row.fields[$0].text.isEmpty }) else {
      throw .fieldCount(found: row.fields.count, expected: headers.count)
    }
    let rep = text(.rep).withFieldBytes(cleanName)
    if rep.isEmpty { throw .noRep }
    let (first, last, date) = try dates()
    let hours = try hours()
    if hours == nil && first == nil && last == nil { throw .undatedOff }
    if hours != nil && rep == "*" { throw .everyoneWorks }
    let weekdays = try weekdays(first, last, date, hours)
    let team = text(.team).withFieldBytes(cleanName)
    return Shift(
      rep: rep, team: team.isEmpty ? nil : team, weekdays: weekdays, hours: hours, firstDay: first,
      lastDay: last, place: Place(file: file, line: row.line))
  }

  private mutating func text(_ role: ScheduleColumn) -> String {
    current = role
    return header.positions[role].map { row.fields[$0].text } ?? ""
  }

  /// The first and the last valid day, both of which the date of the shift is where it has one.
  private mutating func dates() throws(ShiftFault) -> (first: CivilDate?, last: CivilDate?, date: CivilDate?)
  {
    let first = try day(.firstDay)
    let last = try day(.lastDay)
    if let first, let last, last < first { throw .endsBeforeItBegins }
    guard let date = try day(.date) else { return (first, last, nil) }
    if date < first ?? date || date > last ?? date { throw .dateNotValid }
    return (date, date, date)
  }

  private mutating func day(_ role: ScheduleColumn) throws(ShiftFault) -> CivilDate? {
    let text = text(role)
    if text.withFieldBytes(isBlankTime) || role == .lastDay && meansForever(text) { return nil }
    let (time, fault) = text.withFieldBytes { (forms.dates.parse($0), forms.dates.fault(of: $0)) }
    guard let time else { throw .date(fault ?? .unknownForm) }
    let local = LocalTime(microseconds: time.microseconds)
    guard !time.isInstant, local == LocalTime(date: local.date) else { throw .dateWithTime }
    return local.date
  }

  /// The hours; nil where the rep is away.
  private mutating func hours() throws(ShiftFault) -> Shift.Hours? {
    let start = try ShiftTime(text(.start), decimal: forms.decimalTime)
    let endText = text(.end)
    let end =
      start == .off && endText.isEmpty ? .off : try ShiftTime(endText, decimal: forms.decimalTime)
    switch (start, end) {
    case (.off, .off): return nil
    case (.minute(1_440), .minute):
      current = .start
      throw .startsAtMidnightEnd
    case (.minute(let start), .minute(let end)): return Shift.Hours(start: start, end: end)
    default: throw .halfOff
    }
  }

  /// The days of the week, all of them where only dates say when it is.
  private mutating func weekdays(
    _ first: CivilDate?, _ last: CivilDate?, _ date: CivilDate?, _ hours: Shift.Hours?
  ) throws(ShiftFault) -> Set<Weekday> {
    let days = text(.day)
    if days.isEmpty {
      guard let first, last != nil || hours == nil else { throw .noDay }
      // In some calendars the last date is that on which the only shift ends.
      if let hours, hours.end <= hours.start, last == first.adding(days: 1) { throw .overnightDates }
      return Set(Weekday.allCases)
    }
    let weekdays: Set<Weekday>
    do {
      weekdays = try weekdayList(days, allowsNumbers: !forms.hasDayZero)
    } catch {
      throw isDate(days) ? .dateAsDay : error
    }
    if let date, !weekdays.contains(date.weekday) { throw .otherWeekday(date) }
    return weekdays
  }
}

/// Whether a last date is so far off that it only says that there is none: `9999-12-31`, as databases write it.
private func meansForever(_ text: String) -> Bool {
  text.withFieldBytes { field in (try? TimestampParts(field)).map { $0.year >= 2_300 } ?? false }
}

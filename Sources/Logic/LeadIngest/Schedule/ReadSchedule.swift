import LeadModel

/// Reads a staff schedule: `rep_name, day_of_week, start_time, end_time`, and optionally the team and the first and
/// last valid dates.
///
/// Rows that cannot be read are among ``Schedule/rejectedRows`` and warnings of ``Schedule/diagnostics``.
/// - Throws: an empty file, missing or ambiguous columns, a quote that is never closed, or no readable row at all.
package func readSchedule(_ bytes: Bytes, name: String) throws(Failure) -> Schedule {
  let table = try TextTable(
    bytes, file: name, whenEmpty: ScheduleFact.empty.diagnostic(at: Place(file: name))
  ) { texts, place, suggests in
    TableHeader(texts, at: place, required: ScheduleColumn.required, suggests: suggests) { role, near in
      ScheduleFact.missing(role: role.title, lookedFor: role.aliases, found: texts, near: near)
        .diagnostic(at: place)
    }
  }
  var reader = ScheduleReader(table, file: name)
  for row in table.rows { reader.read(row) }
  if table.rows.isEmpty { reader.report(.noShifts, at: Place(file: name, line: table.headerLine)) }
  if !table.rows.isEmpty, reader.schedule.shifts.isEmpty {
    reader.report(.allRejected(table.rows.count), at: Place(file: name))
    throw Failure(reader.schedule.diagnostics)
  }
  return reader.schedule
}

/// The rows of a schedule on their way to shifts.
private struct ScheduleReader {
  let file: String
  let header: [String]
  let positions: [ScheduleColumn: Int]
  let dates: TimestampParser
  var schedule = Schedule()

  /// Finds how dates are written from all dates of the file.
  init(_ table: TextTable<TableHeader<ScheduleColumn>>, file: String) {
    self.file = file
    header = table.meaning.header
    positions = table.meaning.positions
    schedule.diagnostics = table.diagnostics

    var evidence = FormEvidence()
    for row in table.rows {
      for role in [ScheduleColumn.firstDay, .lastDay] {
        guard let position = positions[role], position < row.fields.count else { continue }
        row.fields[position].text.withFieldBytes { evidence.add($0) }
      }
    }
    var form = TimestampForm(.yearFirst, allowsDateOnly: true)
    form.orders = evidence.shownOrders
    dates = TimestampParser(form: form)
  }

  mutating func report(_ fact: ScheduleFact, at place: Place) {
    schedule.diagnostics.append(fact.diagnostic(at: place))
  }

  /// Makes a shift of a row, or a rejected row.
  mutating func read(_ row: TextRow) {
    var current: ScheduleColumn?
    do throws(ShiftFault) {
      let shift = try self.shift(row, &current)
      schedule.shifts.append(shift)
      if let minutes = shift.hours?.length, minutes > 16 * 60 {
        report(.longShift(rep: shift.rep, minutes: minutes), at: shift.place)
      }
    } catch {
      let field = current.flatMap { positions[$0] }.map { row.fields[$0] }
      let place = Place(
        file: file, line: field?.line ?? row.line, column: field?.column,
        key: current.flatMap { positions[$0] }.map { header[$0] })
      let text = shortened(field?.text ?? "")
      schedule.rejectedRows.append(RejectedRow(place: place, text: text, reason: error.reason))
      report(.rejected(text: text, error), at: place)
    }
  }

  /// The shift of a row. `current` is the column that was looked at last, for the place of a fault.
  private func shift(_ row: TextRow, _ current: inout ScheduleColumn?) throws(ShiftFault) -> Shift {
    guard row.fields.count >= header.count, row.fields.dropFirst(header.count).allSatisfy(\.text.isEmpty)
    else { throw .fieldCount(found: row.fields.count, expected: header.count) }
    func text(_ role: ScheduleColumn) -> String {
      current = role
      return positions[role].map { row.fields[$0].text } ?? ""
    }
    func day(_ role: ScheduleColumn) throws(ShiftFault) -> CivilDate? {
      let (isBlank, time, fault) = text(role).withFieldBytes {
        (isBlankTime($0), dates.parse($0), dates.fault(of: $0))
      }
      if isBlank { return nil }
      guard let time else { throw .date(fault ?? .unknownForm) }
      let local = LocalTime(microseconds: time.microseconds)
      guard !time.isInstant, local == LocalTime(date: local.date) else { throw .dateWithTime }
      return local.date
    }
    let rep = text(.rep).withFieldBytes(cleanName)
    if rep.isEmpty { throw .noRep }
    let first = try day(.firstDay)
    let last = try day(.lastDay)
    if let first, let last, last < first { throw .endsBeforeItBegins }

    guard let start = ShiftTime(text(.start)) else { throw .unreadableTime }
    let endText = text(.end)
    let end = start == .off && endText.isEmpty ? .off : ShiftTime(endText)
    guard let end else { throw .unreadableTime }
    var hours: Shift.Hours?
    switch (start, end) {
    case (.off, .off):
      if first == nil && last == nil { throw .undatedOff }
    case (.minute(let from), .minute(let to)):
      if rep == "*" { throw .everyoneWorks }
      if from == 1_440 {
        current = .start
        throw .startsAtMidnightEnd
      }
      hours = Shift.Hours(start: from, end: to)
    default: throw .halfOff
    }
    // Dates alone say when someone is away: then the day may be left out.
    let days = text(.day)
    let weekdays =
      days.isEmpty && hours == nil && first != nil ? Set(Weekday.allCases) : try weekdayList(days)
    let team = text(.team).withFieldBytes(cleanName)
    return Shift(
      rep: rep, team: team.isEmpty ? nil : team, weekdays: weekdays, hours: hours, firstDay: first,
      lastDay: last, place: Place(file: file, line: row.line))
  }
}

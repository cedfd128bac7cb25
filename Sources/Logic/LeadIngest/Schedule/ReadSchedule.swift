import LeadModel

/// Reads a staff schedule: `rep_name, day_of_week, start_time, end_time`, and optionally the team and the first and
/// last valid dates; or with `date` for the day of the week, a rota by date. `mapping` is what the configuration says
/// about its columns.
///
/// Rows that cannot be read are among ``Schedule/rejectedRows`` and warnings of ``Schedule/diagnostics``.
/// - Throws: an empty file, missing or ambiguous columns, a quote that is never closed, or no readable row at all.
package func readSchedule(_ bytes: Bytes, name: String, mapping: ScheduleMapping = ScheduleMapping())
  throws(Failure) -> Schedule
{
  let table = try TextTable(
    bytes, file: name, whenEmpty: ScheduleFact.empty.diagnostic(at: Place(file: name))
  ) { texts, place, suggests in ScheduleHeader(texts, mapping, at: place, suggests: suggests) }
  var schedule = Schedule(diagnostics: table.diagnostics)
  func report(_ fact: ScheduleFact, at place: Place) {
    schedule.diagnostics.append(fact.diagnostic(at: place))
  }
  for (header, fact) in unusedColumns(table.meaning, table.rows) {
    report(fact, at: Place(file: name, line: table.headerLine, key: header))
  }
  let forms = ScheduleForms(table.rows, table.meaning.positions)
  for row in table.rows {
    var row = ShiftRow(row, table.meaning, forms)
    do throws(ShiftFault) {
      let shift = try row.shift(file: name)
      schedule.shifts.append(shift)
      if shift.hours != nil, let first = shift.firstDay, let last = shift.lastDay,
        !shift.weekdays.occur(from: first, to: last)
      {
        report(.neverHappens(first: first, last: last), at: shift.place)
      }
      if let minutes = shift.hours?.length, minutes > 16 * 60 {
        report(.longShift(rep: shift.rep, minutes: minutes), at: shift.place)
      }
    } catch {
      let rejected = row.rejected(error, file: name)
      schedule.rejectedRows.append(rejected)
      report(.rejected(text: rejected.text, error), at: rejected.place)
    }
  }
  if table.rows.isEmpty { report(.noShifts, at: Place(file: name, line: table.headerLine)) }
  if !table.rows.isEmpty, schedule.shifts.isEmpty {
    report(.allRejected(table.rows.count), at: Place(file: name))
    throw Failure(schedule.diagnostics)
  }
  return schedule
}

extension Schedule {
  /// Throws everything that was found where so many rows of all schedules are rejected that nothing should be built of
  /// the rest.
  package func judgeRejected(_ rules: Rules) throws(Failure) {
    // Every row has become a shift or was rejected.
    let rows = shifts.count + rejectedRows.count
    guard rules.refuses(rejected: rejectedRows.count, of: rows) else { return }
    let files = Dictionary(grouping: rejectedRows, by: \.place.file)
    let worst = files.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key ?? ""
    let fact = ReadFact.tooManyRejected(
      worst, rejectedRows.count, of: rows, limit: rules.maxRejectedPercent)
    throw Failure(diagnostics + [fact.diagnostic])
  }
}

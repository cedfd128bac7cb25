import LeadModel

// Rows like nearly all others: as many fields as the header, times and names of a known kind, nothing to be rejected
// or counted apart. ``Segment`` reads every row by itself; this is the fast way to the same for these.

/// A window of which ``Segment`` has read the columns.
struct PlainWindow {
  let rows: Int
  /// The fields of the ids; nil where there is no such column.
  let ids: ColumnFields?
}

extension Segment {
  /// Reads the columns of a window, whose plain rows can be read at once then.
  /// - Returns: what else that needs; nil where its rows are to be read one by one.
  mutating func readColumns(_ window: Window, _ index: borrowing RowIndex, _ plan: SourcePlan)
    -> PlainWindow?
  {
    let (columns, rows, width) = (plan.columns, index.rowCount, index.evenWidth)
    guard isPlain(plan), width > 1, width == plan.header.count else { return nil }
    batch.makeRoom(for: rows)
    func fields(_ column: Int, _ index: borrowing RowIndex) -> ColumnFields? {
      column < 0 ? nil : ColumnFields(window, index, column, width: width)
    }
    let takesInstants = settings.zone != nil
    unsafe RowBatch.read(
      fields(columns.received, index)!, plan.received, rows, &sourceClock, blank: RowBatch.odd,
      takesInstants: takesInstants, to: batch.starts)
    if let parser = plan.responseParser, let responses = fields(columns.response, index) {
      unsafe RowBatch.read(
        responses, parser, rows, &responseClock, blank: RowBatch.never, takesInstants: takesInstants,
        to: batch.responses)
    } else {
      unsafe batch.responses.update(repeating: RowBatch.never, count: rows)
    }
    findOwners(window, index, plan)
    return PlainWindow(rows: rows, ids: fields(columns.id, index))
  }

  /// Whether the rows of a source can be plain.
  private func isPlain(_ plan: SourcePlan) -> Bool {
    if plan.hasExtras || plan.columns.haveTimesOfDay || activitySource != nil { return false }
    // They may be dates, as any other that is read at once.
    if !plan.never.isEmpty { return false }
    if idMode == .lookedUp || idMode == .first { return false }
    if case .durations = plan.response { return false }
    return true
  }

  /// Reads the plain rows from one on, up to the first that is not plain. It goes through them several times, since a
  /// loop that does little is done with many rows at once.
  /// - Returns: that row, or how many rows there are; and which of them have the earliest and the latest time of all.
  mutating func readPlainRows(from first: Int, of window: PlainWindow, _ part: inout PartAccount) -> (
    end: Int, outermost: PartAccount.Outermost
  ) {
    var end = batch.encodeAnswers(
      from: first, to: window.rows, lastIncluded: settings.lastIncluded, needsTeam: usualTeams.areKnown)
    end = acceptIDs(window.ids, from: first, to: end, &part)
    guard end > first else { return (end, PartAccount.Outermost()) }
    let outermost = unsafe part.note(batch.starts, from: first, to: end)
    if outermost.latest != nil { young.raise(to: min(part.latest, settings.asOf)) }
    appendPlainRows(from: first, to: end)
    part.counted.rows += end - first
    part.counted.leads += end - first
    return (end, outermost)
  }

  /// Puts rows into the store that are known to be plain.
  private mutating func appendPlainRows(from first: Int, to end: Int) {
    var young = young.beginAdding(end - first)
    var row = first
    while row < end {
      let (start, owner) = unsafe (batch.starts[row], Owner(bits: batch.owners[row]))
      let local = local(of: start, team: owner.team)
      store.turn(to: local)
      // As long as the clocks do not change and the week lasts; teams may have clocks of their own.
      let weekStart = store.weekStart &- (local &- start)
      let stretch =
        hasTeamClocks
        ? start..<start + 1
        : (weekStart..<weekStart + LeadStore.week).clamped(to: reportClock.from..<reportClock.to)
      row =
        idMode == .numbered
        ? appendPlainRows(
          from: row, to: end, within: stretch, weekStart: weekStart, &young, areNumbered: true)
        : appendPlainRows(
          from: row, to: end, within: stretch, weekStart: weekStart, &young, areNumbered: false)
    }
    self.young.endAdding(young)
  }

  /// Puts rows into the current page of the store as long as they were received within a stretch of its week, which
  /// begins at an instant. Inlined, so that there is a loop with and one without numbers.
  /// - Returns: the first row that is left.
  @inline(__always)
  private mutating func appendPlainRows(
    from first: Int, to end: Int, within stretch: Range<Int64>, weekStart: Int64,
    _ young: inout YoungLeads.Cursor, areNumbered: Bool
  ) -> Int {
    let (starts, answers, owners, ids) = unsafe (batch.starts, batch.answers, batch.owners, batch.ids)
    let page = unsafe store.page.unsafelyUnwrapped
    let (low, length) = (stretch.lowerBound, UInt64(bitPattern: stretch.upperBound &- stretch.lowerBound))
    var row = first
    while row < end {
      let (start, owner, answer) = unsafe (starts[row], Owner(bits: owners[row]), UInt64(answers[row]))
      guard UInt64(bitPattern: start &- low) < length else { break }
      let minute = UInt64(bitPattern: start &- weekStart) / 60_000_000
      let lead = minute &<< 50 | UInt64(truncatingIfNeeded: owner.set) &<< 32 | answer
      let run = unsafe page + owner.team
      let address = unsafe store.append(lead, to: run)
      unsafe young.add(address, received: start)
      if areNumbered {
        let (slot, id) = unsafe (store.lastSlot(of: run), ids[row])
        unsafe store.number(at: slot).pointee = UInt32(truncatingIfNeeded: id)
        if id != IDNumbers.none, id & RowBatch.repeated != 0 {
          numbers.note(id & ~RowBatch.repeated, slot: slot)
        }
      }
      row &+= 1
    }
    return row
  }
}

extension RowBatch {
  /// Microseconds, twenty years: no lead waits for so long, and no clocks differ by so much. Far less than what fits into
  /// a packed lead.
  static let plainLimit = 20 * 365 * DurationUnit.days.microseconds.magnitude

  /// Tells how rows were answered from the instants of their responses, up to the first row that is not plain.
  /// - Returns: that row, or `end`.
  func encodeAnswers(from first: Int, to end: Int, lastIncluded: Int64, needsTeam: Bool) -> Int {
    // Constants of another module, which would be calls in the loop.
    let (never, limit) = (PackedLead.never, RowBatch.plainLimit)
    let least = Owner(team: needsTeam ? 1 : 0, set: 0).bits
    for row in first..<end {
      let (start, response, owner) = unsafe (starts[row], responses[row], owners[row])
      // Selections and no branches, since leads that were never contacted come as they like.
      let isNever = response == RowBatch.never
      let answered = isNever ? start : response
      let time = UInt64(bitPattern: answered &- start)
      let seconds = time / 1_000_000
      guard start != RowBatch.odd, max(start, answered) <= lastIncluded, owner >= least, time < limit,
        seconds &* 1_000_000 == time
      else { return row }
      unsafe answers[row] = isNever ? never : UInt32(truncatingIfNeeded: seconds)
    }
    return end
  }
}

extension PartAccount {
  /// Which rows have the earliest and the latest time of all; nil where it is none of them.
  struct Outermost {
    var earliest: Int?
    var latest: Int?
  }

  /// Takes the earliest and the two latest of some instants into account.
  fileprivate mutating func note(_ starts: UnsafePointer<Int64>, from first: Int, to end: Int) -> Outermost {
    var (earliest, latest, nextLatest) = (earliest, latest, nextLatest)
    var latestRow: Int?
    for row in first..<end {
      let start = unsafe starts[row]
      earliest = min(earliest, start)
      if start > latest {
        (nextLatest, latest, latestRow) = (latest, start, row)
      } else {
        nextLatest = max(nextLatest, start)
      }
    }
    // By itself, since it is so in few windows.
    let earliestRow =
      earliest == self.earliest ? nil : (first..<end).first { unsafe starts[$0] == earliest }
    (self.earliest, self.latest, self.nextLatest) = (earliest, latest, nextLatest)
    return Outermost(earliest: earliestRow, latest: latestRow)
  }
}

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
    batch.find(.team, fields(columns.team, index), rows, in: teamNames)
    batch.find(.rep, fields(columns.rep, index), rows, in: reps)
    batch.find(.channel, fields(columns.channel, index), rows, in: channels)
    batch.find(.manager, fields(columns.manager, index), rows, in: managers)
    batch.find(.source, fields(columns.source, index), rows, in: sources)
    batch.find(.outcome, fields(columns.outcome, index), rows, in: outcomes)
    batch.findSets(rows, in: attributes)
    return PlainWindow(rows: rows, ids: fields(columns.id, index))
  }

  /// Whether the rows of a source can be plain.
  private func isPlain(_ plan: SourcePlan) -> Bool {
    if plan.hasExtras || activitySource != nil || idMode == .lookedUp { return false }
    if case .durations = plan.response { return false }
    return true
  }

  /// The hot loop: the plain rows from one on, up to the first that is not plain.
  /// - Returns: that row, or how many rows there are. `latest` is the row with the latest time, if it is one of them.
  mutating func readPlainRows(
    from first: Int, of window: PlainWindow, _ part: inout PartAccount, latest: inout Int?
  ) -> Int {
    let (rows, ids) = (window.rows, window.ids)
    let (starts, responses) = unsafe (batch.starts, batch.responses)
    let (teams, sets) = unsafe (batch.names(.team), batch.sets)
    let (lastIncluded, asOf) = (settings.lastIncluded, settings.asOf)
    // Constants of another module, which would be calls in the loop.
    let (never, codeLimit) = (UInt64(PackedLead.never), Int64(PackedLead.firstCode))
    let (needsTeam, idMode) = (usualTeams.areKnown, idMode)
    var row = first
    while row < rows {
      let (start, response) = unsafe (starts[row], responses[row])
      guard start != RowBatch.odd, start <= lastIncluded else { break }
      var said = never
      if response != RowBatch.never {
        let time = response &- start
        let seconds = time / 1_000_000
        guard response <= lastIncluded, time >= 0, seconds &* 1_000_000 == time, seconds < codeLimit else {
          break
        }
        said = UInt64(truncatingIfNeeded: seconds)
      }
      let (team, set) = unsafe (Int(teams[row]) &+ 1, UInt64(truncatingIfNeeded: sets[row]))
      if needsTeam, team == 0 { break }
      var (number, isRepeated) = (IDNumbers.none, false)
      if idMode != .ignored, let ids, case let id = self.id(ids[row]), id.count > 0 {
        if idMode == .ordered {
          guard part.order.accept(id) else { break }
        } else {
          guard let known = numbers.number(of: id), case let mark = numbers.mark(known), mark != .outOfRange
          else { break }
          (number, isRepeated) = (known, mark == .repeated)
        }
      }

      // From here on the row is plain.
      if start < part.earliest { part.earliest = start }
      if start > part.latest {
        (part.nextLatest, part.latest) = (part.latest, start)
        latest = row
        young.raise(to: min(start, asOf))
      } else if start > part.nextLatest {
        part.nextLatest = start
      }
      let minute = store.minuteOfWeek(local(of: start, team: team))
      let lead =
        UInt64(truncatingIfNeeded: minute) &<< 50 | set &<< 32 | said
      let run = unsafe store.page.unsafelyUnwrapped + team
      let address = unsafe store.append(lead, to: run)
      unsafe young.add(address, received: start)
      if idMode == .numbered {
        let slot = unsafe store.lastSlot(of: run)
        unsafe store.number(at: slot).pointee = UInt32(truncatingIfNeeded: number)
        if isRepeated { numbers.note(number, slot: slot) }
      }
      row &+= 1
    }
    part.counted.rows += row - first
    part.counted.leads += row - first
    return row
  }
}

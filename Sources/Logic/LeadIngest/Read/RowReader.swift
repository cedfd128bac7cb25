import LeadModel

/// Why reading a part stopped.
enum PartStop {
  /// Everything was read.
  case end
  /// Ids neither ascend nor descend: they have to be looked up, from the first row on.
  case idsOutOfOrder
  /// A row suggests that the forms of the times were decided wrongly.
  case needsAllEvidence
  /// The part ends inside a row.
  case cutRow
}

extension Segment {
  /// Reads the rows of a part into the table, each to its fate.
  mutating func read(
    _ feed: inout WindowFeed, _ plan: SourcePlan, _ index: inout RowIndex, _ part: inout PartAccount
  ) throws(Failure) -> PartStop {
    while true {
      let window = try feed.window()
      let length = unsafe index.scan(window.base, count: window.count)
      if let stop = readRows(window, index, plan, at: feed.position, &part) { return stop }
      if window.isLast {
        part.settleFooter()
        part.foreign = foreign
        part.hasForeignText = idScratch.hasForeignText
        if length < window.count { part.noteCutRow(window, from: length, plan.delimiter) }
        feed.consume(length)
        return length == window.count ? .end : .cutRow
      }
      if length == 0 {
        guard feed.enlarge() else {
          part.noteCutRow(window, from: 0, plan.delimiter)
          return .cutRow
        }
      } else {
        feed.consume(length)
      }
    }
  }

  /// Reads the rows of one window: runs of plain ones at once, the others by themselves.
  private mutating func readRows(
    _ window: Window, _ index: borrowing RowIndex, _ plan: SourcePlan, at position: Int,
    _ part: inout PartAccount
  ) -> PartStop? {
    let columns = plan.columns
    let (receiptColumn, replyColumn) = (columns.receipt, columns.reply)
    let width = plan.header.count
    let base = unsafe window.base
    let firstEnds = unsafe UnsafePointer(index.ends)
    var ends = unsafe firstEnds
    var (earliest, latest) = ((row: Int, start: Int)?.none, (row: Int, start: Int)?.none)
    var receivedReader = TimeReader(plan.received)
    var responseReader = TimeReader(plan.responseParser ?? plan.received)
    // Constants of another module, which would be calls in the loop.
    let (never, limit) = (PackedLead.never, PackedLead.attributeLimit)
    let codeLimit = Int64(PackedLead.firstCode)
    let nobody = Attributes()
    let settings = settings
    let (lastIncluded, needsZone) = (settings.lastIncluded, settings.zone == nil)
    let (hasUsualTeams, hasActivities) = (usualTeams.areKnown, activitySource != nil)

    let day = DurationUnit.days.microseconds
    let decades = RowBatch.plainLimit

    if index.quotedBreakCount > 0 {
      let shape = SwallowedRows.Shape(delimiter: plan.delimiter, width: width, mark: columns.received)
      part.swallowed.look(window, index, shape, after: part.lines)
    }
    let plain = readColumns(window, index, plan)
    var next = 0
    while next < index.rowCount {
      // An id may be the first that has to be looked up, and so all after it.
      if let plain, idMode != .lookedUp {
        let (rows, outermost) = readPlainRows(from: next, of: plain, &part)
        next = rows
        unsafe ends = firstEnds + next &* width
        if let row = outermost.earliest { earliest = unsafe (row, Int(firstEnds[row &* width &- 1] &+ 1)) }
        if let row = outermost.latest { latest = unsafe (row, Int(firstEnds[row &* width &- 1] &+ 1)) }
        if next == index.rowCount { break }
      }
      let row = next
      next &+= 1
      let fields = unsafe index.fields(from: ends - firstEnds, base)
      let rowStart = fields.start(0)
      unsafe ends += fields.count
      if fields.count != width, let fault = fields.countFault(below: plan.header) {
        reject(fault, -1, fields[-1], fields, plan, line: line(row, rowStart, index, part), &part)
        continue
      }

      // The times, and everything else that may be wrong with the row.
      let receipt = fields.time(receiptColumn, &receivedScratch)
      guard
        let received = receivedReader.read(receipt) ?? readTime(receipt, plan.received, named: plan.zone)
      else {
        if asksForEvidence(receipt, plan.received, plan) { return .needsAllEvidence }
        let (fault, column) =
          receivedScratch.isOpen
          ? (.openTimeOfDay, columns.receivedTimeOfDay) : (receivedFault(receipt, plan), columns.received)
        let found = fields.written(receipt, receiptColumn, &receivedScratch)
        reject(fault, column, found, fields, plan, line: line(row, rowStart, index, part), &part)
        continue
      }
      var answer = Answer.never
      let reply = fields.time(replyColumn, &responseScratch)
      if reply.count > 0, !plan.never.says(reply, replyColumn, of: fields) {
        switch plan.response {
        case .timestamps(let parser):
          if let time = responseReader.read(reply) {
            answer = .at(time)
          } else if saysNoTime(reply) {
            break
          } else if let time = readTime(reply, parser, named: plan.responseZone) {
            answer = .at(time)
          } else {
            if asksForEvidence(reply, parser, plan) { return .needsAllEvidence }
            let (fault, column) =
              responseScratch.isOpen
              ? (.openTimeOfDay, columns.responseTimeOfDay)
              : (responseFault(reply, parser, plan, received: received), columns.response)
            let found = fields.written(reply, replyColumn, &responseScratch)
            reject(fault, column, found, fields, plan, line: line(row, rowStart, index, part), &part)
            continue
          }
        case .durations(let form):
          if let duration = readDuration(reply, form) {
            answer = .after(duration)
          } else if !saysNoTime(reply) {
            let fault = durationFault(reply, form)
            if fault == .openDuration, !plan.hasAllEvidence { return .needsAllEvidence }
            reject(
              fault, columns.response, reply, fields, plan, line: line(row, rowStart, index, part), &part)
            continue
          }
        case .absent: break
        }
      }
      var extras = Extras()
      if plan.hasExtras, let (fault, column) = readExtras(fields, plan, &extras) {
        reject(fault, column, fields[column], fields, plan, line: line(row, rowStart, index, part), &part)
        continue
      }

      // From here on the row is readable.
      if needsZone, received.isInstant || answer.isInstant, part.unexpectedOffset == nil {
        part.unexpectedOffset = rejectedRow(
          .noReceivedTime, received.isInstant ? columns.received : columns.response,
          received.isInstant ? receipt : reply, plan, line: line(row, rowStart, index, part))
      }
      var reading = ZoneCursor.Reading.once
      let start =
        received.isInstant
        ? received.microseconds
        : sourceClock.instant(of: received.microseconds, notBefore: .min, &reading)
      if reading != .once { part.count(&reading) }
      if start < part.earliest {
        part.earliest = start
        earliest = (row, rowStart)
      }
      if start > part.latest {
        part.nextLatest = part.latest
        part.latest = start
        latest = (row, rowStart)
        young.raise(to: min(start, settings.asOf))
      } else if start > part.nextLatest {
        part.nextLatest = start
      }
      var response: Int64 = 0
      var code = never
      switch answer {
      case .never: break
      case .after(let duration):
        response = duration
        code = 0
      case .at(let time):
        var end =
          time.isInstant
          ? time.microseconds
          : responseClock.instant(of: time.microseconds, notBefore: start, &reading)
        if replyColumn.isSharedDate, !time.isInstant, end < start &- settings.clockSkew {
          // The date is that of the receipt, and the time of day the next one: that of a night.
          reading = .once
          end = responseClock.instant(
            of: time.microseconds &+ day, notBefore: start, &reading)
        }
        if reading != .once { part.count(&reading) }
        response = end &- start
        code = 0
      }

      let id = idMode == .ignored ? fields[-1] : self.id(fields[columns.id])
      if idMode == .ordered, id.count > 0, !part.order.accept(id) { return .idsOutOfOrder }
      var (number, isRepeated) = (IDNumbers.none, false)
      if idMode == .numbered, id.count > 0 { (number, isRepeated) = mark(id) }
      let isDuplicate = idMode == .first && id.count > 0 && !firstIDs.add(id)
      if isRepeated || isDuplicate { part.placeholders.note(id) }
      var contact: Activities.Contact?
      // Of rows with a response of their own, too, it is noted which ids they have.
      if hasActivities, isDuplicate {
        compareWithReceipt(id, at: start, &part)
      } else if hasActivities, let first = firstContact(of: fields[columns.id], received: start),
        code == never
      {
        contact = first
        (response, code) = (first.time &- start, 0)
      }
      if !extras.isEligible || start > lastIncluded {
        if extras.isEligible {
          part.afterCutoff.add(extras.weight)
        } else {
          part.notEligible.add(extras.weight)
        }
        if idMode == .lookedUp, id.count > 0 { _ = replace(id, &part) }
        if isRepeated { numbers.note(number, slot: nil) }
        continue
      }

      // How it was answered.
      let isLate = code == 0 && response > lastIncluded &- start
      if isLate {
        code = never
      } else if code == 0, response < 0 {
        if response >= -settings.clockSkew { response = 0 } else { code = PackedLead.anomaly }
      }
      if !isLate, response.magnitude > decades {
        part.farResponses += 1
        if part.farResponseLine == nil { part.farResponseLine = line(row, rowStart, index, part) }
      }
      if let isWithin = extras.isWithin, !isLate {
        if code == never {
          if isWithin { code = PackedLead.flagged }
        } else {
          part.flaggedTimes += 1
          if isWithin != (code == 0 && response <= settings.headline) {
            part.contradictedFlags += 1
            if part.contradictionLine == nil { part.contradictionLine = line(row, rowStart, index, part) }
          }
        }
      }

      if isDuplicate {
        part.duplicate.add(extras.weight)
        continue
      }

      // Whose it is.
      let finding = idMode == .lookedUp && id.count > 0 ? replace(id, &part) : nil
      var team = self.team(fields[columns.team])
      var set = nobody
      if columns.rep >= 0 { set.rep = reps.number(of: fields[columns.rep], &scratch) }
      if columns.channel >= 0 { set.channel = channels.number(of: fields[columns.channel], &scratch) }
      if columns.manager >= 0 { set.manager = managers.number(of: fields[columns.manager], &scratch) }
      if columns.source >= 0 { set.source = sources.number(of: fields[columns.source], &scratch) }
      if columns.outcome >= 0 { set.outcome = outcomes.number(of: fields[columns.outcome], &scratch) }
      if let contact, !isLate { complete(&set, by: contact) }
      if team == 0, hasUsualTeams { team = usualTeam(rep: set.rep) }
      let attributes = self.attributes.position(of: set, team: team)

      // Where it goes.
      let local = self.local(of: start, team: team)
      let minute = store.minuteOfWeek(local)
      var said = UInt64(code)
      var fits = extras.weight == 1 && attributes < limit
      if code == 0 {
        let seconds = response / 1_000_000
        said = UInt64(truncatingIfNeeded: seconds)
        fits = fits && seconds &* 1_000_000 == response && seconds < codeLimit
      }
      let lead =
        fits
        ? UInt64(truncatingIfNeeded: minute) &<< 50 | UInt64(truncatingIfNeeded: attributes) &<< 32 | said
        : spilled(minute, code, response, attributes, extras.weight).bits
      let run = unsafe store.page.unsafelyUnwrapped + team
      let address = unsafe store.append(lead, to: run)
      unsafe young.add(address, received: start)
      if idMode == .numbered {
        let slot = unsafe store.lastSlot(of: run)
        unsafe store.number(at: slot).pointee = UInt32(truncatingIfNeeded: number)
        if isRepeated { numbers.note(number, slot: slot) }
      } else if let finding {
        let slot = unsafe store.lastSlot(of: run)
        ids.note(
          id, at: location(of: id, in: fields[columns.id], window, at: position), finding, slot: slot,
          in: store)
      }
      part.counted.add(extras.weight)
    }
    if let earliest { part.earliestLine = line(earliest.row, earliest.start, index, part) }
    if let latest { part.latestLine = line(latest.row, latest.start, index, part) }
    part.scanned += index.rowCount
    part.lines += index.rowCount + index.quotedBreakCount
    return nil
  }
}

/// A first response as the row says it.
enum Answer {
  case never
  case at(ParsedTime)
  /// So many microseconds after the receipt.
  case after(Int64)

  /// Whether it named an offset from UTC.
  var isInstant: Bool {
    if case .at(let time) = self { time.isInstant } else { false }
  }
}

/// What a row says besides times and names.
struct Extras {
  var isEligible = true
  /// nil where there is no such column, or it is blank.
  var isWithin: Bool?
  var weight = 1
}

import LeadModel

// Reading single values of a row, and saying why one cannot be read.

/// A timestamp; nil where it is blank or none.
@inline(__always)
func readTime(_ field: FieldBytes, _ parser: TimestampParser) -> ParsedTime? {
  if field[0] == UInt8(ascii: "\""), field.count > 1, field[field.count &- 1] == UInt8(ascii: "\"") {
    return parser.parse(field.part(1..<(field.count &- 1))) ?? readTimeSlowly(field, parser)
  }
  return parser.parse(field) ?? readTimeSlowly(field, parser)
}

@inline(never)
private func readTimeSlowly(_ field: FieldBytes, _ parser: TimestampParser) -> ParsedTime? {
  var scratch = Scratch()
  return parser.parse(plainValue(field, &scratch))
}

/// A timestamp that names its zone, which has to be that one; nil where it is none.
@inline(never)
func readTime(_ field: FieldBytes, _ parser: TimestampParser, named zone: ZoneRules) -> ParsedTime? {
  var scratch = Scratch()
  return try? timeOfNamedZone(plainValue(field, &scratch), form: parser.form, zone: zone)
}

/// A duration in microseconds; nil where it is blank or none.
func readDuration(_ field: FieldBytes, _ form: DurationForm) -> Int64? {
  var scratch = Scratch()
  return parseDuration(plainValue(field, &scratch), form: form)
}

/// Whether a field of a time column says that there is no time.
func saysNoTime(_ field: FieldBytes) -> Bool {
  var scratch = Scratch()
  return isBlankTime(plainValue(field, &scratch))
}

extension Segment {
  /// An id without quotes and white space at its ends. Eight bytes behind the field can be read.
  @inline(__always)
  mutating func id(_ field: FieldBytes) -> FieldBytes {
    // Letters and digits at both ends: nothing to take away.
    if field.count > 0, field[0] &- 0x30 < 0x50, field[field.count &- 1] &- 0x30 < 0x50 {
      // Without a loop, as nearly all ids are short.
      let bits =
        field.count < 8
        ? field.word(at: 0) &<< UInt64(truncatingIfNeeded: 64 &- 8 &* field.count)
        : field.word(at: 0) | field.word(at: field.count &- 8)
      if bits & 0x8080_8080_8080_8080 == 0, field.count <= 16 || field.isASCII { return field }
    }
    return plainText(field, &idScratch)
  }

  /// What the flag and weight columns say.
  /// - Returns: what is wrong with them, and in which column.
  mutating func readExtras(_ fields: RowFields, _ plan: SourcePlan, _ extras: inout Extras)
    -> (RowFault, Int)?
  {
    let columns = plan.columns
    func value(_ column: Int) -> FieldBytes { plainValue(fields[column], &scratch) }
    // A blank says nothing, nor does a word for one, and only a no takes a lead out.
    if columns.eligible >= 0, case let field = value(columns.eligible), field.count > 0 {
      let flag = parseFlag(field)
      guard flag != nil || isBlankTime(field) else { return (.flag, columns.eligible) }
      extras.isEligible = flag ?? true
    }
    if columns.within >= 0, case let field = value(columns.within), field.count > 0 {
      guard let flag = parseWithin(field) else { return (.flag, columns.within) }
      extras.isWithin = flag
    }
    if columns.leads >= 0, case let field = value(columns.leads), field.count > 0 {
      guard let weight = parseWeight(field, decimalMark: plan.decimalMark) else {
        return (.weight, columns.leads)
      }
      extras.weight = weight
    }
    return nil
  }
}

// MARK: Leads

extension Segment {
  /// A lead that does not fit into eight bytes.
  @inline(never)
  mutating func spilled(_ minute: Int, _ code: UInt32, _ response: Int64, _ attributes: Int, _ weight: Int)
    -> PackedLead
  {
    let full: Response =
      switch code {
      case PackedLead.never: .never
      case PackedLead.anomaly: .anomaly
      case PackedLead.flagged: .flagged
      default: .after(response)
      }
    spills.append(Spill(response: full, attributes: attributes, weight: weight))
    let position = UInt32(truncatingIfNeeded: spills.count - 1)
    return PackedLead(minuteOfWeek: minute, attributes: 0, code: 0x8000_0000 | position)
  }

  /// Takes away the lead that has an id, if there is one, since a later row has it too.
  mutating func replace(_ id: FieldBytes, _ part: inout PartAccount) -> IDSet.Finding {
    let finding = ids.find(id, in: store)
    if let slot = finding.slot {
      remove(slot)
      part.placeholders.note(id)
    }
    return finding
  }

  /// Notes the number in an id of a row; goes over to looking ids up where it has none that fits.
  @inline(__always)
  mutating func mark(_ id: FieldBytes) -> (number: UInt64, isRepeated: Bool) {
    if let number = numbers.number(of: id) {
      switch numbers.mark(number) {
      case .new: return (number, false)
      case .repeated: return (number, true)
      case .outOfRange: break
      }
    }
    lookUpIDs()
    return (IDNumbers.none, false)
  }

  /// Where the bytes of a row's id can be found again.
  func location(of id: FieldBytes, in field: FieldBytes, _ window: Window, at position: Int)
    -> IDSet.Location
  {
    guard idsLieInSource, id.count > 0, let base = unsafe id.base, let start = unsafe field.base else {
      return .elsewhere
    }
    let quote = UInt8(ascii: "\"")
    let isBare = unsafe base == start && id.count == field.count
    let isQuoted =
      unsafe base == start + 1 && id.count == field.count - 2 && field[0] == quote
      && field[field.count - 1] == quote
    return unsafe isBare || isQuoted ? .source(position + (base - window.base)) : .elsewhere
  }
}

// MARK: Rejected rows

extension Segment {
  /// The line on which a row begins, counted from the beginning of the part.
  func line(_ row: Int, _ start: Int, _ index: borrowing RowIndex, _ part: PartAccount) -> Int {
    part.lines + 1 + row + index.quotedBreaks(before: start)
  }

  func receivedFault(_ field: FieldBytes, _ plan: SourcePlan) -> RowFault {
    saysNoTime(field) ? .noReceivedTime : timeFault(field, plan.received, plan.zone)
  }

  func timeFault(_ field: FieldBytes, _ parser: TimestampParser, _ zone: ZoneRules) -> RowFault {
    var scratch = Scratch()
    return .time(parser.fault(of: plainValue(field, &scratch), named: zone) ?? .unknownForm)
  }

  func responseFault(
    _ field: FieldBytes, _ parser: TimestampParser, _ plan: SourcePlan, received: ParsedTime
  ) -> RowFault {
    let fault = timeFault(field, parser, plan.responseZone)
    guard fault == .time(.noTimeOfDay) else { return fault }
    var scratch = Scratch()
    var form = parser.form
    form.allowsDateOnly = true
    do throws(TimeFault) {
      let date = try exactTimestamp(plainValue(field, &scratch), form: form)
      let distance = (date.microseconds - received.microseconds).magnitude
      return distance > RowBatch.plainLimit ? .farDate : fault
    } catch {
      return error == .yearOutOfRange ? .farDate : fault
    }
  }

  func durationFault(_ field: FieldBytes, _ form: DurationForm) -> RowFault {
    var scratch = Scratch()
    let value = plainValue(field, &scratch)
    if form.leavesOpen(value) { return .openDuration }
    return value.date.map { $0.year == 1_900 && $0.timeOfDay != nil } == true ? .openSpan : .duration
  }

  /// Whether a field that cannot be read suggests that the form of its column was decided wrongly.
  func asksForEvidence(_ field: FieldBytes, _ parser: TimestampParser, _ plan: SourcePlan) -> Bool {
    guard !plan.hasAllEvidence, case .time(let fault) = timeFault(field, parser, plan.zone) else {
      return false
    }
    return fault.asksForEvidence
  }

  /// Takes note of a row that cannot be read, or in which there is nothing; `column` is the one at fault, -1 for none,
  /// and `found` what it says.
  @inline(never)
  func reject(
    _ fault: RowFault, _ column: Int, _ found: FieldBytes, _ fields: RowFields, _ plan: SourcePlan, line: Int,
    _ part: inout PartAccount
  ) {
    // Spreadsheets write their empty rows as delimiters only.
    guard let likeness = FooterLikeness(fields, width: plan.header.count) else {
      part.blank += 1
      return part.addBlank()
    }
    var (fault, column) = (fault, column)
    switch column == plan.columns.received ? HeaderAgain(fields, plan.header, at: column) : nil {
    case .same: (fault, column) = (.repeatedHeader, -1)
    case .otherwise:
      (fault, column) = (.repeatedHeader, -1)
      part.otherHeaderLine = part.otherHeaderLine ?? line
    case nil: break
    }
    part.reject(rejectedRow(fault, column, found, plan, line: line), likeness)
  }

  func rejectedRow(_ fault: RowFault, _ column: Int, _ found: FieldBytes, _ plan: SourcePlan, line: Int)
    -> RejectedRow
  {
    var scratch = Scratch()
    let text = bareText(found, &scratch).decoded
    return RejectedRow(
      place: Place(file: plan.file, line: line, key: column < 0 ? nil : plan.header[column]),
      text: shortened(text), reason: fault.reason)
  }
}

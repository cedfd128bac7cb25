import LeadModel

/// Reads the rows of a file of activities, each to a contact or to the reason why it is none.
struct ActivityRows: ~Copyable {
  private let file: String
  private let header: ActivityHeader
  private let parser: TimestampParser
  private let options: IngestOptions
  private let shape: SwallowedRows.Shape
  private var clock: ZoneCursor
  private var part = PartAccount()
  /// Rows without a time, and rows with a time that name no lead.
  private var undone = 0
  private var unowned = 0
  private let column: TimeColumn
  private var timeScratch = JoinedScratch()
  private var scratch = Scratch()
  private var idScratch = Scratch()

  /// Rejected rows of a file that have a message of their own.
  private static let messageLimit = 20

  init(
    _ file: String, _ header: ActivityHeader, _ column: TimeColumn, _ parser: TimestampParser,
    _ zone: ZoneRules, _ delimiter: UInt8, _ options: IngestOptions
  ) {
    self.file = file
    self.header = header
    self.column = column
    self.parser = parser
    self.options = options
    shape = SwallowedRows.Shape(delimiter: delimiter, width: header.header.count, mark: column.position)
    clock = ZoneCursor(zone)
  }

  /// Reads a row that begins on that line.
  mutating func read(_ fields: RowFields, line: Int, into table: inout ActivityTable) {
    part.swallowed.look(fields.bytes, onLine: line, shape)
    let filled = (0..<fields.count).count { text(fields[$0]).count > 0 }
    if filled == 0 {
      part.addBlank()
      return
    }
    func reject(_ fault: RowFault, _ column: ActivityColumn? = nil, _ field: FieldBytes? = nil) {
      guard let likeness = FooterLikeness(fields, width: header.header.count) else { return part.addBlank() }
      let found = field.map { text($0).decoded } ?? ""
      part.reject(
        RejectedRow(
          place: Place(
            file: file, line: line, key: column.flatMap { header.positions[$0] }.map { header.header[$0] }),
          text: shortened(found), reason: fault.reason),
        likeness)
    }
    if let fault = fields.countFault(below: header.header) { return reject(fault) }
    let (kind, channel) = (field(.type, fields), field(.channel, fields))
    // What is left out need not be readable: tasks have no time, or are of no lead.
    let likeness = FooterLikeness(fields, width: header.header.count)
    let isRow = likeness == .row
    if isRow, !table.admits(type: kind, channel: channel) {
      part.counted.add(1)
      return
    }
    let time = fields.time(column, &timeScratch)
    let id = plainText(fields[header.positions[.id]!], &idScratch)
    guard let parsed = readTime(time, parser) ?? readTime(time, parser, named: clock.rules) else {
      guard saysNoTime(time) else {
        if timeScratch.isOpen { return reject(.openTimeOfDay, .timeOfDay, time) }
        let fault = parser.fault(of: text(time), named: clock.rules) ?? .unknownForm
        let found = fields.written(time, column, &timeScratch)
        return reject(fault == .noTimeOfDay ? .noTimeOfDay : .time(fault), .time, found)
      }
      // A task that is not done yet; a line below the data has no more than its text, or is a sum.
      if id.count == 0 || filled == 1 && header.header.count > 2 || likeness == .titled {
        return reject(.noTime, .time)
      }
      part.counted.add(1)
      undone += 1
      return
    }
    if id.count == 0, likeness == .titled { return reject(.noLeadID, .id) }
    part.counted.add(1)
    if id.count == 0 {
      unowned += 1
      return
    }
    part.placeholders.note(id)
    if parsed.isInstant, options.zone == nil, part.unexpectedOffset == nil {
      part.unexpectedOffset = RejectedRow(
        place: Place(file: file, line: line, key: header.header[column.position]),
        text: text(time).decoded, reason: "")
    }
    guard isRow || table.admits(type: kind, channel: channel) else { return }
    let names = (rep: field(.rep, fields), channel: channel ?? kind)
    if parsed.isInstant {
      table.add(id, parsed.microseconds, names)
    } else {
      addLocal(parsed.microseconds, id, names, to: &table)
    }
  }

  /// Adds a contact at a local time; where that occurs twice, at both instants.
  private mutating func addLocal(
    _ local: Int64, _ id: FieldBytes, _ names: (rep: FieldBytes?, channel: FieldBytes?),
    to table: inout ActivityTable
  ) {
    var reading = ZoneCursor.Reading.once
    let first = clock.instant(of: local, notBefore: .min, &reading)
    if reading == .repeated {
      table.add(id, first, names, isEarlierOfTwo: true)
      table.add(id, clock.instant(of: local, notBefore: first + 1, &reading), names)
    } else {
      table.add(id, first, names)
    }
    if reading == .skipped { table.skippedTimes += 1 }
    if reading == .repeated { table.repeatedTimes += 1 }
  }

  private func field(_ column: ActivityColumn, _ fields: RowFields) -> FieldBytes? {
    header.positions[column].map { fields[$0] }
  }

  private mutating func text(_ field: FieldBytes) -> FieldBytes { plainValue(field, &scratch) }

  /// Whether some text was not UTF-8.
  var hasForeignText: Bool { scratch.hasForeignText || idScratch.hasForeignText }

  /// What there is to say about the rows. `mapping` is the source's place in the configuration, if it has one;
  /// `isCut` says that there are more, which do not end.
  consuming func finish(mapping: Place?, isCut: Bool) -> [Diagnostic] {
    part.settleFooter()
    var found: [Diagnostic] = []
    let (rejected, read) = (part.rejected, part.rejected + part.counted.rows)
    if !part.footer.isEmpty { found.append(ReadFact.footer(part.footer.map(\.row)).diagnostic) }
    if read == 0, !isCut { found.append(ReadFact.noRows(file).diagnostic) }
    if undone > 0 {
      found.append(
        ActivityFact.undone(undone, of: part.counted.rows).diagnostic(at: Place(file: file), mapping: mapping)
      )
    }
    if unowned > 0 {
      let fact = ActivityFact.withoutLead(unowned, of: part.counted.rows)
      found.append(fact.diagnostic(at: Place(file: file), mapping: mapping))
    }
    if let text = part.placeholders.text {
      let place = Place(file: file, key: header.positions[.id].map { header.header[$0] })
      found.append(
        ActivityFact.placeholderIDs(part.placeholders.rows, example: text)
          .diagnostic(at: place, mapping: mapping))
    }
    if let line = part.swallowed.line {
      found.append(
        ReadFact.swallowedRows(Place(file: file, line: line), part.swallowed.count).diagnostic)
    }
    if let row = part.unexpectedOffset { found.append(ReadFact.offsetWithoutZone(row).diagnostic) }
    let limit = ActivityRows.messageLimit
    for row in part.rejectedRows.prefix(limit) {
      found.append(ActivityFact.rejected(row).diagnostic(at: row.place, mapping: mapping))
    }
    if rejected > limit {
      found.append(
        ActivityFact.moreRejected(rejected - limit).diagnostic(at: Place(file: file), mapping: mapping))
    }
    let refusal = ReadFact.refusal(
      of: read, options.rules, rejected: (rejected, in: file), swallowed: (part.swallowed.count, in: file))
    return found + [refusal?.diagnostic].compactMap(\.self)
  }
}

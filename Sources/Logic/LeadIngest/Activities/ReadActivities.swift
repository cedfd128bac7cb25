import LeadModel

/// Reads the activities of leads, all files of the sources together.
///
/// The form of the times is decided by all rows of a file that can be read twice, and by as many of the first rows
/// as settle it where it can be read only once.
/// - Throws: what stands in the way, all of it at once: a required column is missing, too many rows cannot be read,
///   an offset without a configured zone …
func readActivities(_ sources: [ActivitySource], options: IngestOptions) throws(Failure) -> Activities {
  var table = ActivityTable()
  var diagnostics: [Diagnostic] = []
  for source in sources {
    table.begin(source)
    for file in source.files {
      do throws(Failure) {
        diagnostics += try read(file, of: source, options, into: &table)
      } catch {
        diagnostics += error.diagnostics
      }
    }
    let place = Place(file: source.files.first?.name ?? "")
    diagnostics += table.facts.map { $0.diagnostic(at: place, mapping: source.mapping.place) }
  }
  if diagnostics.hasErrors { throw Failure(diagnostics) }
  return table.activities(diagnostics)
}

/// Reads one of the files.
/// - Returns: warnings and notes, and errors about its rows.
private func read(
  _ file: ActivitySource.File, of source: ActivitySource, _ options: IngestOptions,
  into table: inout ActivityTable
) throws(Failure) -> [Diagnostic] {
  var whole = LeadSource(
    name: file.name, siteName: file.siteName, bytes: file.bytes, encoding: source.mapping.encoding)
  whole.columns.place = source.mapping.place
  var feed = whole.feed(WindowFeed.usualSize)
  let empty = ActivityFact.empty.diagnostic(at: Place(file: file.name), mapping: source.mapping.place)
  let found = try feed.findHeader(of: file.name, whenEmpty: empty) { texts, line, suggests in
    ActivityHeader(texts, line: line, file: file.name, source.mapping, suggests: suggests)
  }
  let header = found.meaning
  var diagnostics = header.diagnostics + found.remarks(file: file.name)
  if feed.encoding != .utf8, whole.encoding == nil {
    diagnostics.append(ReadFact.encoding(file.name, feed.encoding.name).diagnostic)
  }
  let doubts = whole.doubts(feed)
  guard header.isUsable, !doubts.hasErrors else {
    throw Failure(doubts + diagnostics)
  }

  let column = header.time
  var evidence = TimeEvidence(received: column)
  try evidence.gather(whole, &feed, found, all: !file.bytes.isReadOnce)
  let subject = FormFact.Subject(
    title: ActivityColumn.time.title, header: header.header[column.position], file: file.name,
    mapping: source.mapping.place,
    timeOfDayKey: column.timeOfDay < 0 ? ActivityColumn.timeOfDay.rawValue : nil, isOfActivity: true)
  let decision = evidence.received.timestampDecision(subject, order: source.mapping.dateOrder)
  let zone = ActivityZone(header, file.name, line: found.lines, source, options)
  diagnostics += decision.diagnostics + zone.diagnostics
  guard case .timestamps(let form) = decision.form else { return diagnostics }
  for (role, position, form) in [
    (ColumnRole.firstResponse, column.position, decision.description),
    (.firstResponseTimeOfDay, column.timeOfDay, ""),
  ] where position >= 0 {
    table.note(role, header.header[position], form, in: file.siteName)
  }

  var rows = ActivityRows(
    file.name, header, evidence.receipt, TimestampParser(form: form), zone.rules, found.delimiter,
    options)
  try feed.skip(to: found.end)
  let rest = try forEachRow(&feed, found.delimiter) { fields, line in
    rows.read(fields, line: found.lines + line, into: &table)
  }
  diagnostics += whole.doubts(feed)
  if rows.hasForeignText, whole.encoding == nil {
    diagnostics.append(ReadFact.encoding(file.name, TextEncoding.windows1252.name).diagnostic)
  }
  if let rest { diagnostics.append(rest.fact(file.name, linesBefore: found.lines).diagnostic) }
  return diagnostics + rows.finish(mapping: source.mapping.place, isCut: rest != nil)
}

/// The zone of the times of activities that carry no offset: the declared one, else the one that the header names,
/// else the report's.
private struct ActivityZone {
  var rules: ZoneRules
  var diagnostics: [Diagnostic] = []

  /// The header ends on that line.
  init(
    _ header: ActivityHeader, _ file: String, line: Int, _ source: ActivitySource, _ options: IngestOptions
  ) {
    let text = header.header[header.positions[.time]!]
    let name = HeaderText(text).zoneName
    let named = name.flatMap(options.zoneNamed)
    rules = source.zone ?? named ?? options.zone ?? .floating
    var fact: ZoneFact?
    if let known = (source.zone ?? named)?.name, options.zone == nil {
      fact = .noReportZone(header: source.zone == nil ? text : nil, zone: known)
    } else if let name {
      if let declared = source.zone?.name {
        fact = name == declared ? nil : .overruled(header: text, name: name, declared: declared)
      } else {
        fact =
          named == nil
          ? .unknown(header: text, name: name, readIn: options.zone?.name)
          : .named(header: text, zone: name, other: nil)
      }
    }
    diagnostics = [fact].compactMap {
      $0?.diagnostic(at: Place(file: file, line: line), mapping: source.mapping.place)
    }
  }
}

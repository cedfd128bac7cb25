import LeadModel

/// Reads the activities of leads, all files of the source together.
///
/// The form of the times is decided by all rows of a file, so each is read twice.
/// - Throws: what stands in the way, all of it at once: a required column is missing, too many rows cannot be read,
///   an offset without a configured zone …
func readActivities(_ source: ActivitySource, options: IngestOptions) throws(Failure) -> Activities {
  var table = ActivityTable(source.mapping)
  var diagnostics: [Diagnostic] = []
  for file in source.files {
    do throws(Failure) {
      diagnostics += try read(file, of: source, options, into: &table)
    } catch {
      diagnostics += error.diagnostics
    }
  }
  let place = Place(file: source.files.first?.name ?? "")
  diagnostics += table.facts.map { $0.diagnostic(at: place, mapping: source.mapping.place) }
  if diagnostics.contains(where: { $0.severity == .error }) { throw Failure(diagnostics) }
  return table.activities(name: place.file, mapping: source.mapping.place, diagnostics: diagnostics)
}

/// Reads one of the files.
/// - Returns: warnings and notes, and errors about its rows.
private func read(
  _ file: ActivitySource.File, of source: ActivitySource, _ options: IngestOptions,
  into table: inout ActivityTable
) throws(Failure) -> [Diagnostic] {
  let bytes = ByteSource.bytes(try file.bytes.collected())
  let whole = LeadSource(name: file.name, siteName: file.siteName, bytes: bytes)
  var feed = whole.feed(WindowFeed.usualSize)
  let header = try ActivityHeader.find(whole, &feed, source.mapping)
  var found = header.diagnostics
  if feed.encoding != .utf8 { found.append(ReadFact.encoding(file.name, feed.encoding.name).diagnostic) }
  let (column, begin) = (header.positions[.time]!, header.end - feed.position)

  var evidence = FormEvidence()
  feed.consume(begin)
  let rest = try forEachRow(&feed, header.delimiter) { fields, _ in
    var scratch = Scratch()
    evidence.add(unquoted(fields[column], &scratch).trimmed)
  }
  let subject = FormFact.Subject(
    title: ActivityColumn.time.title, header: header.texts[column], file: file.name,
    mapping: source.mapping.place)
  let decision = evidence.timestampDecision(subject, order: source.mapping.dateOrder)
  let zone = ActivityZone(header, file.name, source, options)
  found += decision.diagnostics + zone.diagnostics
  if let rest { found.append(rest.fact(file.name, linesBefore: header.lines).diagnostic) }
  guard case .timestamps(let form) = decision.form, rest == nil else { return found }
  table.column =
    table.column
    ?? SourceAccount.Column(
      role: ColumnRole.firstResponse.title, header: "\(file.siteName): \(header.texts[column])",
      form: decision.description)

  var rows = ActivityRows(file.name, header, TimestampParser(form: form), zone.rules, options)
  feed = whole.feed(WindowFeed.usualSize)
  _ = try feed.window()
  feed.consume(begin)
  _ = try forEachRow(&feed, header.delimiter) { fields, line in
    rows.read(fields, line: header.lines + line, into: &table)
  }
  return found + rows.finish(mapping: source.mapping.place)
}

extension ByteSource {
  /// All bytes at once, so that they can be read twice.
  fileprivate func collected() throws(Failure) -> Bytes {
    switch self {
    case .bytes(let bytes): return bytes
    case .blocks(let pull):
      var all: [UInt8] = []
      while let block = try pull() { all += block }
      return Bytes(all)
    }
  }
}

/// The zone of the times of activities that carry no offset: the declared one, else the one that the header names,
/// else the report's.
private struct ActivityZone {
  var rules: ZoneRules
  var diagnostics: [Diagnostic] = []

  init(_ header: ActivityHeader, _ file: String, _ source: ActivitySource, _ options: IngestOptions) {
    let text = header.texts[header.positions[.time]!]
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
      $0?.diagnostic(at: Place(file: file, line: header.lines), mapping: source.mapping.place)
    }
  }
}

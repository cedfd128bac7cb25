import LeadModel

/// What was recognised of an export, and why: also of one that cannot be read as it is.
package struct Inspection: Sendable {
  /// `UTF-8`, `UTF-16LE`: as it is declared, else as its first bytes tell.
  package var encoding: String
  /// What separates the fields.
  package var delimiter: Unicode.Scalar
  /// The rows above the header, as fields; blank lines are left out.
  package var preamble: [[String]]
  /// The line of the header, counted from 1.
  package var headerLine: Int
  /// The columns, in the file's order.
  package var columns: [Column]
  /// The first rows of data, as fields.
  package var firstRows: [[String]]
  /// How many of the times name their offset from UTC.
  package var offsets: Offsets
  /// The IANA zone that the header of a time column names.
  package var zoneName: String?
  /// The system whose headers these are, for people.
  package var system: String?
  /// What a configuration can say to have the columns and times read exactly so.
  package var mapping: ColumnMapping
  /// Notes, warnings and errors of recognising; reading may find more.
  package var diagnostics: [Diagnostic]

  /// One column of the file.
  package struct Column: Hashable, Sendable {
    /// As in the file, trimmed; empty where it has none.
    package var header: String
    /// nil where the column is not used.
    package var role: ColumnRole?
    /// Why it has that role; nil where the column is not used.
    package var reason: ColumnReason?
    /// How its values are written: `ISO 8601, local time`; empty for text. Of a column that is not used it is what the
    /// first rows show.
    package var form: String
  }

  /// How many of a file's times are so.
  package enum Offsets: Hashable, Sendable { case nowhere, partly, everywhere }
}

/// Looks at an export: at its beginning, and at the times of all of its rows.
///
/// Throws where there is no row at all, or none that ends.
package func inspect(_ source: LeadSource) throws(Failure) -> Inspection {
  var feed = source.feed(WindowFeed.usualSize)
  let header = try SourceHeader.find(source, &feed)
  let (above, below) = try header.rows(around: source, &feed)
  let encoding = feed.encoding
  let forms = try SourceForms.decide(source, &feed, header, Rules(), allEvidence: true)
  let map = header.meaning
  let columns = map.header.indices.map { position in
    let role = ColumnRole.allCases.first { map[$0] == position }
    let form: String? =
      switch role {
      case .received: forms.received?.description
      case .firstResponse, .duration: forms.response?.description
      case nil: timeLikeness(position, below)
      default: nil
      }
    return Inspection.Column(
      header: map.header[position], role: role, reason: role.flatMap { map.reasons[$0] }, form: form ?? "")
  }
  let (received, response) = (forms.evidence.received, forms.evidence.response)
  // What a column of durations holds may look like times, and has no offsets.
  let responses =
    map[.firstResponse] == nil ? (0, 0) : (response.instants, response.timestamps)
  let (instants, times) = (
    received.instants + responses.0, received.timestamps + responses.1
  )
  return Inspection(
    encoding: encoding.name, delimiter: Unicode.Scalar(header.delimiter), preamble: above,
    headerLine: header.linesBefore + 1, columns: columns, firstRows: Array(below.prefix(3)),
    offsets: instants == 0 ? .nowhere : instants == times ? .everywhere : .partly,
    zoneName: map.zoneNames[.received] ?? map.zoneNames[.firstResponse], system: map.preset?.title,
    mapping: spelledOut(map, forms, source.columns),
    diagnostics: source.doubts(feed) + map.diagnostics + header.remarks(file: source.name)
      // What a column of numbers means is said by the received time beside it.
      + (map[.received] == nil ? [] : forms.diagnostics))
}

/// How the times of a column are written that holds little else; nil for others, and for numbers, which may be anything.
private func timeLikeness(_ position: Int, _ rows: [[String]]) -> String? {
  var evidence = FormEvidence()
  for row in rows where row.indices.contains(position) {
    row[position].withFieldBytes { evidence.add($0.trimmed) }
  }
  let filled = evidence.timestamps + evidence.durations + evidence.unreadable
  let times = evidence.timestamps - evidence.styles[.serial, default: 0] - evidence.styles[.epoch, default: 0]
  guard times > 0, times * 10 >= filled * 9 else { return nil }
  let subject = FormFact.Subject(title: "", header: "", file: "")
  return evidence.timestampDecision(subject, order: nil).description
}

/// What was recognised and decided, as a configuration says it.
private func spelledOut(_ map: ColumnMap, _ forms: SourceForms, _ given: ColumnMapping) -> ColumnMapping {
  var mapping = ColumnMapping(
    preset: given.preset, durationUnit: given.durationUnit, decimalMark: given.decimalMark,
    never: given.never,
    allowsDateOnly: given.allowsDateOnly)
  mapping.headers = map.positions.mapValues { map.header[$0] }
  var orders: Set<DateOrder> = []
  for decision in [forms.received, forms.response] {
    switch decision?.form {
    case .timestamps(let form): orders.formUnion(DateMark.allCases.compactMap { form.orders[$0] })
    case .durations(let form): (mapping.durationUnit, mapping.decimalMark) = (form.unit, form.decimalMark)
    case nil: break
    }
  }
  // One key holds for both columns: where they differ it is left to the evidence again.
  mapping.dateOrder = given.dateOrder ?? (orders.count == 1 ? orders.first : nil)
  return mapping
}

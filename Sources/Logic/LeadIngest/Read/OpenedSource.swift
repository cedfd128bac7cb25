import LeadModel

/// A source whose beginning has been looked at: how its rows are to be read, and where they begin.
struct OpenedSource {
  var plan: SourcePlan
  /// Notes and warnings about its columns.
  var diagnostics: [Diagnostic]
  /// The bytes and the line breaks before the first row of data.
  var dataStart: Int
  var linesBefore: Int

  /// The header of the received time.
  var receivedHeader: String { plan.header[plan.columns.received] }

  /// In how many rows the header is looked for, since some systems write lines before it.
  private static let headerRows = 50
  /// How much of a source that cannot be read twice may be looked at before it is read.
  private static let previewLimit = 1 << 28

  /// Looks at the beginning of a source, consuming nothing. `allEvidence` says that every row has to be looked
  /// at before the forms of its times are decided.
  static func open(
    _ source: LeadSource, _ feed: inout WindowFeed, _ options: IngestOptions, allEvidence: Bool
  ) throws(Failure) -> OpenedSource {
    let header = try findHeader(source, &feed)
    var columns = SourcePlan.Columns(header.map)
    var evidence = TimeEvidence(columns)
    try evidence.gather(source, &feed, header, all: allEvidence, limit: previewLimit)

    let received = evidence.received.decision(
      role: .received, map: header.map, mapping: source.columns, file: source.name, sibling: evidence.response
    )
    var decisions = [received]
    var response = SourcePlan.ResponseForm.absent
    var responseForm = ""
    let role: ColumnRole? =
      header.map[.firstResponse] != nil ? .firstResponse : header.map[.duration] != nil ? .duration : nil
    if let role {
      let decision = evidence.response.decision(
        role: role, map: header.map, mapping: source.columns, file: source.name, sibling: evidence.received)
      decisions.append(decision)
      responseForm = decision.description
      switch decision.form {
      case .timestamps(let form): response = .timestamps(TimestampParser(form: form))
      case .durations(let form): response = .durations(form)
      case nil: break
      }
    } else {
      columns.response = -1
    }
    let zones = ColumnZones(header.map, of: source, line: header.lines, options)
    let team = UsualTeam(of: source, columns, options)
    let encoding = feed.encoding
    let foreign = encoding == .utf8 ? [] : [ReadFact.encoding(source.name, encoding.name).diagnostic]
    let found =
      foreign + header.map.diagnostics + header.diagnostics + decisions.flatMap(\.diagnostics)
      + zones.diagnostics + team.diagnostics
    if found.contains(where: { $0.severity == .error }) { throw Failure(found) }
    guard case .timestamps(let form) = received.form else { throw Failure(found) }

    let account = header.map.positions.sorted { $0.value < $1.value }.map { role, position in
      SourceAccount.Column(
        role: role.title, header: header.map.header[position],
        form: role == .received
          ? received.description : position == columns.response ? responseForm : "")
    }
    let named = header.map.header.lastIndex { !$0.isEmpty } ?? 0
    let plan = SourcePlan(
      file: source.name, delimiter: header.delimiter, header: header.map.header, requiredFields: named + 1,
      columns: columns, received: TimestampParser(form: form), response: response,
      hasAllEvidence: evidence.isComplete, zone: zones.received,
      responseZone: zones.response, team: team.name, account: account)
    return OpenedSource(
      plan: plan, diagnostics: found, dataStart: header.end, linesBefore: header.lines)
  }

  /// The header of a source.
  struct Header {
    var map: ColumnMap
    var delimiter: UInt8
    var diagnostics: [Diagnostic] = []
    /// Where the first row after it begins, and the line breaks up to there.
    var end: Int
    var lines: Int
  }

  /// Finds the delimiter and the row that names the columns: the first whose fields can be matched.
  private static func findHeader(_ source: LeadSource, _ feed: inout WindowFeed) throws(Failure) -> Header {
    var failure: (problem: Failure, fields: Int)?
    for delimiter in [",", ";", "\t", "|"].map({ (text: Unicode.Scalar) in UInt8(ascii: text) }) {
      var index = RowIndex(delimiter: delimiter)
      let window = try firstRows(source, &feed, &index)
      var reader = HeaderRows(window)
      while let row = reader.next(index), reader.rowNumber <= headerRows {
        if row.isBlank { continue }
        do throws(Failure) {
          let map = try ColumnMap.resolve(header: row.texts, mapping: source.columns, file: source.name)
          var header = Header(
            map: map, delimiter: delimiter, end: feed.position + row.end, lines: row.linesAfter)
          if reader.filledRows > 1 {
            header.diagnostics.append(
              ReadFact.preamble(source.name, lines: row.linesBefore).diagnostic)
          }
          return header
        } catch {
          if row.texts.count > failure?.fields ?? 0 { failure = (error, row.texts.count) }
        }
      }
    }
    throw failure?.problem ?? Failure([ReadFact.emptyFile(source.name).diagnostic])
  }

  /// The first window in which a row ends, indexed.
  private static func firstRows(_ source: LeadSource, _ feed: inout WindowFeed, _ index: inout RowIndex)
    throws(Failure) -> Window
  {
    while true {
      let window = try feed.window()
      let length = unsafe index.scan(window.base, count: window.count)
      if length > 0 || window.count == 0 { return window }
      if window.isLast || !feed.enlarge() {
        var part = PartAccount()
        part.noteCutRow(window, from: 0, index.delimiter)
        throw Failure([part.unreadableFrom!.fact(source.name, linesBefore: 0).diagnostic])
      }
    }
  }
}

extension PartAccount.UnreadableRest {
  /// The fact, in a file and after so many lines.
  func fact(_ file: String, linesBefore: Int) -> ReadFact {
    let place = Place(file: file, line: linesBefore + line)
    return isQuoted ? .openQuote(place) : .endlessRow(place)
  }
}

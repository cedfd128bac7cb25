import LeadModel

/// A source whose beginning has been looked at: how its rows are to be read, and where they begin.
struct OpenedSource {
  var plan: SourcePlan
  /// Notes and warnings about its columns.
  var diagnostics: [Diagnostic]
  /// The bytes and the line breaks before the first row of data.
  var dataStart: Int
  var linesBefore: Int
  var encoding: TextEncoding
  /// The headers that were not UTF-8.
  var foreign: ForeignText

  /// The header of the received time.
  var receivedHeader: String { plan.header[plan.columns.received] }

  /// Looks at the beginning of a source, consuming nothing. `allEvidence` says that every row has to be looked
  /// at before the forms of its times are decided.
  static func open(
    _ source: LeadSource, _ feed: inout WindowFeed, _ options: IngestOptions, allEvidence: Bool
  ) throws(Failure) -> OpenedSource {
    let header = try SourceHeader.find(source, &feed)
    let map = header.meaning
    // A doubt that does not stand in the way is told when all has been read: there may be more then.
    let doubts = source.doubts(feed)
    guard map.isUsable, !doubts.hasErrors else {
      throw Failure(doubts + map.diagnostics)
    }
    let forms = try SourceForms.decide(
      source, &feed, header, options.rules, allEvidence: allEvidence)

    var found = map.diagnostics
    if feed.encoding != .utf8, source.encoding == nil {
      found.insert(ReadFact.encoding(source.name, feed.encoding.name).diagnostic, at: 0)
    }
    found += header.remarks(file: source.name)
    var columns = SourcePlan.Columns(map)
    (columns.receipt, columns.reply) = (forms.evidence.receipt, forms.evidence.reply)
    let zones = ColumnZones(map, of: source, line: header.lines, options)
    let team = UsualTeam(of: source, columns, options)
    found += forms.diagnostics + zones.diagnostics + team.diagnostics
    if found.hasErrors { throw Failure(found) }
    guard let received = forms.received, case .timestamps(let form) = received.form else {
      throw Failure(found)
    }
    let response: SourcePlan.ResponseForm =
      switch forms.response?.form {
      case .timestamps(let form): .timestamps(TimestampParser(form: form))
      case .durations(let form): .durations(form)
      case nil: .absent
      }

    // By column, and where one has several roles in the order of these.
    let account = map.header.indices.flatMap { position in
      ColumnRole.allCases.filter { map[$0] == position }.map { (role: $0, position: position) }
    }.map { role, position in
      SourceAccount.Column(
        role: role.title, header: map.header[position],
        form: role == .received
          ? received.description : position == columns.response ? forms.response?.description ?? "" : "")
    }
    let plan = SourcePlan(
      file: source.name, delimiter: header.delimiter, header: map.header,
      columns: columns, received: TimestampParser(form: form), response: response,
      never: NeverWords(source.columns.never), decimalMark: source.columns.decimalMark,
      hasAllEvidence: forms.evidence.isComplete, zone: zones.received, responseZone: zones.response,
      team: team.name, activities: source.activities, account: account)
    return OpenedSource(
      plan: plan, diagnostics: found, dataStart: header.end, linesBefore: header.lines,
      encoding: feed.encoding, foreign: header.foreign)
  }
}

extension PartAccount.UnreadableRest {
  /// The fact, in a file and after so many lines.
  func fact(_ file: String, linesBefore: Int) -> ReadFact {
    let place = Place(file: file, line: linesBefore + line)
    return isTooLong ? .endlessRow(place, isQuoted: isQuoted) : .openQuote(place)
  }
}

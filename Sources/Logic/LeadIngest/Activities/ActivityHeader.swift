import LeadModel

/// What the headers of a file of activities mean.
struct ActivityHeader: HeaderMeaning {
  var header: [String]
  var positions: [ActivityColumn: Int]
  var diagnostics: [Diagnostic]
  var recognised: Int { positions.count }
  /// Where the time stands.
  var time: TimeColumn {
    TimeColumn(position: positions[.time] ?? -1, timeOfDay: positions[.timeOfDay] ?? -1)
  }

  /// Finds the columns of a header that stands on that line.
  init(_ header: [String], line: Int, file: String, _ mapping: ActivityMapping, suggests: Bool) {
    let match = ColumnMatch<ActivityColumn>(
      header.map(HeaderText.init), explicit: mapping.headers,
      suits: { role, header, name in
        header.key == name || role == .time && header.zoneName != nil && header.bareKey == name
      })
    let place = Place(file: file, line: line)
    let facts = match.facts + ActivityHeader.missing(match, header, suggests)
    diagnostics = facts.map { $0.diagnostic(at: place, mapping: mapping.place) }
    for (column, words) in [(ActivityColumn.type, mapping.types), (.channel, mapping.channels)]
    where !words.isEmpty && match.positions[column] == nil {
      diagnostics.append(
        ActivityFact.filterWithoutColumn(column).diagnostic(at: place, mapping: mapping.place))
    }
    self.header = header
    positions = match.positions
  }

  /// The required columns that are missing, unless an error about them was found already.
  private static func missing(_ match: ColumnMatch<ActivityColumn>, _ texts: [String], _ suggests: Bool)
    -> [ColumnFact]
  {
    let unused = texts.indices.filter { !match.positions.values.contains($0) }.map { texts[$0] }
    return ActivityColumn.required.filter { role in
      match.positions[role] == nil && !match.facts.contains { $0.concerns(role.title) }
    }.map { role in
      .missing(
        role: role.title, key: role.rawValue, lookedFor: role.aliases, found: texts,
        near: suggests ? nearMiss(of: role.aliases, among: unused) : nil, advice: nil)
    }
  }
}

import LeadModel

/// The row that names the columns of a file of activities.
struct ActivityHeader {
  var texts: [String]
  var positions: [ActivityColumn: Int]
  var delimiter: UInt8
  /// Notes about the columns.
  var diagnostics: [Diagnostic]
  /// Where the first row after it begins, and the line breaks up to there.
  var end: Int
  var lines: Int

  /// In how many rows it is looked for, since some systems write lines before it.
  private static let searchedRows = 50

  /// Finds the delimiter and the first row whose fields can be matched with roles.
  ///
  /// Throws where none can what is wrong with the one that has the most fields.
  static func find(_ source: LeadSource, _ feed: inout WindowFeed, _ mapping: ActivityMapping)
    throws(Failure) -> ActivityHeader
  {
    var best: (problem: Failure, fields: Int)?
    for delimiter in [",", ";", "\t", "|"].map({ (text: Unicode.Scalar) in UInt8(ascii: text) }) {
      var index = RowIndex(delimiter: delimiter)
      var reader = HeaderRows(try SourceHeader.firstRows(source, &feed, &index))
      while let row = reader.next(index), reader.rowNumber <= searchedRows {
        if row.isBlank { continue }
        do throws(Failure) {
          var header = try ActivityHeader(row, delimiter, source.name, mapping)
          header.end += feed.position
          if reader.filledRows > 1 {
            header.diagnostics.append(ReadFact.preamble(source.name, lines: row.linesBefore).diagnostic)
          }
          return header
        } catch {
          if row.texts.count > best?.fields ?? 0 { best = (error, row.texts.count) }
        }
      }
    }
    throw best?.problem ?? Failure([ReadFact.emptyFile(source.name).diagnostic])
  }

  private init(_ row: HeaderRows.Row, _ delimiter: UInt8, _ file: String, _ mapping: ActivityMapping)
    throws(Failure)
  {
    let match = ColumnMatch<ActivityColumn>(
      row.texts.map(HeaderText.init), explicit: mapping.headers,
      suits: { role, header, name in
        header.key == name || role == .time && header.zoneName != nil && header.bareKey == name
      })
    let place = Place(file: file, line: row.linesBefore + 1)
    let facts =
      match.facts + ActivityHeader.missing(match, row.texts)
    diagnostics = facts.map { $0.diagnostic(at: place, mapping: mapping.place) }
    for (column, words) in [(ActivityColumn.type, mapping.types), (.channel, mapping.channels)]
    where !words.isEmpty && match.positions[column] == nil {
      diagnostics.append(
        ActivityFact.filterWithoutColumn(column).diagnostic(at: place, mapping: mapping.place))
    }
    if diagnostics.contains(where: { $0.severity == .error }) { throw Failure(diagnostics) }
    texts = row.texts
    positions = match.positions
    self.delimiter = delimiter
    end = row.end
    lines = row.linesAfter
  }

  /// The required columns that are missing, unless an error about them was found already.
  private static func missing(_ match: ColumnMatch<ActivityColumn>, _ texts: [String]) -> [ColumnFact] {
    let unused = texts.indices.filter { !match.positions.values.contains($0) }.map { texts[$0] }
    return ActivityColumn.required.filter { role in
      match.positions[role] == nil && !match.facts.contains { $0.concerns(role.title) }
    }.map { role in
      .missing(
        role: role.title, key: role.rawValue, lookedFor: role.aliases, found: texts,
        near: nearMiss(of: role.aliases, among: unused), advice: nil)
    }
  }
}

import LeadModel

/// The row that names a source's columns.
struct SourceHeader {
  var map: ColumnMap
  var delimiter: UInt8
  /// Where the first row after it begins, and the line breaks up to there.
  var end: Int
  var lines: Int
  /// The line breaks before it.
  var linesBefore: Int
  /// Whether the lines before it have text.
  var hasPreamble: Bool

  /// In how many rows it is looked for, since some systems write lines before it.
  private static let searchedRows = 50

  /// Finds the delimiter and the first row whose fields can be matched with roles. Where none can, the one with
  /// the most fields, whose map has errors then.
  ///
  /// Throws where there are no rows.
  static func find(_ source: LeadSource, _ feed: inout WindowFeed) throws(Failure) -> SourceHeader {
    var best: SourceHeader?
    for delimiter in [",", ";", "\t", "|"].map({ (text: Unicode.Scalar) in UInt8(ascii: text) }) {
      var index = RowIndex(delimiter: delimiter)
      let window = try firstRows(source, &feed, &index)
      var reader = HeaderRows(window)
      while let row = reader.next(index), reader.rowNumber <= searchedRows {
        if row.isBlank { continue }
        let map = ColumnMap.match(
          header: row.texts, mapping: source.columns, file: source.name, line: row.linesBefore + 1)
        let header = SourceHeader(
          map: map, delimiter: delimiter, end: feed.position + row.end, lines: row.linesAfter,
          linesBefore: row.linesBefore, hasPreamble: reader.filledRows > 1)
        if map.isUsable { return header }
        if row.texts.count > best?.map.header.count ?? 0 { best = header }
      }
    }
    guard let best else { throw Failure([ReadFact.emptyFile(source.name).diagnostic]) }
    return best
  }

  /// The first window, indexed: with all rows in which the header is looked for, as far as they fit into one.
  static func firstRows(_ source: LeadSource, _ feed: inout WindowFeed, _ index: inout RowIndex)
    throws(Failure) -> Window
  {
    while true {
      let window = try feed.window()
      let length = unsafe index.scan(window.base, count: window.count)
      if index.rowCount >= searchedRows || window.isLast && length == window.count { return window }
      if window.isLast || !feed.enlarge() {
        if length > 0 || window.count == 0 { return window }
        var part = PartAccount()
        part.noteCutRow(window, from: 0, index.delimiter)
        throw Failure([part.unreadableFrom!.fact(source.name, linesBefore: 0).diagnostic])
      }
    }
  }
}

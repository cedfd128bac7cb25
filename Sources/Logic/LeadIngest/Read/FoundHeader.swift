import LeadModel

/// What the headers of a file were found to mean.
protocol HeaderMeaning {
  /// The headers, trimmed.
  var header: [String] { get }
  /// Notes and warnings, and errors that stand in the way of reading.
  var diagnostics: [Diagnostic] { get }
}

extension HeaderMeaning {
  /// Whether nothing stands in the way of reading.
  var isUsable: Bool { !diagnostics.contains { $0.severity == .error } }
}

extension ColumnMap: HeaderMeaning {}

/// The row that names a file's columns.
struct FoundHeader<Meaning: HeaderMeaning> {
  var meaning: Meaning
  var delimiter: UInt8
  /// Where the first row after it begins, and the line breaks up to there.
  var end: Int
  var lines: Int
  /// The line breaks before it.
  var linesBefore: Int
  /// Whether the lines before it have text.
  var hasPreamble: Bool
  /// Whether one of its texts was not UTF-8.
  var hasForeignText: Bool
}

typealias SourceHeader = FoundHeader<ColumnMap>

extension SourceHeader {
  /// The header of an export, consuming nothing. Throws where there are no rows.
  static func find(_ source: LeadSource, _ feed: inout WindowFeed) throws(Failure) -> SourceHeader {
    try feed.findHeader(of: source.name) { texts, line, suggests in
      ColumnMap.match(
        header: texts, mapping: source.columns, file: source.name, line: line, suggests: suggests)
    }
  }
}

extension WindowFeed {
  /// In how many rows a header is looked for, since some systems write lines before it.
  private static let searchedRows = 50

  /// Finds the delimiter and the first row that `understand`, which sees its texts and its line, can make use of.
  /// Where there is none, the one with the most fields, whose meaning has errors then. Only for that one it is asked
  /// to suggest what may be meant, which takes time.
  ///
  /// Throws where there are no rows, or the file is something else than a table.
  mutating func findHeader<Meaning>(
    of file: String, _ understand: (_ texts: [String], _ line: Int, _ suggests: Bool) -> Meaning
  ) throws(Failure) -> FoundHeader<Meaning> {
    let start = try window()
    let kind = unsafe ForeignFile(FieldBytes(UnsafeBufferPointer(start: start.base, count: start.count)))
    if let kind, !kind.isText { throw Failure([ReadFact.foreign(file, kind).diagnostic]) }
    var best: FoundHeader<Meaning>?
    for delimiter in [",", ";", "\t", "|"].map({ (text: Unicode.Scalar) in UInt8(ascii: text) }) {
      var index = RowIndex(delimiter: delimiter)
      var reader = HeaderRows(try firstRows(of: file, &index))
      while let row = reader.next(index), reader.rowNumber <= WindowFeed.searchedRows {
        if row.isBlank { continue }
        let header = FoundHeader(
          meaning: understand(row.texts, row.linesBefore + 1, false), delimiter: delimiter,
          end: position + row.end, lines: row.linesAfter, linesBefore: row.linesBefore,
          hasPreamble: reader.filledRows > 1, hasForeignText: row.hasForeignText)
        if header.meaning.isUsable { return header }
        if row.texts.count > best?.meaning.header.count ?? 0 { best = header }
      }
    }
    if let kind { throw Failure([ReadFact.foreign(file, kind).diagnostic]) }
    guard var best else { throw Failure([ReadFact.emptyFile(file).diagnostic]) }
    best.meaning = understand(best.meaning.header, best.linesBefore + 1, true)
    return best
  }

  /// The first window, indexed: with all rows in which the header is looked for, as far as they fit into one.
  mutating func firstRows(of file: String, _ index: inout RowIndex) throws(Failure) -> Window {
    while true {
      let window = try window()
      let length = unsafe index.scan(window.base, count: window.count)
      if index.rowCount >= WindowFeed.searchedRows || window.isLast && length == window.count {
        return window
      }
      if window.isLast || !enlarge() {
        if length > 0 || window.count == 0 { return window }
        var part = PartAccount()
        part.noteCutRow(window, from: 0, index.delimiter)
        throw Failure([part.unreadableFrom!.fact(file, linesBefore: 0).diagnostic])
      }
    }
  }
}

import LeadModel

/// A table small enough to be held as text, such as a schedule, found in its file as the rows of leads are: lines
/// before its header and below its rows are none of them.
struct TextTable<Role: ColumnVocabulary> {
  var meaning: TableHeader<Role>
  /// The line of the header, from 1.
  var headerLine: Int
  /// The rows, blank ones left out.
  var rows: [TextRow]
  /// Notes and warnings about the header and the lines around the table.
  var diagnostics: [Diagnostic]

  /// Reads a table whose header is the first row that `understand`, which sees its texts and its place, can make use
  /// of.
  ///
  /// Throws `whenEmpty` where nothing stands in the file, the errors of the header, a quote that is never closed, with
  /// the line where it opened, and that the file is no text.
  init(
    _ bytes: Bytes, file: String, whenEmpty: Diagnostic,
    _ understand: (_ texts: [String], _ place: Place, _ suggests: Bool) -> TableHeader<Role>
  ) throws(Failure) {
    var feed = LeadSource(name: file, siteName: file, bytes: .bytes(bytes)).feed(WindowFeed.usualSize)
    let found = try feed.findHeader(of: file, whenEmpty: whenEmpty) { texts, line, suggests in
      understand(texts, Place(file: file, line: line), suggests)
    }
    guard found.meaning.isUsable else { throw Failure(found.meaning.diagnostics) }
    meaning = found.meaning
    headerLine = found.linesBefore + 1
    diagnostics = found.meaning.diagnostics + found.remarks(file: file)
    try feed.skip(to: found.end)
    let width = meaning.header.count
    let shape = SwallowedRows.Shape(
      delimiter: found.delimiter, width: width, mark: meaning.needed.max() ?? 0, isTime: false)
    let swallowed: SwallowedRows
    (rows, swallowed) = try textRows(&feed, shape, file: file, line: found.lines + 1)
    if let line = swallowed.line {
      diagnostics.append(
        ReadFact.swallowedRows(Place(file: file, line: line), swallowed.count).diagnostic)
    }
    // Where there are two columns, a row that lacks one is a row all the same.
    if width > 2, let start = footerStart {
      let below = rows[start...].filter { !$0.isBlank }
        .map { RejectedRow(place: Place(file: file, line: $0.line), text: "", reason: "") }
      diagnostics.append(ReadFact.footer(below).diagnostic)
      rows.removeSubrange(start...)
    }
    rows.removeAll(where: \.isBlank)
  }

  /// Where lines begin that stand below the rows, as below leads; nil where there are none, or too many.
  private var footerStart: Int? {
    let end = rows.lastIndex { $0.likeness == .row || !$0.isBlank && isWhole($0) }.map { $0 + 1 } ?? 0
    let start = rows.indices[end...].first { index in
      switch rows[index].likeness {
      case .titled: true
      case .lonely: index > 0 && rows[index - 1].isBlank
      case .row, .short, nil: false
      }
    }
    guard let start, rows[start...].count(where: { !$0.isBlank }) <= PartAccount.footerLimit else {
      return nil
    }
    return start
  }

  /// Whether a row has text wherever one needs it, so that it is one, though it may begin with `Total`.
  private func isWhole(_ row: TextRow) -> Bool {
    meaning.needed.allSatisfy { row.fields.indices.contains($0) && !row.fields[$0].text.isEmpty }
  }
}

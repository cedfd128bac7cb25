import LeadModel

/// A table small enough to be held as text, such as a schedule, found in its file as the rows of leads are: lines
/// before its header and below its rows are none of them.
struct TextTable<Meaning: HeaderMeaning> {
  var meaning: Meaning
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
    _ understand: (_ texts: [String], _ place: Place, _ suggests: Bool) -> Meaning
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
    rows = try textRows(&feed, found.delimiter, file: file, line: found.lines + 1)
    // Where there are two columns, a row that lacks one is a row all the same.
    if found.meaning.header.count > 2, let start = footerStart(of: rows) {
      let below = rows[start...].filter { !$0.isBlank }
        .map { RejectedRow(place: Place(file: file, line: $0.line), text: "", reason: "") }
      diagnostics.append(ReadFact.footer(below).diagnostic)
      rows.removeSubrange(start...)
    }
    rows.removeAll(where: \.isBlank)
  }
}

/// Where lines begin that stand below the rows: they have text in one field, and the first of them follows a blank one.
/// nil where there are none, or too many.
private func footerStart(of rows: [TextRow]) -> Int? {
  var start = rows.count
  while start > 0, rows[start - 1].fields.count(where: { !$0.text.isEmpty }) < 2 { start -= 1 }
  guard let blank = rows[start...].firstIndex(where: \.isBlank),
    (1...PartAccount.footerLimit).contains(rows[blank...].count { !$0.isBlank })
  else { return nil }
  return blank
}

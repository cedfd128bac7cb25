import LeadModel

/// One row of a small table, as text.
struct TextRow {
  /// The line on which it begins, from 1.
  var line: Int
  var fields: [TextField]
  /// How much it looks like a line below the data; nil where nothing stands in it.
  var likeness: FooterLikeness?
  /// Whether nothing stands in it.
  var isBlank: Bool { likeness == nil }
}

/// A field of a small table, trimmed and without its quotes.
struct TextField {
  var text: String
  /// Where it begins: the line, and the character of the line, both from 1.
  var line: Int
  var column: Int
}

/// All rows from where `feed` is, which is on that line, to its end, below a header of `width`.
///
/// - Throws: a quote that is never closed, with the line where it opened.
func textRows(_ feed: inout WindowFeed, _ delimiter: UInt8, width: Int, file: String, line: Int)
  throws(Failure)
  -> [TextRow]
{
  var index = RowIndex(delimiter: delimiter)
  var rows: [TextRow] = []
  var place = (line: line, column: 1)
  while true {
    let window = try feed.window()
    let taken = unsafe index.scan(window.base, count: window.count)
    if taken == 0, window.count > 0 {
      if !window.isLast, feed.enlarge() { continue }
      var part = PartAccount()
      part.noteCutRow(window, from: 0, delimiter)
      throw Failure([part.unreadableFrom!.fact(file, linesBefore: place.line - 1).diagnostic])
    }
    var first = 0
    for _ in 0..<index.rowCount {
      let fields = unsafe index.fields(from: first, window.base)
      first += fields.count
      rows.append(
        TextRow(
          line: place.line, fields: textFields(fields, &place),
          likeness: FooterLikeness(fields, width: width)))
      place = (place.line + 1, 1)
    }
    feed.consume(taken)
    if window.isLast, taken == window.count { return rows }
  }
}

/// The fields of a row that begins at that place, which is moved behind them.
private func textFields(_ fields: RowFields, _ place: inout (line: Int, column: Int)) -> [TextField] {
  var scratch = Scratch()
  return (0..<fields.count).map { number in
    let field = fields[number]
    let text = TextField(
      text: unquoted(field.trimmed, &scratch).trimmed.decoded, line: place.line, column: place.column)
    var lineBegin = 0
    for position in 0..<field.count
    where field[position] == 0x0A || field[position] == 0x0D && field[position + 1] != 0x0A {
      place = (place.line + 1, 1)
      lineBegin = position + 1
    }
    place.column += field.part(lineBegin..<field.count).text.count + 1
    return text
  }
}

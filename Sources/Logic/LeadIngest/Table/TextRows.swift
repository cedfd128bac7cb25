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

/// All rows of a shape from where `feed` is, which is on that line, to its end; and the lines between quotes that look
/// like some.
///
/// - Throws: a quote that is never closed, with the line where it opened.
func textRows(_ feed: inout WindowFeed, _ shape: SwallowedRows.Shape, file: String, line: Int)
  throws(Failure) -> (rows: [TextRow], swallowed: SwallowedRows)
{
  var index = RowIndex(delimiter: shape.delimiter)
  var (rows, swallowed): ([TextRow], SwallowedRows) = ([], SwallowedRows())
  var place = (line: line, column: 1)
  while true {
    let window = try feed.window()
    let taken = unsafe index.scan(window.base, count: window.count)
    if taken == 0, window.count > 0 {
      if !window.isLast, feed.enlarge() { continue }
      var part = PartAccount()
      part.noteCutRow(window, from: 0, shape.delimiter)
      throw Failure([part.unreadableFrom!.fact(file, linesBefore: place.line - 1).diagnostic])
    }
    var first = 0
    for _ in 0..<index.rowCount {
      let fields = unsafe index.fields(from: first, window.base)
      first += fields.count
      swallowed.look(fields.bytes, onLine: place.line, shape)
      rows.append(
        TextRow(
          line: place.line, fields: textFields(fields, &place),
          likeness: FooterLikeness(fields, width: shape.width)))
      place = (place.line + 1, 1)
    }
    feed.consume(taken)
    if window.isLast, taken == window.count { return (rows, swallowed) }
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

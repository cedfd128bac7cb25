import LeadModel

/// One row of a small table, as text.
struct TextRow {
  /// The line on which it begins, from 1.
  var line: Int
  var fields: [TextField]
  /// Whether nothing stands in it.
  var isBlank: Bool { fields.allSatisfy(\.text.isEmpty) }
}

/// A field of a small table, trimmed and without its quotes.
struct TextField {
  var text: String
  /// Where it begins: the line, and the character of the line, both from 1.
  var line: Int
  var column: Int
}

/// All rows of a table small enough to be held as text, such as a schedule.
///
/// - Throws: a quote that is never closed, with the line where it opened; a file that is no text.
func textRows(of bytes: Bytes, file: String) throws(Failure) -> [TextRow] {
  var feed = LeadSource(name: file, siteName: file, bytes: .bytes(bytes)).feed(WindowFeed.usualSize)
  let start = try feed.window()
  let text = unsafe FieldBytes(UnsafeBufferPointer(start: start.base, count: start.count))
  if let kind = ForeignFile(text), !kind.isText { throw Failure([ReadFact.foreign(file, kind).diagnostic]) }
  let delimiter = likelyDelimiter(text)
  var index = RowIndex(delimiter: delimiter)
  var scratch = Scratch()
  var rows: [TextRow] = []
  var line = 1
  while true {
    let window = try feed.window()
    let taken = unsafe index.scan(window.base, count: window.count)
    if taken == 0, window.count > 0 {
      if !window.isLast, feed.enlarge() { continue }
      var part = PartAccount()
      part.noteCutRow(window, from: 0, delimiter)
      throw Failure([part.unreadableFrom!.fact(file, linesBefore: line - 1).diagnostic])
    }
    var field = 0
    for row in 0..<index.rowCount {
      var fields: [TextField] = []
      let firstLine = line
      var lineBegin = unsafe Int(index.ends[field - 1] &+ 1)
      while true {
        let (from, end) = unsafe (Int(index.ends[field - 1] &+ 1), Int(index.ends[field]))
        // The CR of CR LF belongs to the line break.
        let to = unsafe end > from && window.base[end] == 0x0A && window.base[end - 1] == 0x0D ? end - 1 : end
        let raw = unsafe FieldBytes(UnsafeBufferPointer(start: window.base + from, count: to - from))
        let before = unsafe FieldBytes(
          UnsafeBufferPointer(start: window.base + lineBegin, count: from - lineBegin))
        fields.append(
          TextField(
            text: unquoted(raw.trimmed, &scratch).trimmed.decoded, line: line,
            column: before.text.count + 1))
        for position in 0..<raw.count
        where raw[position] == 0x0A || raw[position] == 0x0D && raw[position + 1] != 0x0A {
          line += 1
          lineBegin = from + position + 1
        }
        field += 1
        if unsafe index.ends[field - 1] == index.rowEnds[row] { break }
      }
      line += 1
      rows.append(TextRow(line: firstLine, fields: fields))
    }
    feed.consume(taken)
    if window.isLast, taken == window.count { return rows }
  }
}

/// The delimiter of which the first line has most: comma, semicolon, tab or bar; a comma where it has none.
private func likelyDelimiter(_ text: FieldBytes) -> UInt8 {
  var counts: [UInt8: Int] = [:]
  var isQuoted = false
  for position in 0..<text.count {
    let byte = text[position]
    if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
    if isQuoted { continue }
    if byte == 0x0A || byte == 0x0D { break }
    counts[byte, default: 0] += 1
  }
  let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, UInt8(ascii: "|")]
  return candidates.reduce(candidates[0]) { counts[$1, default: 0] > counts[$0, default: 0] ? $1 : $0 }
}

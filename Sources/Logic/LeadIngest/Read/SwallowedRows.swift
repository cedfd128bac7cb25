import LeadModel

/// Lines between quotes that look like rows of data: stray quotes make all rows between them a part of one field.
struct SwallowedRows {
  var count = 0
  /// The line of the first of them, from 1; nil without any.
  var line: Int?

  /// What a row of a file looks like.
  struct Shape {
    let delimiter: UInt8
    /// How many fields it has.
    let width: Int
    /// The position of the field by which a line is taken for a row.
    let mark: Int
    /// Whether that has to be a time, else just not blank.
    var isTime = true
  }

  /// Takes those that follow into account, with so many lines before them.
  mutating func append(_ next: SwallowedRows, after lines: Int) {
    count += next.count
    line = line ?? next.line.map { $0 + lines }
  }

  /// Looks for them in the rows of a window that have line breaks between quotes, with so many lines before it.
  mutating func look(_ window: Window, _ index: borrowing RowIndex, _ shape: Shape, after lines: Int) {
    var (end, rows, start, breaks) = (0, 0, 0, 0)
    while breaks < index.quotedBreakCount {
      let position = index.quotedBreak(breaks)
      var rowEnd = unsafe Int(index.ends[end])
      while unsafe rowEnd < position || window.base[rowEnd] == shape.delimiter {
        if unsafe window.base[rowEnd] != shape.delimiter { (rows, start) = (rows + 1, rowEnd + 1) }
        end += 1
        rowEnd = unsafe Int(index.ends[end])
      }
      let row = unsafe FieldBytes(UnsafeBufferPointer(start: window.base + start, count: rowEnd - start))
      look(row, onLine: lines + rows + breaks + 1, shape)
      while breaks < index.quotedBreakCount, index.quotedBreak(breaks) < rowEnd { breaks += 1 }
    }
  }

  /// Looks for them in a row that begins on that line. A line looks like a row if it has as many fields as the header,
  /// three at least, and the mark of one between quotes.
  mutating func look(_ row: FieldBytes, onLine first: Int, _ shape: Shape) {
    if shape.width < 3 { return }
    var (line, fields, fieldStart) = (first, 0, 0)
    var (mark, state): (FieldBytes?, FieldState) = (nil, .start)
    for position in 0...row.count {
      let byte = row[position]
      defer { state.pass(byte, shape.delimiter) }
      let isBreak =
        position == row.count || byte == 0x0A || byte == 0x0D && row[position + 1] != 0x0A
      guard isBreak || byte == shape.delimiter else { continue }
      if fields == shape.mark, state == .quoted { mark = row.part(fieldStart..<position).trimmed }
      (fields, fieldStart) = (fields + 1, position + 1)
      guard isBreak else { continue }
      if fields == shape.width, let mark,
        shape.isTime ? (try? TimestampParts(mark)) != nil : mark.count > 0
      {
        count += 1
        self.line = self.line ?? line
      }
      (line, fields, mark) = (line + 1, 0, nil)
    }
  }
}

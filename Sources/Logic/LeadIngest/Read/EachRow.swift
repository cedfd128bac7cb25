import LeadModel

/// Calls `body` with the fields of each row from where `feed` is to its end, and with the line on which the row begins,
/// counted from there. Made for files that are not read for speed.
/// - Returns: where the last row does not end, its line counted in the same way; nil where all do.
func forEachRow(
  _ feed: inout WindowFeed, _ delimiter: UInt8, _ body: (RowFields, _ line: Int) -> Void
) throws(Failure) -> PartAccount.UnreadableRest? {
  var index = RowIndex(delimiter: delimiter)
  var part = PartAccount()
  while true {
    let window = try feed.window()
    let length = unsafe index.scan(window.base, count: window.count)
    var first = 0
    for row in 0..<index.rowCount {
      let fields = unsafe index.fields(from: first, window.base)
      first += fields.count
      body(fields, part.lines + 1 + row + index.quotedBreaks(before: fields.start(0)))
    }
    part.lines += index.rowCount + index.quotedBreakCount
    if window.isLast || length == 0 && !feed.enlarge() {
      if length < window.count { part.noteCutRow(window, from: length, delimiter) }
      return part.unreadableFrom
    }
    if length > 0 { feed.consume(length) }
  }
}

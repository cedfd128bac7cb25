import LeadModel

/// The evidence of a source's time columns.
struct TimeEvidence {
  var received = FormEvidence()
  var response = FormEvidence()
  /// Whether all rows took part.
  private(set) var isComplete = false
  private let columns: SourcePlan.Columns

  init(_ columns: SourcePlan.Columns) { self.columns = columns }

  /// Takes the first rows into account, and more until they settle the forms; with `all` every row.
  mutating func gather(
    _ source: LeadSource, _ feed: inout WindowFeed, _ header: SourceHeader, all: Bool, limit: Int
  ) throws(Failure) {
    var index = RowIndex(delimiter: header.delimiter)
    let window = try feed.window()
    let length = unsafe index.scan(window.base, count: window.count)
    add(window, index, from: header.end - feed.position)
    isComplete = window.isLast && length == window.count
    if isComplete || isSettled && !all { return }
    guard case .bytes(let bytes) = source.bytes, feed.isDirect else {
      try preview(&feed, header, all: all, limit: limit)
      return
    }
    self = TimeEvidence(columns)
    var other = WindowFeed(bytes, range: header.end..<bytes.count)
    while !isSettled || all {
      let window = try other.window()
      let length = unsafe index.scan(window.base, count: window.count)
      add(window, index, from: 0)
      if length == 0 {
        if window.isLast || !other.enlarge() { break }
      } else {
        other.consume(length)
      }
      if window.isLast { break }
    }
    isComplete = true
  }

  /// Looks at more and more of what can be read only once, until it settles the forms, with `all` to its end.
  private mutating func preview(_ feed: inout WindowFeed, _ header: SourceHeader, all: Bool, limit: Int)
    throws(Failure)
  {
    var index = RowIndex(delimiter: header.delimiter)
    while !isSettled || all, feed.enlarge(upTo: limit) {
      let window = try feed.window()
      _ = unsafe index.scan(window.base, count: window.count)
      self = TimeEvidence(columns)
      add(window, index, from: header.end - feed.position)
      if window.isLast { break }
    }
    // It cannot be read again, so what was seen has to do.
    isComplete = true
  }

  private var isSettled: Bool {
    received.isSettled && (columns.response < 0 || response.isSettled)
  }

  /// Takes the rows of a window that begin at or after a position into account.
  private mutating func add(_ window: Window, _ index: borrowing RowIndex, from start: Int) {
    var scratch = Scratch()
    var first = 0
    for row in 0..<index.rowCount {
      let fields = unsafe index.fields(ofRow: row, from: first, window.base)
      first += fields.count
      if fields.start(0) < start { continue }
      received.add(unquoted(fields[columns.received], &scratch).trimmed)
      if columns.response >= 0 { response.add(unquoted(fields[columns.response], &scratch).trimmed) }
    }
  }
}

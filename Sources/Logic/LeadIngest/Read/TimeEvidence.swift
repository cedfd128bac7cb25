import LeadModel

/// The evidence of a source's time columns.
struct TimeEvidence {
  var received = FormEvidence()
  var response = FormEvidence()
  /// That of their times of day, where these stand in columns of their own.
  private var receivedClock = ClockEvidence()
  private var responseClock = ClockEvidence()
  /// Whether all rows took part.
  private(set) var isComplete = false
  /// The positions of the columns.
  private let receivedColumn: TimeColumn
  private let responseColumn: TimeColumn
  /// Durations that this form leaves open take no part, and are counted.
  private let form: DurationForm?
  /// Neither do first responses that say that there was none.
  private let never: NeverWords
  private(set) var leftOut = 0

  init(
    received: TimeColumn, response: TimeColumn = TimeColumn(), never: NeverWords = NeverWords([]),
    leavingOutOpen form: DurationForm? = nil
  ) {
    (receivedColumn, responseColumn, self.never, self.form) = (received, response, never, form)
  }

  /// The same without any row.
  private var emptied: TimeEvidence {
    TimeEvidence(received: receivedColumn, response: responseColumn, never: never, leavingOutOpen: form)
  }

  /// How much of a source that can be read only once may be looked at before it is read.
  private static let previewLimit = 1 << 28

  /// Takes the first rows into account, and more until they settle the forms, consuming nothing; with `all` every
  /// row.
  mutating func gather(
    _ source: LeadSource, _ feed: inout WindowFeed, _ header: FoundHeader<some HeaderMeaning>, all: Bool
  ) throws(Failure) {
    var index = RowIndex(delimiter: header.delimiter)
    let window = try feed.window()
    let length = unsafe index.scan(window.base, count: window.count)
    add(window, index, from: header.end - feed.position, line: 1)
    isComplete = window.isLast && length == window.count
    if isComplete { return }
    if isSettled && !all {
      // What can be read only once is not asked again, so what was seen has to do.
      isComplete = source.bytes.isReadOnce
      return
    }
    if source.bytes.isReadOnce { return try preview(&feed, header, all: all) }
    self = emptied
    var other = source.feed(WindowFeed.usualSize)
    try other.skip(to: header.end)
    var line = header.lines + 1
    while !isSettled || all {
      let window = try other.window()
      let length = unsafe index.scan(window.base, count: window.count)
      add(window, index, from: 0, line: line)
      line += index.rowCount + index.quotedBreakCount
      if window.isLast || length == 0 && !other.enlarge() {
        isComplete = true
        return
      }
      // Consuming nothing would take the enlarging back.
      if length > 0 { other.consume(length) }
    }
  }

  /// Looks at more and more of what can be read only once, until it settles the forms, with `all` to its end.
  private mutating func preview(
    _ feed: inout WindowFeed, _ header: FoundHeader<some HeaderMeaning>, all: Bool
  ) throws(Failure) {
    var index = RowIndex(delimiter: header.delimiter)
    while !isSettled || all, feed.enlarge(upTo: TimeEvidence.previewLimit) {
      let window = try feed.window()
      _ = unsafe index.scan(window.base, count: window.count)
      self = emptied
      add(window, index, from: header.end - feed.position, line: 1)
      if window.isLast { break }
    }
    // It cannot be read again, so what was seen has to do.
    isComplete = true
  }

  /// Where the received time stands, and what numbers in it mean.
  var receipt: TimeColumn {
    var column = receivedColumn
    column.clock = receivedClock.numbers
    return column
  }

  /// The same of the first response.
  var reply: TimeColumn {
    var column = responseColumn
    column.clock = responseClock.numbers
    return column
  }

  private var isSettled: Bool {
    // Any row may show what the numbers in times of day mean.
    receivedColumn.timeOfDay < 0 && responseColumn.timeOfDay < 0 && received.isSettled
      && (responseColumn.position < 0 || response.isSettled)
  }

  /// Takes the rows of a window that begin at or after a position into account. `line` is the window's first.
  private mutating func add(_ window: Window, _ index: borrowing RowIndex, from start: Int, line: Int) {
    var scratch = Scratch()
    var receiptScratch = Scratch()
    var joined = JoinedScratch()
    var first = 0
    for row in 0..<index.rowCount {
      let fields = unsafe index.fields(from: first, window.base)
      first += fields.count
      if fields.start(0) < start { continue }
      let line = line + row + index.quotedBreaks(before: fields.start(0))
      if receivedColumn.timeOfDay >= 0 {
        receivedClock.add(plainValue(fields[receivedColumn.timeOfDay], &scratch))
      }
      if responseColumn.timeOfDay >= 0 {
        responseClock.add(plainValue(fields[responseColumn.timeOfDay], &scratch))
      }
      let receipt = fields.time(receivedColumn, &joined)
      received.noteUnseen(in: receipt, line: line)
      let receivedTime = plainValue(receipt, &receiptScratch)
      received.add(receivedTime, line: line)
      if responseColumn.position >= 0 {
        let field = fields.time(responseColumn, &joined)
        response.noteUnseen(in: field, line: line)
        if never.says(field, responseColumn, of: fields) { continue }
        let reply = plainValue(field, &scratch)
        if let form, form.leavesOpen(reply) {
          leftOut += 1
        } else {
          response.add(reply, line: line)
          if receivedColumn.timeOfDay < 0 { response.addClock(reply, receivedAt: receivedTime) }
        }
      }
    }
  }
}

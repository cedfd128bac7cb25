import LeadModel

/// Lines between quotes that look like rows of data: two stray quotes make all rows between them a part of one field.
struct SwallowedRows {
  var count = 0
  /// The line of the first of them, from 1; nil without any.
  var line: Int?

  /// Takes those that follow into account, with so many lines before them.
  mutating func append(_ next: SwallowedRows, after lines: Int) {
    count += next.count
    line = line ?? next.line.map { $0 + lines }
  }

  /// Looks for them in the quoted fields of a window with line breaks, with so many lines before it. A line looks like a
  /// row if it has as many fields as the header, three at least, and a time where the received time stands.
  mutating func look(_ window: Window, _ index: borrowing RowIndex, _ plan: SourcePlan, after lines: Int) {
    if plan.header.count < 3 { return }
    var (end, breaks) = (0, 1)
    while breaks < index.quotedBreakCount {
      defer { breaks += 1 }
      let line = index.quotedBreak(breaks - 1) + 1..<index.quotedBreak(breaks)
      // The two breaks have to be of one field.
      while end < index.endCount, unsafe Int(index.ends[end]) < line.lowerBound { end += 1 }
      if end < index.endCount, unsafe Int(index.ends[end]) < line.upperBound { continue }
      guard SwallowedRows.looksLikeRow(window, line, plan) else { continue }
      count += 1
      if self.line == nil {
        let rows = (0..<end).count { unsafe window.base[Int(index.ends[$0])] != plan.delimiter }
        self.line = lines + rows + breaks + 1
      }
    }
  }

  private static func looksLikeRow(_ window: Window, _ line: Range<Int>, _ plan: SourcePlan) -> Bool {
    var (fields, start, received) = (0, line.lowerBound, 0..<0)
    for position in line.lowerBound...line.upperBound
    where unsafe position == line.upperBound || window.base[position] == plan.delimiter {
      if fields == plan.columns.received { received = start..<position }
      (fields, start) = (fields + 1, position + 1)
    }
    guard fields == plan.header.count else { return false }
    let field = unsafe FieldBytes(
      UnsafeBufferPointer(start: window.base + received.lowerBound, count: received.count))
    return (try? TimestampParts(field.trimmed)) != nil
  }
}

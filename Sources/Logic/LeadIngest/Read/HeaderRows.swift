import LeadModel

/// The first rows of a source as texts, for finding its header.
@safe struct HeaderRows {
  private let window: Window
  /// How many rows were given, and how many of them were not blank.
  private(set) var rowNumber = 0
  private(set) var filledRows = 0
  private var firstEnd = 0

  /// One row.
  struct Row {
    var texts: [String]
    /// Whether one of them was not UTF-8.
    var hasForeignText: Bool
    /// Where the next row begins.
    var end: Int
    /// Line breaks before it, and up to its end.
    var linesBefore: Int
    var linesAfter: Int
    /// Whether all its fields are.
    var isBlank: Bool { texts.allSatisfy(\.isEmpty) }
  }

  init(_ window: Window) { self.window = window }

  /// The next row of the window that `index` is of; nil after the last.
  mutating func next(_ index: borrowing RowIndex) -> Row? {
    guard rowNumber < index.rowCount else { return nil }
    let fields = unsafe index.fields(ofRow: rowNumber, from: firstEnd, window.base)
    var scratch = Scratch()
    var hasForeignText = false
    let texts = (0..<fields.count).map { column in
      let field = unquoted(fields[column], &scratch).trimmed
      if !field.isUTF8 { hasForeignText = true }
      return cleanName(field)
    }
    let (start, end) = (fields.start(0), unsafe Int(index.rowEnds[rowNumber]) + 1)
    let row = Row(
      texts: texts, hasForeignText: hasForeignText, end: end,
      linesBefore: rowNumber + index.quotedBreaks.count { $0 < start },
      linesAfter: rowNumber + 1 + index.quotedBreaks.count { $0 < end })
    firstEnd += fields.count
    rowNumber += 1
    if !row.isBlank { filledRows += 1 }
    return row
  }
}

extension RowIndex {
  /// The fields of a row whose first end is at position `first` of ``ends``.
  func fields(ofRow row: Int, from first: Int, _ window: UnsafePointer<UInt8>) -> RowFields {
    let rowEnd = unsafe rowEnds[row]
    var count = 1
    while unsafe ends[first + count - 1] != rowEnd { count += 1 }
    let start = unsafe Int(ends[first - 1] &+ 1)
    let isPair =
      unsafe Int(rowEnd) > start && window[Int(rowEnd)] == 0x0A && window[Int(rowEnd) - 1] == 0x0D
    return unsafe RowFields(
      window: window, ends: UnsafePointer(ends + first), count: count, breakLength: isPair ? 1 : 0)
  }
}

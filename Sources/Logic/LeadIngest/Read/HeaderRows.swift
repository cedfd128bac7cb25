import LeadModel

/// The first rows of a source as texts, for finding its header.
@safe struct HeaderRows {
  private let window: Window
  /// How many rows were given or stepped over, and how many of them were not blank.
  private(set) var rowNumber = 0
  private(set) var filledRows = 0
  /// Where the next row begins in the window.
  private(set) var offset = 0
  private var firstEnd = 0
  /// Line breaks inside quotes before the next row.
  private var quotedBreaks = 0

  /// One row.
  struct Row {
    var texts: [String]
    /// Those that were not UTF-8.
    var foreign: ForeignText
    /// Where the next row begins.
    var end: Int
    /// Line breaks before it, and up to its end.
    var linesBefore: Int
    var linesAfter: Int
    /// Whether a NUL is in it, which is in no text.
    var hasNUL: Bool
    /// How many of its fields have text.
    var filled: Int { texts.count { !$0.isEmpty } }
    /// Whether none has.
    var isBlank: Bool { texts.allSatisfy(\.isEmpty) }
  }

  /// Bytes of a field that are read as a text.
  private static let longest = 1 << 14

  init(_ window: Window) { self.window = window }

  /// The next row of the window that `index` is of; nil after the last.
  mutating func next(_ index: borrowing RowIndex) -> Row? {
    guard rowNumber < index.rowCount else { return nil }
    let fields = unsafe index.fields(from: firstEnd, window.base)
    var scratch = Scratch()
    var foreign = ForeignText()
    let texts = (0..<fields.count).map { column in
      let field = bareText(fields[column], &scratch)
      // What goes on and on is no header, whatever stands at its end.
      if field.count > HeaderRows.longest { return cleanName(field.part(0..<HeaderRows.longest)) }
      if !field.isUTF8 { foreign.add(field) }
      return cleanName(field)
    }
    let linesBefore = rowNumber + quotedBreaks
    step(over: fields, index)
    let row = Row(
      texts: texts, foreign: foreign, end: offset, linesBefore: linesBefore,
      linesAfter: rowNumber + quotedBreaks, hasNUL: (0..<fields.count).contains { fields[$0].contains(0) })
    if !row.isBlank { filledRows += 1 }
    return row
  }

  /// Steps over so many rows, or all there are.
  mutating func skip(_ count: Int, _ index: borrowing RowIndex) {
    while rowNumber < min(count, index.rowCount) {
      let fields = unsafe index.fields(from: firstEnd, window.base)
      if (0..<fields.count).contains(where: { fields[$0].trimmed.count > 0 }) { filledRows += 1 }
      step(over: fields, index)
    }
  }

  private mutating func step(over fields: RowFields, _ index: borrowing RowIndex) {
    firstEnd += fields.count
    offset = unsafe Int(index.ends[firstEnd - 1]) + 1
    quotedBreaks = index.quotedBreaks(before: offset)
    rowNumber += 1
  }

  /// The line of the first row, of those at the beginning, with quotes behind blanks; nil where there is none.
  func lineOfSpacedQuotes(_ index: borrowing RowIndex) -> Int? {
    var rows = self
    while rows.rowNumber < min(200, index.rowCount) {
      let fields = unsafe index.fields(from: rows.firstEnd, window.base)
      if (0..<fields.count).contains(where: {
        fields[$0].isQuotedBehindBlanks || fields[$0].isTornBehindBlanks
      }) {
        return rows.rowNumber + rows.quotedBreaks + 1
      }
      rows.step(over: fields, index)
    }
    return nil
  }

  /// What parts rows from here on into so many fields, where nothing has parted any of them: most of several, or such
  /// that there is a date. nil for fewer than three fields, into which a sentence may be parted; and for one line below a
  /// blank one, which is a footer.
  func delimiter(of width: Int, among others: [Unicode.Scalar], _ index: borrowing RowIndex) -> Unicode
    .Scalar?
  {
    guard width > 2 else { return nil }
    var rows = self
    var lines: [String] = []
    var isBelowBlank = false
    while rows.rowNumber < index.rowCount {
      let fields = unsafe index.fields(from: rows.firstEnd, window.base)
      // So it is the first that decides, nearly always.
      if fields.count > 1 { return nil }
      let likeness = FooterLikeness(fields, width: width)
      if likeness == nil, lines.isEmpty { isBelowBlank = true }
      if likeness != nil, likeness != .titled { lines.append(fields[0].trimmed.text) }
      rows.step(over: fields, index)
    }
    if lines.count == 1, isBelowBlank { return nil }
    return others.first { other in
      let parted = lines.map { $0.split(separator: Character(other), omittingEmptySubsequences: false) }
        .filter { $0.count == width }
      return parted.count > 1 && parted.count > lines.count / 2
        || parted.contains { $0.contains { $0.hasDate } }
    }
  }

  /// Whether apostrophes stand around the fields where quotes should: around those of a header, and a date below it.
  func areInApostrophes(below header: [String], _ index: borrowing RowIndex) -> Bool {
    func inner(_ text: String) -> Substring? {
      text.count > 1 && text.first == "'" && text.last == "'" ? text.dropFirst().dropLast() : nil
    }
    guard header.allSatisfy({ $0.isEmpty || inner($0) != nil }) else { return false }
    var rows = self
    return rows.next(index)?.texts.contains {
      inner($0).map { String($0).withFieldBytes { $0.date != nil } } ?? false
    } ?? false
  }

  /// Of the rows from here to that one, those that look like data: three texts or more, and a time of day among them.
  func doubtful<Meaning>(before row: Int, _ index: borrowing RowIndex) -> FoundHeader<Meaning>.DoubtfulRows {
    var found = FoundHeader<Meaning>.DoubtfulRows()
    var rows = self
    while rows.rowNumber < row, let next = rows.next(index) {
      guard next.filled >= 3,
        next.texts.contains(where: { $0.withFieldBytes { $0.date?.timeOfDay != nil } })
      else { continue }
      if found.count == 0 { found.line = next.linesBefore + 1 }
      found.count += 1
    }
    return found
  }
}

extension Substring {
  /// Whether it is a date, perhaps in quotes.
  fileprivate var hasDate: Bool {
    String(self).withFieldBytes { field in
      var scratch = Scratch()
      return unquoted(field.trimmed, &scratch).trimmed.date != nil
    }
  }
}

import LeadModel

extension WindowFeed {
  /// A header is looked for in so many rows, and in all that begin within so many bytes, since some systems write
  /// lines before it.
  private static let (searchedRows, searchedBytes) = (50, 1 << 16)

  /// Finds the delimiter and the first row that `understand`, which sees its texts and its line, can make use of.
  /// Where there is none, the one of which it understands most, whose meaning has errors then. Only for that one it is
  /// asked to suggest what may be meant, which takes time.
  ///
  /// Throws `whenEmpty` where there are no rows, by default that the file is empty; or that it is something else than a
  /// table, or one whose rows are not written as its header is.
  mutating func findHeader<Meaning>(
    of file: String, whenEmpty: Diagnostic? = nil,
    _ understand: (_ texts: [String], _ line: Int, _ suggests: Bool) -> Meaning
  ) throws(Failure) -> FoundHeader<Meaning> {
    let start = try window()
    let beginning = unsafe FieldBytes(UnsafeBufferPointer(start: start.base, count: min(start.count, 1_000)))
    let kind =
      doubt == .isUTF32 ? .utf32 : ForeignFile(beginning) ?? (beginning.contains(0) ? .binary : nil)
    if let kind, !kind.mayBeTable { throw Failure([ReadFact.foreign(file, kind).diagnostic]) }
    var best: FoundHeader<Meaning>?
    // The first line with text, where nothing known parts it.
    var whole: (text: String, line: Int)?
    // Nearly all headers are near the beginning: only where none is, it is looked for farther below.
    for isDeep in [false, true] {
      for delimiter in Delimiter.all {
        var index = RowIndex(delimiter: UInt8(ascii: delimiter))
        let window = try firstRows(of: file, &index, bytes: isDeep ? WindowFeed.searchedBytes : 0)
        var reader = HeaderRows(window)
        if isDeep { reader.skip(WindowFeed.searchedRows, index) }
        while isDeep ? reader.offset < WindowFeed.searchedBytes : reader.rowNumber < WindowFeed.searchedRows,
          let row = reader.next(index)
        {
          // Two columns are the least that any table needs.
          if row.isBlank || isDeep && row.filled < 2 { continue }
          if delimiter == Delimiter.all[0], reader.filledRows == 1 {
            whole = row.texts.count == 1 ? (row.texts[0], row.linesBefore + 1) : nil
          }
          // A row of one is of interest once: it is the same whatever parts the others.
          if row.texts.count < 2, delimiter != Delimiter.all[0] { continue }
          var header = FoundHeader(
            meaning: understand(row.texts, row.linesBefore + 1, false), delimiter: index.delimiter,
            end: position + row.end, lines: row.linesAfter, linesBefore: row.linesBefore,
            hasPreamble: reader.filledRows > 1, foreign: row.foreign)
          if header.meaning.isUsable {
            if row.hasNUL { throw Failure([ReadFact.foreign(file, .binary).diagnostic]) }
            let place = Place(file: file, line: row.linesBefore + 1)
            let others = Delimiter.all.filter { $0 != delimiter }
            if let other = reader.delimiter(of: row.texts.count, among: others, index) {
              throw Failure([ReadFact.otherDelimiter(place, header: delimiter, rows: other).diagnostic])
            }
            if reader.areInApostrophes(below: row.texts, index) {
              throw Failure([ReadFact.apostrophes(place).diagnostic])
            }
            header.lineOfSpacedQuotes = HeaderRows(window).lineOfSpacedQuotes(index)
            header.doubtful = HeaderRows(window).doubtful(before: reader.rowNumber - 1, index)
            return header
          }
          if header.isBetter(than: best) { best = header }
        }
      }
    }
    if let kind { throw Failure([ReadFact.foreign(file, kind).diagnostic]) }
    if best?.meaning.recognised == 0, let whole, whole.text.utf8.count < 1 << 14 {
      for (mark, texts) in Delimiter.unknown(in: whole.text)
      where understand(texts, whole.line, false).isUsable {
        let place = Place(file: file, line: whole.line)
        throw Failure([ReadFact.unknownDelimiter(place, mark).diagnostic])
      }
    }
    guard var best else { throw Failure([whenEmpty ?? ReadFact.emptyFile(file).diagnostic]) }
    best.meaning = understand(best.meaning.header, best.linesBefore + 1, true)
    return best
  }

  /// The first window, indexed: with the rows in which a header is looked for first, as far as they fit into one, and
  /// with all that begin within so many bytes.
  mutating func firstRows(of file: String, _ index: inout RowIndex, bytes: Int = 0) throws(Failure) -> Window
  {
    while true {
      let window = try window()
      let length = unsafe index.scan(window.base, count: window.count)
      if index.rowCount >= WindowFeed.searchedRows && length >= bytes
        || window.isLast && length == window.count
      {
        return window
      }
      if window.isLast || !enlarge() {
        if length > 0 || window.count == 0 { return window }
        var part = PartAccount()
        part.noteCutRow(window, from: 0, index.delimiter)
        throw Failure([part.unreadableFrom!.fact(file, linesBefore: 0).diagnostic])
      }
    }
  }
}

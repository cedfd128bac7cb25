import CScan

/// Where the fields and rows of a window of CSV end, by RFC 4180.
///
/// Sixty-four bytes at a time, by masks: see `cscan_rows`. A quote that neither opens nor closes a whole field breaks
/// that reasoning; its row is then read byte by byte.
///
/// A line ends with LF, CR LF or CR. Fields are left as they are, quotes included: see ``unquoted(_:_:)``.
@safe struct RowIndex: ~Copyable {
  private var found = unsafe cscan_index()
  private var capacity = 0
  let delimiter: UInt8

  /// An index of fields between those delimiters.
  init(delimiter: UInt8) {
    self.delimiter = delimiter
    allocate(0)
  }

  deinit { free() }

  /// Where the fields end: the positions of delimiters and line breaks outside quotes. The one before the
  /// first is -1, so that each field begins one after the end before it (with wrapping addition).
  var ends: UnsafePointer<UInt32> { unsafe UnsafePointer(found.ends) }
  /// How many of ``ends`` there are.
  var endCount: Int { unsafe Int(found.end_count) }
  /// Which of ``ends`` are line breaks.
  var rowEnds: UnsafePointer<UInt32> { unsafe UnsafePointer(found.row_ends) }
  /// How many rows there are, blank lines among them.
  var rowCount: Int { unsafe Int(found.row_count) }
  /// How many line breaks there are inside quoted fields, for counting lines.
  var quotedBreakCount: Int { unsafe Int(found.quoted_break_count) }

  /// How many of them lie before a position.
  func quotedBreaks(before position: Int) -> Int {
    var (low, high) = (0, quotedBreakCount)
    while low < high {
      let middle = (low + high) / 2
      if unsafe Int(found.quoted_breaks[middle]) < position { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The position of one of those line breaks.
  func quotedBreak(_ number: Int) -> Int { unsafe Int(found.quoted_breaks[number]) }

  /// How many rows end before a position.
  func rows(before position: Int) -> Int {
    (0..<rowCount).first { unsafe Int(rowEnds[$0]) >= position } ?? rowCount
  }

  private mutating func makeRoom(for count: Int) {
    guard count > capacity else { return }
    free()
    allocate(count)
  }

  private mutating func allocate(_ count: Int) {
    capacity = count
    unsafe found.ends = .allocate(capacity: count + 65) + 1
    unsafe found.ends[-1] = .max
    unsafe found.row_ends = .allocate(capacity: count + 64)
    unsafe found.quoted_breaks = .allocate(capacity: count + 64)
  }

  private func free() {
    unsafe (found.ends - 1).deallocate()
    unsafe found.row_ends.deallocate()
    unsafe found.quoted_breaks.deallocate()
  }

  /// Indexes the rows that end within the first `count` bytes of `window`, which begins with a row.
  ///
  /// 64 bytes after `count` must be readable, and the first of them be the one that follows, or 0 at the
  /// end of the input. `count` is below 2³¹.
  /// - Returns: how many bytes the rows take.
  mutating func scan(_ window: UnsafePointer<UInt8>, count: Int) -> Int {
    makeRoom(for: count)
    unsafe (found.end_count, found.row_count, found.quoted_break_count) = (0, 0, 0)
    var start = 0
    while true {
      let isWhole = unsafe cscan_rows(window, Int64(start), Int64(count), delimiter, &found) != 0
      // Fields of the row that is cut off, or odd, are not part of the result.
      start = unsafe rowCount == 0 ? 0 : Int(rowEnds[rowCount - 1]) + 1
      dropFields(from: start)
      if isWhole { return start }
      guard let next = unsafe scanOddRow(window, from: start, to: count) else { return start }
      start = next
    }
  }

  /// Forgets what was found at or after a position, which is the beginning of a row.
  private mutating func dropFields(from position: Int) {
    while endCount > 0, unsafe Int(ends[endCount - 1]) >= position { unsafe found.end_count -= 1 }
    unsafe found.quoted_break_count = Int64(quotedBreaks(before: position))
  }

  /// How many fields each row has, where they all have as many; 0 otherwise.
  var evenWidth: Int {
    guard rowCount > 0, endCount % rowCount == 0 else { return 0 }
    let width = endCount / rowCount
    var differences: UInt32 = 0
    for row in 0..<rowCount { unsafe differences |= ends[row &* width &+ width &- 1] ^ rowEnds[row] }
    return differences == 0 ? width : 0
  }

  /// Indexes one row byte by byte. Where text follows a closing quote, or a quote follows text, the rest of
  /// the field is taken as it stands.
  /// - Returns: where the next row begins; nil when this one does not end within `count`.
  private mutating func scanOddRow(_ window: UnsafePointer<UInt8>, from start: Int, to count: Int) -> Int? {
    let before = unsafe found
    let (ends, rowEnds, breaks) = unsafe (found.ends!, found.row_ends!, found.quoted_breaks!)
    var state = FieldState.start
    var position = start
    while position < count {
      let byte = unsafe window[position]
      let isBreak = unsafe byte == 0x0A || (byte == 0x0D && window[position + 1] != 0x0A)
      if state == .quoted {
        if byte == UInt8(ascii: "\"") { state = .closed }
        if isBreak { unsafe RowIndex.add(position, to: breaks, &found.quoted_break_count) }
      } else if byte == delimiter || isBreak {
        unsafe RowIndex.add(position, to: ends, &found.end_count)
        state = .start
        if isBreak {
          unsafe RowIndex.add(position, to: rowEnds, &found.row_count)
          return position + 1
        }
      } else if byte == UInt8(ascii: "\""), state != .plain {
        state = .quoted
      } else {
        state = .plain
      }
      position += 1
    }
    unsafe found = before
    return nil
  }

  private static func add(_ position: Int, to positions: UnsafeMutablePointer<UInt32>, _ count: inout Int64) {
    unsafe positions[Int(count)] = UInt32(position)
    count += 1
  }
}

/// The quote that opens the field in which a row, from `start` on, is cut off: how many line breaks lie between
/// them. nil where it is cut off outside quotes.
func openQuote(_ window: UnsafePointer<UInt8>, from start: Int, to end: Int, delimiter: UInt8)
  -> (position: Int, lines: Int)?
{
  var quote: (position: Int, lines: Int)?
  var state = FieldState.start
  var lines = 0
  for position in start..<end {
    let byte = unsafe window[position]
    if byte == UInt8(ascii: "\""), state != .plain {
      if state == .start { quote = (position, lines) }
      state = state == .quoted ? .closed : .quoted
    } else if state != .quoted {
      state = byte == delimiter ? .start : .plain
    }
    if unsafe byte == 0x0A || (byte == 0x0D && window[position + 1] != 0x0A) { lines += 1 }
  }
  return state == .quoted ? quote : nil
}

/// Where a byte is: before a field, in one without quotes, between quotes, or after a closing quote.
private enum FieldState { case start, plain, quoted, closed }

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
  /// How many rows there are, blank lines among them: as many of ``ends`` are line breaks.
  var rowCount: Int { unsafe Int(found.row_count) }
  /// How many fields each row has, where they all have as many; 0 otherwise.
  private(set) var evenWidth = 0
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

  /// The fields of a row of the window, whose first end is at position `first` of ``ends``.
  @inline(__always)
  func fields(from first: Int, _ window: UnsafePointer<UInt8>) -> RowFields {
    let ends = unsafe ends + first
    var count = evenWidth
    if count == 0 {
      count = 1
      while unsafe window[Int(ends[count &- 1])] == delimiter { count &+= 1 }
    }
    let (start, end) = unsafe (Int(ends[-1] &+ 1), Int(ends[count &- 1]))
    let isPair = unsafe end > start && window[end] == 0x0A && window[end &- 1] == 0x0D
    return unsafe RowFields(window: window, ends: ends, count: count, breakLength: isPair ? 1 : 0)
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
    unsafe found.quoted_breaks = .allocate(capacity: count + 64)
  }

  private func free() {
    unsafe (found.ends - 1).deallocate()
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
      while endCount > 0, unsafe window[Int(ends[endCount - 1])] == delimiter { unsafe found.end_count -= 1 }
      start = unsafe Int(ends[endCount - 1] &+ 1)
      unsafe found.quoted_break_count = Int64(quotedBreaks(before: start))
      guard !isWhole, let next = unsafe scanOddRow(window, from: start, to: count) else { break }
      start = next
    }
    evenWidth = unsafe width(window)
    return start
  }

  /// See ``evenWidth``.
  private func width(_ window: UnsafePointer<UInt8>) -> Int {
    guard rowCount > 0, endCount % rowCount == 0 else { return 0 }
    let width = endCount / rowCount
    // There are as many line breaks as rows: none is left for another place.
    for row in 1...rowCount where unsafe window[Int(ends[row &* width &- 1])] == delimiter { return 0 }
    return width
  }

  /// Indexes one row byte by byte. Where text follows a closing quote, or a quote follows text, the rest of
  /// the field is taken as it stands.
  /// - Returns: where the next row begins; nil when this one does not end within `count`.
  private mutating func scanOddRow(_ window: UnsafePointer<UInt8>, from start: Int, to count: Int) -> Int? {
    let before = unsafe found
    let (ends, breaks) = unsafe (found.ends!, found.quoted_breaks!)
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
          unsafe found.row_count += 1
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
    if byte == UInt8(ascii: "\""), state == .start { quote = (position, lines) }
    state.pass(byte, delimiter)
    if unsafe byte == 0x0A || (byte == 0x0D && window[position + 1] != 0x0A) { lines += 1 }
  }
  return state == .quoted ? quote : nil
}

/// Where a byte is: before a field, in one without quotes, between quotes, or after a closing quote.
enum FieldState {
  case start, plain, quoted, closed

  /// Goes on behind a byte.
  mutating func pass(_ byte: UInt8, _ delimiter: UInt8) {
    if byte == UInt8(ascii: "\""), self != .plain {
      self = self == .quoted ? .closed : .quoted
    } else if self != .quoted {
      self = byte == delimiter ? .start : .plain
    }
  }
}

import CScan

/// Where the fields and rows of a window of CSV end, by RFC 4180.
///
/// Sixty-four bytes at a time: a mask each of delimiters, line breaks and quotes, and the running exclusive
/// or of the quotes tells which of the others lie inside quoted fields, without a branch per field. A quote
/// that neither opens nor closes a whole field breaks that reasoning; its row is then read byte by byte.
///
/// A line ends with LF, CR LF or CR. Fields are left as they are, quotes included: see ``unquoted(_:_:)``.
@safe struct RowIndex: ~Copyable {
  /// Where the fields end: the positions of delimiters and line breaks outside quotes. The one before the
  /// first is -1, so that each field begins one after the end before it (with wrapping addition).
  private(set) var ends: UnsafeMutablePointer<UInt32>
  /// How many of ``ends`` there are.
  private(set) var endCount = 0
  /// Which of ``ends`` are line breaks.
  private(set) var rowEnds: UnsafeMutablePointer<UInt32>
  /// How many rows there are, blank lines among them.
  private(set) var rowCount = 0
  /// The positions of line breaks inside quoted fields, for counting lines.
  private(set) var quotedBreaks: [UInt32] = []

  let delimiter: UInt8
  private var capacity = 0

  /// An index of fields between those delimiters.
  init(delimiter: UInt8) {
    self.delimiter = delimiter
    unsafe ends = .allocate(capacity: 1) + 1
    unsafe rowEnds = .allocate(capacity: 1)
  }

  deinit {
    unsafe (ends - 1).deallocate()
    unsafe rowEnds.deallocate()
  }

  private mutating func makeRoom(for count: Int) {
    guard count + 64 > capacity else { return }
    unsafe (ends - 1).deallocate()
    unsafe rowEnds.deallocate()
    capacity = count + 64
    unsafe ends = .allocate(capacity: capacity + 1) + 1
    unsafe ends[-1] = .max
    unsafe rowEnds = .allocate(capacity: capacity)
  }

  /// Indexes the rows that end within the first `count` bytes of `window`, which begins with a row.
  ///
  /// 64 bytes after `count` must be readable, and the first of them be the one that follows, or 0 at the
  /// end of the input. `count` is below 2³¹.
  /// - Returns: how many bytes the rows take.
  mutating func scan(_ window: UnsafePointer<UInt8>, count: Int) -> Int {
    makeRoom(for: count)
    quotedBreaks.removeAll(keepingCapacity: true)
    endCount = 0
    rowCount = 0
    var start = 0
    while case .irregularRow(let row) = unsafe scanRegularRows(window, from: start, to: count) {
      guard let next = unsafe scanOddRow(window, from: row, to: count) else { break }
      start = next
    }
    return rowCount == 0 ? 0 : unsafe Int(rowEnds[rowCount - 1]) + 1
  }

  private enum Stop {
    case end
    /// The row that begins there has a quote that does not enclose a field.
    case irregularRow(Int)
  }

  private mutating func scanRegularRows(_ window: UnsafePointer<UInt8>, from start: Int, to count: Int)
    -> Stop
  {
    let quote = UInt8(ascii: "\"")
    let delimiter = delimiter
    let (ends, rowEnds) = unsafe (ends, rowEnds)
    var (endCount, rowCount) = (endCount, rowCount)
    var inside: UInt64 = 0
    // Bit 0: whether the byte before lets a quote open a field, as a row's beginning does.
    var opener: UInt64 = 1
    var offset = start
    var oddBit: UInt32? = nil
    while offset < count {
      let block = unsafe window + offset
      let left = count - offset
      let valid: UInt64 = left >= 64 ? ~0 : (1 &<< UInt64(truncatingIfNeeded: left)) &- 1
      let quotes = unsafe cscan_mask(block, quote) & valid
      var breaks = unsafe cscan_mask(block, 0x0A)
      if unsafe cscan_contains(block, 0x0D) != 0 {
        let next: UInt64 = unsafe block[64] == 0x0A ? 1 &<< 63 : 0
        breaks |= unsafe cscan_mask(block, 0x0D) & ~(breaks &>> 1 | next)
      }
      breaks &= valid
      let delimiters = unsafe cscan_mask(block, delimiter) & valid

      var quoted = quotes ^ (quotes &<< 1)
      quoted ^= quoted &<< 2
      quoted ^= quoted &<< 4
      quoted ^= quoted &<< 8
      quoted ^= quoted &<< 16
      quoted ^= quoted &<< 32
      quoted ^= inside
      let marks = delimiters | breaks
      let odd = quotes & quoted & ~((marks | quotes) &<< 1 | opener)
      inside = UInt64(bitPattern: Int64(bitPattern: quoted) &>> 63)
      opener = (marks | quotes) &>> 63
      var fields = marks & ~quoted
      var rows = breaks & ~quoted
      var innerBreaks = breaks & quoted
      if odd != 0 {
        let before = (odd & (0 &- odd)) &- 1
        fields &= before
        rows &= before
        innerBreaks &= before
        oddBit = cscan_lowest(odd)
      }

      let base = UInt32(truncatingIfNeeded: offset)
      let fieldCount = fields.nonzeroBitCount
      var slot = unsafe ends + endCount
      endCount &+= fieldCount
      // Eight at once whatever their number: what is written beyond it is overwritten by the next.
      let last = unsafe ends + endCount
      repeat {
        for position in 0..<8 {
          unsafe slot[position] = base &+ cscan_lowest(fields)
          fields &= fields &- 1
        }
        unsafe slot += 8
      } while unsafe slot < last
      // One or two at once, since how many there are cannot be guessed.
      for _ in 0..<2 {
        unsafe rowEnds[rowCount] = base &+ cscan_lowest(rows)
        rowCount &+= rows == 0 ? 0 : 1
        rows &= rows &- 1
      }
      while rows != 0 {
        unsafe rowEnds[rowCount] = base &+ cscan_lowest(rows)
        rowCount &+= 1
        rows &= rows &- 1
      }
      while innerBreaks != 0 {
        quotedBreaks.append(base &+ cscan_lowest(innerBreaks))
        innerBreaks &= innerBreaks &- 1
      }
      if oddBit != nil { break }
      offset &+= 64
    }
    self.endCount = endCount
    self.rowCount = rowCount
    // Fields of the row that is cut off, or odd, are not part of the result.
    let rowStart = unsafe rowCount == 0 ? 0 : Int(rowEnds[rowCount - 1]) + 1
    dropFields(from: rowStart)
    return oddBit == nil ? .end : .irregularRow(rowStart)
  }

  /// Forgets what was found at or after a position, which is the beginning of a row.
  private mutating func dropFields(from position: Int) {
    while endCount > 0, unsafe Int(ends[endCount - 1]) >= position { endCount -= 1 }
    while let last = quotedBreaks.last, Int(last) >= position { quotedBreaks.removeLast() }
  }

  /// Indexes one row byte by byte. Where text follows a closing quote, or a quote follows text, the rest of
  /// the field is taken as it stands.
  /// - Returns: where the next row begins; nil when this one does not end within `count`.
  private mutating func scanOddRow(_ window: UnsafePointer<UInt8>, from start: Int, to count: Int) -> Int? {
    let (firstEnd, firstBreak) = (endCount, quotedBreaks.count)
    var state = FieldState.start
    var position = start
    while position < count {
      let byte = unsafe window[position]
      let isBreak = unsafe byte == 0x0A || (byte == 0x0D && window[position + 1] != 0x0A)
      if state == .quoted {
        if byte == UInt8(ascii: "\"") { state = .closed }
        if isBreak { quotedBreaks.append(UInt32(position)) }
      } else if byte == delimiter || isBreak {
        unsafe ends[endCount] = UInt32(position)
        endCount += 1
        state = .start
        if isBreak {
          unsafe rowEnds[rowCount] = UInt32(position)
          rowCount += 1
          return position + 1
        }
      } else if byte == UInt8(ascii: "\""), state != .plain {
        state = .quoted
      } else {
        state = .plain
      }
      position += 1
    }
    endCount = firstEnd
    quotedBreaks.removeLast(quotedBreaks.count - firstBreak)
    return nil
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

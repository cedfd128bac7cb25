/// Reads a few hundred timestamps of one column, remembering the last date: most rows have the date of the row before,
/// and then only the clock has to be read. ``readTime(_:_:)`` is the way to the same result without a memory.
struct TimeReader {
  private let parser: TimestampParser
  /// The characters of the last date and of what is between it and the clock: the first eight and the last eight.
  private var date: UInt64 = 0
  private var rest: UInt64 = 0
  /// How many they are, 9 to 11; 8 before there are any.
  private var length = 8
  /// Midnight of that date, microseconds.
  private var midnight: Int64 = 0
  private var clock = Clock.unknown
  /// How often a date is still remembered: where dates come in no order, it would be in vain.
  private var patience = 32
  /// Whether it is worth asking for the remembered date first.
  var remembersDates: Bool { patience > 0 }

  /// How the clock was written after that date.
  private enum Clock {
    /// In no way that is known here, or no date is remembered.
    case unknown
    case full, instant, short, halves
  }

  init(_ parser: TimestampParser) { self.parser = parser }

  /// A timestamp; nil where it is blank or none. 24 bytes behind its beginning can be read.
  @inline(__always)
  mutating func read(_ field: FieldBytes) -> ParsedTime? { remembered(field) ?? readAnew(field) }

  /// A timestamp of the remembered date; nil where it is of another, or its clock is written otherwise.
  @inline(__always)
  private func remembered(_ field: FieldBytes) -> ParsedTime? {
    let reading =
      switch clock {
      case .full: FullClock.read(field, at: length)
      case .instant: InstantClock.read(field, at: length)
      case .short: ShortClock.read(field, at: length)
      case .halves: HalvesClock.read(field, at: length)
      case .unknown: ClockReading(second: 0, fault: 1)
      }
    guard fault(field, reading) == 0 else { return nil }
    return ParsedTime(
      microseconds: midnight &+ Int64(reading.second &* 1_000_000), isInstant: clock == .instant)
  }

  /// Not 0 where a field is not of the remembered date, or its clock none.
  @inline(__always)
  private func fault(_ field: FieldBytes, _ reading: ClockReading) -> UInt64 {
    let isLate: UInt64 = reading.second < 86_400 ? 0 : 1
    let difference = (field.word(at: 0) ^ date) | (field.word(at: length &- 8) ^ rest)
    return reading.fault | isLate | difference
  }

  @inline(never)
  private mutating func readAnew(_ field: FieldBytes) -> ParsedTime? {
    guard let time = readTime(field, parser) else { return nil }
    clock = .unknown
    if patience > 0 {
      patience -= 1
      remember(field, time)
    }
    return time
  }

  /// Remembers the date of a field, if it stands first and the clock follows in a known way.
  private mutating func remember(_ field: FieldBytes, _ time: ParsedTime) {
    guard field[0].isDigit, let gap = (8...10).first(where: { field[$0] == 0x20 || field[$0] == 0x54 }) else {
      return
    }
    let start = gap + 1
    let last = field[field.count - 1]
    switch field.count - start {
    case 5 where field[start + 2] == 0x3A: clock = .short
    case 7 where field[start + 1] == 0x3A && last == 0x4D: clock = .halves
    case 8 where field[start + 2] == 0x3A && last == 0x4D: clock = .halves
    case 8 where field[start + 2] == 0x3A && field[start + 5] == 0x3A && last.isDigit: clock = .full
    case 9 where field[start + 2] == 0x3A && field[start + 5] == 0x3A && last == 0x5A: clock = .instant
    default: return
    }
    length = start
    date = field.word(at: 0)
    rest = field.word(at: start - 8)
    midnight = 0
    guard let sinceMidnight = remembered(field), sinceMidnight.isInstant == time.isInstant else {
      // A clock that the parser reads otherwise, such as 24:00:00.
      clock = .unknown
      return
    }
    midnight = time.microseconds - sinceMidnight.microseconds
  }
}

// MARK: Runs of rows

extension TimeReader {
  /// Reads the fields of rows as instants as long as they have the remembered date, blank ones among them; no row
  /// where the clocks of the zone change on that day. `takesInstants` says whether times may name their offset.
  /// - Returns: the first row that is left.
  @inline(__always)
  func readRun(
    _ fields: ColumnFields, _ rows: Range<Int>, in zone: ZoneCursor, blank: Int64, takesInstants: Bool,
    to instants: UnsafeMutablePointer<Int64>
  ) -> Int {
    let isWholeDay = midnight >= zone.uniqueFrom && midnight &+ 86_400_000_000 <= zone.uniqueTo
    switch clock {
    case .full where isWholeDay:
      return unsafe run(FullClock.self, fields, rows, from: midnight &- zone.offset, blank, instants)
    case .short where isWholeDay:
      return unsafe run(ShortClock.self, fields, rows, from: midnight &- zone.offset, blank, instants)
    case .halves where isWholeDay:
      return unsafe run(HalvesClock.self, fields, rows, from: midnight &- zone.offset, blank, instants)
    case .instant where takesInstants:
      return unsafe run(InstantClock.self, fields, rows, from: midnight, blank, instants)
    default: return rows.lowerBound
    }
  }

  /// The hot loop, for each way to write a clock. `start` is the instant of midnight.
  @inline(never)
  private func run<Kernel: ClockKernel>(
    _ kernel: Kernel.Type, _ fields: ColumnFields, _ rows: Range<Int>, from start: Int64, _ blank: Int64,
    _ instants: UnsafeMutablePointer<Int64>
  ) -> Int {
    let memory = self
    return fields.prefix(rows) { row, field in
      let reading = Kernel.read(field, at: memory.length)
      // Selections and no branches, since answers lack as they like.
      let isBlank = field.count == 0
      let fault = memory.fault(field, reading)
      guard (isBlank ? 0 : fault) == 0 else { return false }
      let instant = start &+ Int64(truncatingIfNeeded: reading.second &* 1_000_000)
      unsafe instants[row] = isBlank ? blank : instant
      return true
    }
  }
}

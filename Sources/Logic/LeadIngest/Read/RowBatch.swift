import LeadModel

/// What the rows of a window say in their columns of times and names, read column by column.
///
/// The loop of one column keeps what it needs at hand and waits for nothing that becomes of a row, so that the
/// processor is at several rows at once. Only what can be read without a second thought is here: a row that has more
/// to it is ``odd``, and ``Segment`` reads it by itself.
@safe struct RowBatch: ~Copyable {
  /// By row, the instant of receipt in microseconds; ``odd`` for rows to be read by themselves.
  let starts: UnsafeMutablePointer<Int64>
  /// By row, the instant of the first response; ``never`` without one, ``odd`` likewise.
  let responses: UnsafeMutablePointer<Int64>
  /// By row, how it was answered, as a packed lead has it.
  let answers: UnsafeMutablePointer<UInt32>
  /// By row, the bits of its ``Owner``; negative for rows to be read by themselves.
  let owners: UnsafeMutablePointer<Int64>
  /// By row, the number of the id, with ``repeated`` where it occurred before; or ``IDNumbers/none``.
  let ids: UnsafeMutablePointer<UInt64>
  private let capacity: Int

  /// What stands for an instant of a row that is to be read by itself.
  static let odd = Int64.min
  /// What stands for the instant of a first response that there is not.
  static let never = Int64.max
  /// The bit that says that an id's number occurred before.
  static let repeated: UInt64 = 1 << 63

  /// Room for that many rows.
  init(rows: Int = 0) {
    capacity = rows
    unsafe starts = .allocate(capacity: rows)
    unsafe responses = .allocate(capacity: rows)
    unsafe answers = .allocate(capacity: rows)
    unsafe owners = .allocate(capacity: rows)
    unsafe ids = .allocate(capacity: rows)
  }

  deinit {
    unsafe starts.deallocate()
    unsafe responses.deallocate()
    unsafe answers.deallocate()
    unsafe owners.deallocate()
    unsafe ids.deallocate()
  }

  /// Makes room for that many rows, of which nothing is known then.
  mutating func makeRoom(for rows: Int) {
    if rows > capacity { self = RowBatch(rows: rows * 2) }
  }

  /// Reads a column of times. `blank` stands for an empty field; `takesInstants` says whether times may name their
  /// offset from UTC.
  static func read(
    _ fields: ColumnFields, _ parser: TimestampParser, _ rows: Int, _ clock: inout ZoneCursor, blank: Int64,
    takesInstants: Bool, to instants: UnsafeMutablePointer<Int64>
  ) {
    var reader = TimeReader(parser)
    var row = 0
    while row < rows, reader.remembersDates {
      row = unsafe reader.readRun(
        fields, row..<rows, in: clock, blank: blank, takesInstants: takesInstants, to: instants)
      guard row < rows else { return }
      let field = fields[row]
      unsafe instants[row] =
        field.count == 0 ? blank : instant(of: reader.read(field), &clock, takesInstants: takesInstants)
      row += 1
    }
    // Dates in no order.
    while row < rows {
      let field = fields[row]
      unsafe instants[row] =
        field.count == 0 ? blank : instant(of: readTime(field, parser), &clock, takesInstants: takesInstants)
      row &+= 1
    }
  }

  /// The instant of a time; ``odd`` without one, and for a time that may not name its offset, or that the clocks of the
  /// zone do not show once.
  @inline(__always)
  private static func instant(of time: ParsedTime?, _ clock: inout ZoneCursor, takesInstants: Bool) -> Int64 {
    guard let time else { return odd }
    if time.isInstant { return takesInstants ? time.microseconds : odd }
    var reading = ZoneCursor.Reading.once
    let instant = clock.instant(of: time.microseconds, notBefore: .min, &reading)
    return reading == .once ? instant : odd
  }
}

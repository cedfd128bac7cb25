import LeadModel

/// What the rows of a window say in their columns of times and names, read column by column.
///
/// The loop of one column keeps what it needs at hand and waits for nothing that becomes of a row, so that the
/// processor is at several rows at once. Only what can be read without a second thought is here: a row that has more
/// to it is ``odd``, and ``Segment`` reads it by itself.
@safe struct RowBatch: ~Copyable {
  /// By row, the instant of receipt in microseconds; ``odd`` for rows to be read by themselves.
  private(set) var starts: UnsafeMutablePointer<Int64>
  /// By row, the instant of the first response; ``never`` without one, ``odd`` likewise.
  private(set) var responses: UnsafeMutablePointer<Int64>
  /// By row, the position of its set of attributes among those of its team.
  private(set) var sets: UnsafeMutablePointer<Int32>
  /// Column by column, by row, the number of the name; -1 for a blank and where there is no such column.
  private var numbers: UnsafeMutablePointer<Int32>
  private var capacity = 0

  /// The columns of names.
  enum NameColumn: Int, CaseIterable {
    case team, rep, channel, manager, source, outcome
  }

  /// What stands for an instant of a row that is to be read by itself.
  static let odd = Int64.min
  /// What stands for the instant of a first response that there is not.
  static let never = Int64.max

  init() {
    unsafe starts = .allocate(capacity: 0)
    unsafe responses = .allocate(capacity: 0)
    unsafe sets = .allocate(capacity: 0)
    unsafe numbers = .allocate(capacity: 0)
  }

  deinit { free() }

  private func free() {
    unsafe starts.deallocate()
    unsafe responses.deallocate()
    unsafe sets.deallocate()
    unsafe numbers.deallocate()
  }

  /// Makes room for that many rows.
  mutating func makeRoom(for rows: Int) {
    guard rows > capacity else { return }
    free()
    capacity = rows * 2
    unsafe starts = .allocate(capacity: capacity)
    unsafe responses = .allocate(capacity: capacity)
    unsafe sets = .allocate(capacity: capacity)
    unsafe numbers = .allocate(capacity: capacity * NameColumn.allCases.count)
  }

  /// The numbers of a column's names, by row.
  func names(_ column: NameColumn) -> UnsafeMutablePointer<Int32> {
    unsafe numbers + column.rawValue * capacity
  }

  /// Finds the position of each row's set of attributes among those of its team; odd are rows whose set is not in
  /// `index` yet, or does not fit into a packed lead.
  func findSets(_ rows: Int, in index: borrowing AttributeIndex) {
    let (teams, reps, channels) = unsafe (names(.team), names(.rep), names(.channel))
    let (managers, sources, outcomes) = unsafe (names(.manager), names(.source), names(.outcome))
    // A constant of another module, which would be a call in the loop.
    let (limit, nothing) = (PackedLead.attributeLimit, Attributes())
    let table = unsafe index.places
    for row in 0..<rows {
      var set = nothing
      unsafe set.rep = reps[row]
      unsafe set.channel = channels[row]
      unsafe set.manager = managers[row]
      unsafe set.source = sources[row]
      unsafe set.outcome = outcomes[row]
      let position = unsafe AttributeIndex.find(set, team: Int(teams[row]) &+ 1, in: table)
      unsafe sets[row] = Int32(truncatingIfNeeded: position)
      if UInt(bitPattern: position) >= UInt(limit) { unsafe starts[row] = RowBatch.odd }
    }
  }

  /// Takes the numbers of a column's names; rows with a name that is not in `index` yet are odd. `fields` is nil
  /// where there is no such column.
  func find(_ column: NameColumn, _ fields: ColumnFields?, _ rows: Int, in index: borrowing NameIndex) {
    let numbers = unsafe names(column)
    guard let fields else { return unsafe numbers.update(repeating: -1, count: rows) }
    unsafe index.find(fields, rows, to: numbers) { unsafe starts[$0] = RowBatch.odd }
  }

  /// Reads a column of times. `blank` stands for an empty field; `takesInstants` says whether times may name their
  /// offset from UTC.
  static func read(
    _ fields: ColumnFields, _ parser: TimestampParser, _ rows: Int, _ clock: inout ZoneCursor, blank: Int64,
    takesInstants: Bool, to instants: UnsafeMutablePointer<Int64>
  ) {
    var reader = TimeReader(parser)
    fields.forEach(rows) { row, field in
      var instant = field.count == 0 ? blank : odd
      if field.count > 0, let time = reader.read(field) {
        if time.isInstant {
          if takesInstants { instant = time.microseconds }
        } else {
          var reading = ZoneCursor.Reading.once
          instant = clock.instant(of: time.microseconds, notBefore: .min, &reading)
          if reading != .once { instant = odd }
        }
      }
      unsafe instants[row] = instant
    }
  }
}

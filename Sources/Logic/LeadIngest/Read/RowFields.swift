/// The fields of one row, as they stand in the window.
@safe struct RowFields {
  let window: UnsafePointer<UInt8>
  /// The ends of its fields; the one before the first is the end of the row before.
  let ends: UnsafePointer<UInt32>
  /// How many fields it has.
  let count: Int
  /// The length of the line break before its last byte: 1 after CR, where LF follows.
  let breakLength: Int

  /// Where a field begins in the window.
  @inline(__always) func start(_ column: Int) -> Int {
    unsafe Int(ends[column &- 1] &+ 1)
  }

  /// The field of a column, quotes included; empty where the row has no such column.
  @inline(__always) subscript(column: Int) -> FieldBytes {
    if UInt(bitPattern: column) >= UInt(bitPattern: count) {
      return unsafe FieldBytes(UnsafeBufferPointer(start: window, count: 0))
    }
    let start = start(column)
    var length = unsafe Int(ends[column]) &- start
    if column == count &- 1 { length &-= breakLength }
    return unsafe FieldBytes(UnsafeBufferPointer(start: window + start, count: length))
  }
}

extension RowFields {
  /// All of the row, without its line break.
  var bytes: FieldBytes {
    let (start, last) = (start(0), count - 1)
    return unsafe FieldBytes(
      UnsafeBufferPointer(start: window + start, count: self.start(last) + self[last].count - start))
  }

  /// What is wrong with a number of fields that is not the header's; nil for blank ones more or less.
  func countFault(below header: [String]) -> RowFault? {
    if count == header.count { return nil }
    if (0..<count).contains(where: { self[$0].isTornBehindBlanks }) { return .tornQuote }
    func isBlank(_ column: Int) -> Bool {
      var scratch = Scratch()
      return plainValue(self[column], &scratch).count == 0
    }
    return header.allows(count, isBlank: isBlank) ? nil : .fieldCount(found: count, expected: header.count)
  }
}

/// The fields of one column in a window whose rows all have as many fields.
@safe struct ColumnFields {
  private let window: UnsafePointer<UInt8>
  /// The end of its field in the first row; that of the field before it is one place before.
  private let ends: UnsafePointer<UInt32>
  /// How many fields a row has.
  private let width: Int
  /// Whether line breaks follow its fields.
  private let isLast: Bool

  /// The fields of a column, which is below `width`, the rows' number of fields.
  init(_ window: Window, _ index: borrowing RowIndex, _ column: Int, width: Int) {
    unsafe self.window = unsafe window.base
    unsafe ends = unsafe UnsafePointer(index.ends) + column
    self.width = width
    isLast = column == width - 1
  }

  /// The field in a row, quotes included.
  @inline(__always) subscript(row: Int) -> FieldBytes {
    unsafe field(ends + row &* width, isLast: isLast)
  }

  /// Calls `body` with the field in each of some rows, as long as it returns true.
  /// - Returns: the row for which it did not, or the end.
  @inline(__always) func prefix(_ rows: Range<Int>, while body: (_ row: Int, _ field: FieldBytes) -> Bool)
    -> Int
  {
    // Two loops, so that most columns need not ask for each field whether it is the last one.
    var end = unsafe ends + rows.lowerBound &* width
    if isLast {
      for row in rows {
        guard unsafe body(row, field(end, isLast: true)) else { return row }
        unsafe end += width
      }
    } else {
      for row in rows {
        guard unsafe body(row, field(end, isLast: false)) else { return row }
        unsafe end += width
      }
    }
    return rows.upperBound
  }

  @inline(__always) private func field(_ end: UnsafePointer<UInt32>, isLast: Bool) -> FieldBytes {
    let start = unsafe Int(end[-1] &+ 1)
    var length = unsafe Int(end[0]) &- start
    if isLast, length > 0, unsafe window[start &+ length] == 0x0A && window[start &+ length &- 1] == 0x0D {
      length &-= 1
    }
    return unsafe FieldBytes(UnsafeBufferPointer(start: window + start, count: length))
  }
}

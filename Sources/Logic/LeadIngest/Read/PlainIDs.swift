// The ids of plain rows.

extension Segment {
  /// Takes the ids of rows into account, up to the first that is not as the others are; nil where there are none.
  /// - Returns: that row, or `end`.
  mutating func acceptIDs(
    _ ids: ColumnFields?, from first: Int, to end: Int, _ part: inout PartAccount
  ) -> Int {
    switch idMode {
    case .ignored, .lookedUp, .first: return end
    case .ordered:
      guard let ids else { return end }
      var row = first
      while true {
        row = part.order.acceptRun(ids, row..<end)
        if row == end { return end }
        let id = self.id(ids[row])
        if id.count > 0, !part.order.accept(id) { return row }
        row += 1
      }
    case .numbered:
      if let ids { return numberIDs(ids, from: first, to: end, &part) }
      // Nor are there those that the rows of a window before had.
      unsafe (batch.ids + first).update(repeating: IDNumbers.none, count: end - first)
      return end
    }
  }

  /// Takes the numbers of ids, up to the first that has none.
  private mutating func numberIDs(
    _ ids: ColumnFields, from first: Int, to end: Int, _ part: inout PartAccount
  ) -> Int {
    var end = end
    for row in first..<end {
      let id = self.id(ids[row])
      guard let number = id.count == 0 ? IDNumbers.none : numbers.number(of: id) else {
        end = row
        break
      }
      unsafe batch.ids[row] = number
    }
    // By itself, since numbers in no order are waited for: as many as possible at once.
    for row in first..<end {
      let number = unsafe batch.ids[row]
      if number == IDNumbers.none { continue }
      switch numbers.mark(number) {
      case .new: break
      case .repeated:
        unsafe batch.ids[row] = number | RowBatch.repeated
        if number == 0 { part.placeholders.note(ids[row]) }
      case .outOfRange: return row
      }
    }
    return end
  }
}

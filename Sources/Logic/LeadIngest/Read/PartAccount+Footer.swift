import LeadModel

// What stands below the data: only the end of a file tells a footer from rows that cannot be read.

extension PartAccount {
  /// A row that cannot be read and may belong to a footer.
  struct FooterRow {
    var row: RejectedRow
    var likeness: FooterLikeness
  }

  /// Takes note of a row that cannot be read.
  mutating func reject(_ row: RejectedRow, _ likeness: FooterLikeness) {
    settleFooter()
    let hasBegun = rowsAtFooter == rowsRead
    let belongs =
      switch likeness {
      case .row: false
      case .short: hasBegun
      case .lonely: hasBegun || rowsAtBlank == rowsRead
      case .titled: true
      }
    guard belongs else {
      rejectFooter()
      return add(row)
    }
    footer.append(FooterRow(row: row, likeness: likeness))
    shortenFooter()
    rowsAtFooter = footer.isEmpty ? -1 : rowsRead
  }

  /// A footer has at most so many rows.
  static let footerLimit = 50

  /// Takes note of a blank line.
  mutating func addBlank() {
    settleFooter()
    rowsAtBlank = rowsRead
    if footerBlanks.last != footer.count { footerBlanks.append(footer.count) }
  }

  /// Counts what looked like a footer as rejected rows after all, where other rows have come since.
  mutating func settleFooter() {
    if rowsAtFooter != rowsRead, !footer.isEmpty { rejectFooter() }
  }

  /// Counts what looked like a footer as rejected rows after all.
  mutating func rejectFooter() { rejectFooter(footer.count) }

  /// Where a footer may begin, whatever stands above. Only in a following part is the first row not among them.
  private var footerBeginnings: [Int] {
    footer.indices.filter { index in
      switch footer[index].likeness {
      case .titled: true
      case .lonely: footerBlanks.contains(index)
      case .row, .short: false
      }
    }
  }

  /// Lets a footer that is too long begin further down, or not at all.
  private mutating func shortenFooter() {
    let beginnings = footerBeginnings
    guard footer.count - (beginnings.first ?? 0) > PartAccount.footerLimit else { return }
    rejectFooter(beginnings.dropFirst().first ?? footer.count)
  }

  /// Counts the first rows of what looked like a footer as rejected.
  private mutating func rejectFooter(_ count: Int) {
    footer.prefix(count).forEach { add($0.row) }
    footer.removeFirst(count)
    footerBlanks = footer.isEmpty ? [] : footerBlanks.filter { $0 >= count }.map { $0 - count }
  }

  private mutating func add(_ row: RejectedRow) {
    rejected += 1
    if rejectedRows.count < ReadSettings.rejectedRowLimit { rejectedRows.append(row) }
  }
}

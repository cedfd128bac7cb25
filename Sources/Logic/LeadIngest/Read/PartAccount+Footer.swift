import LeadModel

// What stands below the data: only the end of a file tells a footer from rows that cannot be read.

extension PartAccount {
  /// Takes note of a row that cannot be read. `isLonely` says that one field at most has text.
  mutating func reject(_ row: RejectedRow, isLonely: Bool) {
    settleFooter()
    guard isLonely, rowsAtBlank == rowsRead || rowsAtFooter == rowsRead else {
      rejectFooter()
      return add(row)
    }
    footer.append(row)
    // What stands above all blank lines of a following part may not belong to the footer below.
    if footer.count - (footerBlanks.first ?? 0) > PartAccount.footerLimit { shortenFooter() }
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

  /// Lets the footer begin below its next blank line, or not at all where there is none.
  private mutating func shortenFooter() { rejectFooter(footerBlanks.dropFirst().first ?? footer.count) }

  /// Counts the first rows of what looked like a footer as rejected.
  private mutating func rejectFooter(_ count: Int) {
    footer.prefix(count).forEach { add($0) }
    footer.removeFirst(count)
    footerBlanks = footer.isEmpty ? [] : footerBlanks.dropFirst().map { $0 - count }
  }

  private mutating func add(_ row: RejectedRow) {
    rejected += 1
    if rejectedRows.count < ReadSettings.rejectedRowLimit { rejectedRows.append(row) }
  }
}

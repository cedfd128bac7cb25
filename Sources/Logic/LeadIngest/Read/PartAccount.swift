import LeadModel

/// What is known of a stretch of one source after reading it, besides its leads.
struct PartAccount {
  /// Rows as they were found in the bytes, and how many of them are blank.
  var scanned = 0
  var blank = 0
  var rejected = 0
  var notEligible = SourceAccount.Tally()
  var afterCutoff = SourceAccount.Tally()
  /// Rows of an id that an earlier row had, where that counts.
  var duplicate = SourceAccount.Tally()
  /// Rows that were received before, and after, the earlier row of their id that counts, where there are activities of
  /// the id.
  var beforeReceipt = 0
  var afterReceipt = 0
  /// Leads, among them those that a later row was found to replace.
  var counted = SourceAccount.Tally()
  /// Rejected rows up to the limit, their lines counted from the beginning of the part.
  var rejectedRows: [RejectedRow] = []
  /// Rows that look like what some systems write below the data, with no other row after them.
  var footer: [FooterRow] = []
  /// How many rows of ``footer`` stood above its blank lines.
  var footerBlanks: [Int] = []
  /// How many rows had been read or rejected at the last blank line, and at the last row of ``footer``.
  var rowsAtBlank = -1
  var rowsAtFooter = -1
  /// Line breaks, those inside quoted fields among them.
  var lines = 0
  /// The earliest and the latest received time, the next one before the latest, and the lines of these two.
  var earliest = Int64.max
  var earliestLine = 0
  var latest = Int64.min
  var nextLatest = Int64.min
  var latestLine = 0
  var skippedTimes = 0
  var repeatedTimes = 0
  /// Rows with a flag and a time that tell whether the lead was answered in time, those where they tell different things,
  /// and the line of the first of these.
  var flaggedTimes = 0
  var contradictedFlags = 0
  var contradictionLine: Int?
  /// Lines between quotes that look like rows.
  var swallowed = SwallowedRows()
  /// Rows of leads that another row has the id of, though it only stands for none; of activities all with such ids.
  var placeholders = PlaceholderIDs()
  /// The line of the headers once more, but in another order; nil without any.
  var otherHeaderLine: Int?
  /// First responses decades from their receipt, and the line of the first of these.
  var farResponses = 0
  var farResponseLine: Int?
  /// A timestamp with an offset, though no zone is configured: its line, column and text.
  var unexpectedOffset: RejectedRow?
  /// Names that were not UTF-8, and whether an id or a value was not.
  var foreign = ForeignText()
  var hasForeignText = false
  var order = IDOrder()
  /// Where a row does not end.
  var unreadableFrom: UnreadableRest?

  init() {}

  /// The account of a part that another comes before. Whether rows at its beginning may belong to a footer is for
  /// that one to say: ``append(_:)`` asks it.
  static func ofFollowing() -> PartAccount {
    var part = PartAccount()
    part.rowsAtFooter = 0
    return part
  }

  /// Why nothing more can be read: on that line a quote opened that is not closed, or the row that begins there does not
  /// end; within as many bytes as a row may have, or before the end of the file.
  struct UnreadableRest {
    var line: Int
    var isQuoted: Bool
    var isTooLong: Bool
  }

  /// Rows that could be read.
  var readable: Int { notEligible.rows + afterCutoff.rows + duplicate.rows + counted.rows }

  /// Takes the part that follows into account, whose ids are known to go on in order.
  mutating func append(_ next: PartAccount) {
    scanned += next.scanned
    blank += next.blank
    rejected += next.rejected
    notEligible += next.notEligible
    afterCutoff += next.afterCutoff
    duplicate += next.duplicate
    beforeReceipt += next.beforeReceipt
    afterReceipt += next.afterReceipt
    counted += next.counted
    func moved(_ row: RejectedRow) -> RejectedRow {
      var row = row
      row.place.line = row.place.line.map { $0 + lines }
      return row
    }
    if next.rowsRead > 0 {
      rejectFooter()
      rejectedRows += next.rejectedRows.map(moved)
      footer = next.footer.map { FooterRow(row: moved($0.row), likeness: $0.likeness) }
    } else {
      for (number, row) in next.footer.enumerated() {
        if next.footerBlanks.contains(number) { addBlank() }
        reject(moved(row.row), row.likeness)
      }
    }
    if next.latest > latest {
      nextLatest = max(latest, next.nextLatest)
      (latest, latestLine) = (next.latest, lines + next.latestLine)
    } else {
      nextLatest = max(nextLatest, next.latest)
    }
    if next.earliest < earliest { (earliest, earliestLine) = (next.earliest, lines + next.earliestLine) }
    skippedTimes += next.skippedTimes
    repeatedTimes += next.repeatedTimes
    flaggedTimes += next.flaggedTimes
    contradictedFlags += next.contradictedFlags
    contradictionLine = contradictionLine ?? next.contradictionLine.map { $0 + lines }
    swallowed.append(next.swallowed, after: lines)
    placeholders += next.placeholders
    otherHeaderLine = otherHeaderLine ?? next.otherHeaderLine.map { $0 + lines }
    farResponses += next.farResponses
    farResponseLine = farResponseLine ?? next.farResponseLine.map { $0 + lines }
    foreign += next.foreign
    hasForeignText = hasForeignText || next.hasForeignText
    unexpectedOffset = unexpectedOffset ?? next.unexpectedOffset.map(moved)
    unreadableFrom = next.unreadableFrom
    unreadableFrom?.line += lines
    // Last, since the lines of the other facts are counted from it.
    lines += next.lines
  }

  var rowsRead: Int { readable + rejected }

  /// Takes note of a row that begins at `start` of a window and does not end.
  mutating func noteCutRow(_ window: Window, from start: Int, _ delimiter: UInt8) {
    let quote = unsafe openQuote(window.base, from: start, to: window.count, delimiter: delimiter)
    unreadableFrom = UnreadableRest(
      line: lines + 1 + (quote?.lines ?? 0), isQuoted: quote != nil, isTooLong: !window.isLast)
  }

  /// Counts a local time that did not occur just once.
  mutating func count(_ reading: inout ZoneCursor.Reading) {
    if reading == .skipped { skippedTimes += 1 }
    if reading == .repeated { repeatedTimes += 1 }
    reading = .once
  }
}

extension SourceAccount.Tally {
  static func += (left: inout Self, right: Self) {
    left.rows += right.rows
    left.leads += right.leads
  }

  /// One more row that stands for that many leads.
  @inline(__always)
  mutating func add(_ weight: Int) {
    rows &+= 1
    leads &+= weight
  }
}

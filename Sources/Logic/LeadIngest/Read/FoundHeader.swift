import LeadModel

/// What the headers of a file were found to mean.
protocol HeaderMeaning {
  /// The headers, trimmed.
  var header: [String] { get }
  /// How many of them have a role.
  var recognised: Int { get }
  /// Notes and warnings, and errors that stand in the way of reading.
  var diagnostics: [Diagnostic] { get }
}

extension HeaderMeaning {
  /// Whether nothing stands in the way of reading.
  var isUsable: Bool { !diagnostics.hasErrors }
}

extension [String] {
  /// Whether a row below this header may have so many fields: those without a header at the end may be missing, and
  /// there may be more than headers where `isBlank` says so of each.
  func allows(_ fields: Int, isBlank: (Int) -> Bool) -> Bool {
    fields > lastIndex { !$0.isEmpty } ?? 0 && (count..<Swift.max(count, fields)).allSatisfy(isBlank)
  }
}

extension ColumnMap: HeaderMeaning {
  var recognised: Int { positions.count }
}

/// The row that names a file's columns.
struct FoundHeader<Meaning: HeaderMeaning> {
  var meaning: Meaning
  var delimiter: UInt8
  /// Where the first row after it begins, and the line breaks up to there.
  var end: Int
  var lines: Int
  /// The line breaks before it.
  var linesBefore: Int
  /// Whether the lines before it have text.
  var hasPreamble: Bool
  /// Those of its texts that were not UTF-8.
  var foreign: ForeignText
  /// Rows before it that look like data.
  var doubtful = DoubtfulRows()
  /// The line of the first row with blanks before quotes, that of the header or one near it; nil where there is none.
  var lineOfSpacedQuotes: Int?

  /// Rows that look like data where none should be.
  struct DoubtfulRows {
    var count = 0
    /// The line of the first of them, from 1.
    var line = 0
  }

  /// Whether it is more likely to be the header than another row, neither of which is usable.
  func isBetter(than other: FoundHeader?) -> Bool {
    guard let other else { return true }
    let own = (meaning.recognised, meaning.header.count)
    return own > (other.meaning.recognised, other.meaning.header.count)
  }

  /// What there is to say of the lines before it.
  func remarks(file: String) -> [Diagnostic] {
    var facts: [ReadFact] = []
    if hasPreamble { facts.append(.preamble(file, lines: linesBefore)) }
    // One such row is how a title with a date and an author looks.
    if doubtful.count > 1 {
      facts.append(.preambleLikeRows(Place(file: file, line: doubtful.line), doubtful.count))
    }
    if let line = lineOfSpacedQuotes {
      facts.append(.spacedQuotes(Place(file: file, line: line), delimiter: Unicode.Scalar(delimiter)))
    }
    return facts.map(\.diagnostic)
  }
}

typealias SourceHeader = FoundHeader<ColumnMap>

extension SourceHeader {
  /// The header of an export, consuming nothing. Throws where there are no rows.
  static func find(_ source: LeadSource, _ feed: inout WindowFeed) throws(Failure) -> SourceHeader {
    var header = try feed.findHeader(of: source.name) { texts, line, suggests in
      ColumnMap.match(
        header: texts, mapping: source.columns, file: source.name, line: line, suggests: suggests)
    }
    if !header.meaning.divided.isEmpty {
      let rows = try header.rows(around: source, &feed).below
      header.meaning.settleDivided(rows, source.columns, file: source.name, line: header.linesBefore + 1)
    }
    return header
  }

  /// The rows above and the first ones below it, blank ones left out.
  func rows(around source: LeadSource, _ feed: inout WindowFeed)
    throws(Failure) -> (above: [[String]], below: [[String]])
  {
    var index = RowIndex(delimiter: delimiter)
    let window = try feed.firstRows(of: source.name, &index, bytes: end + WindowFeed.usualSize)
    var reader = HeaderRows(window)
    var (above, below) = ([[String]](), [[String]]())
    while below.count < 200, let row = reader.next(index) {
      if row.isBlank || feed.position + row.end == end { continue }
      if feed.position + row.end < end { above.append(row.texts) } else { below.append(row.texts) }
    }
    return (above, below)
  }
}

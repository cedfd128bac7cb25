import LeadModel

/// What can be found while the rows of leads are read. The words are in `Messages`.
enum ReadFact {
  /// Nothing but white space.
  case emptyFile(String)
  /// It is something else than a table of text.
  case foreign(String, ForeignFile)
  /// The header at the place is parted by another character than the rows below it.
  case otherDelimiter(Place, header: Unicode.Scalar, rows: Unicode.Scalar)
  /// That character parts the header at the place, and is none that parts fields.
  case unknownDelimiter(Place, Unicode.Scalar)
  /// Apostrophes stand around the fields of the header at the place, and of its rows.
  case apostrophes(Place)
  /// Blanks stand before quotes, first at the place, behind that delimiter.
  case spacedQuotes(Place, delimiter: Unicode.Scalar)
  /// A header without rows.
  case noRows(String)
  /// A quote opens at the place, and nothing closes it.
  case openQuote(Place)
  /// The row that begins at the place, or is quoted from there on, is longer than any row.
  case endlessRow(Place, isQuoted: Bool)
  /// It is written in another encoding than UTF-8.
  case encoding(String, String)
  /// Its bytes contradict that encoding, which is declared or recognised. The place is the source's in the
  /// configuration, if it has one.
  case encodingDoubt(String, EncodingDoubt, readAs: TextEncoding, isDeclared: Bool, Place?)
  /// That many lines before the header.
  case preamble(String, lines: Int)
  /// So many of them look like rows of data, the first of them at that place.
  case preambleLikeRows(Place, Int)
  /// Rows below the data.
  case footer([RejectedRow])
  /// So many of so many rows cannot be read.
  case rejected(String, Int, of: Int)
  /// The same, and so many that nothing should be built of the rest; whether first responses are among the reasons, which
  /// may stand for none.
  case tooManyRejected(String, Int, of: Int, limit: Double, forResponses: Bool = false)
  /// So many of so many lines lie between quotes or cannot be read that nothing should be built of the rest.
  case tooManySwallowed(String, Int, of: Int, limit: Double)
  /// So many more rows cannot be read than are told one by one.
  case moreRejected(Int)
  /// The flag of so many of so many rows that have a time too says otherwise than it does by that threshold, the first of
  /// them at that place.
  case contradictedFlags(Place, Int, of: Int, threshold: Int)
  /// So many lines between quotes look like rows, the first of them at that place.
  case swallowedRows(Place, Int)
  /// So many first responses are decades before or after their receipt, the first of them at that place.
  case farResponses(Place, Int)
  /// Nearly all of so many rows have an id that a later one has, in the column of that header.
  case fewIDs(String, header: String, counted: Int, of: Int)
  /// So many leads are duplicates by an id such as that one, which stands for none.
  case placeholderIDs(Place, Int, example: String)
  /// The headers once more at the place, in another order.
  case otherHeader(Place)
  /// A timestamp with an offset, though no zone is configured.
  case offsetWithoutZone(RejectedRow)
  /// The latest received time is long after the one before.
  case lonelyLatest(Place, Instant, before: Instant, ZoneRules)
  /// The times of a file end earlier than those of the file before it; which row of an id counts.
  case endsEarlier(String, Instant, former: String, Instant, ZoneRules, counts: Rules.Duplicates)
  /// A file is read as leads and as their activities, and of rows with the same id the last one counts, which replaces
  /// so many, or the first one, though so many after it have earlier times.
  /// Where receipt and activity have one time, the row that counts says when the lead was received and when it was
  /// answered.
  case eventLog(String, Int, counts: Rules.Duplicates, hasOneTime: Bool)
  /// A team that has a zone occurs nowhere.
  case unknownTeamZone(String, known: [String])
}

extension ReadFact {
  /// That nothing should be built where so many of the rows that were read are rejected, or lie between quotes besides;
  /// nil where the rest is worth a report. Of both is said in which file most of them are.
  static func refusal(
    of read: Int, _ rules: Rules, rejected: (count: Int, in: String), swallowed: (count: Int, in: String),
    forResponses: Bool = false
  ) -> ReadFact? {
    let limit = rules.maxRejectedPercent
    if rules.refuses(rejected: rejected.count, of: read) {
      return .tooManyRejected(
        rejected.in, rejected.count, of: read, limit: limit, forResponses: forResponses)
    }
    let (lost, rows) = (rejected.count + swallowed.count, read + swallowed.count)
    guard swallowed.count > 0, rules.refuses(rejected: lost, of: rows) else { return nil }
    return .tooManySwallowed(swallowed.in, lost, of: rows, limit: limit)
  }
}

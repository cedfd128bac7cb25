import LeadModel

extension ReadFact {
  /// The fact for people.
  var diagnostic: Diagnostic {
    switch self {
    case .emptyFile(let file):
      return Diagnostic(
        .error, "file-empty", at: Place(file: file), "the file is empty",
        remedy: "Export the leads again; a header without rows would do.")
    case .foreign(let file, let kind):
      return Diagnostic(
        .error, "file-not-csv", at: Place(file: file),
        "it is \(kind.name), expected a table of text" + (kind == .utf32 ? " in UTF-8 or UTF-16" : ""),
        remedy: kind.remedy)
    case .otherDelimiter(let place, let header, let rows):
      return Diagnostic(
        .error, "delimiter-differs", at: place,
        "\(Delimiter.plural(header)) stand between the headers, but \(Delimiter.plural(rows)) between the fields of the "
          + "rows",
        remedy: "Export the file again, or put \(Delimiter.plural(rows)) between the headers.")
    case .unknownDelimiter(let place, let mark):
      return Diagnostic(
        .error, "delimiter-differs", at: place,
        "\(quoted(String(mark))) stands between the headers, expected \(Delimiter.allInWords)",
        remedy: "Export the file with one of these between the fields.")
    case .apostrophes(let place):
      return Diagnostic(
        .error, "quote-apostrophe", at: place, "apostrophes stand around the fields, expected quotes (\")",
        remedy: "Export it with quotes around the fields, or with nothing around them.")
    case .spacedQuotes(let place, let delimiter):
      return Diagnostic(
        .note, "quote-behind-blank", at: place,
        "blanks stand before quotes, first here: both are left out, but a \(Delimiter.name(delimiter)) between such quotes "
          + "parts fields",
        remedy: "Where rows are rejected for that, export it without blanks between the fields.")
    case .noRows(let file):
      return Diagnostic(.note, "file-without-rows", at: Place(file: file), "a header and no rows")
    case .openQuote(let place):
      return Diagnostic(
        .error, "quote-unterminated", at: place, "the quote that opens here is never closed",
        remedy: "Close it, or double it if it belongs to the text.")
    case .endlessRow(let place, isQuoted: false):
      return Diagnostic(
        .error, "row-endless", at: place, "the row that begins here is longer than 16 MiB",
        remedy: "Give a text file with one row to a line.")
    case .endlessRow(let place, isQuoted: true):
      return Diagnostic(
        .error, "row-endless", at: place,
        "the quote that opens here is not closed within 16 MiB, and no row may be longer",
        remedy: "Close it, or double it if it belongs to the text; leave so long a text out of the export.")
    case .encoding(let file, let name):
      return Diagnostic(
        .note, "encoding-recognised", at: Place(file: file), "not UTF-8: read as \(name)")
    case .encodingDoubt(let file, let doubt, let encoding, let isDeclared, let mapping):
      return encodingContradicted(file, doubt, encoding, isDeclared: isDeclared, mapping: mapping)
    case .preamble(let file, let lines):
      return Diagnostic(
        .note, "preamble-skipped", at: Place(file: file, line: 1),
        "\(times(lines, "line")) before the header \(lines == 1 ? "is" : "are") skipped")
    case .preambleLikeRows(let place, let count):
      return Diagnostic(
        .warning, "preamble-like-rows", at: place,
        "\(count) of the lines before the header, the first of them here, look like rows; they are skipped",
        remedy: "If they are rows, the file is two exports in one: part them, and give them as two files.")
    case .footer(let rows):
      return Diagnostic(
        .note, "footer-skipped", at: rows.first?.place,
        "\(times(rows.count, "line")) below the data \(rows.count == 1 ? "is" : "are") skipped")
    case .rejected(let file, let count, let total):
      return Diagnostic(
        .warning, "rows-rejected", at: Place(file: file),
        "\(count) of \(times(total, "row")) cannot be read",
        remedy: "Correct them in the export; they are in no number.")
    case .tooManyRejected(let file, let count, let total, let limit, let forResponses):
      return Diagnostic(
        .error, "too-many-rejected", at: Place(file: file),
        count == total
          ? "no row can be read, of \(total)"
          : "\(count) of \(times(total, "row")) cannot be read, more than \(limit) %",
        remedy: count == total
          ? "Each row's message says why; it may be that another column is meant."
          : "Repair the export, or "
            + (forResponses
              ? "name what stands for no first response under `never` in the configuration; or " : "")
            + "set `max_rejected` higher if the rest is worth a report.")
    case .tooManySwallowed(let file, let count, let total, let limit):
      return Diagnostic(
        .error, "too-many-rejected", at: Place(file: file),
        "\(count) of \(times(total, "row")) lie between quotes or cannot be read, more than \(limit) %",
        remedy:
          "Look for the stray quote above the first of them, and double it or take it out; or set `max_rejected` "
          + "higher if the rest is worth a report.")
    case .moreRejected(let count):
      return Diagnostic(
        .warning, "row-rejected", at: nil, "\(times(count, "more row")) cannot be read", rest: count)
    case .contradictedFlags(let place, let count, let total, let threshold):
      let found =
        "the contacted-within flag\(place.key.map { " (\(quoted($0)))" } ?? "") says otherwise than the times in \(count) of "
        + "\(times(total, "row")) with both, first here; the times count"
      if count <= 10 || count * 100 <= total {
        return Diagnostic(.note, "flag-contradicted", at: place, found)
      }
      return Diagnostic(
        .warning, "flag-contradicted", at: place, found,
        remedy:
          "Check whether the flag means something else, such as another threshold than "
          + "\(times(threshold, "minute")), and that the times are those of the receipt and the first response."
      )
    case .swallowedRows(let place, let count):
      return Diagnostic(
        .warning, "rows-in-quotes", at: place,
        count == 1
          ? "this line looks like a row but lies between quotes: it is a part of a field, and in no number"
          : "\(count) lines, this one first, look like rows but lie between quotes: they are parts of fields, and in no number",
        remedy:
          "Look for a stray quote above: one that belongs to the text has to be doubled, and its field quoted."
      )
    case .farResponses(let place, let count):
      return Diagnostic(
        .warning, "response-far-off", at: place,
        "\(times(count, "first response")) \(count == 1 ? "is" : "are") decades before or after the lead was received"
          + (count == 1 ? "" : ", first here"),
        remedy:
          "Databases write such dates for none: leave them blank in the export, or name them under "
          + "`never` in the configuration.")
    case .fewIDs(let file, let header, let counted, let total):
      return Diagnostic(
        .warning, "ids-few", at: Place(file: file, key: header),
        "nearly all rows have the lead id (\(quoted(header))) of a later one: of \(total) rows \(counted) "
          + "\(counted == 1 ? "counts" : "count")",
        remedy:
          "Check that it is the lead’s own, in full: spreadsheets make 1.23457E+16 of long numbers. If it is not, name "
          + "another column, or set `duplicates` to `keep`.")
    case .placeholderIDs(let place, let count, let example):
      return Diagnostic(
        .warning, "id-placeholder", at: place,
        "\(times(count, "lead")) \(count == 1 ? "is a duplicate" : "are duplicates") by an id such as \(quoted(example)), "
          + "which looks as if it stood for none",
        remedy:
          "Leave the cell blank in the export where there is no id, and write long numbers in full; or name another "
          + "column, or set `duplicates` to `keep`.")
    case .otherHeader(let place):
      return Diagnostic(
        .error, "header-differs", at: place,
        "the headers once more, but in another order: the rows below it do not belong to the header above",
        remedy: "Give both parts as files of their own.")
    case .offsetWithoutZone(let row):
      return Diagnostic(
        .error, "zone-missing", at: row.place,
        "\(quoted(row.text)) is a point in time, but in which zone the report is to show it is not said",
        remedy: "Set `timezone` to a name such as `America/New_York`.")
    case .lonelyLatest(let place, let latest, let before, let zone):
      return Diagnostic(
        .warning, "latest-far-off", at: place,
        "this lead was received at \(zone.local(of: latest)), more than 7 days after the next latest at "
          + "\(zone.local(of: before)); leads are judged up to then",
        remedy: "Correct the row if its date is wrong, or set `as_of`.")
    case .endsEarlier(let file, let last, let former, let formerLast, let zone, let duplicates):
      return Diagnostic(
        .warning, "file-order", at: Place(file: file),
        "its leads end at \(zone.local(of: last)), before those of \(former) at \(zone.local(of: formerLast)), but "
          + "it is read after it; of rows with the same id the \(duplicates == .first ? "first" : "last") one counts",
        remedy: "Give the files in the order of their export.", naming: former)
    case .eventLog(let file, let earlier, counts: .first, hasOneTime: _):
      return Diagnostic(
        .warning, "receipt-in-first-row", at: Place(file: file),
        "it is read as leads and as their activities, so the first row of an id is the receipt, but "
          + "\(times(earlier, "row")) after it \(earlier == 1 ? "has an earlier time" : "have earlier times")",
        remedy: "If the newest row of an id is the first, set `duplicates` to `last`.")
    case .eventLog(let file, let replaced, counts: _, let hasOneTime):
      let found =
        "it is read as leads and as their activities, so the last row of an id is the receipt: "
        + "\(times(replaced, "row")) before that \(replaced == 1 ? "is a duplicate" : "are duplicates")"
      let remedy = "If the first row of an id is the receipt, set `duplicates` to `first`."
      return hasOneTime
        ? Diagnostic(.warning, "receipt-in-last-row", at: Place(file: file), found, remedy: remedy)
        : Diagnostic(.note, "receipt-in-last-row", at: Place(file: file), found, remedy: remedy)
    case .unknownTeamZone(let team, let known):
      return Diagnostic(
        .warning, "team-unknown", at: .commandLine(key: "team_zones.\(team)"),
        "a zone is set for the team \(quoted(team)), which has no leads"
          + didYouMean(suggestion(for: team, among: known)),
        remedy: known.isEmpty
          ? "No row names a team: set `columns.team` to the header that does, or take the zone out."
          : "The teams are \(list(known)).")
    }
  }
}

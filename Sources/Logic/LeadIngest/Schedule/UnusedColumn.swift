import LeadModel

/// Columns of a schedule that are not used though they may be meant to be, by their headers.
func unusedColumns(_ meaning: ScheduleHeader, _ rows: [TextRow]) -> [(header: String, fact: ScheduleFact)] {
  /// What stands in a column, in its first rows, but for what stands for nothing.
  func values(_ position: Int) -> [String] {
    rows.prefix(100).compactMap { position < $0.fields.count ? $0.fields[position].text : nil }
      .filter { !$0.withFieldBytes(isBlankTime) }
  }
  let ofDates: [ScheduleColumn] = [.date, .firstDay, .lastDay]
  let missing = ([.team] + ofDates).filter { meaning.positions[$0] == nil }
  return meaning.unused.compactMap { position in
    let header = meaning.header[position]
    let values = values(position)
    let date = values.first(where: isDate)
    // A rate is no date, however it is spelt.
    let likely = missing.filter { date != nil || !ofDates.contains($0) }
    if !values.isEmpty, let near = likely.flatMap(\.aliases).first(where: { isMisspelt(header, $0) }) {
      return (header, .misspelt(header: header, near: near))
    }
    guard let date, values.allSatisfy(isDate), ofDates.allSatisfy(missing.contains) else { return nil }
    return (header, .unusedDates(header: header, example: date))
  }
}

/// Whether a header is an alias of as many words, each the same or misspelt: `Area name` is no `team_name`.
private func isMisspelt(_ header: String, _ alias: String) -> Bool {
  func words(_ text: String) -> [String] { text.split { !$0.isLetter }.map { $0.lowercased() } }
  let (found, meant) = (words(header), words(alias))
  return found.count == meant.count
    && zip(found, meant).allSatisfy { $0 == $1 || $1.count >= 2 && suggestion(for: $0, among: [$1]) != nil }
}

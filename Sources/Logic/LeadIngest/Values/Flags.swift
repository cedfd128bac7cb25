/// What a flag column says: true for yes, false for no, nil for words that are neither; then the row is
/// rejected, for nobody may guess. `1.0` is what data frames write for a flag where others are blank. A field that is
/// empty says nothing and is not for here.
func parseFlag(_ field: FieldBytes) -> Bool? {
  if let flag = flag(field, FlagWords.usual) { return flag }
  // `SÍ` and `NÃO` have capitals beyond ASCII.
  return field.text.lowercased().withFieldBytes { flag($0, FlagWords.foreign) }
}

/// The same of a column that says whether a lead was answered in time, for which there are words of its own; one
/// for nothing is a no.
func parseWithin(_ field: FieldBytes) -> Bool? {
  parseFlag(field) ?? flag(field, FlagWords.inTime) ?? (isBlankTime(field) ? false : nil)
}

private func flag(_ field: FieldBytes, _ words: FlagWords) -> Bool? {
  for word in words.yes where field.isSame(as: word) { return true }
  for word in words.no where field.isSame(as: word) { return false }
  return nil
}

/// Words for yes and no, in small letters.
package struct FlagWords: Sendable {
  /// They say yes.
  package let yes: [StaticString]
  /// They say no.
  package let no: [StaticString]

  /// English, and what systems write.
  static let usual = FlagWords(
    yes: ["true", "t", "yes", "y", "1", "1.0", "contacted", "ok", "x", "on"],
    no: ["false", "f", "no", "n", "0", "0.0", "not contacted", "never", "off"])
  /// Of other languages: German, French, Spanish, Italian, Portuguese, Dutch.
  static let foreign = FlagWords(
    yes: ["ja", "wahr", "oui", "vrai", "sí", "sì", "si", "verdadero", "vero", "sim", "verdadeiro", "waar"],
    no: ["nein", "falsch", "non", "faux", "falso", "não", "nao", "nee", "onwaar"])
  /// Of promises that were kept or not, for ``parseWithin(_:)`` alone: an eligible lead is none that was late.
  static let inTime = FlagWords(
    yes: ["met", "sla met", "within sla", "achieved", "in time", "on time"],
    no: ["breached", "sla breached", "outside sla", "missed", "not met", "sla violated", "late"])
  /// All of them.
  package static let all = [usual, foreign, inTime]
}

/// How many leads a row stands for: a whole number of at most nine digits; nil where it is none.
/// `3.0`, which databases write for sums, is 3, and blanks or apostrophes may group thousands. So may commas or
/// points where they cannot stand before decimals, as in `1,234` and `1,000,000`: `3,000` and `3.000` may be 3 of one
/// system and 3,000 of another, and only `decimalMark` tells.
func parseWeight(_ field: FieldBytes, decimalMark: DecimalMark? = nil) -> Int? {
  var value = 0
  var position = 0
  while field[position].isDigit {
    if position == 9 { return nil }
    value = value * 10 + Int(field[position] - 0x30)
    position += 1
  }
  if position > 0, field[position] == UInt8(ascii: "."), position + 1 == field.count { return value }
  return position == field.count && position > 0 ? value : markedWeight(field, decimalMark)
}

/// A count with marks or blanks in it; nil where it is none.
private func markedWeight(_ field: FieldBytes, _ decimalMark: DecimalMark?) -> Int? {
  func whole(_ mark: DecimalMark) -> Int? {
    var cursor = FieldCursor(field)
    // In thousandths, so that decimals other than zeros show.
    guard let value = numberDuration(&cursor, 1_000, mark), cursor.isAtEnd, value % 1_000 == 0 else {
      return nil
    }
    return value < 1_000_000_000_000 ? Int(value / 1_000) : nil
  }
  if let decimalMark { return whole(decimalMark) }
  let readings = Set(DecimalMark.allCases.compactMap(whole))
  return readings.count == 1 ? readings.first : nil
}

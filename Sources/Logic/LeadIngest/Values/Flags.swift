/// What a flag column says: true for yes, false for no, nil for words that are neither; then the row is
/// rejected, for nobody may guess. `1.0` is what data frames write for a flag where others are blank. A field that is
/// empty says nothing and is not for here; words for it are a no.
package func parseFlag(_ field: FieldBytes) -> Bool? {
  for word: StaticString in ["true", "t", "yes", "y", "1", "1.0", "contacted", "ok", "x", "on"]
  where field.isSame(as: word) {
    return true
  }
  for word: StaticString in ["false", "f", "no", "n", "0", "0.0", "not contacted", "never", "off"]
  where field.isSame(as: word) {
    return false
  }
  return isBlankTime(field) ? false : nil
}

/// How many leads a row stands for: a whole number of at most nine digits; nil where it is none.
/// `3.0`, which databases write for sums, is 3.
package func parseWeight(_ field: FieldBytes) -> Int? {
  var value = 0
  var position = 0
  while field[position].isDigit {
    if position == 9 { return nil }
    value = value * 10 + Int(field[position] - 0x30)
    position += 1
  }
  guard position > 0 else { return nil }
  if field[position] == UInt8(ascii: ".") {
    position += 1
    while field[position] == UInt8(ascii: "0") { position += 1 }
  }
  return position == field.count ? value : nil
}

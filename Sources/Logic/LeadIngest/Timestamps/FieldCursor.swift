/// A position in a field that moves forward as its parts are recognised.
struct FieldCursor {
  let field: FieldBytes
  var position = 0

  /// At the first byte.
  init(_ field: FieldBytes) { self.field = field }

  /// The byte at the position, 0 at the end.
  var next: UInt8 { field[position] }
  /// Whether everything has been recognised.
  var isAtEnd: Bool { position == field.count }

  /// Steps over that byte if it comes next.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character), !isAtEnd else { return false }
    position += 1
    return true
  }

  /// Steps over white space, and says whether there was any.
  @discardableResult mutating func takeBlanks() -> Bool {
    let start = position
    while case let width = field.blankWidth(at: position), width > 0 { position += width }
    return position > start
  }

  /// Steps over all digits that come next: their value and how many; the value is right up to 18 of them.
  mutating func takeDigits() -> (value: Int, count: Int) {
    let start = position
    var value = 0
    while next.isDigit {
      value = value &* 10 &+ Int(next &- 0x30)
      position += 1
    }
    return (value, position - start)
  }

  /// Steps over exactly two digits; nil where there are fewer or more.
  mutating func takePair() -> Int? {
    let (value, count) = takeDigits()
    return count == 2 ? value : nil
  }

  /// Steps over all ASCII letters that come next and gives them, perhaps none.
  mutating func takeLetters() -> FieldBytes {
    let start = position
    while next.isLetter { position += 1 }
    return field.part(start..<position)
  }

  /// Steps over all letters that come next, of any script, and gives them, perhaps none.
  mutating func takeWord() -> FieldBytes {
    let start = position
    while next.isLetter || next >= 0x80 && field.blankWidth(at: position) == 0 { position += 1 }
    return field.part(start..<position)
  }

  /// Steps over what says that the time of day stands before it, as in `08:00 hrs` and `14:30 Uhr`, if it comes next.
  mutating func takeHourWord() {
    var ahead = self
    ahead.takeBlanks()
    let word = ahead.takeLetters()
    if word.isSame(as: "h") || word.isSame(as: "hrs") || word.isSame(as: "uhr") { self = ahead }
  }

  /// Steps over the ending of an ordinal, as in `15th` or `1er`, if it comes next.
  mutating func takeOrdinal() {
    var ahead = self
    let ending = ahead.takeLetters()
    if ending.isSame(as: "th") || ending.isSame(as: "st") || ending.isSame(as: "nd")
      || ending.isSame(as: "rd")
      || ending.isSame(as: "er")
    {
      self = ahead
    }
  }

  /// Steps over a word between blanks, as the `de` in `15 de enero de 2024`, if it comes next.
  mutating func takeParticle(_ words: StaticString...) {
    var ahead = self
    let word = ahead.takeWord()
    if words.contains(where: { word.isSame(as: $0) }), ahead.takeBlanks() { self = ahead }
  }
}

/// Which day of the week an English name is, in full or by its first letters, three or what is customary.
func weekdayNumber(_ word: FieldBytes) -> Int? {
  if word.isSame(as: "tues") { return 2 }
  if word.isSame(as: "thur") || word.isSame(as: "thurs") { return 4 }
  let names: [StaticString] = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
  return position(of: word, in: names).map { $0 + 1 }
}

/// The position of the name that the word is in full or is the first three letters of.
func position(of word: FieldBytes, in names: [StaticString]) -> Int? {
  guard word.count >= 3 else { return nil }
  return names.firstIndex { name in
    guard word.count == 3 else { return word.isSame(as: name) }
    return name.withUTF8Buffer { letters in
      (0..<3).allSatisfy { unsafe word[$0].lowercased == letters[$0] }
    }
  }
}

/// Texts that are not UTF-8 and so read as Windows-1252, and whether they look as if they were in yet another encoding.
struct ForeignText: Sendable {
  private var texts = 0
  /// Those with signs inside words, or hardly a letter of ASCII, and those with bytes that mean nothing.
  private var oddTexts = 0
  private var brokenTexts = 0

  /// Whether there are none.
  var isEmpty: Bool { texts == 0 }

  /// Whether Windows-1252 is not what they are in: a byte has no meaning there, or a fifth of them is odd, as of texts in
  /// Cyrillic, Greek or Asian letters, and of many in Polish.
  var isMistaken: Bool { brokenTexts > 0 || oddTexts > 0 && oddTexts * 5 >= texts }

  /// Takes a text into account.
  mutating func add(_ text: FieldBytes) {
    var (plain, accented, signs) = (0, 0, 0)
    var isBroken = false
    for position in 0..<text.count {
      let byte = text[position]
      if byte.isLetter { plain += 1 } else if byte.isAccentedLetter { accented += 1 }
      if [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(byte) { isBroken = true }
      if byte.isStrayInWords, text[position - 1].isLetterOfAny, text[position + 1].isLetterOfAny {
        signs += 1
      }
    }
    texts += 1
    if isBroken { brokenTexts += 1 }
    if signs > 0 || accented > 2 && accented > plain { oddTexts += 1 }
  }

  /// Takes those of another part into account.
  static func += (left: inout ForeignText, right: ForeignText) {
    left.texts += right.texts
    left.oddTexts += right.oddTexts
    left.brokenTexts += right.brokenTexts
  }
}

extension UInt8 {
  /// Whether it is a letter beyond ASCII in Windows-1252.
  fileprivate var isAccentedLetter: Bool {
    self >= 0xC0 ? self != 0xD7 && self != 0xF7 : [0x8A, 0x8C, 0x8E, 0x9A, 0x9C, 0x9E, 0x9F].contains(self)
  }

  fileprivate var isLetterOfAny: Bool { isLetter || isAccentedLetter }

  /// Whether it is a sign of Windows-1252 that never stands between two letters, unlike apostrophes, dashes, blanks, dots
  /// and the marks of firms.
  fileprivate var isStrayInWords: Bool {
    self >= 0x80 && !isAccentedLetter
      && ![0x91, 0x92, 0x96, 0x97, 0x99, 0xA0, 0xA9, 0xAA, 0xAD, 0xAE, 0xB0, 0xB4, 0xB5, 0xB7, 0xBA].contains(
        self)
  }
}

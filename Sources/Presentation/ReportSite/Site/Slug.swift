/// The part of an address that stands for a name: `North East` becomes `north-east`.
///
/// A pure function of the name alone, so that a new team moves no other, and one-to-one, also where case does not
/// count: at most one name has the bare stem, the one written as a title (`North East` for `north-east`). Every
/// other name adds a hash of its bytes to its stem: `north-east` becomes `north-east-3b7c0a95e1d2`. Hyphens stand
/// alone and between letters or digits.
enum Slug {
  /// The address of a name that a person wrote.
  static func of(_ name: String) -> String {
    if let stem = bare(name), title(of: stem) == name { return stem }
    let start = stem(of: name).prefix(stemLimit).reversed().drop { $0 == "-" }.reversed()
    return (start.isEmpty ? "team" : String(start)) + "-" + SHA256(name).hex.prefix(hashLength)
  }

  /// The address of a name that has no others beside it; nil where it cannot do without a hash.
  static func bare(_ name: String) -> String? {
    let stem = stem(of: name)
    return stem.count > stemLimit || isReserved(stem) ? nil : stem
  }

  /// The address of the leads that name no team where others do. No name has it.
  static let unnamed = "no-team"

  /// Whether a word names a device of Windows, in any case: such a file cannot be created there.
  static func isDevice(_ word: String) -> Bool {
    let word = word.lowercased()
    let numbered = word.count == 4 && (word.hasPrefix("com") || word.hasPrefix("lpt")) && word.last!.isNumber
    return numbered || ["con", "prn", "aux", "nul"].contains(word)
  }

  private static let stemLimit = 40
  private static let hashLength = 12

  /// Lower-case ASCII letters and digits; whatever lies between them is one hyphen. Accents are dropped.
  private static func stem(of name: String) -> String {
    var stem = ""
    // Whatever follows cannot show in the stem, and a name may be 10 kB long.
    for scalar in name.unicodeScalars.prefix(4 * stemLimit) {
      if let letter = plainLetter(scalar) {
        stem.append(letter)
      } else if scalar.properties.generalCategory != .nonspacingMark, !stem.isEmpty, stem.last != "-" {
        stem.append("-")
      }
    }
    return stem.last == "-" ? String(stem.dropLast()) : stem
  }

  /// `O` and `Ö` are both `o`: Unicode names the second `LATIN CAPITAL LETTER O WITH DIAERESIS`.
  private static func plainLetter(_ scalar: Unicode.Scalar) -> Character? {
    switch scalar {
    case "a"..."z", "0"..."9": return Character(scalar)
    case "A"..."Z": return Character(Unicode.Scalar(scalar.value + 32)!)
    default:
      guard let words = scalar.properties.name?.split(separator: " "), words.count > 4, words[0] == "LATIN",
        words[2] == "LETTER", words[3].count == 1, words[4] == "WITH"
      else { return nil }
      return words[3].lowercased().first
    }
  }

  /// The one name that may have the bare stem.
  private static func title(of stem: String) -> String {
    stem.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
  }

  /// Stems that mean something else: our own files, devices, nothing at all, and whatever looks as if it had a hash.
  private static func isReserved(_ stem: String) -> Bool {
    let tail = stem.split(separator: "-").last ?? ""
    return stem.isEmpty || ["index", "data", "team", unnamed].contains(stem) || isDevice(stem)
      || (tail.count == hashLength && tail.allSatisfy(\.isHexDigit))
  }
}

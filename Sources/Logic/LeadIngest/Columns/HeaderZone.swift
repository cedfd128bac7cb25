/// The zone that a header names at its end.
struct HeaderZone: Hashable {
  /// `UTC`, what looks like an IANA name, or other words for a zone, such as `EST` or `UTC+01:00`: several zones have
  /// those, so that they cannot be looked up.
  let name: String
  /// The header before it; nil where the words may also be of the header itself, as the `est` of `first_contact_est`.
  let before: String?

  /// Looks at the end of a header; nil where it names no zone.
  init?(_ header: String) {
    if let (before, inside) = HeaderZone.bracketed(header) {
      guard let name = HeaderZone.name(in: inside) else { return nil }
      self = HeaderZone(name: name, before: before)
      return
    }
    var words = HeaderText.words(of: header)
    guard words.count > 1, let last = words.popLast() else { return nil }
    if last == "utc" || last == "gmt" {
      if words.last == "in" { words.removeLast() }
      self = HeaderZone(name: "UTC", before: words.joined(separator: " "))
    } else if let end = header.split(separator: " ").last, end.first?.isLetter == true,
      HeaderZone.isOffset(end)
    {
      self = HeaderZone(name: String(end), before: nil)
    } else if last.count > 2, HeaderZone.letters.contains(last.uppercased()) {
      self = HeaderZone(name: last.uppercased(), before: nil)
    } else {
      return nil
    }
  }

  private init(name: String, before: String?) { (self.name, self.before) = (name, before) }

  /// What stands in the round or square brackets at the end, which may hold others, and before them.
  private static func bracketed(_ text: String) -> (before: String, inside: String)? {
    let pairs: [Character: Character] = [")": "(", "]": "["]
    guard let close = text.last, let open = pairs[close] else { return nil }
    var depth = 0
    for position in text.indices.reversed() {
      if text[position] == close { depth += 1 }
      if text[position] == open { depth -= 1 }
      if depth == 0 {
        return (String(text[..<position]), String(text[text.index(after: position)...].dropLast()))
      }
    }
    return nil
  }

  /// The zone that the words in brackets name; nil where they are something else.
  private static func name(in text: String) -> String? {
    let words = HeaderText.words(of: text)
    let isOffset = isOffset(text[...])
    let core = words.filter { !["in", "time", "zone", "timezone"].contains($0) }
    if !isOffset, core == ["utc"] || core == ["gmt"] { return "UTC" }
    if isPath(text) { return text.replacing(" ", with: "_") }
    let isZone = isOffset || isLetters(text) || words.contains("time") && !regions.isDisjoint(with: words)
    return isZone ? text : nil
  }

  /// Whether it looks like an IANA name: words with a slash, with blanks only behind a known area. `MM/DD/YYYY` and
  /// `d/m/y` do not.
  private static func isPath(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let isPlain =
      parts.count > 1
      && parts.allSatisfy { part in
        !part.isEmpty && part.first != " " && part.last != " "
          && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_+- ".contains($0)) }
      }
    guard isPlain else { return false }
    return areas.contains(parts[0].lowercased())
      || !text.contains(" ") && text.first!.isUppercase && text.contains(where: \.isLowercase)
        && !text.lowercased().allSatisfy { "dmy/".contains($0) }
  }

  /// Whether it is an offset: `UTC+01:00`, `GMT -5`, `+01:00`, or one with more words behind it.
  private static func isOffset(_ text: Substring) -> Bool {
    let isNamed = ["utc", "gmt"].contains(text.prefix(3).lowercased())
    let rest = text.dropFirst(isNamed ? 3 : 0).drop { $0 == " " }
    guard let sign = rest.first, "+-−±".contains(sign) else { return false }
    let digits = rest.dropFirst().drop { $0 == " " }
    if isNamed { return digits.first?.isNumber == true }
    return digits.allSatisfy { $0.isNumber || $0 == ":" } && digits.count(where: \.isNumber) == 4
  }

  /// Whether all of it is letters that stand for zones: `EST`, `PST/PDT`.
  private static func isLetters(_ text: String) -> Bool {
    let parts = text.split { $0 == "/" || $0 == " " }
    return !parts.isEmpty && parts.allSatisfy { letters.contains(String($0)) }
  }

  /// Letters that stand for zones.
  private static let letters = Set(ZoneLetters.offsets.map { "\($0.key)" })

  /// Words one of which stands beside `time` in the names of zones: `Eastern Time`, `W. Europe Standard Time`.
  private static let regions: Set<String> = [
    "eastern", "central", "mountain", "pacific", "atlantic", "alaska", "hawaii", "greenwich", "british",
    "european",
    "europe", "moscow", "india", "indian", "china", "japan", "singapore", "australian", "zealand", "standard",
    "daylight", "summer", "universal",
  ]

  /// With what IANA names begin.
  private static let areas: Set<String> = [
    "africa", "america", "antarctica", "asia", "atlantic", "australia", "europe", "indian", "pacific", "etc",
    "us",
    "canada",
  ]
}

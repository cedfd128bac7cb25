/// A header and what it says besides the name of its column.
struct HeaderText {
  /// As in the file, trimmed.
  let text: String
  /// The whole of it ``normalised(_:)``.
  let key: String
  /// The same without a unit, a zone or the form of clock time: `First response time (seconds)` is `firstresponsetime`.
  let bareKey: String
  /// The unit it ends with: `(seconds)`, `in minutes`, `_mins`, `[h]`, `(Std.)`, `Minutes` after a small letter.
  let unit: DurationUnit?
  /// Whether it ends with the form of clock time: `(hh:mm)`, `(mm:ss)`, `[h]:mm`, `HH:mm:ss`, `(h:min)`.
  let hasClock: Bool
  /// What the first of two parts of clock time counts by that form; nil where it has none, or another.
  let clockUnit: DurationUnit?
  /// The zone it ends with: `(America/New_York)`, `_utc`, `(EST)`. What is no IANA name cannot be looked up.
  let zoneName: String?

  /// Takes a header apart.
  init(_ text: String) {
    self.text = text
    key = normalised(text)
    var words = HeaderText.words(of: text)
    let clock = HeaderText.clock(words, hasColon: text.contains(":"))
    (hasClock, clockUnit) = (clock != nil, clock?.unit)
    if let zone = HeaderZone(text) {
      zoneName = zone.name
      unit = nil
      bareKey = zone.before.map(normalised) ?? key
    } else if let clock {
      (zoneName, unit) = (nil, nil)
      bareKey = words.dropLast(clock.count).joined()
    } else if let rest = HeaderText.withoutCalendar(words) {
      // Which hours it counts changes what it says: it is another column than one of all hours.
      (zoneName, unit, bareKey) = (nil, rest.last.flatMap { HeaderText.units[$0] }, key)
    } else if let last = words.last, let found = HeaderText.units[last] ?? HeaderText.daysInBrackets(text) {
      (zoneName, unit) = (nil, found)
      words.removeLast()
      if ["in", "en", "em"].contains(words.last) { words.removeLast() }
      bareKey = words.joined()
    } else {
      (zoneName, unit, bareKey) = (nil, nil, key)
    }
  }

  /// Small letters of each word; words end at whatever is no letter or digit, and before a capital that follows
  /// a small letter.
  static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var wasLower = false
    for character in text {
      if !(character.isLetter || character.isNumber) || character.isUppercase && wasLower {
        if !word.isEmpty { words.append(word) }
        word = ""
      }
      if character.isLetter || character.isNumber { word += character.lowercased() }
      wasLower = character.isLowercase
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  /// The form of clock time at the end of a header: of how many words it is, and what the first of two parts counts.
  private static func clock(_ words: [String], hasColon: Bool) -> (count: Int, unit: DurationUnit?)? {
    for (form, unit) in clocks where words.count > form.count && words.suffix(form.count) == form {
      return (form.count, unit)
    }
    // Units from long to short, as in `(h:min)`.
    let names = words.reversed().prefix { units[$0] != nil }
    let found = names.reversed().compactMap { units[$0] }
    guard hasColon, found.count > 1, words.count > found.count,
      zip(found, found.dropFirst()).allSatisfy({ $0.microseconds > $1.microseconds })
    else { return nil }
    return (found.count, found.count == 2 && found[0].beginsClocks ? found[0] : nil)
  }

  /// The forms of clock time. One of three parts does not say which of them a shorter time lacks.
  private static let clocks: [(words: ArraySlice<String>, unit: DurationUnit?)] = [
    (["h", "mm", "ss"], nil), (["hh", "mm", "ss"], nil), (["h", "mm"], .hours), (["hh", "mm"], .hours),
    (["m", "ss"], .minutes), (["mm", "ss"], .minutes),
  ]

  /// What people write for units. A lone `m` may be months: it is none.
  private static let units: [String: DurationUnit] = Dictionary(
    uniqueKeysWithValues: DurationUnit.allCases.flatMap { unit in unit.words.map { ("\($0)", unit) } })

  /// The words before those at the end that say which hours or days were counted, which are no unit: `within business
  /// hours`, `(only working hours)`, `- 7 days`; nil where there are none.
  private static func withoutCalendar(_ words: [String]) -> ArraySlice<String>? {
    guard words.count > 2, let last = words.last, [.hours, .days].contains(units[last]),
      case let kind = words[words.count - 2], calendars.contains(kind) || kind.allSatisfy(\.isNumber)
    else { return nil }
    let rest = words.dropLast(2)
    return ["within", "in", "during", "only"].contains(rest.last) ? rest.dropLast() : rest
  }

  private static let calendars = ["business", "working", "work", "office", "opening", "calendar", "after"]

  /// Days where a header ends with `(d)`; elsewhere a `d` is that of a date, as in `(y/m/d)`.
  private static func daysInBrackets(_ text: String) -> DurationUnit? {
    ["(d)", "[d]"].contains(text.suffix(3).lowercased()) ? .days : nil
  }
}

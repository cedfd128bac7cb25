import LeadModel

/// The days that a text names: full or short English names or 1–7, Monday first; lists (`Mon,Wed`), ranges
/// (`Mon-Fri`, and round the end of the week `Fri-Mon`), `weekdays`, `weekends`, and `daily` or `*` for all.
/// `allowsNumbers` is false where the file numbers days in another way.
///
/// - Throws: the word that is no day, or the whole text where it names none.
func weekdayList(_ text: String, allowsNumbers: Bool = true) throws(ShiftFault) -> Set<Weekday> {
  func day(_ word: String?) throws(ShiftFault) -> Weekday {
    guard let word, word != "-" else { throw .unknownDay(text) }
    let number = dayNumber(word)
    if number != nil && !allowsNumbers { throw .dayNumber }
    if let day = number.map(Weekday.init) ?? weekday(word) { return day }
    throw .unknownDay(word == text.lowercased() ? text : word)
  }
  var days: Set<Weekday> = []
  for part in parts(of: text) {
    var rest = words(of: part)[...]
    while let word = rest.popFirst() {
      switch word {
      case "and": break
      case "daily": days.formUnion(Weekday.allCases)
      case "weekday", "weekdays": days.formUnion(Weekday.allCases.filter { !$0.isWeekend })
      case "weekend", "weekends": days.formUnion(Weekday.allCases.filter(\.isWeekend))
      default:
        let first = try day(word)
        var last = first
        if rest.first == "-" {
          rest.removeFirst()
          last = try day(rest.popFirst())
        }
        let steps = (last.index - first.index).modulo(7)
        days.formUnion((0...steps).map { Weekday.allCases[(first.index + $0) % 7] })
      }
    }
  }
  if days.isEmpty { throw .unknownDay(text) }
  return days
}

/// Whether a text has a day numbered 0: then Sunday is 0, or 6, and no other number can be trusted.
func hasDayZero(_ text: String) -> Bool {
  parts(of: text).contains { words(of: $0).contains { dayNumber($0) == 0 } }
}

/// What stands between the separators of a list.
private func parts(of text: String) -> [Substring] { text.split { ",;/+&|".contains($0) } }

/// The words of a part of a list in small letters: `-` for whatever says that days go from one to the next, `daily`
/// for whatever says all of them.
private func words(of part: Substring) -> [String] {
  var words: [String] = []
  /// Whether the word before says that each of the days that follow is meant.
  var isEach = false
  for word in part.lowercased().map({ "–—‑‐−-".contains($0) ? " - " : String($0) }).joined()
    .split(whereSeparator: \.isWhitespace)
  {
    switch word {
    case "to", "thru", "through", "until": words.append("-")
    case "*", "everyday": words.append("daily")
    case "all", "every": isEach = true
    case "day" where isEach, "days" where isEach:
      words.append("daily")
      isEach = false
    default:
      words.append(String(word))
      isEach = false
    }
  }
  // A lone `all` or `every`.
  if isEach { words.append("daily") }
  return words
}

/// A number, perhaps as spreadsheets write it: `1`, `1.0`.
private func dayNumber(_ word: String) -> Int? { Int(word.hasSuffix(".0") ? String(word.dropLast(2)) : word) }

/// The day of a single word: a name in full, or its beginning as it is customary.
private func weekday(_ word: String) -> Weekday? {
  let customary = [
    "tues": Weekday.tuesday, "weds": .wednesday, "wednes": .wednesday, "thur": .thursday, "thurs": .thursday,
  ]
  let bare = word.hasSuffix(".") ? String(word.dropLast()) : word
  return customary[bare]
    ?? Weekday.allCases.first { day in
      let name = day.name.lowercased()
      return bare == name || bare == name + "s" || bare == name.prefix(3) || bare == name.prefix(2)
    }
}

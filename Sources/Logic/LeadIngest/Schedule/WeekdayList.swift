import LeadModel

/// The days that a text names: full or short English names or 1–7, Monday first; lists (`Mon,Wed`), ranges
/// (`Mon-Fri`, and round the end of the week `Fri-Mon`), `weekdays`, `weekends`, and `daily` or `*` for all.
///
/// - Throws: the word that is no day, or the whole text where it names none.
func weekdayList(_ text: String) throws(ShiftFault) -> Set<Weekday> {
  let words = text.lowercased().replacing("–", with: "-").replacing(" - ", with: "-").replacing(
    " to ", with: "-"
  )
  .split { ",;/+& ".contains($0) }.filter { $0 != "and" }
  if words.isEmpty { throw .unknownDay(text) }
  var days: Set<Weekday> = []
  for word in words {
    switch word {
    case "*", "all", "daily", "everyday": days.formUnion(Weekday.allCases)
    case "weekday", "weekdays": days.formUnion(Weekday.allCases.filter { !$0.isWeekend })
    case "weekend", "weekends": days.formUnion(Weekday.allCases.filter(\.isWeekend))
    default:
      let ends = word.split(separator: "-", omittingEmptySubsequences: false).map(weekday)
      guard ends.count <= 2, let first = ends.first ?? nil, let last = ends.last ?? nil else {
        throw .unknownDay(word == text.lowercased() ? text : String(word))
      }
      let steps = (last.index - first.index).modulo(7)
      days.formUnion((0...steps).map { Weekday.allCases[(first.index + $0) % 7] })
    }
  }
  return days
}

/// The day of a single word: a number, a name in full, or its beginning as it is customary.
private func weekday(_ word: Substring) -> Weekday? {
  if let number = Int(word) { return Weekday(rawValue: number) }
  let customary = ["tues": Weekday.tuesday, "wednes": .wednesday, "thur": .thursday, "thurs": .thursday]
  let bare = word.hasSuffix(".") ? word.dropLast() : word
  return customary[String(bare)]
    ?? Weekday.allCases.first { day in
      let name = day.name.lowercased()
      return bare == name || bare == name + "s" || bare == name.prefix(3) || bare == name.prefix(2)
    }
}

/// How long a field says it took that names its units, in microseconds: `10 min`, `1h 5m`, `1 day, 2 hours and 5
/// minutes`, `2 days 03:04:05`, `1h05`, `1 Std. 5 Min.`, `PT1H5M`; nil where it is no such thing. Units go from long to
/// short, each at most once; months and years, which are not of one length, are none. `form` tells the marks of numbers
/// apart.
func wordedDuration(_ field: FieldBytes, form: DurationForm) -> Int64? {
  var cursor = FieldCursor(field)
  // As verbose intervals of PostgreSQL begin.
  if cursor.take("@") { cursor.takeBlanks() }
  // A minus is that of all parts, up to a plus: `-1 days +23:50:00`.
  var sign: Int64 = cursor.take("-") ? -1 : 1
  let isISO = cursor.take("P") || cursor.take("p")
  var (total, last, isTime) = (Int64(0), Int64.max, false)
  repeat {
    if isISO {
      if !isTime { isTime = cursor.take("T") || cursor.take("t") }
    } else if last < .max {
      // `14h30` may be a time of day, as `14:30` may.
      let isSaid = form.clockUnit != nil || abs(total) >= DurationUnit.days.microseconds
      if isSaid || last != DurationUnit.hours.microseconds, let rest = cursor.pair(behind: last) {
        return total + sign * rest
      }
      cursor.takeSeparator()
      if cursor.take("+") { sign = 1 } else if cursor.take("-") { sign = -1 }
    }
    let start = cursor
    let number = cursor.takeNumber()
    if cursor.next == UInt8(ascii: ":"), !isISO, last > DurationUnit.hours.microseconds {
      // Clock time ends it, after days at most.
      cursor = start
      let clock = last == .max ? cursor.takeNamedClock(form) : clockDuration(&cursor, .hours)
      guard let clock, cursor.isAtEnd else { return nil }
      return total + sign * clock
    }
    let unit = isISO ? cursor.takeISOUnit(isTime: isTime) : cursor.takeUnit()
    // Thousands are of the longest unit alone, and ISO 8601 has none.
    let mayGroup = !isISO && last == .max
    guard let unit, unit < last, let part = duration(of: number, unit, form, mayGroup: mayGroup),
      part == 0 || unit < month
    else {
      return nil
    }
    last = unit
    total += sign * part
    guard abs(total) < 1 << 61 else { return nil }
  } while !cursor.isAtEnd
  return total
}

/// A number of units of that many microseconds.
private func duration(of number: FieldBytes, _ unit: Int64, _ form: DurationForm, mayGroup: Bool) -> Int64? {
  var cursor = FieldCursor(number)
  let marks = NumberMarks(cursor, mayGroup: mayGroup)
  let micros = numberDuration(&cursor, unit, marks.decimalMark(in: form))
  return cursor.isAtEnd ? micros : nil
}

extension FieldCursor {
  /// Steps over what may stand between two parts: blanks, a comma, `and`.
  fileprivate mutating func takeSeparator() {
    takeBlanks()
    if take(",") { takeBlanks() }
    var ahead = self
    let word = ahead.takeLetters()
    if word.isSame(as: "and") || conjunctions.contains(where: { word.isSame(as: $0) }) {
      ahead.takeBlanks()
      self = ahead
    }
  }

  /// The two digits that end it behind hours or minutes, and count sixtieths of them: `1h05`, `5 min 30`. nil where
  /// something else comes.
  fileprivate func pair(behind unit: Int64) -> Int64? {
    guard unit == DurationUnit.hours.microseconds || unit == DurationUnit.minutes.microseconds else {
      return nil
    }
    var ahead = self
    ahead.takeBlanks()
    guard let pair = ahead.takePair(), pair < 60, ahead.isAtEnd else { return nil }
    return Int64(pair) * (unit / 60)
  }

  /// Steps over clock time and the unit of its first part: `1:05:00 h`. `1:05 hrs` may be a time of day: it is none
  /// where the form does not say that such are durations.
  fileprivate mutating func takeNamedClock(_ form: DurationForm) -> Int64? {
    var ahead = self
    let isShort = clockDuration(&ahead, nil) == nil
    guard let clock = clockDuration(&self, .hours), let unit = takeUnit() else { return nil }
    if isShort, form.clockUnit == nil { return nil }
    switch unit {
    case DurationUnit.hours.microseconds: return clock
    case DurationUnit.minutes.microseconds: return isShort ? clock / 60 : nil
    default: return nil
    }
  }

  /// Steps over digits, points, commas and what else groups thousands.
  mutating func takeNumber() -> FieldBytes {
    let start = position
    while true {
      let isPart = next.isDigit || next == UInt8(ascii: ".") || next == UInt8(ascii: ",")
      let width = isPart ? 1 : groupingWidth
      if width == 0 { break }
      position += width
    }
    return field.part(start..<position)
  }

  /// Steps over a unit and a point behind it: its microseconds; nil where there is none.
  fileprivate mutating func takeUnit() -> Int64? {
    takeBlanks()
    let word = takeWord()
    if !isAtEnd { _ = take(".") }
    return units.first { word.isSame(as: $0.name) }?.micros
  }

  /// Steps over a unit of ISO 8601: an M is a minute only after the T.
  fileprivate mutating func takeISOUnit(isTime: Bool) -> Int64? {
    let letter = field.part(position..<(position + 1))
    position += 1
    return units.first { letter.isSame(as: $0.name) && $0.isTime == isTime }?.micros
  }
}

extension FieldBytes {
  /// What the marks of the numbers of a duration tell.
  var numberMarks: [NumberMarks.Reading] {
    var found: [NumberMarks.Reading] = []
    let shifted = ShiftedNumber(self)
    // No unit has that letter.
    let isISO = contains(UInt8(ascii: "P")) || contains(UInt8(ascii: "p"))
    let mayGroup = !isISO && shifted?.isScientific != true
    var cursor = FieldCursor(self)
    while !cursor.isAtEnd {
      // Such a number may begin with its mark.
      if cursor.next.isDigit || shifted != nil && (cursor.next == 0x2E || cursor.next == 0x2C) {
        let marks = NumberMarks(FieldCursor(cursor.takeNumber()), mayGroup: mayGroup && found.isEmpty)
        found.append(marks.reading)
      } else {
        cursor.position += 1
      }
    }
    return found
  }
}

/// Longer than any unit of one length. Years and months may only be none, as where all parts of an interval are written.
private let month: Int64 = 31 * DurationUnit.days.microseconds

/// The names of units, with their microseconds, and whether they are parts of a day: those of headers, those that would
/// be something else there, and longer ones.
private let units: [(name: StaticString, micros: Int64, isTime: Bool)] = {
  let more: [([StaticString], Int64, Bool)] = [
    (["m", "minuto", "minuut"], DurationUnit.minutes.microseconds, true),
    (["stunde", "heure", "hora", "ora", "uur"], DurationUnit.hours.microseconds, true),
    (["sekunde", "seconde", "segundo", "secondo"], DurationUnit.seconds.microseconds, true),
    (
      ["d", "day", "tag", "jour", "día", "dia", "giorno", "dag"], DurationUnit.days.microseconds, false
    ),
    (
      [
        "w", "week", "weeks", "woche", "wochen", "semaine", "semaines", "semana", "semanas", "settimana",
        "settimane", "weken",
      ], 7 * DurationUnit.days.microseconds, false
    ),
    (["m", "mon", "mons", "month", "months"], month, false), (["y", "year", "years"], 12 * month, false),
  ]
  let usual = DurationUnit.allCases.map { ($0.words, $0.microseconds, $0 != .days) }
  return (usual + more).flatMap { names, micros, isTime in names.map { ($0, micros, isTime) } }
}()

/// What stands for `and` in other languages.
private let conjunctions: [StaticString] = ["und", "et", "y", "e", "en"]

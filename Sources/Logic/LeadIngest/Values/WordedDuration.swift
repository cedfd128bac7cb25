/// How long a field says it took that names its units, in microseconds: `10 min`, `1h 5m`, `1 day, 2 hours and 5
/// minutes`, `2 days 03:04:05`, `PT1H5M`; nil where it is no such thing. Units go from long to short, each at most
/// once; months and years are none, since they are not of one length. `form` tells the marks of numbers apart.
func wordedDuration(_ field: FieldBytes, form: DurationForm) -> Int64? {
  var cursor = FieldCursor(field)
  // A minus is that of all parts, up to a plus: `-1 days +23:50:00`.
  var sign: Int64 = cursor.take("-") ? -1 : 1
  let isISO = cursor.take("P") || cursor.take("p")
  var (total, last, isTime) = (Int64(0), Int64.max, false)
  repeat {
    if isISO {
      if !isTime { isTime = cursor.take("T") || cursor.take("t") }
    } else if last < .max {
      cursor.takeSeparator()
      if cursor.take("+") { sign = 1 } else if cursor.take("-") { sign = -1 }
    }
    let start = cursor
    let number = cursor.takeNumber()
    if cursor.next == UInt8(ascii: ":"), !isISO, last > DurationUnit.hours.microseconds {
      // Clock time ends it, after days at most.
      cursor = start
      guard let clock = clockDuration(&cursor, .hours), cursor.isAtEnd else { return nil }
      return total + sign * clock
    }
    let unit = isISO ? cursor.takeISOUnit(isTime: isTime) : cursor.takeUnit()
    // Thousands are of the longest unit alone, and ISO 8601 has none.
    let mayGroup = !isISO && last == .max
    guard let unit, unit < last, let part = duration(of: number, unit, form, mayGroup: mayGroup) else {
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
    if ahead.takeLetters().isSame(as: "and") {
      ahead.takeBlanks()
      self = ahead
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
    let word = takeLetters()
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
    // No unit has that letter.
    let isISO = contains(UInt8(ascii: "P")) || contains(UInt8(ascii: "p"))
    var cursor = FieldCursor(self)
    while !cursor.isAtEnd {
      if cursor.next.isDigit {
        let marks = NumberMarks(FieldCursor(cursor.takeNumber()), mayGroup: !isISO && found.isEmpty)
        found.append(marks.reading)
      } else {
        cursor.position += 1
      }
    }
    return found
  }
}

/// The names of units, with their microseconds, and whether they are parts of a day.
private let units: [(name: StaticString, micros: Int64, isTime: Bool)] = {
  let (second, hour) = (DurationUnit.seconds.microseconds, DurationUnit.hours.microseconds)
  let names: [([StaticString], Int64, Bool)] = [
    (["h", "hr", "hrs", "hour", "hours"], hour, true),
    (["m", "min", "mins", "minute", "minutes"], hour / 60, true),
    (["s", "sec", "secs", "second", "seconds"], second, true),
    (["ms", "msec", "msecs", "millisecond", "milliseconds"], second / 1_000, true),
    (["d", "day", "days"], 24 * hour, false), (["w", "week", "weeks"], 168 * hour, false),
  ]
  return names.flatMap { names, micros, isTime in names.map { ($0, micros, isTime) } }
}()

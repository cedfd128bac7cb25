/// How long a field says it took that names its units, in microseconds: `10 min`, `1h 5m`, `1 day, 2 hours and 5
/// minutes`, `2 days 03:04:05`, `PT1H5M`; nil where it is no such thing. Units go from long to short, each at most
/// once; months and years are none, since they are not of one length.
func wordedDuration(_ field: FieldBytes) -> Int64? {
  var cursor = FieldCursor(field)
  // A minus is that of all parts, up to a plus: `-1 days +23:50:00`.
  var sign: Int64 = cursor.take("-") ? -1 : 1
  let isISO = cursor.take("P") || cursor.take("p")
  var (total, last, isTime) = (Int64(0), Int64.max, !isISO)
  repeat {
    if isISO {
      if !isTime { isTime = cursor.take("T") || cursor.take("t") }
    } else if last < .max {
      cursor.takeSeparator()
      if cursor.take("+") { sign = 1 } else if cursor.take("-") { sign = -1 }
    }
    guard let part = cursor.takePart(isISO: isISO, isTime: isTime), part.unit < last else { return nil }
    last = part.unit
    total += sign * part.micros
    guard abs(total) < 1 << 61 else { return nil }
  } while !cursor.isAtEnd
  return total
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

  /// Steps over a number and its unit, or over clock time, whose unit is a second; nil where there is none.
  fileprivate mutating func takePart(isISO: Bool, isTime: Bool) -> (micros: Int64, unit: Int64)? {
    let start = self
    let (whole, digits) = takeDigits()
    guard (1...9).contains(digits) else { return nil }
    if next == UInt8(ascii: ":"), !isISO {
      self = start
      return clockDuration(&self).map { ($0, 1_000_000) }
    }
    let point = position
    let hasFraction = (take(".") || take(",")) && next.isDigit
    let decimals = self
    while hasFraction, next.isDigit { position += 1 }
    if !hasFraction { position = point }
    if !isISO { takeBlanks() }
    guard let unit = microseconds(in: takeLetters(isISO ? 1 : 12), isISO: isISO, isTime: isTime) else {
      return nil
    }
    if !isISO, !isAtEnd { _ = take(".") }
    var rest = decimals
    // Room is left for adding it to any time.
    let (micros, isTooLong) = Int64(whole).multipliedReportingOverflow(by: unit)
    guard !isTooLong, micros < 1 << 61 else { return nil }
    guard hasFraction else { return (micros, unit) }
    return fraction(&rest, of: unit).map { (micros + $0, unit) }
  }

  /// Steps over at most that many letters that come next.
  private mutating func takeLetters(_ count: Int) -> FieldBytes {
    let start = position
    while next.isLetter, position - start < count { position += 1 }
    return field.part(start..<position)
  }
}

/// The microseconds of a unit; nil for what is none. In ISO 8601 an M is a minute only after the T.
private func microseconds(in word: FieldBytes, isISO: Bool, isTime: Bool) -> Int64? {
  let hour: Int64 = 3_600_000_000
  let units: [(names: [StaticString], micros: Int64, isTime: Bool)] = [
    (["w", "week", "weeks"], 168 * hour, false), (["d", "day", "days"], 24 * hour, false),
    (["h", "hr", "hrs", "hour", "hours"], hour, true),
    (["m", "min", "mins", "minute", "minutes"], hour / 60, true),
    (["s", "sec", "secs", "second", "seconds"], 1_000_000, true),
    (["ms", "msec", "msecs", "millisecond", "milliseconds"], 1_000, true),
  ]
  let unit = units.first { $0.names.contains { word.isSame(as: $0) } }
  guard let unit, !isISO || unit.isTime == isTime else { return nil }
  return unit.micros
}

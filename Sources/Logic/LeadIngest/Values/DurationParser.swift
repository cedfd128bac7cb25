/// How long a field says it took, in microseconds, further digits cut; nil where it is no duration.
///
/// A number of at most 15 digits before the point counts units; its decimal mark is a point or a comma, and where
/// both occur the other one groups thousands (`1.234,5`). `H:MM:SS`, with hours of any count and a fraction
/// perhaps, needs no unit. A minus is kept: the lead was answered before it was received.
package func parseDuration(_ field: FieldBytes, unit: DurationUnit) -> Int64? {
  var cursor = FieldCursor(field)
  let isNegative = cursor.take("-")
  let magnitude = field.contains(UInt8(ascii: ":")) ? clockDuration(&cursor) : numberDuration(&cursor, unit)
  guard let magnitude, cursor.isAtEnd else { return nil }
  return isNegative ? -magnitude : magnitude
}

/// `26:03:00.5`.
private func clockDuration(_ cursor: inout FieldCursor) -> Int64? {
  let (hours, count) = cursor.takeDigits()
  guard (1...6).contains(count), cursor.take(":"), let minutes = cursor.takePair(), minutes < 60,
    cursor.take(":"), let seconds = cursor.takePair(), seconds < 60
  else { return nil }
  var micros = Int64((hours * 60 + minutes) * 60 + seconds) * 1_000_000
  if cursor.take(".") || cursor.take(",") {
    guard let fraction = fraction(&cursor, of: 1_000_000) else { return nil }
    micros += fraction
  }
  return micros
}

/// `12`, `12.5`, `12,5`, `1,234.5`, `1.234,5`.
private func numberDuration(_ cursor: inout FieldCursor, _ unit: DurationUnit) -> Int64? {
  let (first, count) = cursor.takeDigits()
  guard (1...15).contains(count) else { return nil }
  var whole = Int64(first)
  let mark = cursor.next
  if count <= 3, let decimal = groupedMark(cursor) {
    var groups = 1
    while cursor.next == mark, cursor.next != decimal || groups == 0 {
      cursor.position += 1
      let (group, length) = cursor.takeDigits()
      guard length == 3, groups < 5 else { return nil }
      whole = whole * 1_000 + Int64(group)
      groups += 1
    }
  }
  let (scaled, overflow) = whole.multipliedReportingOverflow(by: unit.microseconds)
  guard !overflow, scaled < 1 << 61 else { return nil }
  guard cursor.take(".") || cursor.take(",") else { return scaled }
  return fraction(&cursor, of: unit.microseconds).map { scaled + $0 }
}

/// The decimal mark where the mark at hand groups thousands: the other one follows it, or it occurs twice.
private func groupedMark(_ cursor: FieldCursor) -> UInt8? {
  let mark = cursor.next
  let (point, comma) = (UInt8(ascii: "."), UInt8(ascii: ","))
  guard mark == point || mark == comma else { return nil }
  let other = mark == point ? comma : point
  var occurrences = 0
  for position in cursor.position..<cursor.field.count {
    if cursor.field[position] == other { return other }
    if cursor.field[position] == mark { occurrences += 1 }
  }
  return occurrences > 1 ? other : nil
}

/// The digits that come next as a fraction of a whole of that many microseconds, cut; nil where there are none.
private func fraction(_ cursor: inout FieldCursor, of whole: Int64) -> Int64? {
  guard cursor.next.isDigit else { return nil }
  var (digits, scale) = (Int64(0), Int64(1))
  while cursor.next.isDigit {
    if scale < 100_000_000 {
      digits = digits * 10 + Int64(cursor.next - 0x30)
      scale *= 10
    }
    cursor.position += 1
  }
  return digits * whole / scale
}

/// A time that may stand in two columns, as their headers say: `Created date` and `Created time`, `Date received` and
/// `Time received`.
struct DividedTime: Hashable, Sendable {
  /// ``ColumnRole/received`` or ``ColumnRole/firstResponse``, which one of them was given.
  var role: ColumnRole
  /// The positions of the columns.
  var date: Int
  var time: Int

  /// What the two columns hold, as the first rows show.
  enum Contents {
    /// Dates in one, times of day in the other.
    case divided
    /// Times of day beside something else: whole times, or nothing.
    case timesOfDay
    /// Whole times in both.
    case twoTimes
    /// Anything else: the column with the role is read as it stands.
    case other
  }

  /// What they hold, by the fields of the first rows.
  func contents(_ rows: [[String]]) -> Contents {
    let (dates, times) = (HalfEvidence(rows, date), HalfEvidence(rows, time))
    if times.isMostly(\.timesOfDay) { return dates.isMostly(\.dates) ? .divided : .timesOfDay }
    return times.isMostly(\.times) && dates.isMostly(\.times) ? .twoTimes : .other
  }
}

/// What the fields of one such column are.
private struct HalfEvidence {
  var dates = 0
  var timesOfDay = 0
  var times = 0
  var filled = 0

  init(_ rows: [[String]], _ position: Int) {
    for row in rows where row.indices.contains(position) { add(row[position]) }
  }

  private mutating func add(_ text: String) {
    if text.withFieldBytes({ isBlankTime($0.trimmed) }) { return }
    filled += 1
    if let parts = HalfEvidence.parts(text) {
      if parts.style == .serial || parts.style == .epoch { return }
      // A system may fill the time of day that it does not have with a midnight.
      if parts.timeOfDay ?? 0 == 0 { dates += 1 } else { times += 1 }
    } else if HalfEvidence.parts("2000-01-01 " + text)?.timeOfDay != nil {
      timesOfDay += 1
    }
  }

  private static func parts(_ text: String) -> TimestampParts? {
    text.withFieldBytes { try? TimestampParts($0.trimmed) }
  }

  /// Whether nine in ten are so.
  func isMostly(_ kind: KeyPath<HalfEvidence, Int>) -> Bool {
    filled > 0 && self[keyPath: kind] * 10 >= filled * 9
  }
}

extension HeaderText {
  /// The keys that the headers of a date and of its time of day have where this is one of them: those of `Created date`
  /// and of `Created time`; nil where it is neither.
  var halves: (date: String, time: String)? {
    func halves(_ own: String, _ rest: String, atEnd: Bool) -> (date: String, time: String)? {
      guard own == "date" || own == "time", !rest.isEmpty else { return nil }
      return atEnd ? (rest + "date", rest + "time") : ("date" + rest, "time" + rest)
    }
    return halves(String(key.suffix(4)), String(key.dropLast(4)), atEnd: true)
      ?? halves(String(key.prefix(4)), String(key.dropFirst(4)), atEnd: false)
  }
}

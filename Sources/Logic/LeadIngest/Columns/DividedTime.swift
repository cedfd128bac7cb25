import LeadModel

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

  /// What they hold, by the fields of the first rows, but for those that say in one of them that there was no response.
  func contents(_ rows: [[String]], _ never: NeverWords) -> Contents {
    let rows = rows.filter { row in
      role == .received
        || ![date, time].contains { row.indices.contains($0) && never.contains(row[$0]) }
    }
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

  /// Whether it is called the date of a time that another column has: then it is no other candidate for it.
  func isDate(of role: ColumnRole, beside others: [HeaderText]) -> Bool {
    guard role == .received || role == .firstResponse, let halves, halves.date == key else { return false }
    return ColumnRole.keys[role]!.contains(halves.time) && others.contains { $0.key == halves.time }
  }
}

extension ColumnMap {
  /// The times that are called so that they may stand in two columns, where the configuration says nothing of them.
  func dividedTimes(_ texts: [HeaderText], _ mapping: ColumnMapping) -> [DividedTime] {
    [ColumnRole.received, .firstResponse].compactMap { role in
      guard let position = self[role], mapping.headers[role] == nil, let half = role.ofTimeOfDay,
        mapping.headers[half] == nil, role == .received || mapping.durationUnit == nil,
        let halves = texts[position].halves
      else { return nil }
      let columns = [halves.date, halves.time].map { key in texts.indices.filter { texts[$0].key == key } }
      guard columns.allSatisfy({ $0.count == 1 }) else { return nil }
      let divided = DividedTime(role: role, date: columns[0][0], time: columns[1][0])
      let others = positions.filter { $0.key != role }.values
      return others.contains(divided.date) || others.contains(divided.time) ? nil : divided
    }
  }

  /// Settles by the first rows what may stand in two columns.
  mutating func settleDivided(_ rows: [[String]], _ mapping: ColumnMapping, file: String, line: Int) {
    for time in divided {
      guard let fact = settle(time, time.contents(rows, NeverWords(mapping.never))) else { continue }
      diagnostics.append(fact.diagnostic(at: Place(file: file, line: line), mapping: mapping.place))
    }
  }

  /// Times of day beside dates are one time; a first response is put together only where the receipt is, for elsewhere
  /// it may also be how long it took.
  /// - Returns: what there is to say of it.
  private mutating func settle(_ time: DividedTime, _ contents: DividedTime.Contents) -> ColumnFact? {
    let (role, halves) = (time.role, [header[time.date], header[time.time]])
    switch contents {
    case .divided where role == .received || self[.receivedTimeOfDay] != nil:
      (positions[role], positions[role.ofTimeOfDay!]) = (time.date, time.time)
      reasons[role.ofTimeOfDay!] = reasons[role]
      return .joined(role: role.title, headers: halves)
    case .divided, .timesOfDay:
      if role == .received { positions[role] = time.date }
      return self[.firstResponse] == time.time
        ? .timeOfDayOrDuration(date: halves[0], time: halves[1]) : nil
    case .twoTimes:
      let areNames = halves.allSatisfy { ColumnRole.keys[role]!.contains(normalised($0)) }
      return areNames ? .equalColumns(role: role.title, key: role.rawValue, headers: halves) : nil
    case .other: return nil
    }
  }
}

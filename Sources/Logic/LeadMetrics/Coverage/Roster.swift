import LeadModel

/// The shifts of one team.
struct Roster: Sendable {
  /// Whose shifts there are, by the bytes of their names.
  let reps: [String]
  private let shifts: [(rep: Int, shift: Shift)]
  private let daysOff: [(rep: Int?, shift: Shift)]
  private let isOnlyDated: Bool

  /// `shifts` and days off that belong to the team; `*` stands for all of it.
  init(_ rows: [Shift]) {
    let names = Set(rows.filter { $0.hours != nil }.map(\.rep)).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    reps = names
    shifts = rows.filter { $0.hours != nil }.map { (names.firstIndex(of: $0.rep)!, $0) }
    daysOff = rows.filter { $0.hours == nil }.compactMap { row in
      if row.rep == "*" { return (nil, row) }
      return names.firstIndex(of: row.rep).map { ($0, row) }
    }
    isOnlyDated = shifts.allSatisfy { $0.shift.isDated }
  }

  /// Whether anything is known about a day.
  func isKnown(_ date: CivilDate) -> Bool {
    !shifts.isEmpty && (!isOnlyDated || shifts.contains { $0.shift.isValid(on: date) })
  }

  /// Who is on shift on a day: minutes 0…1440 of it, per rep disjoint and ascending.
  func presence(on date: CivilDate) -> [(rep: Int, minutes: Range<Int>)] {
    var found: [(rep: Int, minutes: Range<Int>)] = []
    for (rep, shift) in shifts {
      let hours = shift.hours!
      let end = hours.start + hours.length
      if begins(rep, shift, on: date) { found.append((rep, hours.start..<min(end, 1_440))) }
      if end > 1_440, begins(rep, shift, on: date.adding(days: -1)) { found.append((rep, 0..<end - 1_440)) }
    }
    found.sort { ($0.rep, $0.minutes.lowerBound) < ($1.rep, $1.minutes.lowerBound) }
    var merged: [(rep: Int, minutes: Range<Int>)] = []
    for next in found {
      if let last = merged.last, last.rep == next.rep, next.minutes.lowerBound <= last.minutes.upperBound {
        let end = max(last.minutes.upperBound, next.minutes.upperBound)
        merged[merged.count - 1].minutes = last.minutes.lowerBound..<end
      } else {
        merged.append(next)
      }
    }
    return merged
  }

  private func begins(_ rep: Int, _ shift: Shift, on date: CivilDate) -> Bool {
    shift.isValid(on: date) && shift.weekdays.contains(date.weekday)
      && !daysOff.contains { off in
        (off.rep ?? rep) == rep && off.shift.isValid(on: date) && off.shift.weekdays.contains(date.weekday)
      }
  }

  /// The key of each minute of a week: its slot, beyond all slots where nobody is on shift, beyond both
  /// where that is unknown.
  func keys(of week: ISOWeek, slotMinutes: Int) -> [UInt16] {
    let slots = 10_080 / slotMinutes
    var keys = [UInt16](repeating: 0, count: 10_080)
    for day in 0..<7 {
      let date = week.monday.adding(days: day)
      let plane = isKnown(date) ? 1 : 2
      for minute in day * 1_440..<(day + 1) * 1_440 {
        keys[minute] = UInt16(plane * slots + minute / slotMinutes)
      }
      guard plane == 1 else { continue }
      for (_, minutes) in presence(on: date) {
        for minute in minutes {
          keys[day * 1_440 + minute] = UInt16((day * 1_440 + minute) / slotMinutes)
        }
      }
    }
    return keys
  }
}

extension Shift {
  var isDated: Bool { firstDay != nil || lastDay != nil }

  /// Whether its dates allow it to begin on a day.
  func isValid(on date: CivilDate) -> Bool {
    (firstDay.map { $0 <= date } ?? true) && (lastDay.map { date <= $0 } ?? true)
  }
}

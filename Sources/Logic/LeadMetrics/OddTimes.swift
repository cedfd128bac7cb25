import LeadModel

// What received times can tell of how they were written.

extension LeadTable {
  /// A handful of rows, or one in a hundred, years before all others: a date that stands for none.
  var earlyBegin: LeadFact? {
    let weeks = (0..<weekCount).lazy.map { week in
      (week: week, rows: teams.indices.reduce(0) { $0 + rows(team: $1, week: week) })
    }.filter { $0.rows > 0 }
    var found = weeks.makeIterator()
    guard let first = found.next(), let next = found.next(), next.week - first.week > 104 else { return nil }
    let all = partitions.reduce(0) { $0 + $1.count }
    guard first.rows <= max(3, all / 100) else { return nil }
    func week(_ position: Int) -> ISOWeek { ISOWeek(index: firstWeek.index + position) }
    return .beginsEarly(rows: first.rows, in: week(first.week), next: week(next.week))
  }

  private func rows(team: Int, week: Int) -> Int {
    partitions[team * weekCount + week].count { !$0.isRemoved }
  }

  /// Rows of both halves of the night and the morning, and none of the afternoon: clocks of twelve hours without their
  /// AM and PM. Usual rows end the search at once.
  var lostAfternoon: LeadFact? {
    var (rows, night, noon) = (0, 0, 0)
    for row in partitions.joined() where !row.isRemoved {
      let hour = row.minuteOfWeek % 1_440 / 60
      if hour == 0 || hour > 12 { return nil }
      rows += 1
      if hour < 6 { night += 1 }
      if hour == 12 { noon += 1 }
    }
    // Who works mornings only has few leads at night.
    return rows >= 100 && noon > 0 && night * 5 >= rows ? .noAfternoon(rows: rows, night: night) : nil
  }
}

import LeadModel

// What received times can tell of how they were written.

extension Intake {
  /// The same, with the place of the first of them.
  var earlyBegin: LeadFact? {
    guard case .beginsEarly(let rows, let week, let next, _)? = table.earlyBegin else { return nil }
    // The first row of all may be none that counts.
    let isFirst = firstReceived.map { ISOWeek(containing: zone.local(of: $0).date) } == week
    return .beginsEarly(rows: rows, in: week, next: next, at: isFirst ? firstPlace : nil)
  }
}

extension LeadTable {
  /// A handful of rows, or one in a hundred, years before all others: dates that stand for none.
  var earlyBegin: LeadFact? {
    let all = partitions.reduce(0) { $0 + $1.count }
    let most = min(max(3, all / 100), (all - 1) / 2)
    var (early, first, last) = (0, Int?.none, 0)
    var found: LeadFact?
    for week in 0..<weekCount {
      let rows = teams.indices.reduce(0) { $0 + partitions[$1 * weekCount + week].count }
      if rows == 0 { continue }
      if let first, week - last > 104 {
        found = .beginsEarly(rows: early, in: self.week(first), next: self.week(week), at: nil)
      }
      (early, first, last) = (early + rows, first ?? week, week)
      if early > most { break }
    }
    return found
  }

  private func week(_ position: Int) -> ISOWeek { ISOWeek(index: firstWeek.index + position) }

  /// Rows of both halves of the night and the morning, and none of the afternoon: clocks of twelve hours without their
  /// AM and PM. Usual rows end the search at once.
  var lostAfternoon: LeadFact? {
    var (rows, night, noon) = (0, 0, 0)
    for row in self.rows {
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

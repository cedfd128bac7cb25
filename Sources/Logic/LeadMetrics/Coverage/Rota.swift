import LeadModel

/// When someone is on shift in a period, to the minute.
package struct RepShifts: Hashable, Sendable {
  /// The rep's name.
  package let name: String
  /// Per weekday, Monday first, the minutes of the day 0…1440 that the rep is there on any of its dates: disjoint and
  /// ascending.
  package let days: [[Range<Int>]]
}

extension Analysis {
  /// Who of a team is on shift when in a period, up to the date of the cut-off, by the bytes of their names; nobody
  /// where that is unknown.
  package func rota(team: Int, _ period: Period) -> [RepShifts] {
    let timetable = cube.timetables[team]
    // Days of the same plan are looked at once.
    var plans: Set<Int> = []
    for span in calendar.passedSpans(period, team: team) {
      for day in 0..<7 where span.minutes.overlaps(day * 1_440..<(day + 1) * 1_440) {
        plans.insert(timetable.position(of: span.week.monday.adding(days: day)))
      }
    }
    let days = (0..<7).map { day in
      Timetable.merged(plans.filter { $0 % 7 == day }.flatMap { timetable.day(at: $0).presence })
    }
    return timetable.reps.indices.compactMap { rep in
      let own = days.map { day in day.filter { $0.rep == rep }.map(\.minutes) }
      return own.allSatisfy(\.isEmpty) ? nil : RepShifts(name: timetable.reps[rep].text, days: own)
    }
  }
}

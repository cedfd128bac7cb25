import LeadModel

extension CoverageMap {
  /// The coverage of one team on the dates of the given parts of weeks, which end at the cut-off. Who is on shift
  /// does not depend on the hour at which an export was taken, so the last date counts as a whole, but for the
  /// minutes that had passed.
  init(_ timetable: Timetable, spans: [WeekSpan], slotMinutes: Int, hasSchedule: Bool) {
    // Days with the same plan are counted first: years of alike weeks cost no more than one.
    var days: [Int: Int] = [:]
    for span in spans {
      for day in 0..<7 where span.minutes.overlaps(day * 1_440..<(day + 1) * 1_440) {
        days[timetable.position(of: span.week.monday.adding(days: day)), default: 0] += 1
      }
    }
    var staff = Staff(reps: timetable.reps.count, slotMinutes: slotMinutes)
    for (position, times) in days.sorted(by: { $0.key < $1.key }) {
      staff.add(timetable.day(at: position), weekday: position % 7, times: times)
    }
    if let last = spans.last, last.minutes.upperBound % 1_440 > 0 {
      let (day, minute) = last.minutes.upperBound.quotientAndRemainder(dividingBy: 1_440)
      staff.end(timetable.day(at: timetable.position(of: last.week.monday.adding(days: day))), day, minute)
    }
    let knowledge: Knowledge =
      if !hasSchedule {
        .unknown(.noSchedule)
      } else if !timetable.hasShifts {
        .unknown(.noShifts)
      } else if staff.days == 0 {
        .unknown(.notBegun)
      } else if staff.minutes.allSatisfy({ $0 == 0 }) {
        .unknown(.outsideDates)
      } else {
        staff.knownDays < staff.days ? .partly(.outsideDates) : .known
      }
    let isKnown = if case .unknown = knowledge { false } else { true }
    self.init(
      knowledge: knowledge, slotMinutes: slotMinutes, cells: isKnown ? staff.cells(timetable.reps) : [],
      dates: staff.daysOfWeek)
  }

  /// Coverage of several teams, of ``Timetable/pooled(_:)``: their sum. One whose clocks have fewer dates in the period
  /// than the others' has the average over its own.
  init(sum maps: [CoverageMap], slotMinutes: Int) {
    let known = maps.filter(\.isKnown)
    let knowledge: Knowledge =
      if let first = known.first {
        known.count < maps.count
          ? .partly(.someTeams) : known.first { $0.knowledge != .known }?.knowledge ?? first.knowledge
      } else {
        maps.first?.knowledge ?? .unknown(.noSchedule)
      }
    let dates = (0..<7).map { day in maps.map { $0.dates[day] }.max() ?? 0 }
    let count = known.first?.cells.count ?? 0
    let cells = (0..<count).map { index in
      var sum = known.reduce(into: CoverageCell()) { sum, map in
        let cell = map.cells[index]
        sum.repMinutes += cell.repMinutes
        sum.passedMinutes += cell.passedMinutes
        sum.minutes = max(sum.minutes, cell.minutes)
        sum.average += cell.average
        sum.reps += cell.reps
      }
      sum.mergeReps(dates: dates[index * 7 / count])
      return sum
    }
    self.init(knowledge: knowledge, slotMinutes: slotMinutes, cells: cells, dates: dates)
  }
}

extension CoverageCell {
  /// Names each rep once, a rep of several teams too, out of all the dates of the weekday, by the bytes of names.
  fileprivate mutating func mergeReps(dates: Int) {
    var merged: [Presence] = []
    for rep in reps.sorted(by: { Name($0.name) < Name($1.name) }) {
      if let last = merged.indices.last, Name(merged[last].name) == Name(rep.name) {
        merged[last].dates = min(dates, merged[last].dates + rep.dates)
      } else {
        merged.append(Presence(name: rep.name, dates: rep.dates, of: dates))
      }
    }
    reps = merged
  }
}

/// Minutes on shift summed over days.
private struct Staff {
  let reps: Int
  let slotMinutes: Int
  /// Days added, and those of them whose plan is known.
  var days = 0
  var knownDays = 0
  /// Days added, by weekday.
  var daysOfWeek = Array(repeating: 0, count: 7)
  /// Per cell: rep-minutes, past minutes, minutes that are known; and dates per rep.
  var repMinutes: [Int]
  var passedMinutes: [Int]
  var minutes: [Int]
  var repDates: [Int]

  init(reps: Int, slotMinutes: Int) {
    self.reps = reps
    self.slotMinutes = slotMinutes
    let cells = 10_080 / slotMinutes
    repMinutes = Array(repeating: 0, count: cells)
    passedMinutes = repMinutes
    minutes = repMinutes
    repDates = Array(repeating: 0, count: cells * reps)
  }

  /// Adds `times` days of a weekday with that plan.
  mutating func add(_ day: Timetable.Day, weekday: Int, times: Int) {
    days += times
    daysOfWeek[weekday] += times
    if day.isKnown { knownDays += times }
    let first = weekday * 1_440 / slotMinutes
    // Of a date of which the schedule does not speak, only what is left of a shift of the day before is known.
    let tail = Set(day.presence.flatMap { slots(of: $0.minutes).map(\.slot) })
    for slot in 0..<1_440 / slotMinutes where day.isKnown || tail.contains(slot) {
      minutes[first + slot] += slotMinutes * times
    }
    var seen = (rep: -1, slot: -1)
    for (rep, shift) in day.presence {
      for (slot, overlap) in slots(of: shift) {
        repMinutes[first + slot] += overlap * times
        passedMinutes[first + slot] += overlap * times
        // A rep who leaves and comes back within a slot was there on that date once.
        if seen != (rep, slot) { repDates[(first + slot) * reps + rep] += times }
        seen = (rep, slot)
      }
    }
  }

  /// Says that a day that was added ended at a minute: what comes after has not passed.
  mutating func end(_ day: Timetable.Day, _ weekday: Int, _ minute: Int) {
    for (_, shift) in day.presence where shift.upperBound > minute {
      for (slot, overlap) in slots(of: max(shift.lowerBound, minute)..<shift.upperBound) {
        passedMinutes[weekday * 1_440 / slotMinutes + slot] -= overlap
      }
    }
  }

  private func slots(of minutes: Range<Int>) -> [(slot: Int, overlap: Int)] {
    guard !minutes.isEmpty else { return [] }
    return (minutes.lowerBound / slotMinutes...(minutes.upperBound - 1) / slotMinutes).map { slot in
      (slot, minutes.clamped(to: slot * slotMinutes..<(slot + 1) * slotMinutes).count)
    }
  }

  func cells(_ names: [Name]) -> [CoverageCell] {
    repMinutes.indices.map { cell in
      let dates = daysOfWeek[cell * 7 / repMinutes.count]
      return CoverageCell(
        repMinutes: repMinutes[cell], passedMinutes: passedMinutes[cell], minutes: minutes[cell],
        average: dates == 0 ? 0 : Double(repMinutes[cell]) / Double(dates * slotMinutes),
        reps: names.indices.compactMap { rep in
          let count = repDates[cell * reps + rep]
          return count == 0 ? nil : CoverageCell.Presence(name: names[rep].text, dates: count, of: dates)
        })
    }
  }
}

import LeadModel

/// The shifts of one team, as what they mean for each day.
///
/// Rows change the plan only on the days where a dated one begins or ends, so the time line is cut there:
/// within a segment all days of the same weekday are alike, and the plan of each is made once.
struct Timetable: Sendable {
  /// What the schedule says about a day.
  struct Day: Sendable {
    /// False where it says nothing: a date outside all shifts of a team that has only dated ones.
    var isKnown = false
    /// Who is there, in minutes of the day 0…1440: per rep disjoint and ascending, reps ascending.
    var presence: [(rep: Int, minutes: Range<Int>)] = []
  }

  /// Whose shifts there are, by the bytes of their names.
  let reps: [Name]
  /// Whether any shift belongs to the team.
  let hasShifts: Bool
  /// The day numbers on which the plan changes, ascending.
  let cuts: [Int]
  /// Seven weekdays, Monday first, for each segment: one more than there are cuts.
  private let plans: [Day]

  /// The shifts and days off of a team; `*` stands for all of it.
  init(_ rows: [Shift]) {
    reps = Set(rows.lazy.filter { !$0.isDayOff }.map { Name($0.rep) }).sorted()
    hasShifts = !reps.isEmpty
    // A row counts from its first day to its last, and on the day after by shifts that run past midnight.
    let cuts = Set(
      rows.flatMap { row -> [Int] in
        let first = row.firstDay.map { [$0.dayNumber, $0.dayNumber + 1] } ?? []
        let last = row.lastDay.map { [$0.dayNumber + 1, $0.dayNumber + 2] } ?? []
        return first + last
      }
    ).sorted()
    func segment(_ day: Int) -> Int { cuts.partitioningIndex { $0 > day } }

    var bySegment: [[Shift]] = Array(repeating: [], count: cuts.count + 1)
    for row in rows {
      let first = row.firstDay.map { segment($0.dayNumber) } ?? 0
      let last = row.lastDay.map { segment($0.dayNumber + 1) } ?? cuts.count
      if first <= last { for index in first...last { bySegment[index].append(row) } }
    }
    let isAlwaysKnown = rows.contains { !$0.isDayOff && !$0.isDated }
    var plans: [Day] = []
    for (index, rows) in bySegment.enumerated() {
      for weekday in Weekday.allCases {
        let date = Timetable.date(of: weekday, in: index, cuts)
        // Days beyond a short segment are never asked for.
        let isInside = index == cuts.count || date.dayNumber < cuts[index]
        plans.append(isInside ? Timetable.day(date, rows, reps: reps, isAlwaysKnown: isAlwaysKnown) : Day())
      }
    }
    self.cuts = cuts
    self.plans = plans
  }

  /// A timetable of the same reps with other plans.
  init(_ timetable: Timetable, cuts: [Int], plans: [Day]) {
    reps = timetable.reps
    hasShifts = timetable.hasShifts
    self.cuts = cuts
    self.plans = plans
  }

  /// A weekday of a segment; in a short one maybe beyond its end.
  static func date(of weekday: Weekday, in segment: Int, _ cuts: [Int]) -> CivilDate {
    let first = CivilDate(dayNumber: segment == 0 ? (cuts.first ?? 7) - 7 : cuts[segment - 1])
    return first.adding(days: (weekday.index - first.weekday.index).modulo(7))
  }

  /// The position of a day's plan: equal positions are equal plans.
  func position(of date: CivilDate) -> Int {
    cuts.partitioningIndex { $0 > date.dayNumber } * 7 + date.weekday.index
  }

  /// The plan at a position.
  func day(at position: Int) -> Day { plans[position] }

  private static func day(_ date: CivilDate, _ rows: [Shift], reps: [Name], isAlwaysKnown: Bool) -> Day {
    let shifts = rows.filter { !$0.isDayOff }
    let daysOff = rows.filter(\.isDayOff)
    func begins(_ shift: Shift, on date: CivilDate) -> Bool {
      shift.applies(on: date) && !daysOff.contains { $0.concerns(shift.rep) && $0.applies(on: date) }
    }
    var presence: [(rep: Int, minutes: Range<Int>)] = []
    for shift in shifts {
      let name = Name(shift.rep)
      let rep = reps.partitioningIndex { $0 >= name }
      let hours = shift.hours!
      let end = hours.start + hours.length
      if begins(shift, on: date) { presence.append((rep, hours.start..<min(end, 1_440))) }
      if end > 1_440, begins(shift, on: date.adding(days: -1)) { presence.append((rep, 0..<end - 1_440)) }
    }
    return Day(
      isKnown: isAlwaysKnown || shifts.contains { $0.isValid(on: date) }, presence: merged(presence))
  }

  /// Overlapping and adjoining stretches of a rep made one.
  static func merged(_ presence: [(rep: Int, minutes: Range<Int>)]) -> [(
    rep: Int, minutes: Range<Int>
  )] {
    var merged: [(rep: Int, minutes: Range<Int>)] = []
    for next in presence.sorted(by: { ($0.rep, $0.minutes.lowerBound) < ($1.rep, $1.minutes.lowerBound) }) {
      if let last = merged.last, last.rep == next.rep, next.minutes.lowerBound <= last.minutes.upperBound {
        let end = max(last.minutes.upperBound, next.minutes.upperBound)
        merged[merged.count - 1].minutes = last.minutes.lowerBound..<end
      } else {
        merged.append(next)
      }
    }
    return merged
  }
}

extension Shift {
  /// Whether it takes someone away instead of bringing them in.
  var isDayOff: Bool { hours == nil }
  /// Whether it holds for some dates only.
  var isDated: Bool { firstDay != nil || lastDay != nil }
  /// Whether its dates include a day.
  func isValid(on date: CivilDate) -> Bool {
    (firstDay.map { $0 <= date } ?? true) && (lastDay.map { date <= $0 } ?? true)
  }
  /// Whether its dates and weekdays include a day.
  func applies(on date: CivilDate) -> Bool { isValid(on: date) && weekdays.contains(date.weekday) }
  /// Whether a day off is one of that rep's.
  func concerns(_ name: String) -> Bool { rep == "*" || Name(rep) == Name(name) }
}

extension Array {
  /// The first position whose element satisfies a condition that holds from some element on.
  func partitioningIndex(where condition: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

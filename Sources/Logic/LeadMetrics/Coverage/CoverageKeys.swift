import LeadModel

/// For each minute of a week the key under which its leads are counted: the slot, and beside it whether
/// anyone was on shift.
struct CoverageKeys {
  private let timetable: Timetable
  private let slotMinutes: Int
  /// The plans of the days for which ``keys`` stand: most weeks are alike.
  private var plans: [Int] = []
  private var keys: [UInt16]
  private var made: MinuteKeys

  /// Keys below the number of slots are covered, those below twice it uncovered, the rest unknown.
  static let planes = 3

  init(_ timetable: Timetable, slotMinutes: Int) {
    self.timetable = timetable
    self.slotMinutes = slotMinutes
    keys = [UInt16](repeating: 0, count: 10_080)
    made = MinuteKeys(keys, count: CoverageKeys.planes * 10_080 / slotMinutes)
  }

  /// The keys of a week's minutes.
  mutating func keys(of week: ISOWeek) -> MinuteKeys {
    let wanted = (0..<7).map { timetable.position(of: week.monday.adding(days: $0)) }
    if wanted != plans {
      plans = wanted
      for (index, position) in wanted.enumerated() { fill(index, timetable.day(at: position)) }
      made = MinuteKeys(keys, count: made.count)
    }
    return made
  }

  private mutating func fill(_ index: Int, _ day: Timetable.Day) {
    let slots = 10_080 / slotMinutes
    let first = index * 1_440
    func write(_ minutes: Range<Int>, plane: Int) {
      var minute = minutes.lowerBound
      while minute < minutes.upperBound {
        // Slot by slot: the minutes of one share a key.
        let end = min(minutes.upperBound, (minute / slotMinutes + 1) * slotMinutes)
        let key = UInt16(plane * slots + (first + minute) / slotMinutes)
        for position in first + minute..<first + end { keys[position] = key }
        minute = end
      }
    }
    write(0..<1_440, plane: day.isKnown ? 1 : 2)
    // The end of a shift of the day before is known even where nothing else of the day is.
    for (_, minutes) in day.presence { write(minutes, plane: 0) }
  }
}

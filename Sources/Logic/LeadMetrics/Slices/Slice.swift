import LeadModel

/// All the numbers of a scope in a period: what a map, its margins and its headline show.
package struct Slice: Hashable, Sendable {
  /// Minutes of a slot: 15, 30 or 60.
  package let slotMinutes: Int
  /// Seven days of slots, Monday 00:00 first: position weekday.index × slots per day + slot.
  package let cells: [Cell]
  /// Of all cells together.
  package let total: Counts
  /// Pooled counts per weekday, Monday first.
  package let weekdayTotals: [Counts]
  /// Pooled counts per slot of the day, over all weekdays.
  package let slotTotals: [Counts]
  /// The response times of all cells together; none where they were not asked for.
  package let timing: Timing

  /// A slice of those cells, whose totals are taken from them.
  package init(slotMinutes: Int, cells: [Cell], timing: Timing) {
    precondition(cells.count == 7 * 1_440 / slotMinutes)
    self.slotMinutes = slotMinutes
    self.cells = cells
    self.timing = timing
    let slots = 1_440 / slotMinutes
    var (days, times) = (Array(repeating: Counts(), count: 7), Array(repeating: Counts(), count: slots))
    for index in cells.indices where cells[index].counts.leads > 0 {
      days[index / slots] += cells[index].counts
      times[index % slots] += cells[index].counts
    }
    (weekdayTotals, slotTotals, total) = (days, times, days.total())
  }

  /// A slice without response times.
  package init(slotMinutes: Int, counts: [Counts]) {
    self.init(slotMinutes: slotMinutes, cells: counts.map { Cell(counts: $0) }, timing: Timing())
  }

  /// Slots of a day.
  package var slotsPerDay: Int { 1_440 / slotMinutes }

  /// Pooled counts per hour of the day, 24.
  package var hourTotals: [Counts] {
    let perHour = 60 / slotMinutes
    return (0..<24).map { slotTotals[$0 * perHour..<($0 + 1) * perHour].total() }
  }

  /// Pooled counts of blocks of `minutes` (a multiple of the slot that divides a day), laid out as ``cells``.
  package func blocks(of minutes: Int) -> [Counts] {
    let size = minutes / slotMinutes
    return (0..<cells.count / size).map { block in
      cells[block * size..<(block + 1) * size].lazy.map(\.counts).total()
    }
  }
}

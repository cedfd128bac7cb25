import LeadMetrics

/// The hours of the day that the maps of a team show: where its shifts and all but a hundredth of its leads
/// are. Taken from all time, so that the maps of one team can be laid side by side.
struct TimeWindow: Hashable, Sendable {
  /// Whole hours, at least ``least`` of them.
  let hours: Range<Int>

  /// Fewer hours than these would make cells as large as posters.
  static let least = 8

  /// The given hours, within 0–24.
  init(hours: Range<Int>) { self.hours = hours }

  /// Cuts hours off both ends of the day, those with fewer leads first, as long as nobody is on shift in them
  /// and the leads cut off are at most one in a hundred.
  init(_ slice: Slice, _ coverage: CoverageMap) {
    let leads = slice.hourTotals.map(\.leads)
    var staffed = Array(repeating: false, count: 24)
    for (index, cell) in coverage.cells.enumerated() where cell.repMinutes > 0 {
      staffed[index % slice.slotsPerDay * slice.slotMinutes / 60] = true
    }
    var allowance = slice.total.leads / 100
    var (first, last) = (0, 23)
    while slice.total.leads > 0, last - first + 1 > TimeWindow.least {
      let ends = [first, last].filter { !staffed[$0] && leads[$0] <= allowance }
      guard let end = ends.min(by: { leads[$0] < leads[$1] }) else { break }
      allowance -= leads[end]
      if end == first { first += 1 } else { last -= 1 }
    }
    hours = first..<last + 1
  }

  /// The hours that whole parts of that many minutes touch.
  func widened(to minutes: Int) -> TimeWindow {
    let size = max(1, minutes / 60)
    let end = (hours.upperBound + size - 1) / size * size
    return TimeWindow(hours: hours.lowerBound / size * size..<end)
  }

  /// The slots of a day inside.
  func slots(of minutes: Int) -> Range<Int> {
    hours.lowerBound * 60 / minutes..<hours.upperBound * 60 / minutes
  }

  /// The leads of a slice outside.
  func leadsOutside(_ slice: Slice) -> Int {
    let inside = slice.hourTotals[hours].reduce(0) { $0 + $1.leads }
    return slice.total.leads - inside
  }

  /// What a map says about the leads outside it; nil where there are none.
  func note(_ slice: Slice) -> String? {
    let outside = leadsOutside(slice)
    if outside == 0 { return nil }
    let span = Words.clocks(hours.lowerBound * 60..<hours.upperBound * 60)
    return "\(Words.count(outside, "lead")) outside \(span) \(outside == 1 ? "is" : "are") in every total"
  }
}

import LeadMetrics
import LeadModel

/// What a cell of a map says in words.
struct CellWords {
  /// The headline threshold, minutes, and its position among all.
  let threshold: Int
  let headline: Int
  /// The most people that a title names.
  static let mostNames = 4
  /// Whether people are left out.
  let hidesReps: Bool

  init(rules: Rules, hidesReps: Bool) {
    threshold = rules.threshold
    headline = rules.headline
    self.hidesReps = hidesReps
  }

  /// `Monday 08:00: 83.3% (10 of 12) within 60 min; on shift: Ada, Bo (2 of 4 Mondays)`. `staff` is nil
  /// where coverage is unknown.
  func title(_ weekday: Weekday, _ minuteOfDay: Int, _ counts: Counts, _ staff: CoverageCell?) -> String {
    title("\(weekday.name) \(Words.clock(minuteOfDay))", counts, shift: staff.map { people($0, weekday) })
  }

  /// `Monday: 83.3% (10 of 12) within 60 min`, with who was on shift where that is known.
  func title(_ name: String, _ counts: Counts, shift: String? = nil) -> String {
    let onShift = shift.map { "; on shift: \($0)" } ?? ""
    if counts.leads == 0 { return "\(name): no leads\(onShift)" }
    let young = counts.pending[headline]
    return "\(name): \(rate(counts)) within \(threshold) min\(onShift)"
      + (young == 0 ? "" : "; \(Words.count(young, "lead")) too young to judge")
  }

  private func rate(_ counts: Counts) -> String {
    let ratio = counts.ratio(headline)
    return "\(Words.percent(ratio.tenths)) (\(ratio.numerator) of \(ratio.denominator))"
  }

  /// Everyone on shift on any date of the slot, with how many of the dates where it is not all.
  private func people(_ staff: CoverageCell, _ weekday: Weekday) -> String {
    if staff.reps.isEmpty { return "nobody" }
    if hidesReps { return Words.count(staff.reps.count, "person", "people") }
    let names = staff.reps.map { rep in
      rep.dates < rep.of ? "\(rep.name) (\(rep.dates) of \(Words.count(rep.of, weekday.name)))" : rep.name
    }
    return names.count > CellWords.mostNames
      ? names.prefix(CellWords.mostNames - 1).joined(separator: ", ")
        + " and \(names.count - CellWords.mostNames + 1) more"
      : names.joined(separator: ", ")
  }
}

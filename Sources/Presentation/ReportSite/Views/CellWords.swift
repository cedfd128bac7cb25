import LeadMetrics
import LeadModel
import Markup

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

  /// Writes `Monday 08:00: 83.3% (10 of 12) within 60 min; on shift: Ada, Bo (2 of 4 Mondays)`. `people` are those
  /// on shift; nil where that is unknown.
  func write(
    _ weekday: Weekday, _ minuteOfDay: Int, _ counts: Counts, people: HTML?, to writer: inout MarkupWriter
  ) {
    writer.text(weekday.name)
    writer.raw(" ")
    writer.digits(UInt(minuteOfDay / 60), width: 2)
    writer.raw(":")
    writer.digits(UInt(minuteOfDay % 60), width: 2)
    writer.raw(": ")
    if counts.leads == 0 { writer.raw("no leads") } else { write(rate: counts, to: &writer) }
    if let people {
      writer.raw("; on shift: ")
      writer.html(people)
    }
    let young = counts.pending[headline]
    if young > 0 { writer.text("; \(Words.count(young, "lead")) too young to judge") }
  }

  private func write(rate counts: Counts, to writer: inout MarkupWriter) {
    let ratio = counts.ratio(headline)
    if let tenths = ratio.tenths {
      writer.decimal(tenths: tenths)
      writer.raw("%")
    } else {
      writer.text(Words.none)
    }
    writer.raw(" (")
    writer.grouped(UInt(ratio.numerator))
    writer.raw(" of ")
    writer.grouped(UInt(ratio.denominator))
    writer.raw(") within ")
    writer.number(threshold)
    writer.raw(" min")
  }

  /// Everyone on shift on any date of the slot, with how many of the dates where it is not all.
  func people(_ staff: CoverageCell, _ weekday: Weekday) -> HTML {
    HTML.written { writer in
      if staff.reps.isEmpty { return writer.text("nobody") }
      if hidesReps { return writer.text(Words.count(staff.reps.count, "person", "people")) }
      let isCut = staff.reps.count > CellWords.mostNames
      let named = staff.reps.prefix(isCut ? CellWords.mostNames - 1 : CellWords.mostNames)
      for (index, rep) in named.enumerated() {
        if index > 0 { writer.raw(", ") }
        writer.name(rep.name)
        if rep.dates < rep.of { writer.text(" (\(rep.dates) of \(Words.count(rep.of, weekday.name)))") }
      }
      if isCut { writer.text(" and \(staff.reps.count - named.count) more") }
    }
  }
}

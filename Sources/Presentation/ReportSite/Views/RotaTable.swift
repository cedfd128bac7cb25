import LeadMetrics
import LeadModel
import Markup

/// Who is on shift when, by name.
struct RotaTable {
  private let rows: [(name: String, days: [String])]

  /// Those who are on shift in a period, at most 20, by the bytes of their names.
  init(_ coverage: CoverageMap) {
    let slotsPerDay = 1_440 / coverage.slotMinutes
    var slots: [Name: [Set<Int>]] = [:]
    for (index, cell) in coverage.cells.enumerated() {
      for rep in cell.reps {
        slots[Name(rep.name), default: Array(repeating: [], count: 7)][index / slotsPerDay].insert(
          index % slotsPerDay)
      }
    }
    rows = slots.sorted { $0.key < $1.key }.prefix(20).map { entry in
      (entry.key.text, entry.value.map { RotaTable.spans($0, coverage.slotMinutes) })
    }
  }

  var isEmpty: Bool { rows.isEmpty }

  /// `08:00–12:00, 13:00–17:00` from the slots that someone is in.
  static func spans(_ slots: Set<Int>, _ minutes: Int) -> String {
    slots.sorted().filter { !slots.contains($0 - 1) }.map { start in
      var end = start + 1
      while slots.contains(end) { end += 1 }
      return "\(Words.clock(start * minutes))–\(Words.clock(end * minutes))"
    }.joined(separator: ", ")
  }

  func write(to writer: inout MarkupWriter) {
    writer.element("div", .class("wide")) { writer in
      writer.table(
        .class("words", "rota"), head: [.init("Rep")] + Weekday.allCases.map { .init($0.shortName) }
      ) {
        writer in
        for row in rows {
          writer.element("tr") { writer in
            writer.element("th", Attribute("scope", .word("row")), text: row.name)
            for day in row.days { writer.cell(day) }
          }
        }
      }
    }
  }
}

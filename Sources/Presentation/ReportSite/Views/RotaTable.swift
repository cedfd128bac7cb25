import LeadMetrics
import LeadModel
import Markup

/// Who is on shift when, by name.
struct RotaTable {
  private let rows: [(name: String, days: [String])]

  /// Those who are on shift in a period, at most 20.
  init(_ shifts: [RepShifts]) {
    rows = shifts.prefix(20).map { rep in (rep.name, rep.days.map(RotaTable.words)) }
  }

  var isEmpty: Bool { rows.isEmpty }

  /// `08:00–12:00, 13:00–17:00`.
  static func words(_ shifts: [Range<Int>]) -> String {
    shifts.map(Words.clocks).joined(separator: ", ")
  }

  func write(to writer: inout MarkupWriter) {
    writer.element("div", .class("wide")) { writer in
      writer.table(
        .class("words", "rota"), head: [.init("Rep")] + Weekday.allCases.map { .init($0.shortName) }
      ) {
        writer in
        for row in rows {
          writer.element("tr") { writer in
            writer.rowHead(row.name)
            for day in row.days { writer.cell(day) }
          }
        }
      }
    }
  }
}

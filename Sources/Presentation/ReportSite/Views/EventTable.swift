import LeadMetrics
import LeadModel
import Markup

/// What happened when, with the rate before and after.
struct EventTable {
  private let rows: [ToldEvent]

  /// nil without any event.
  init?(_ events: [ToldEvent]) {
    if events.isEmpty { return nil }
    rows = events
  }

  func write(to writer: inout MarkupWriter) {
    writer.table(
      .class("events"),
      head: [
        .init("Event"), .init("Before"), .init("After"), .init("Change"), .init("95% interval", spare: true),
      ]
    ) { writer in
      for row in rows {
        let (event, effect) = (row.event, row.effect)
        writer.element("tr") { writer in
          writer.rowHead { writer in
            writer.text(event.text)
            writer.raw(" ")
            writer.element("small", text: date(row))
          }
          writer.cell(Words.percent(effect?.before.ratio(row.headline).tenths))
          writer.cell(Words.percent(effect?.after.ratio(row.headline).tenths))
          writer.changeCell(effect?.change, row.verdict)
          writer.cell((effect?.change).map(Words.interval) ?? Words.none, spare: true)
        }
      }
    }
    if rows.contains(where: \.isClearAlone) {
      writer.note("Several events are judged together: one whose interval leaves out 0 may still be chance.")
    }
  }

  /// `12 October 2026, 4 weeks either side`, or why nothing is compared.
  private func date(_ row: ToldEvent) -> String {
    let compared =
      row.effect.map { "\(Words.count($0.weeks, "week")) either side" }
      ?? (row.isOutside ? "outside the data" : "less than a week of data on one side")
    return "\(row.event.date.longName), \(compared)"
  }
}

import LeadMetrics
import LeadModel
import Markup

/// Where a shift would help most, and where one met almost nobody.
struct StaffingTables {
  let staffing: Staffing
  let rules: Rules

  /// No list is longer.
  static let limit = 5

  /// `remark` may say more beside the heading.
  func writeAdded(remark: (String) -> String, to writer: inout MarkupWriter) {
    writer.heading("Where a shift would help", remark("leads that came while nobody was on shift"))
    if staffing.shiftsToAdd.isEmpty {
      return writer.note("No block of four hours has enough missed leads without anyone on shift.")
    }
    writer.table(
      .class("slots5"),
      head: [
        .init("When"), .init("Uncovered"), .init("Missed"),
        .init(Words.columnWithin(rules.threshold)),
      ]
    ) { writer in
      for block in staffing.shiftsToAdd.prefix(StaffingTables.limit) {
        row(block, to: &writer) { writer in
          writer.cell(Words.count(block.counts.leads))
          writer.cell(Words.count(block.counts.missed(rules.headline)))
          writer.rateCell(block.counts.ratio(rules.headline), minLeads: rules.minLeads)
        }
      }
    }
    writeMore(staffing.shiftsToAdd, to: &writer)
  }

  /// `remark` may say more beside the heading.
  func writeQuiet(remark: (String) -> String, to writer: inout MarkupWriter) {
    writer.heading(
      "Shifts that met almost no leads", remark("less than a tenth of the leads that an hour on shift brings")
    )
    if staffing.quietBlocks.isEmpty {
      return writer.note(whyNotQuiet)
    }
    writer.table(
      .class("slots5"),
      head: [.init("When"), .init("Hours on shift"), .init("Leads"), .init("Leads an hour")]
    ) { writer in
      for block in staffing.quietBlocks.prefix(StaffingTables.limit) {
        row(block, to: &writer) { writer in
          writer.cell(Words.tenths(Words.tenths(of: Double(block.repMinutes) / 60)))
          writer.cell(Words.count(block.counts.leads))
          writer.cell(block.load.value.map { Words.amount($0) } ?? Words.none)
        }
      }
    }
    writeMore(staffing.quietBlocks, to: &writer)
  }

  /// Why the list of shifts that met almost no leads is empty.
  private var whyNotQuiet: String {
    let least = Words.count(rules.minLeads, "lead")
    return switch staffing.quietDoubt {
    case .dataBegin:
      "Not told: the data begin within the period, and shifts before that could meet no lead of them."
    case .nobodyOnShift: "Nobody was on shift."
    case .noneMet(let leads):
      "No shift met a lead: "
        + (leads == 1 ? "the only one" : "all \(Words.count(leads))") + " came while nobody was on shift."
    case .tooFew:
      "Too few leads to tell: in every block of four hours fewer than \(least) were to be expected."
    case nil:
      "Every block of four hours in which at least \(least) could be expected met a tenth of them or more."
    }
  }

  /// What a list leaves out.
  private func writeMore(_ blocks: [Staffing.Block], to writer: inout MarkupWriter) {
    let more = blocks.count - StaffingTables.limit
    if more > 0 { writer.note("And \(Words.count(more)) more.") }
  }

  private func row(
    _ block: Staffing.Block, to writer: inout MarkupWriter, cells: (inout MarkupWriter) -> Void
  ) {
    writer.element("tr") { writer in
      writer.rowHead(block.part.name)
      cells(&writer)
    }
  }
}

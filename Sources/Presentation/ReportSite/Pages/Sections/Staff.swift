import LeadMetrics
import Markup

// Leads beside the hours worked: where a shift would help, where one was idle, and who is on shift when.

extension PageMaps {
  /// Nothing where coverage is unknown, be it of those only who have leads; the map of people says why.
  func writeStaffing(to writer: inout MarkupWriter) {
    guard told.report.coverage.isKnown, told.leadsOfKnownCoverage > 0 else { return }
    let tables = StaffingTables(staffing: told.details.staffing.value, rules: told.rules)
    writer.element("div", .class("two"), .id(.staffing)) { writer in
      writer.element("section") { tables.writeAdded(remark: remark, to: &$0) }
      writer.element("div", .class("stack")) { writer in
        writer.element("section") { tables.writeQuiet(remark: remark, to: &$0) }
        writeLoad(to: &writer)
      }
    }
  }

  /// Who is on shift when; nothing where that is unknown or people are left out.
  func writeRota(to writer: inout MarkupWriter) {
    guard case .team(let team) = told.report.scope, !told.site.settings.hidesReps else { return }
    let rota = RotaTable(told.site.analysis.rota(team: team, told.info.period))
    if rota.isEmpty { return }
    writer.block("On shift", "on any date, \(Words.period(told.info.period))", id: .rota) { writer in
      rota.write(to: &writer)
    }
  }
}

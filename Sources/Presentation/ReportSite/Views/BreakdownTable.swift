import LeadMetrics
import LeadModel
import Markup

/// The leads of a team by one of the things that the export says of them: who answered, through which channel.
struct BreakdownTable {
  let breakdown: Breakdown
  let site: Site
  private var rules: Rules { site.rules }

  /// nil where no lead says anything of the role, where its names are left out, and on pages about all teams.
  init?(_ told: Told, by role: Role) {
    guard told.page.team != nil, let breakdown = told.details.breakdowns.value[role], breakdown.hasNames
    else { return nil }
    self.breakdown = breakdown
    site = told.site
  }

  func write(to writer: inout MarkupWriter) {
    writer.heading(breakdown.role.heading)
    let rates: [MarkupWriter.Column] =
      breakdown.hasRates
      ? [
        .init(Words.columnWithin(rules.threshold)),
        .init("95% interval", spare: true),
      ]
      : []
    let head =
      [
        MarkupWriter.Column(breakdown.role.rawValue.capitalizedFirst),
        .init(breakdown.hasRates ? "Leads" : "Answered"),
      ] + rates
      + [.init("Median"), .init("9 in 10", spare: true)]
      + (breakdown.hasRates ? [.init("Never", spare: true)] : [])
    writer.element("div", .class("wide")) { writer in
      writer.table(.class("reps"), head: head) { writer in
        for row in breakdown.toldRows { self.row(row, to: &writer) }
      }
    }
    if let note { writer.note(note) }
  }

  private func row(_ row: Breakdown.Row, to writer: inout MarkupWriter) {
    writer.element("tr", row.rank == nil ? .class("rest") : .absent) { writer in
      writer.rowHead(words(row.name))
      writer.cell(Words.count(breakdown.hasRates ? row.counts.leads : row.counts.contacted))
      if breakdown.hasRates {
        let ratio = row.ratio(rules.headline)
        writer.rateCell(ratio, minLeads: rules.minLeads)
        writer.intervalCell(ratio)
      }
      writer.cell(Words.duration(row.timing.median))
      writer.cell(Words.duration(row.timing.p90), spare: true)
      if breakdown.hasRates { writer.cell(site.never(row.counts), spare: true) }
    }
  }

  private func words(_ name: Breakdown.Name) -> String {
    name.words(tellsTimes: site.analysis.tellsTimes)
  }

  /// Why there is no rate, or none of a row; nil where every row has one.
  private var note: String? {
    if !breakdown.hasRates { return reason }
    guard breakdown.rows.contains(where: { !$0.hasRate }) else { return nil }
    return
      "No rate for ‘\(words(.blank))’, which is of \(site.analysis.tellsTimes ? "answered leads" : "those leads") only: "
      + "the others are ‘\(words(.nobody))’."
  }

  /// `only 2.0%` or `none`.
  private var lackingOthers: String {
    let share = breakdown.lackingAmongContacted
    return share.numerator == 0 ? "none" : "only \(Words.percent(share.tenths))"
  }

  /// Why there is no rate at all.
  private var reason: String {
    "No rates: \(Words.percent(breakdown.lackingAmongNever.tenths)) of the leads that were "
      + "\(site.analysis.tellsTimes ? "never answered" : "not answered in time") have "
      + "no \(breakdown.role.rawValue), but \(lackingOthers) of the "
      + "others, so that a rate would flatter everyone."
  }
}

extension Breakdown {
  /// Whether any lead says something of it.
  var hasNames: Bool { rows.contains { if case .named = $0.name { true } else { false } } }

  /// The rows that may be told: where rates would flatter, leads that nobody answered say nothing about anyone.
  var toldRows: [Row] { hasRates ? rows : rows.filter { $0.name != .nobody } }
}

extension Breakdown.Name {
  /// The name, or what stands for it: that nobody answered is known only where every file says when leads were.
  func words(tellsTimes: Bool) -> String {
    switch self {
    case .named(let name): name
    case .blank: tellsTimes ? "not said" : "not said, in time"
    case .nobody: tellsTimes ? "nobody" : "not said, not in time"
    }
  }
}

extension Role {
  /// Above the table of a role.
  fileprivate var heading: String {
    switch self {
    case .rep: "Who answered"
    case .manager: "By manager"
    case .channel: "By channel"
    case .source: "By source"
    case .outcome: "By outcome"
    }
  }
}

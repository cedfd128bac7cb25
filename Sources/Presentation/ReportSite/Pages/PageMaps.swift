import HeatmapSVG
import LeadMetrics
import LeadModel
import Markup

/// The maps of a page about a scope in a period, each with its heading, its key and what it leaves out.
struct PageMaps {
  let told: Told
  let window: TimeWindow
  /// Whether the page is about another period, so that each part says which one it is of.
  private let saysPeriod: Bool
  /// Whether an author places them beside those of the page, to which links lead.
  private let areRepeated: Bool
  private let small: SmallMaps

  init(_ told: Told, saysPeriod: Bool = false, areRepeated: Bool = false) {
    self.told = told
    self.saysPeriod = saysPeriod
    self.areRepeated = areRepeated
    window = told.site.overviews.window(told.report.scope)
    small = SmallMaps(report: told.report, site: told.site, window: window)
  }

  var report: PeriodReport { told.report }
  private var target: Ratio? { told.site.target(report.scope) }
  var threshold: String { Words.within(told.rules.threshold) }
  var label: String { Words.period(told.info.period) }

  /// What links call a part of the page.
  func id(_ part: PagePart) -> PagePart? { areRepeated ? nil : part }

  /// A remark beside a heading, after the period where the page is about another one.
  func remark(_ text: String) -> String { saysPeriod ? "\(label): \(text)" : text }

  /// The map that leads the page: pooled where the period is too thin for one of its own.
  var main: MapFigure { pooled ?? own(.large) }

  /// The pooled map; nil where the period needs none.
  var pooled: MapFigure? {
    guard let pooled = report.pooled else { return nil }
    let weeks = Words.weeks(pooled.weeks)
    let rates = RateMap(slice: pooled.slice, site: told.site, window: window)
    var map = rates.map(.large, shifts: report.coverage)
    rates.mark(&map, target.map { TargetMarks(pooled.slice, target: $0, told.rules) })
    map.isTabled = true
    return figure(
      map, pooled.slice, "When leads are answered within \(threshold)",
      "\(weeks) pooled, \(pooled.dates), since \(label) alone has too few leads")
  }

  /// The period's own map.
  func own(_ size: HeatmapSpec.Size) -> MapFigure {
    let rates = RateMap(slice: report.slice, site: told.site, window: window)
    var map = rates.map(size, shifts: report.coverage)
    rates.mark(&map, told.details.target.value)
    map.titles = rates.titles(report.coverage, withBlanks: size == .large)
    map.isTabled = size == .large
    if size == .large {
      return figure(map, report.slice, "When leads are answered within \(threshold)", label)
    }
    // Its key is that of the map above it.
    return MapFigure(
      heading: "\(label.capitalizedFirst) by itself", remark: "too few leads to read slot by slot",
      drawing: map, note: window.note(report.slice))
  }

  private func figure(_ map: HeatmapSpec, _ slice: Slice, _ heading: String, _ remark: String) -> MapFigure {
    let shifts = report.pooled == nil ? "someone on shift" : "someone on shift in \(label)"
    return MapFigure(
      heading: heading, remark: remark, drawing: map,
      legend: LegendSpec(rates: map, minLeads: told.rules.minLeads, shifts: shifts, target: target),
      note: window.note(slice), id: id(.map))
  }

  /// A thin period by weekday and by hour; nothing where it is not thin.
  func writeStrips(to writer: inout MarkupWriter) {
    guard report.isThin else { return }
    writer.element("section", .class("map")) { writer in
      writer.heading(
        "\(label.capitalizedFirst) by weekday and hour", "percent within \(threshold), and leads")
      Strips(slice: report.slice, site: told.site, window: window).write(to: &writer)
    }
  }

  /// How many leads came.
  func writeVolume(to writer: inout MarkupWriter) { write("Leads", small.volume, to: &writer) }

  /// How soon they were answered.
  func writeMedian(to writer: inout MarkupWriter) {
    guard report.slice.total.timed > 0 else {
      let reason =
        report.slice.total.contacted > 0 ? "No response time is known" : "Nobody was answered so far"
      return writer.absent("Median response time", "\(reason).")
    }
    let map = small.median
    var legend = LegendSpec(of: map)
    legend.skipsZero = true
    if map.cells.contains(where: { $0.state == .unjudged }) {
      legend.keys = [(.state(.unjudged), "leads, no response time")]
    }
    write("Median response time", map, legend: legend, to: &writer)
  }

  /// Leads beside the hours worked; nothing where these are not known.
  func writeLoad(to writer: inout MarkupWriter) {
    guard let map = small.load(told.details.staffing.value) else { return }
    var legend = LegendSpec(of: map)
    if map.cells.contains(where: { $0.state == .unjudged }) {
      legend.keys = [(.state(.unjudged), "leads, nobody on shift")]
    }
    let hours = told.hoursBeforeData == nil ? "" : ", with hours before the data"
    MapFigure(
      heading: "Leads per hour on shift", remark: label + hours, drawing: map, legend: legend
    ).write(to: &writer)
  }

  /// Who is on shift, or why that is not known.
  func writeStaff(to writer: inout MarkupWriter) {
    guard let map = small.staff else {
      return writer.absent(
        "People on shift", "Not known: \(told.coverageReason ?? "no schedule was given").")
    }
    let rest =
      report.coverage.knowledge == .partly(.someTeams)
      ? "the map is of those that it covers" : "on these the averages count nobody"
    let note = told.coverageReason.map { "\($0.capitalizedFirst): \(rest)" }
    write("People on shift", map, note: note, to: &writer)
  }

  private func write(
    _ heading: String, _ map: HeatmapSpec, legend: LegendSpec? = nil, note: String? = nil,
    to writer: inout MarkupWriter
  ) {
    MapFigure(
      heading: heading, remark: label, drawing: map,
      legend: legend ?? LegendSpec(of: map), note: note
    ).write(to: &writer)
  }

  /// Leads by whether anyone was on shift; nothing where that is not known.
  func writeSplit(_ style: Attribute = .absent, to writer: inout MarkupWriter) {
    guard let table = CoverageTable(told) else { return }
    writer.element("section", style, .id(.coverage)) {
      table.write(remark: remark, to: &$0)
    }
  }

  /// All these numbers as one table, to whose cells the findings lead that are about a slot.
  func writeTable(_ findings: [ToldFinding] = [], to writer: inout MarkupWriter) {
    let table = SlotTable(
      report: report, site: told.site, window: window, linked: Set(findings.compactMap(\.slot)))
    writer.element("section", .class("slots")) { writer in
      let outside = window.note(table.slice).map { "; \($0)" } ?? ""
      writer.heading("Every slot in figures", table.caption + outside)
      table.table.write(to: &writer)
    }
  }
}

extension MarkupWriter {
  /// A heading with the reason why nothing stands below it.
  mutating func absent(_ heading: String, _ reason: String, id: PagePart? = nil) {
    element("section", .id(id)) { writer in
      writer.heading(heading)
      writer.note(reason)
    }
  }
}

import HeatmapSVG
import LeadMetrics
import Markup
import Narrative

/// A map or a chart with its heading above and its key below.
struct MapFigure {
  let heading: String
  /// Beside the heading: what the map is of.
  var remark = ""
  let drawing: any HeatmapSVG.Figure
  var legend: LegendSpec?
  /// Below: what the map leaves out.
  var note: String?
  /// What links call it.
  var id: PagePart?

  /// The map by itself as a file; nil for a chart.
  func picture(title: String, caption: String) -> [UInt8]? {
    guard let map = drawing as? HeatmapSpec else { return nil }
    return PictureFile(title: title, caption: caption, legend: legend).bytes(map)
  }

  func write(to writer: inout MarkupWriter) {
    writer.element("figure", .class("map"), .id(id)) { writer in
      writer.element("figcaption") { writer in writer.heading(heading, remark) }
      drawing.write(to: &writer)
      legend?.write(to: &writer)
      if let note { writer.note(note + ".") }
    }
  }
}

extension MarkupWriter {
  /// A heading of the second level with a quiet remark.
  mutating func heading(_ text: String, _ remark: String = "") {
    element("h2") { writer in
      writer.text(text)
      if !remark.isEmpty {
        writer.raw(" ")
        writer.element("small", text: remark)
      }
    }
  }

  /// A part of a page, over its whole width, with its heading.
  mutating func block(
    _ heading: String, _ remark: String = "", id: PagePart? = nil, content: (inout MarkupWriter) -> Void
  ) {
    element("section", .class("block"), .id(id)) { writer in
      writer.heading(heading, remark)
      content(&writer)
    }
  }

  /// A name amid other words: one written from right to left leaves the numbers beside it in their order.
  mutating func name(_ name: String) {
    guard name.turnsDirection else { return text(name) }
    raw("\u{2068}")
    text(name)
    raw("\u{2069}")
  }

  /// A link, or the text alone where there is no page.
  mutating func link(_ text: String, to address: String?) {
    guard let address else { return self.text(text) }
    element("a", .href(address), text: text)
  }
}

extension LegendSpec {
  /// The colours of a map.
  init(of map: HeatmapSpec) { self.init(scale: map.scale, palette: map.palette) }

  /// The key of a rate map: its scale, and the signs that it has.
  init(rates map: HeatmapSpec, minLeads: Int, shifts: String, target: Ratio? = nil) {
    self.init(of: map)
    ends = ("0%", "100%")
    let states = Set(map.cells.map(\.state))
    if states.contains(.lightened) { keys.append((.state(.lightened), "fewer than \(2 * minLeads) leads")) }
    if states.contains(.muted) { keys.append((.state(.muted), "fewer than \(minLeads)")) }
    if states.contains(.unjudged) { keys.append((.state(.unjudged), "too young to judge")) }
    if states.contains(.blank) { keys.append((.state(.blank), "no leads")) }
    if let target = target?.fraction {
      mark = (target * 100, "target \(Int((target * 100).rounded()))%")
      if map.cells.contains(where: \.isMarked) { keys.append((.mark, "below it beyond chance")) }
    }
    if map.outline.contains(true) { keys.append((.outline, shifts)) }
  }

  /// The key of a change.
  init(changes map: HeatmapSpec) {
    self.init(of: map)
    let domain = Int(ChangeMap.domain)
    ends = ("\u{2212}\(domain)", "+\(domain) points")
  }
}

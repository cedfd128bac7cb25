import Markup

/// A map as an SVG file that stands alone: light, with title, legend and a line of explanation, looking
/// the same in a browser, an office program and an image viewer.
package struct PictureFile: Sendable {
  /// Above the map.
  var title: String
  /// Below everything: where the numbers are from, and of when.
  var caption: String
  /// Below the map; nil for none.
  var legend: LegendSpec?

  /// A file with those words.
  package init(title: String, caption: String, legend: LegendSpec? = nil) {
    self.title = title
    self.caption = caption
    self.legend = legend
  }

  /// The bytes of the file with a map.
  package func bytes(_ map: HeatmapSpec) -> [UInt8] {
    let drawing = MapDrawing(map, .file)
    let margin = 24.0
    let width = max(drawing.width, 494) + 2 * margin
    let legend = legend.map { LegendLine($0, width: width - 2 * margin) }
    let height = margin + 32 + drawing.height + (legend?.height ?? 0) + 26 + margin
    var writer = MarkupWriter(capacity: 65_536)
    writer.raw("<svg xmlns=\"http://www.w3.org/2000/svg\"")
    writer.length("width", width)
    writer.length("height", height)
    writer.viewBox(width, height)
    writer.raw(
      " font-family=\"Inter, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif\" text-anchor=\"middle\">")
    writer.element("title", text: title)
    writer.raw("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>")
    writer.text(title, .title, in: .file, x: margin, y: margin + 14)
    writer.moved(x: margin, y: margin + 32) { drawing.content(to: &$0) }
    if let legend { writer.moved(x: margin, y: margin + 32 + drawing.height) { legend.write(to: &$0) } }
    writer.text(caption, .note, in: .file, x: margin, y: height - margin)
    writer.raw("</svg>\n")
    return writer.bytes
  }
}

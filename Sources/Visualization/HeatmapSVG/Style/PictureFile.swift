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
    writer.raw(" viewBox=\"0 0 ")
    writer.length(width)
    writer.raw(" ")
    writer.length(height)
    writer.raw(
      "\" font-family=\"Inter, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif\" text-anchor=\"middle\">")
    writer.element("title", text: title)
    writer.raw("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>")
    line(title, .title, x: margin, y: margin + 14, to: &writer)
    place(margin, margin + 32, to: &writer) { drawing.content(to: &$0) }
    if let legend { place(margin, margin + 32 + drawing.height, to: &writer) { legend.write(to: &$0) } }
    line(caption, .note, x: margin, y: height - margin, to: &writer)
    writer.raw("</svg>\n")
    return writer.bytes
  }

  private func line(_ text: String, _ role: Role, x: Double, y: Double, to writer: inout MarkupWriter) {
    writer.raw("<text")
    writer.look(role, in: .file)
    writer.length("x", x)
    writer.length("y", y)
    writer.raw(">")
    writer.text(text)
    writer.raw("</text>")
  }

  private func place(
    _ x: Double, _ y: Double, to writer: inout MarkupWriter, content: (inout MarkupWriter) -> Void
  ) {
    writer.raw("<g transform=\"translate(")
    writer.length(x)
    writer.raw(" ")
    writer.length(y)
    writer.raw(")\">")
    content(&writer)
    writer.raw("</g>")
  }
}

import Markup

extension HeatmapTable: Figure {
  /// The table as HTML. End tags that HTML lets one leave out are left out.
  package func write(to writer: inout MarkupWriter) {
    let swatches = Swatches.of(map.scale, map.palette)
    let hasTotals = !map.columnTotals.isEmpty
    writer.raw("<table class=\"ht\"><caption>")
    writer.text(caption)
    writer.raw("</caption><thead><tr><th scope=\"col\">Slot")
    for row in map.rows {
      writer.raw("<th scope=\"col\">")
      writer.text(row)
    }
    if hasTotals { writer.raw("<th scope=\"col\">All") }
    writer.raw("<tbody>")
    for column in map.columns.indices {
      writer.raw("<tr><th scope=\"row\">")
      writer.text(map.columns[column].name)
      for row in map.rows.indices {
        let position = row * map.columns.count + column
        let isOutlined = !map.outline.isEmpty && map.outline[position]
        write(
          map.cells[position], swatches, isOutlined: isOutlined, anchor: anchors[position], to: &writer)
      }
      if hasTotals { write(map.columnTotals[column], swatches, to: &writer) }
      writer.raw("\n")
    }
    if !map.rowTotals.isEmpty {
      writer.raw("<tfoot><tr><th scope=\"row\">All")
      for total in map.rowTotals { write(total, swatches, to: &writer) }
      if hasTotals { write(map.grandTotal ?? .blank, swatches, to: &writer) }
    }
    writer.raw("</table>")
  }

  private func write(
    _ cell: Cell, _ swatches: Swatches, isOutlined: Bool = false, anchor: String? = nil,
    to writer: inout MarkupWriter
  ) {
    writer.raw("<td")
    if let anchor {
      writer.raw(" id=\"")
      writer.text(anchor)
      writer.raw("\"")
    }
    let swatch = map.scale.swatch(cell)
    if swatch != nil || isOutlined {
      writer.raw(" class=\"")
      if let swatch { writer.html(swatches.names[swatch][...]) }
      if cell.isMarked { writer.raw(" x") }
      if isOutlined { writer.raw(" on") }
      writer.raw("\"")
    }
    writer.raw(">")
    cell.label.write(to: &writer)
    if cell.sublabel != .none {
      writer.raw("<i>")
      cell.sublabel.write(to: &writer)
      writer.raw("</i>")
    }
  }
}

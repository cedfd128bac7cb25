import Markup

extension MapDrawing {
  /// The cells in a page: a thick line of dashes along the rows for each colour, an element of its own for each
  /// cell with a title, and lines between all of them.
  func cells(to writer: inout MarkupWriter) {
    openDashes("ar", &writer, x: grid.left, y: grid.top, width: grid.cellWidth, height: grid.cellHeight)
    writer.raw("<path class=\"z\" d=\"M0-.5h")
    writer.number(grid.columns)
    writer.raw("v")
    writer.number(grid.rows)
    writer.raw("H0\"/>")
    let isBare = grid.labels == .none
    dashes(spec.cells, columns: grid.columns, isBare: isBare, to: &writer) { !isTitled($0) }
    for position in spec.cells.indices where isTitled(position) { titled(position, to: &writer) }
    gaps(to: &writer)
    writer.raw("</g>")
  }

  private func isTitled(_ position: Int) -> Bool { !spec.titles.isEmpty && !spec.titles[position].isEmpty }

  /// Begins a group in whose units a cell is 1 × 1 and a row's middle is at its number, so that a line along it
  /// fills it and places are small whole numbers. By its class the stylesheet knows cells, which are lower where
  /// they have less to say, from margins.
  func openDashes(
    _ name: StaticString, _ writer: inout MarkupWriter, x: Double, y: Double, width: Double, height: Double
  ) {
    writer.raw("<g class=\"")
    writer.raw(name)
    writer.raw("\" transform=\"translate(")
    writer.length(x)
    writer.raw(" ")
    writer.length(y + height / 2)
    writer.raw(")scale(")
    writer.length(width)
    writer.raw(" ")
    writer.length(height)
    writer.raw(")\">")
  }

  /// Rows of cells as one path for each colour, those that `isMeant` leaves out and blank ones left out.
  func dashes(
    _ cells: [Cell], columns: Int, isBare: Bool, to writer: inout MarkupWriter, where isMeant: (Int) -> Bool
  ) {
    let none = UInt8.max, unjudged = UInt8.max - 1
    let keys = cells.indices.map { position in
      guard isMeant(position), cells[position].state != .blank else { return none }
      return spec.scale.swatch(cells[position]).map(UInt8.init) ?? unjudged
    }
    var present = [Bool](repeating: false, count: 256)
    for key in keys { present[Int(key)] = true }
    for key in 0..<256 where present[key] && key != none {
      writer.raw("<path class=\"")
      if key == unjudged { writer.raw("u") } else { writer.html(swatches.names[key][...]) }
      writer.raw("\" d=\"")
      let state = key == unjudged ? Cell.State.unjudged : [.full, .lightened, .muted][key % 3]
      runs(of: UInt8(key), in: keys, columns: columns, inset: isBare ? Self.inset(state) : 0, to: &writer)
      writer.raw("\"/>")
    }
  }

  private func runs(
    of key: UInt8, in keys: [UInt8], columns: Int, inset: Double, to writer: inout MarkupWriter
  ) {
    var position = 0
    while position < keys.count {
      guard keys[position] == key else {
        position += 1
        continue
      }
      let start = position
      position += 1
      while inset == 0, position % columns != 0, keys[position] == key { position += 1 }
      dash(start, columns: columns, length: position - start, inset: inset, to: &writer)
    }
  }

  private func dash(
    _ position: Int, columns: Int, length: Int, inset: Double, to writer: inout MarkupWriter
  ) {
    writer.raw("M")
    writer.length(Double(position % columns) + inset)
    writer.raw(" ")
    writer.number(position / columns)
    writer.raw("h")
    writer.length(Double(length) - 2 * inset)
  }

  /// A cell by itself: a line as long as the cell, without a class where it shows nothing.
  private func titled(_ position: Int, to writer: inout MarkupWriter) {
    writer.raw("<path")
    let cell = spec.cells[position]
    if let swatch = spec.scale.swatch(cell) {
      writer.raw(" class=\"")
      writer.html(swatches.names[swatch][...])
      writer.raw("\"")
    } else if cell.state == .unjudged {
      writer.raw(" class=\"u\"")
    }
    writer.raw(" d=\"")
    dash(position, columns: grid.columns, length: 1, inset: 0, to: &writer)
    writer.raw("\"><title>")
    writer.html(spec.titles[position])
    writer.raw("</title></path>")
  }

  /// Lines of ground between all cells, as thin as they are however the cells are stretched.
  private func gaps(to writer: inout MarkupWriter) {
    writer.raw("<path class=\"ga\" d=\"")
    for row in 1..<max(1, grid.rows) {
      writer.raw("M0 ")
      writer.length(Double(row) - 0.5)
      writer.raw("h")
      writer.number(grid.columns)
    }
    for column in 1..<max(1, grid.columns) {
      writer.raw("M")
      writer.number(column)
      writer.raw("-.5v")
      writer.number(grid.rows)
    }
    writer.raw("\"/>")
  }
}

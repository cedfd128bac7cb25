import Markup

extension MapDrawing {
  /// The cells in a page, and lines between all of them.
  func cells(to writer: inout MarkupWriter) {
    openDashes("ar", &writer, x: grid.left, y: grid.top, width: grid.cellWidth, height: grid.cellHeight)
    writer.raw("<path class=\"z\" d=\"M0-.5h")
    writer.number(grid.columns)
    writer.raw("v")
    writer.number(grid.rows)
    writer.raw("H0\"/>")
    dashes(
      spec.cells, titles: spec.titles, columns: grid.columns, isBare: grid.labels == .none, to: &writer)
    gaps(to: &writer)
    writer.raw("</g>")
  }

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

  /// Rows of cells, colour by colour: a thick line of dashes along the rows for those without a title, and an
  /// element of its own for each with one.
  func dashes(
    _ cells: [Cell], titles: Texts = Texts(), columns: Int, isBare: Bool, to writer: inout MarkupWriter
  ) {
    let blank = UInt8.max, unjudged = UInt8.max - 1
    let keys = cells.map { cell in
      spec.scale.swatch(cell).map(UInt8.init) ?? (cell.state == .blank ? blank : unjudged)
    }
    let isTitled = cells.indices.map { !titles.isEmpty && !titles[$0].isEmpty }
    // What has no title and no colour is not drawn.
    let plain = keys.indices.map { isTitled[$0] ? blank : keys[$0] }
    var present = [Bool](repeating: false, count: 256)
    for key in keys { present[Int(key)] = true }
    for key in UInt8.min...UInt8.max where present[Int(key)] {
      let own = keys.indices.filter { keys[$0] == key && isTitled[$0] }
      if !own.isEmpty {
        begin("g", key, to: &writer)
        writer.raw(">")
        for position in own { titled(position, titles[position], columns: columns, to: &writer) }
        writer.raw("</g>")
      }
      if key != blank, plain.contains(key) {
        begin("path", key, to: &writer)
        writer.raw(" d=\"")
        let state = key == unjudged ? Cell.State.unjudged : [.full, .lightened, .muted][Int(key) % 3]
        runs(of: key, in: plain, columns: columns, inset: isBare ? Self.inset(state) : 0, to: &writer)
        writer.raw("\"/>")
      }
    }
  }

  /// `<name class="q7m"`.
  private func begin(_ name: StaticString, _ key: UInt8, to writer: inout MarkupWriter) {
    writer.raw("<")
    writer.raw(name)
    writer.raw(" class=\"")
    switch key {
    case UInt8.max: writer.raw("n")
    case UInt8.max - 1: writer.raw("u")
    default: writer.html(swatches.names[Int(key)][...])
    }
    writer.raw("\"")
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

  /// A cell by itself: a line as long as the cell.
  private func titled(
    _ position: Int, _ title: ArraySlice<UInt8>, columns: Int, to writer: inout MarkupWriter
  ) {
    writer.raw("<path d=\"")
    dash(position, columns: columns, length: 1, inset: 0, to: &writer)
    writer.raw("\"><title>")
    writer.html(title)
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
    // From the left: each one to the right of the one before, and back up.
    if grid.columns > 1 { writer.raw("M1-.5") }
    for column in 1..<max(1, grid.columns) {
      if column > 1 {
        writer.raw("m1-")
        writer.number(grid.rows)
      }
      writer.raw("v")
      writer.number(grid.rows)
    }
    writer.raw("\"/>")
  }
}

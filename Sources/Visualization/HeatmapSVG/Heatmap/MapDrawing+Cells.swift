import Markup

extension MapDrawing {
  /// A square per cell with its title: row by row in the order of reading, column and row as its place.
  func cells(to writer: inout MarkupWriter) {
    if dialect == .page {
      openCells(&writer, x: grid.left, y: grid.top, width: grid.cellWidth, height: grid.cellHeight)
    }
    for row in 0..<grid.rows {
      if dialect == .page {
        writer.raw("<g transform=\"translate(0 ")
        writer.number(row)
        writer.raw(")\">")
      }
      for column in 0..<grid.columns {
        let position = row * grid.columns + column
        square(spec.cells[position], row: row, column: column, to: &writer)
        // A picture on a slide has no pointer over it.
        if dialect == .file || spec.titles.isEmpty || spec.titles[position].isEmpty {
          writer.raw("/>")
        } else {
          writer.raw("><title>")
          writer.html(spec.titles[position])
          writer.raw("</title></path>")
        }
      }
      if dialect == .page { writer.raw("</g>") }
    }
    if dialect == .page {
      writer.raw("</g>")
      gaps(to: &writer)
    }
  }

  private func square(_ cell: Cell, row: Int, column: Int, to writer: inout MarkupWriter) {
    switch dialect {
    case .page:
      writer.raw("<path d=\"")
      tile(column, inset: grid.labels == .none ? Self.inset(cell.state) : 0, to: &writer)
      writer.raw("\"")
      if let swatch = spec.scale.swatch(cell) {
        writer.raw(" class=\"")
        writer.html(swatches.names[swatch][...])
        writer.raw("\"")
      } else if cell.state == .unjudged {
        writer.raw(" class=\"u\"")
      }
    case .file:
      let inset = grid.labels == .none ? Self.inset(cell.state) : 0
      writer.raw("<rect")
      writer.length("x", grid.x(column) + grid.cellWidth * inset + 0.5)
      writer.length("y", grid.y(row) + grid.cellHeight * inset + 0.5)
      writer.length("width", grid.cellWidth * (1 - 2 * inset) - 1)
      writer.length("height", grid.cellHeight * (1 - 2 * inset) - 1)
      writer.raw(" fill=\"")
      writer.text(fill(cell).hex)
      writer.raw("\"")
    }
  }

  /// A square in the units of cells, lower where it is inset: shorter than a rectangle with all its attributes.
  private func tile(_ column: Int, inset: Double, to writer: inout MarkupWriter) {
    writer.raw("M")
    writer.number(column)
    writer.raw(inset == 0 ? " 0h1v1h-1" : inset < 0.2 ? " .1h1v.8h-1" : " .3h1v.4h-1")
  }

  /// The colour of a cell in a file.
  func fill(_ cell: Cell) -> RGB {
    if let swatch = spec.scale.swatch(cell) { return swatches.all[swatch].light.fill }
    return Theme.light.empty.over(Theme.light.ground, opacity: cell.state == .blank ? 0.5 : 1)
  }

  /// How far a cell without a label stays away from its edges, as a share of its size: less to say, smaller.
  static func inset(_ state: Cell.State) -> Double {
    switch state {
    case .blank, .full: 0
    case .lightened: 0.1
    case .muted, .unjudged: 0.3
    }
  }

  /// The same cells without titles: per colour one thick line of dashes along the rows, and lines between
  /// all cells.
  func areas(to writer: inout MarkupWriter) {
    let blank = UInt8.max, unjudged = UInt8.max - 1
    let keys = spec.cells.map { cell in
      spec.scale.swatch(cell).map(UInt8.init) ?? (cell.state == .blank ? blank : unjudged)
    }
    var present = [Bool](repeating: false, count: 256)
    for key in keys { present[Int(key)] = true }
    openCells(&writer, x: grid.left, y: grid.top, width: grid.cellWidth, height: grid.cellHeight)
    // A line of one cell's thickness runs through the middle of its row.
    writer.raw("<g class=\"ar\" transform=\"translate(0 .5)\"><path class=\"z\" d=\"")
    for row in 0..<grid.rows { dash(row: row, columns: 0..<grid.columns, inset: 0, to: &writer) }
    writer.raw("\"/>")
    for key in 0..<256 where present[key] && key != blank {
      writer.raw("<path class=\"")
      if key == unjudged { writer.raw("u") } else { writer.html(swatches.names[key][...]) }
      writer.raw("\" d=\"")
      let state = key == unjudged ? Cell.State.unjudged : [.full, .lightened, .muted][key % 3]
      runs(of: UInt8(key), in: keys, inset: grid.labels == .none ? Self.inset(state) : 0, to: &writer)
      writer.raw("\"/>")
    }
    writer.raw("</g></g>")
    gaps(to: &writer)
  }

  private func runs(of key: UInt8, in keys: [UInt8], inset: Double, to writer: inout MarkupWriter) {
    for row in 0..<grid.rows {
      var column = 0
      while column < grid.columns {
        guard keys[row * grid.columns + column] == key else {
          column += 1
          continue
        }
        let start = column
        column += 1
        while inset == 0, column < grid.columns, keys[row * grid.columns + column] == key { column += 1 }
        dash(row: row, columns: start..<column, inset: inset, to: &writer)
      }
    }
  }

  private func dash(row: Int, columns: Range<Int>, inset: Double, to writer: inout MarkupWriter) {
    writer.raw("M")
    writer.length(Double(columns.lowerBound) + inset)
    writer.raw(" ")
    writer.number(row)
    writer.raw("h")
    writer.length(Double(columns.count) - 2 * inset)
  }

  /// Lines of ground between all cells, as thin as they are however the cells are stretched.
  private func gaps(to writer: inout MarkupWriter) {
    writer.raw("<path")
    writer.look(.gap, in: dialect)
    writer.raw(" d=\"")
    for row in 1..<max(1, grid.rows) {
      writer.raw("M")
      writer.length(grid.left)
      writer.raw(" ")
      writer.length(grid.y(row))
      writer.raw("h")
      writer.length(grid.cellWidth * Double(grid.columns))
    }
    for column in 1..<max(1, grid.columns) {
      writer.raw("M")
      writer.length(grid.x(column))
      writer.raw(" ")
      writer.length(grid.top)
      writer.raw("v")
      writer.length(grid.cellHeight * Double(grid.rows))
    }
    writer.raw("\"/>")
  }
}

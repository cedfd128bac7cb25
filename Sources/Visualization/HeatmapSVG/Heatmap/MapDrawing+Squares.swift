import Markup

extension MapDrawing {
  /// The cells in a file: squares, those of a colour as one shape, which programs for drawings and slides take for
  /// one. Nobody points at them there, so they have no titles.
  func squares(to writer: inout MarkupWriter) {
    squares(spec.cells, to: &writer) { position in
      let inset = grid.labels == .none ? Self.inset(spec.cells[position].state) : 0
      return Square(
        x: grid.x(position % grid.columns) + grid.cellWidth * inset,
        y: grid.y(position / grid.columns) + grid.cellHeight * inset,
        width: grid.cellWidth * (1 - 2 * inset), height: grid.cellHeight * (1 - 2 * inset))
    }
  }

  /// The place of a cell, the gap around it included.
  struct Square {
    var x, y, width, height: Double
  }

  /// Cells at the places that `place` gives for their positions; none at nil.
  func squares(_ cells: [Cell], to writer: inout MarkupWriter, place: (Int) -> Square?) {
    let fills = cells.map { fill($0).hex }
    for (first, colour) in fills.enumerated() where fills.firstIndex(of: colour) == first {
      var isBegun = false
      for position in cells.indices where fills[position] == colour {
        guard let square = place(position) else { continue }
        if !isBegun {
          writer.raw("<path fill=\"")
          writer.text(colour)
          writer.raw("\" d=\"")
          isBegun = true
        }
        write(square, to: &writer)
      }
      if isBegun { writer.raw("\"/>") }
    }
  }

  private func write(_ square: Square, to writer: inout MarkupWriter) {
    writer.point("M", square.x + 0.5, square.y + 0.5)
    writer.raw("h")
    writer.length(square.width - 1)
    writer.raw("v")
    writer.length(square.height - 1)
    writer.raw("h")
    writer.length(1 - square.width)
    writer.raw("z")
  }

  /// The colour of a cell in a file.
  private func fill(_ cell: Cell) -> RGB {
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
}

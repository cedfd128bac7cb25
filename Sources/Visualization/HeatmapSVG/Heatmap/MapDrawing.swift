import Markup

/// Draws a map: cells, labels, axes, margins, outline and marks, in this order from the ground up.
struct MapDrawing: Drawing {
  let spec: HeatmapSpec
  let grid: Grid
  let dialect: Dialect
  let swatches: Swatches

  init(_ spec: HeatmapSpec, _ dialect: Dialect) {
    self.spec = spec
    self.dialect = dialect
    grid = Grid(spec)
    swatches = Swatches.of(spec.scale, spec.palette)
  }

  var width: Double { grid.width }
  var height: Double { grid.height }

  func content(to writer: inout MarkupWriter) {
    switch dialect {
    case .page: cells(to: &writer)
    case .file: squares(to: &writer)
    }
    if grid.labels != .none { labels(to: &writer) }
    if spec.size != .tiny { axes(to: &writer) }
    if spec.size == .large { margins(to: &writer) }
    outline(to: &writer)
    marks(to: &writer)
  }

  private func outline(to writer: inout MarkupWriter) {
    guard spec.outline.contains(true) else { return }
    writer.path(.outline, in: dialect) {
      Outline.write(
        spec.outline, rows: grid.rows, columns: grid.columns, origin: (grid.left, grid.top),
        unit: (grid.cellWidth, grid.cellHeight), to: &$0)
    }
  }

  /// A triangle in the upper right corner: seen without colour, and out of the way of the number.
  private func marks(to writer: inout MarkupWriter) {
    guard spec.size != .tiny, spec.cells.contains(where: \.isMarked) else { return }
    let side = min(9, grid.cellHeight * 0.45, grid.cellWidth * 0.6)
    writer.path(.mark, in: dialect) { writer in
      for (position, cell) in spec.cells.enumerated() where cell.isMarked {
        writer.point("M", grid.x(position % grid.columns + 1) - 1, grid.y(position / grid.columns) + 1)
        writer.raw("v")
        writer.length(side)
        writer.raw("l")
        writer.length(-side)
        writer.length(-side)
        writer.raw("z")
      }
    }
  }
}

extension HeatmapSpec: Figure {
  /// The map as an inline `svg` element.
  package func write(to writer: inout MarkupWriter) {
    let drawing = MapDrawing(self, .page)
    let kind: StaticString =
      switch size {
      case .large: isStrip ? "hm strip" : "hm large"
      case .small: "hm small"
      case .tiny: "hm tiny"
      }
    switch (drawing.grid.labels == .none, isTabled) {
    case (false, false): drawing.inline(kind, label: label, isNatural: isStrip, to: &writer)
    case (true, false): drawing.inline(kind, "bare", label: label, to: &writer)
    case (false, true): drawing.inline(kind, "tabled", label: label, isNatural: isStrip, to: &writer)
    case (true, true): drawing.inline(kind, "bare", "tabled", label: label, to: &writer)
    }
  }
}

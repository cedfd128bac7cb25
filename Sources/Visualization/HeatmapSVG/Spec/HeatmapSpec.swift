/// A map of rows and columns with a number in each cell: all there is to know to draw it.
///
/// The numbers are made elsewhere and arrive as labels and colour classes; what they count is unknown here.
package struct HeatmapSpec: Sendable {
  /// What the map shows, for those who hear it: `Percent within 60 min by weekday and half hour`.
  var label: String
  /// From the top: `Mon` … `Sun`.
  var rows: [String]
  /// From the left, without gaps.
  var columns: [Column]
  /// `rows.count × columns.count` cells, row by row.
  package var cells: [Cell]
  /// One per row, beside it; empty for none.
  package var rowTotals: [Cell] = []
  /// One per column, below it; empty for none.
  package var columnTotals: [Cell] = []
  /// Where the margins meet; drawn only with both of them.
  package var grandTotal: Cell?
  /// What the colour classes mean.
  package var scale: Scale
  /// The colours of the percent scale.
  package var palette: Palette
  /// How much room it has, and with it what is drawn.
  var size = Size.large
  /// The text that shows when pointing at a cell, one per cell, blank where it has
  /// none; empty for none at all. Costs most of a map's bytes.
  package var titles = Texts()
  /// One per cell: the true ones are outlined together. Empty for none.
  package var outline: [Bool] = []
  /// A ``HeatmapTable`` of this map stands on the same page and takes its place on a narrow screen.
  package var isTabled = false

  /// A map without margins, titles and outline.
  package init(
    label: String, rows: [String], columns: [Column], cells: [Cell], scale: Scale,
    palette: Palette = .traffic, size: Size = .large
  ) {
    precondition(cells.count == rows.count * columns.count, "a cell for each row and column")
    self.label = label
    self.rows = rows
    self.columns = columns
    self.cells = cells
    self.scale = scale
    self.palette = palette
    self.size = size
  }

  /// One row of cells with numbers.
  var isStrip: Bool { size == .large && rows.count == 1 }

  /// A column: a slot of time.
  package struct Column: Hashable, Sendable {
    /// In the table: `08:30`.
    var name: String
    /// On the axis, at the column's left edge: `08`; nil for none. The ticks of a map are evenly spaced.
    var tick: String?

    /// A column of that name.
    package init(name: String, tick: String? = nil) {
      self.name = name
      self.tick = tick
    }
  }

  /// The room of a map.
  package enum Size: Hashable, Sendable {
    /// As wide as the page, with numbers in the cells as far as they have room; with a single row only as
    /// wide as its cells need, to stand beside something else.
    case large
    /// Half of it, with axes and without numbers.
    case small
    /// A picture for small multiples: only the cells and the outline.
    case tiny
  }
}

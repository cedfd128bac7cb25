/// Where the cells of a map lie, in the units of its `viewBox`: pixels where the map has the width it was
/// made for.
struct Grid {
  let rows: Int
  let columns: Int
  /// The upper left corner of the cells.
  let left: Double
  let top: Double
  /// The size of a cell, the gap to the next one included.
  let cellWidth: Double
  let cellHeight: Double
  /// The whole drawing.
  let width: Double
  let height: Double
  let labels: Labels

  /// What there is room for in a cell.
  enum Labels {
    case none
    /// The number that counts.
    case one
    /// And below it how much it rests on.
    case two
  }

  /// The width of a cell of a map of one row, which is as wide as its cells.
  static let stripCell = 44.0

  init(_ spec: HeatmapSpec) {
    rows = spec.rows.count
    columns = spec.columns.count
    let right: Double
    let bottom: Double
    let page: Double
    switch spec.size {
    case .large:
      (top, cellHeight, page) = (20, 34, 1_032)
      left = spec.rows.allSatisfy(\.isEmpty) ? 1 : 36
      right = spec.rowTotals.isEmpty ? 1 : 48
      bottom = spec.columnTotals.isEmpty ? 1 : 40
    case .small:
      (left, top, cellHeight, page) = (34, 18, 17, 494)
      (right, bottom) = (1, 1)
    case .tiny:
      (left, top, cellHeight, page) = (1, 1, 10, 290)
      (right, bottom) = (1, 1)
    }
    let count = Double(max(1, columns))
    width = spec.isStrip ? min(page, left + right + count * Grid.stripCell) : page
    // Tenths, as lengths are written: what is placed by stretching and what is placed by itself agree.
    cellWidth = Double(Int((width - left - right) / count * 10)) / 10
    height = top + cellHeight * Double(rows) + bottom
    labels = spec.size != .large || cellWidth < 17 ? .none : cellWidth < 26 ? .one : .two
  }

  func x(_ column: Int) -> Double { left + Double(column) * cellWidth }
  func y(_ row: Int) -> Double { top + Double(row) * cellHeight }
  func center(_ column: Int) -> Double { x(column) + cellWidth / 2 }
}

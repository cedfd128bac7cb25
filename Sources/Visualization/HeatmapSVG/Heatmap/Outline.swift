import Markup

/// The border around a set of cells as one path.
enum Outline {
  /// Runs of edges between a cell inside and one outside: each straight piece of border is written once.
  ///
  /// `inside` has `rows × columns` values. Lengths are in cells, scaled by `unit` and moved by `origin`.
  static func write(
    _ inside: [Bool], rows: Int, columns: Int, origin: (x: Double, y: Double),
    unit: (x: Double, y: Double), to writer: inout MarkupWriter
  ) {
    func isInside(_ row: Int, _ column: Int) -> Bool {
      row >= 0 && row < rows && column >= 0 && column < columns && inside[row * columns + column]
    }
    func move(_ column: Int, _ row: Int) {
      writer.point("M", origin.x + Double(column) * unit.x, origin.y + Double(row) * unit.y)
    }
    for row in 0...rows {
      var column = 0
      while column < columns {
        let start = column
        while column < columns, isInside(row - 1, column) != isInside(row, column) { column += 1 }
        if column > start {
          move(start, row)
          writer.raw("h")
          writer.length(Double(column - start) * unit.x)
        }
        column += column == start ? 1 : 0
      }
    }
    for column in 0...columns {
      var row = 0
      while row < rows {
        let start = row
        while row < rows, isInside(row, column - 1) != isInside(row, column) { row += 1 }
        if row > start {
          move(column, start)
          writer.raw("v")
          writer.length(Double(row - start) * unit.y)
        }
        row += row == start ? 1 : 0
      }
    }
  }
}

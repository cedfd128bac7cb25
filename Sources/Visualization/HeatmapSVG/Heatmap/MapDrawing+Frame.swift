import Markup

extension MapDrawing {
  /// The names of the rows, and the ticks of the columns thinned out until they have room.
  func axes(to writer: inout MarkupWriter) {
    writer.raw("<g")
    writer.look(.rowName, in: dialect)
    writer.raw(">")
    for (row, name) in spec.rows.enumerated() {
      text(name, x: grid.left - 7, y: grid.y(row) + grid.cellHeight / 2 + 4, to: &writer)
    }
    writer.raw("</g><g")
    writer.look(.axis, in: dialect)
    writer.raw(">")
    let ticks = spec.columns.indices.filter { spec.columns[$0].tick != nil }
    let step = Self.step(ticks, columnWidth: grid.cellWidth)
    for (number, column) in ticks.enumerated() where number % step == 0 {
      // Those a narrow screen leaves out.
      let isOdd = dialect == .page && spec.size == .small && (number / step) % 2 == 1
      // Columns follow each other in time: a tick is at the beginning. The cells of a strip are things named.
      let x = spec.isStrip ? grid.center(column) : grid.x(column)
      text(spec.columns[column].tick!, x: x, y: grid.top - 6, isOdd: isOdd, to: &writer)
    }
    writer.raw("</g>")
  }

  /// Each how many ticks one is shown, so that they are 24 units apart or more.
  static func step(_ ticks: [Int], columnWidth: Double) -> Int {
    guard ticks.count > 1 else { return 1 }
    let spacing = Double(ticks[1] - ticks[0]) * columnWidth
    return [1, 2, 3, 4, 6, 12].first { Double($0) * spacing >= 24 } ?? 24
  }

  /// The totals: numbers in the margins, with a strip of their colour along the map.
  func margins(to writer: inout MarkupWriter) {
    let right = grid.x(grid.columns) + 3
    let bottom = grid.y(grid.rows) + 3
    if !spec.rowTotals.isEmpty {
      strip(spec.rowTotals, isDown: true, x: right, y: grid.top, to: &writer)
      let x = right + 26
      numbers(
        spec.rowTotals.indices.map { (x, grid.y($0)) }, spec.rowTotals, large: grid.cellHeight / 2,
        small: grid.cellHeight / 2 + 11, to: &writer)
    }
    if !spec.columnTotals.isEmpty {
      strip(spec.columnTotals, isDown: false, x: grid.left, y: bottom, to: &writer)
      if grid.labels != .none {
        numbers(
          spec.columnTotals.indices.map { (grid.center($0), bottom) }, spec.columnTotals, large: 18,
          small: 29, to: &writer)
      }
    }
    if let total = spec.grandTotal, !spec.rowTotals.isEmpty, !spec.columnTotals.isEmpty {
      numbers([(right + 26, bottom)], [total], large: 18, small: 29, to: &writer)
    }
  }

  private func strip(_ cells: [Cell], isDown: Bool, x: Double, y: Double, to writer: inout MarkupWriter) {
    let width = isDown ? 5 : grid.cellWidth
    let height = isDown ? grid.cellHeight : 5
    if dialect == .page { openCells(&writer, x: x, y: y, width: width, height: height) }
    for (index, cell) in cells.enumerated() {
      guard let swatch = spec.scale.swatch(cell) else { continue }
      if dialect == .page {
        writer.raw("<path d=\"M")
        writer.number(isDown ? 0 : index)
        writer.raw(" ")
        writer.number(isDown ? index : 0)
        writer.raw("h1v1h-1\" class=\"")
        writer.html(swatches.names[swatch][...])
        writer.raw("\"/>")
      } else {
        writer.raw("<rect")
        writer.length("x", x + (isDown ? 0 : Double(index) * width) + 0.5)
        writer.length("y", y + (isDown ? Double(index) * height : 0) + 0.5)
        writer.length("width", width - 1)
        writer.length("height", height - 1)
        writer.attribute(Attribute("fill", .text(fill(cell).hex)))
        writer.raw("/>")
      }
    }
    if dialect == .page { writer.raw("</g>") }
  }

  private func numbers(
    _ places: [(x: Double, y: Double)], _ cells: [Cell], large: Double, small: Double,
    to writer: inout MarkupWriter
  ) {
    numbers(places, cells.map(\.label), .total, dy: large, pitch: grid.labels == .one ? 6 : 7, to: &writer)
    if grid.labels == .one && cells.count == grid.columns { return }
    numbers(places, cells.map(\.sublabel), .subtotal, dy: small, pitch: 5, to: &writer)
  }

  private func numbers(
    _ places: [(x: Double, y: Double)], _ labels: [Cell.Label], _ role: Role, dy: Double, pitch: Int,
    to writer: inout MarkupWriter
  ) {
    guard labels.contains(where: { $0 != .none }) else { return }
    writer.raw("<g")
    writer.look(role, in: dialect)
    writer.raw(">")
    var digits = Digits(pitch: pitch, dialect: dialect)
    for (index, place) in places.enumerated() {
      digits.add(labels[index], x: place.x, y: place.y + dy, to: &writer)
      let isLast = index == places.count - 1
      if isLast || places[index + 1].y != place.y { digits.flush(y: place.y + dy, to: &writer) }
    }
    writer.raw("</g>")
  }

  func text(_ text: String, x: Double, y: Double, isOdd: Bool = false, to writer: inout MarkupWriter) {
    writer.raw(isOdd ? "<text class=\"o\"" : "<text")
    writer.length("x", x)
    writer.length("y", y)
    writer.raw(">")
    writer.text(text)
    writer.raw("</text>")
  }
}

import Markup

extension MapDrawing {
  /// The names of the rows, and the ticks of the columns thinned out until they have room.
  func axes(to writer: inout MarkupWriter) {
    writer.raw("<g")
    writer.look(.rowName, in: dialect)
    writer.translation(grid.left - 7, grid.top + grid.cellHeight / 2 + 4)
    writer.raw(">")
    for (row, name) in spec.rows.enumerated() where !name.isEmpty {
      text(name, y: Double(row) * grid.cellHeight, to: &writer)
    }
    writer.raw("</g><g")
    writer.look(.axis, in: dialect)
    // Columns follow each other in time: a tick is at the beginning. The cells of a strip are things named.
    writer.translation(grid.left + (spec.isStrip ? grid.cellWidth / 2 : 0), grid.top - 6)
    writer.raw(">")
    let ticks = spec.columns.indices.filter { spec.columns[$0].tick != nil }
    let step = Self.step(ticks, columnWidth: grid.cellWidth)
    for (number, column) in ticks.enumerated() where number % step == 0 {
      text(spec.columns[column].tick!, x: Double(column) * grid.cellWidth, to: &writer)
    }
    writer.raw("</g>")
  }

  /// A text within a group: what is zero is left out.
  private func text(_ text: String, x: Double = 0, y: Double = 0, to writer: inout MarkupWriter) {
    writer.raw("<text")
    if x != 0 { writer.length("x", x) }
    if y != 0 { writer.length("y", y) }
    writer.raw(">")
    writer.text(text)
    writer.raw("</text>")
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
    switch dialect {
    case .page:
      openDashes("ma", &writer, x: x, y: y, width: width, height: height)
      // Where there is no number there is no colour to show.
      dashes(
        cells.map { $0.state == .unjudged ? .blank : $0 }, columns: isDown ? 1 : cells.count, isBare: false,
        to: &writer)
      writer.raw("</g>")
    case .file:
      squares(cells, to: &writer) { index in
        guard spec.scale.swatch(cells[index]) != nil else { return nil }
        return Square(
          x: x + (isDown ? 0 : Double(index) * width), y: y + (isDown ? Double(index) * height : 0),
          width: width, height: height)
      }
    }
  }

  /// The width of the margin beside a map.
  private static let margin = 48.0

  /// Numbers with commas, where all of them have room for them.
  static func grouped(_ labels: [Cell.Label], pitch: Int, room: Double) -> [Cell.Label] {
    let grouped = labels.map { label in
      if case .number(let number) = label, number >= 1_000 {
        Cell.Label.text(UInt(number).grouped)
      } else {
        label
      }
    }
    let isFitting = grouped.allSatisfy { label in
      if case .text(let text) = label { Double(text.count * pitch) <= room } else { true }
    }
    return isFitting ? grouped : labels
  }

  private func numbers(
    _ places: [(x: Double, y: Double)], _ cells: [Cell], large: Double, small: Double,
    to writer: inout MarkupWriter
  ) {
    // Percents have up to three digits, and bold ones are wide in some fonts.
    if grid.labels == .one && cells.count == grid.columns {
      return numbers(places, cells.map(\.label), .narrowTotal, dy: large, pitch: 6, to: &writer)
    }
    numbers(places, cells.map(\.label), .total, dy: large, pitch: 8, to: &writer)
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
    // Those above each other have the margin, those beside each other a column.
    let room = places.count > 1 && places[0].y == places[1].y ? grid.cellWidth : Self.margin
    let labels = Self.grouped(labels, pitch: pitch, room: room)
    for (index, place) in places.enumerated() {
      digits.add(labels[index], x: place.x, y: place.y + dy, to: &writer)
      let isLast = index == places.count - 1
      if isLast || places[index + 1].y != place.y { digits.flush(y: place.y + dy, to: &writer) }
    }
    writer.raw("</g>")
  }
}

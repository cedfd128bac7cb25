import Markup

extension MapDrawing {
  /// The numbers in the cells, grouped by what they look like: ink and weight.
  func labels(to writer: inout MarkupWriter) {
    let isLarge = grid.labels == .two
    let groups = spec.cells.map(group)
    let isDouble = isLarge && spec.cells.contains { $0.sublabel != .none }
    write(
      role: isLarge ? .large : .medium, pitch: isLarge ? 7 : 6, dy: isDouble ? 17 : 21, groups, \.label,
      to: &writer)
    if isDouble { write(role: .small, pitch: 5, dy: 28, groups, \.sublabel, to: &writer) }
  }

  /// The labels of a tone, in bold for full cells; the last group is that of cells without a colour.
  private func group(_ cell: Cell) -> UInt8 {
    guard let swatch = spec.scale.swatch(cell) else { return 18 }
    return swatches.all[swatch].tone.number * 2 + (cell.state == .full ? 0 : 1)
  }

  private func write(
    role: Role, pitch: Int, dy: Double, _ groups: [UInt8], _ label: KeyPath<Cell, Cell.Label>,
    to writer: inout MarkupWriter
  ) {
    var present = [Bool](repeating: false, count: 19)
    for (cell, group) in zip(spec.cells, groups) where cell[keyPath: label] != .none {
      present[Int(group)] = true
    }
    guard present.contains(true) else { return }
    var digits = Digits(pitch: pitch, dialect: dialect)
    open(role, to: &writer)
    for group in 0..<19 where present[group] {
      open(group: group, isStrong: role != .small, to: &writer)
      for row in 0..<grid.rows {
        let y = grid.y(row) + dy
        for column in 0..<grid.columns where groups[row * grid.columns + column] == group {
          digits.add(
            spec.cells[row * grid.columns + column][keyPath: label], x: grid.center(column), y: y, to: &writer
          )
        }
        digits.flush(y: y, to: &writer)
      }
      writer.raw("</g>")
    }
    writer.raw("</g>")
  }

  private func open(_ role: Role, to writer: inout MarkupWriter) {
    writer.raw("<g")
    writer.look(role, in: dialect)
    writer.raw(">")
  }

  private func open(group: Int, isStrong: Bool, to writer: inout MarkupWriter) {
    writer.raw("<g")
    if group == 18 {
      writer.look(.dash, in: dialect)
    } else {
      let tone = Tone.all[group / 2]
      let isStrong = isStrong && group % 2 == 0
      switch dialect {
      case .page:
        writer.raw(" class=\"")
        writer.raw(tone.name)
        if isStrong { writer.raw(" st") }
        writer.raw("\"")
      case .file:
        writer.attribute(Attribute("fill", .text(tone.light.colour.hex)))
        if isStrong { writer.look(.strong, in: dialect) }
      }
    }
    writer.raw(">")
  }
}

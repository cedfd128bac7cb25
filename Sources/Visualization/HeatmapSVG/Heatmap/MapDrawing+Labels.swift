import Markup

extension MapDrawing {
  /// The numbers in the cells, grouped by what they look like: ink and weight.
  func labels(to writer: inout MarkupWriter) {
    let groups = spec.cells.map(group)
    let large = spec.cells.map(\.label)
    guard grid.labels == .two else {
      return writeFitting(large, [(.medium, 6), (.small, 5)], dy: 21, groups, to: &writer)
    }
    let small = spec.cells.map(\.sublabel)
    let isDouble = small.contains { $0 != .none }
    writeFitting(
      large, [(.large, 7), (.medium, 6), (.small, 5)], dy: isDouble ? 17 : 21, groups, to: &writer)
    if isDouble { write(small, .small, pitch: 5, dy: 28, groups, to: &writer) }
  }

  /// Writes labels in the largest of some forms in which all have room in their cells; in the smallest one those that
  /// do not are left out.
  private func writeFitting(
    _ labels: [Cell.Label], _ forms: [(role: Role, pitch: Int)], dy: Double, _ groups: [Int],
    to writer: inout MarkupWriter
  ) {
    func fits(_ label: Cell.Label, _ pitch: Int) -> Bool {
      guard case .text(let text) = label else { return true }
      return Double(text.count * pitch) <= grid.cellWidth
    }
    let form = forms.first { form in labels.allSatisfy { fits($0, form.pitch) } } ?? forms.last!
    write(
      labels.map { fits($0, form.pitch) ? $0 : .none }, form.role, pitch: form.pitch, dy: dy, groups,
      to: &writer)
  }

  /// The number of a group of labels: those of a tone, in bold for full cells; ``plain`` without a colour.
  private func group(_ cell: Cell) -> Int {
    guard let swatch = spec.scale.swatch(cell) else { return Self.plain }
    return Int(swatches.tones[swatch]) * 2 + (cell.state == .full ? 0 : 1)
  }

  /// The last group of labels.
  private static let plain = 18

  private func write(
    _ labels: [Cell.Label], _ role: Role, pitch: Int, dy: Double, _ groups: [Int],
    to writer: inout MarkupWriter
  ) {
    var present = [Bool](repeating: false, count: Self.plain + 1)
    for (label, group) in zip(labels, groups) where label != .none { present[group] = true }
    guard present.contains(true) else { return }
    var digits = Digits(pitch: pitch, dialect: dialect)
    open(role, to: &writer)
    for group in present.indices where present[group] {
      open(group: group, isStrong: role != .small, to: &writer)
      for row in 0..<grid.rows {
        let y = grid.y(row) + dy
        for column in 0..<grid.columns where groups[row * grid.columns + column] == group {
          digits.add(labels[row * grid.columns + column], x: grid.center(column), y: y, to: &writer)
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
    if group == Self.plain {
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

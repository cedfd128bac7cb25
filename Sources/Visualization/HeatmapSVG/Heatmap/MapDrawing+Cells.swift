import Markup

extension MapDrawing {
  /// The cells in a page, and lines between all of them.
  func cells(to writer: inout MarkupWriter) {
    openDashes("ar", &writer, x: grid.left, y: grid.top, width: grid.cellWidth, height: grid.cellHeight)
    writer.raw("<path class=\"z\" d=\"M0-.5h")
    writer.number(grid.columns)
    writer.raw("v")
    writer.number(grid.rows)
    writer.raw("H0\"/>")
    dashes(
      spec.cells, titles: spec.titles, columns: grid.columns, isBare: grid.labels == .none, to: &writer)
    gaps(to: &writer)
    writer.raw("</g>")
  }

  /// Begins a group in whose units a cell is 1 × 1 and a row's middle is at its number, so that a line along it
  /// fills it and places are small whole numbers. By its class the stylesheet knows cells, which are lower where
  /// they have less to say, from margins.
  func openDashes(
    _ name: StaticString, _ writer: inout MarkupWriter, x: Double, y: Double, width: Double, height: Double
  ) {
    writer.raw("<g class=\"")
    writer.raw(name)
    writer.point("\" transform=\"translate(", x, y + height / 2)
    writer.point(")scale(", width, height)
    writer.raw(")\">")
  }

  /// Rows of cells, colour by colour: a thick line of dashes along the rows for those without a title, and an
  /// element of its own for each with one.
  func dashes(
    _ cells: [Cell], titles: Texts = Texts(), columns: Int, isBare: Bool, to writer: inout MarkupWriter
  ) {
    for (look, positions) in byLook(cells) {
      func isTitled(_ position: Int) -> Bool { !titles.isEmpty && !titles.isBlank(position) }
      let titled = positions.filter(isTitled)
      if !titled.isEmpty {
        begin("g", look, to: &writer)
        writer.raw(">")
        for position in titled { self.titled(position, titles[position], columns: columns, to: &writer) }
        writer.raw("</g>")
      }
      // What has no title and no colour is not drawn.
      guard look != .blank, titled.count < positions.count else { continue }
      begin("path", look, to: &writer)
      writer.raw(" d=\"")
      let plain = titled.isEmpty ? positions : positions.filter { !isTitled($0) }[...]
      runs(plain, columns: columns, inset: isBare ? Self.inset(look.state) : 0, to: &writer)
      writer.raw("\"/>")
    }
  }

  /// What a cell looks like.
  private enum Look: Hashable {
    /// A position in ``Swatches/all``.
    case swatch(Int)
    case unjudged, blank

    var state: Cell.State {
      switch self {
      case .swatch(let swatch): [.full, .lightened, .muted][swatch % 3]
      case .unjudged: .unjudged
      case .blank: .blank
      }
    }
  }

  /// The positions of the cells of each look that there is: swatches in their order, then unjudged cells, then blank
  /// ones.
  private func byLook(_ cells: [Cell]) -> [(look: Look, positions: ArraySlice<Int>)] {
    let unjudged = swatches.names.count, blank = unjudged + 1
    let keys = cells.indices.map { index in
      spec.scale.swatch(cells[index]) ?? (cells[index].state == .blank ? blank : unjudged)
    }
    var starts = [Int](repeating: 0, count: blank + 2)
    for key in keys { starts[key + 1] += 1 }
    for key in 0...blank { starts[key + 1] += starts[key] }
    var (next, order) = (starts, keys)
    for (position, key) in keys.enumerated() {
      order[next[key]] = position
      next[key] += 1
    }
    return (0...blank).compactMap { key in
      let positions = order[starts[key]..<starts[key + 1]]
      let look = key == blank ? Look.blank : key == unjudged ? .unjudged : .swatch(key)
      return positions.isEmpty ? nil : (look, positions)
    }
  }

  /// `<name class="q7m"`.
  private func begin(_ name: StaticString, _ look: Look, to writer: inout MarkupWriter) {
    writer.raw("<")
    writer.raw(name)
    writer.raw(" class=\"")
    switch look {
    case .blank: writer.raw("n")
    case .unjudged: writer.raw("u")
    case .swatch(let swatch): writer.html(swatches.names[swatch][...])
    }
    writer.raw("\"")
  }

  /// Dashes of ascending positions, those beside each other as one where no inset parts them.
  private func runs(
    _ positions: ArraySlice<Int>, columns: Int, inset: Double, to writer: inout MarkupWriter
  ) {
    var rest = positions
    while let start = rest.first {
      var length = 1
      while inset == 0, length < rest.count, (start + length) % columns != 0,
        rest[rest.startIndex + length] == start + length
      {
        length += 1
      }
      dash(start, columns: columns, length: length, inset: inset, to: &writer)
      rest = rest.dropFirst(length)
    }
  }

  private func dash(
    _ position: Int, columns: Int, length: Int, inset: Double, to writer: inout MarkupWriter
  ) {
    writer.raw("M")
    writer.length(Double(position % columns) + inset)
    writer.raw(" ")
    writer.number(position / columns)
    writer.raw("h")
    writer.length(Double(length) - 2 * inset)
  }

  /// A cell by itself: a line as long as the cell.
  private func titled(
    _ position: Int, _ title: ArraySlice<UInt8>, columns: Int, to writer: inout MarkupWriter
  ) {
    writer.raw("<path d=\"")
    dash(position, columns: columns, length: 1, inset: 0, to: &writer)
    writer.raw("\"><title>")
    writer.html(title)
    writer.raw("</title></path>")
  }

  /// Lines of ground between all cells, as thin as they are however the cells are stretched.
  private func gaps(to writer: inout MarkupWriter) {
    writer.raw("<path class=\"ga\" d=\"")
    for row in 1..<max(1, grid.rows) {
      writer.raw("M0 ")
      writer.length(Double(row) - 0.5)
      writer.raw("h")
      writer.number(grid.columns)
    }
    // From the left: each one to the right of the one before, and back up.
    if grid.columns > 1 { writer.raw("M1-.5") }
    for column in 1..<max(1, grid.columns) {
      if column > 1 {
        writer.raw("m1-")
        writer.number(grid.rows)
      }
      writer.raw("v")
      writer.number(grid.rows)
    }
    writer.raw("\"/>")
  }
}

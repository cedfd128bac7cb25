import Markup

extension TrendDrawing {
  /// What stands behind the line: rules with their values, the periods, the target and the events.
  func frame(to writer: inout MarkupWriter) {
    rules(to: &writer)
    for (index, tick) in trend.ticks.enumerated() {
      guard let tick else { continue }
      anchored(tick, "", x: x.place(Double(index)), y: height - 5, to: &writer)
    }
    target(to: &writer)
    for (event, name) in zip(trend.events, eventTexts) {
      let place = x.place(event.position)
      let top = 15 * Double(name.row)
      writer.raw("<path")
      writer.look(.event, in: .page)
      writer.raw(" d=\"M")
      writer.length(place)
      writer.raw(" ")
      writer.length(top + 2)
      writer.raw("V")
      writer.length(y.start)
      writer.raw("\"/>")
      if name.isBefore {
        anchored(name.text, "e", .eventName, x: place - 4, y: top + 11, to: &writer)
      } else {
        text(name.text, .eventName, x: place + 4, y: top + 11, to: &writer)
      }
    }
  }

  private func rules(to writer: inout MarkupWriter) {
    let ticks = y.ticks(4)
    writer.raw("<path")
    writer.look(.rule, in: .page)
    writer.raw(" d=\"")
    for tick in ticks {
      writer.raw("M")
      writer.length(x.start)
      writer.raw(" ")
      writer.length(y.place(tick))
      writer.raw("H")
      writer.length(x.end)
    }
    writer.raw("\"/>")
    for tick in ticks {
      let name = Axis.name(tick)
      let isTop = tick == ticks.last
      anchored(isTop ? name + trend.unit : name, "e", x: x.start - 7, y: y.place(tick) + 4, to: &writer)
    }
  }

  private func target(to writer: inout MarkupWriter) {
    guard let target = trend.target else { return }
    let place = y.place(target.value)
    writer.raw("<path")
    writer.look(.target, in: .page)
    writer.raw(" d=\"M")
    writer.length(x.start)
    writer.raw(" ")
    writer.length(place)
    writer.raw("H")
    writer.length(x.end + 4)
    writer.raw("\"/>")
    // Its text makes room for the last value's.
    var line = place
    if let last = trend.points.last(where: { $0 != nil }), let last, !trend.last.isEmpty {
      let other = y.place(last.value)
      if place <= other { line = min(place, other - 14) } else { line = max(place, other + 14) }
    }
    text(target.text, .targetName, x: x.end + 8, y: line + 4, to: &writer)
  }

  /// A text of a role that is centred or begins at its place; with `e` it ends there.
  private func anchored(
    _ text: String, _ anchor: StaticString, _ role: Role = .axis, x: Double, y: Double,
    to writer: inout MarkupWriter
  ) {
    writer.raw("<text")
    writer.raw(" class=\"")
    writer.raw(role.name)
    writer.raw(anchor.utf8CodeUnitCount > 0 ? " e\"" : "\"")
    writer.length("x", x)
    writer.length("y", y)
    writer.raw(">")
    writer.text(text)
    writer.raw("</text>")
  }
}

extension TrendSpec: Figure {
  /// The chart as an inline `svg` element.
  package func write(to writer: inout MarkupWriter) {
    let drawing = TrendDrawing(self)
    switch size {
    case .wide: drawing.inline("ch", "long", label: label, to: &writer)
    case .half: drawing.inline("ch", label: label, to: &writer)
    }
  }
}

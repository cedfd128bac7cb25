import Markup

extension TrendDrawing {
  /// What stands behind the line: rules with their values, the periods, the target and the events.
  func frame(to writer: inout MarkupWriter) {
    rules(to: &writer)
    for (index, tick) in trend.ticks.enumerated() {
      guard let tick else { continue }
      writer.text(tick, .axis, in: .page, x: x.place(Double(index)), y: height - 5)
    }
    target(to: &writer)
    for (event, name) in zip(trend.events, eventTexts) {
      let place = x.place(event.position)
      let top = 15 * Double(name.row)
      writer.path(.event, in: .page) {
        $0.point("M", place, top + 2)
        $0.raw("V")
        $0.length(y.start)
      }
      if name.isBefore {
        ending(name.text, .eventName, x: place - 4, y: top + 11, to: &writer)
      } else {
        writer.text(name.text, .eventName, in: .page, x: place + 4, y: top + 11)
      }
    }
  }

  private func rules(to writer: inout MarkupWriter) {
    let ticks = y.ticks(4)
    writer.path(.rule, in: .page) {
      for tick in ticks {
        $0.point("M", x.start, y.place(tick))
        $0.raw("H")
        $0.length(x.end)
      }
    }
    for tick in ticks {
      let name = Axis.name(tick)
      let isTop = tick == ticks.last
      ending(isTop ? name + trend.unit : name, .axis, x: x.start - 7, y: y.place(tick) + 4, to: &writer)
    }
  }

  private func target(to writer: inout MarkupWriter) {
    guard let target = trend.target else { return }
    let place = y.place(target.value)
    writer.path(.target, in: .page) {
      $0.point("M", x.start, place)
      $0.raw("H")
      $0.length(x.end + 4)
    }
    // Its text makes room for the last value's.
    var line = place
    if let last = trend.points.last(where: { $0 != nil }), let last, !trend.last.isEmpty {
      let other = y.place(last.value)
      if place <= other { line = min(place, other - 14) } else { line = max(place, other + 14) }
    }
    writer.text(target.text, .targetName, in: .page, x: x.end + 8, y: line + 4)
  }

  /// A text that ends at its place, where others of its role are centred or begin.
  private func ending(_ text: String, _ role: Role, x: Double, y: Double, to writer: inout MarkupWriter) {
    writer.raw("<text class=\"")
    writer.raw(role.name)
    writer.raw(" e\"")
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

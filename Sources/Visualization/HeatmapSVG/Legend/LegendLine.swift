import Markup

/// A legend set in lines of a width, for a file: there the places of words must be known beforehand.
struct LegendLine {
  private var items: [Item] = []
  /// The height of all lines, with space above.
  private(set) var height: Double

  private struct Item {
    var x, y: Double
    var text: String
    var textX: Double
    var draw: (@Sendable (inout MarkupWriter) -> Void)?
  }

  init(_ legend: LegendSpec, width: Double) {
    let drawing = LegendDrawing(legend, .file)
    var (x, y) = (0.0, 10.0)
    var items: [Item] = []
    func add(_ text: String, wide: Double, draw: (@Sendable (inout MarkupWriter) -> Void)?) {
      let length = wide + (wide > 0 ? 6 : 0) + Double(text.count) * 6.4
      if x > 0, x + length > width { (x, y) = (0, y + 22) }
      items.append(Item(x: x, y: y, text: text, textX: x + wide + (wide > 0 ? 6 : 0), draw: draw))
      x += length + (text.isEmpty ? 4 : 14)
    }
    if case .category(let names) = legend.scale {
      for (colour, name) in names.enumerated() {
        add(name, wide: 18) { drawing.swatch(Cell(.full, colour: colour), x: 0, width: 18, to: &$0) }
      }
    } else {
      if let ends = legend.ends { add(ends.low, wide: 0, draw: nil) }
      add(legend.ends?.high ?? "", wide: drawing.rampWidth) { drawing.ramp(to: &$0) }
      if let mark = legend.mark { add(mark.text, wide: 4) { drawing.tick(x: 1, to: &$0) } }
    }
    for key in legend.keys { add(key.text, wide: 18) { drawing.sign(key.sign, to: &$0) } }
    self.items = items
    height = y + 24
  }

  func write(to writer: inout MarkupWriter) {
    for item in items {
      if let draw = item.draw { writer.moved(x: item.x, y: item.y, content: draw) }
      if !item.text.isEmpty { writer.text(item.text, .note, in: .file, x: item.textX, y: item.y + 12) }
    }
  }
}

import Markup

/// The pieces of a legend, each within a box of 16 units' height whose upper left corner is the origin.
struct LegendDrawing {
  let legend: LegendSpec
  let dialect: Dialect
  let swatches: Swatches

  init(_ legend: LegendSpec, _ dialect: Dialect) {
    self.legend = legend
    self.dialect = dialect
    swatches = Swatches.of(legend.scale, legend.palette)
  }

  /// Wide enough for the text in a swatch, where there is one.
  var swatchWidth: Double {
    switch legend.scale {
    case .percent, .change: 18
    case .amount:
      (Double(classes.map { text(of: $0).count }.max() ?? 1) * 6.5 + 12).rounded(.up)
    case .category: 18
    }
  }

  /// The classes of the ramp.
  private var classes: Range<Int> { (legend.skipsZero ? 1 : 0)..<legend.scale.count }

  var rampWidth: Double { swatchWidth * Double(classes.count) }

  /// What a swatch of an amount says: the number it ends with.
  func text(of colour: Int) -> String {
    guard case .amount(let bounds, let labels, let isCount) = legend.scale else { return "" }
    if colour == 0 { return "0" }
    if colour <= labels.count { return labels[colour - 1] }
    let bound = bounds[colour - 1]
    let name = Axis.name(bound)
    let previous = colour == 1 ? 0 : bounds[colour - 2]
    return isCount && bound - previous == 1 ? name : "≤\(name)"
  }

  /// The classes of the scale in a row, and the mark below the value it is about.
  func ramp(to writer: inout MarkupWriter) {
    let width = swatchWidth
    for (place, colour) in classes.enumerated() {
      let cell = Cell(.full, colour: colour)
      swatch(cell, x: Double(place) * width, width: width, to: &writer)
      label(text(of: colour), on: cell, x: (Double(place) + 0.5) * width, to: &writer)
    }
    guard let mark = legend.mark, case .percent = legend.scale else { return }
    tick(x: mark.value / 10 * width, to: &writer)
  }

  /// The line that marks a value of the ramp.
  func tick(x: Double, to writer: inout MarkupWriter) {
    writer.path(.threshold, in: dialect) {
      $0.point("M", x, 0)
      $0.raw("v16")
    }
  }

  /// A sign in a box of 18 × 16.
  func sign(_ sign: LegendSpec.Sign, to writer: inout MarkupWriter) {
    switch sign {
    case .state(let state):
      // The colour of a category would be taken for that one.
      if case .category = legend.scale, let shade = Self.shade(state) {
        return plain(shade.name, opacity: shade.opacity, to: &writer)
      }
      let cell = Cell(state, colour: legend.scale.count * 3 / 4)
      swatch(cell, x: 0, width: 18, to: &writer)
      if state == .unjudged { label("–", on: cell, x: 9, to: &writer) }
    case .outline:
      writer.path(.outline, in: dialect) { $0.raw("M1 3h16v10H1z") }
    case .mark:
      swatch(Cell(.full, colour: legend.scale.count / 5), x: 0, width: 18, to: &writer)
      writer.path(.mark, in: dialect) { $0.raw("M17 3v8l-8-8z") }
    }
  }

  /// How strong a state is drawn without a colour of its own; nil where it has none anyway.
  private static func shade(_ state: Cell.State) -> (name: StaticString, opacity: Double)? {
    switch state {
    case .blank, .unjudged: nil
    case .muted: ("km", 0.2)
    case .lightened: ("kl", 0.6)
    case .full: ("kf", 1)
    }
  }

  /// A swatch in the ink of the page.
  private func plain(_ name: StaticString, opacity: Double, to writer: inout MarkupWriter) {
    switch dialect {
    case .page:
      writer.raw("<path class=\"")
      writer.raw(name)
      writer.raw("\" d=\"M0 8h18\"/>")
    case .file:
      writer.raw("<rect y=\"2\" width=\"18\" height=\"12\"")
      writer.attribute(Attribute("fill", .text(Theme.light.ink.over(.white, opacity: opacity).hex)))
      writer.raw("/>")
    }
  }

  func swatch(_ cell: Cell, x: Double, width: Double, to writer: inout MarkupWriter) {
    let swatch = legend.scale.swatch(cell)
    switch dialect {
    case .page:
      writer.raw("<path class=\"")
      if let swatch {
        writer.html(swatches.names[swatch][...])
      } else {
        writer.raw(cell.state == .blank ? "z" : "u")
      }
      writer.raw("\" d=\"M")
      writer.length(x)
      writer.raw(" 8h")
      writer.length(width)
      writer.raw("\"/>")
    case .file:
      writer.raw("<rect")
      writer.length("x", x)
      writer.raw(" y=\"2\" height=\"12\"")
      writer.length("width", width)
      let empty = Theme.light.empty.over(.white, opacity: cell.state == .blank ? 0.5 : 1)
      let colour = swatch.map { swatches.all[$0].light.fill } ?? empty
      writer.attribute(Attribute("fill", .text(colour.hex)))
      writer.raw("/>")
    }
  }

  private func label(_ text: String, on cell: Cell, x: Double, to writer: inout MarkupWriter) {
    if text.isEmpty { return }
    writer.raw("<text")
    writer.length("x", x)
    let tone = legend.scale.swatch(cell).map { swatches.all[$0].tone }
    switch dialect {
    case .page:
      writer.raw(" class=\"")
      writer.raw(tone?.name ?? Role.dash.name)
      writer.raw("\"")
    case .file:
      writer.raw(" y=\"12\"")
      writer.attribute(Attribute("fill", .text((tone?.light.colour ?? Theme.light.mute).hex)))
      writer.raw(" font-size=\"10px\"")
    }
    writer.raw(">")
    writer.text(text)
    writer.raw("</text>")
  }
}

extension LegendSpec: Figure {
  /// The legend as a paragraph of small drawings and words, which breaks into lines where it must.
  package func write(to writer: inout MarkupWriter) {
    let drawing = LegendDrawing(self, .page)
    writer.raw("<p class=\"lg\">")
    if case .category(let names) = scale {
      for (colour, name) in names.enumerated() {
        let cell = Cell(.full, colour: colour)
        writer.raw("<span><i class=\"k ")
        if let swatch = scale.swatch(cell) { writer.html(drawing.swatches.names[swatch][...]) }
        writer.raw("\"></i>")
        writer.text(name)
        writer.raw("</span> ")
      }
    } else {
      writer.raw("<span>")
      if let ends { writer.text(ends.low) }
      box(width: drawing.rampWidth, to: &writer) { drawing.ramp(to: &$0) }
      if let ends { writer.text(ends.high) }
      writer.raw("</span> ")
      if let mark {
        writer.raw("<span>")
        box(width: 2, to: &writer) { drawing.tick(x: 1, to: &$0) }
        writer.text(mark.text)
        writer.raw("</span> ")
      }
    }
    for key in keys {
      writer.raw("<span>")
      box(width: 18, to: &writer) { drawing.sign(key.sign, to: &$0) }
      writer.text(key.text)
      writer.raw("</span> ")
    }
    writer.raw("</p>")
  }

  private func box(width: Double, to writer: inout MarkupWriter, content: (inout MarkupWriter) -> Void) {
    writer.raw("<svg class=\"key\"")
    // The stylesheet knows the width of most.
    if width != 18 { writer.length("width", width) }
    writer.raw(" aria-hidden=\"true\">")
    content(&writer)
    writer.raw("</svg>")
  }
}

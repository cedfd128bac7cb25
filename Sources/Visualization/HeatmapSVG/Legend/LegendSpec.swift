/// The key of a map, drawn from the map's own scale so that the two cannot disagree.
package struct LegendSpec: Sendable {
  /// What the colour classes mean.
  var scale: Scale
  /// The colours of the percent scale.
  var palette: Palette
  /// Said beside the ends of the scale: `0 %` and `100 %`; nil for the numbers of the scale as they are.
  package var ends: (low: String, high: String)?
  /// Whether no cell has the first class, that of nothing, which is then left out.
  package var skipsZero = false
  /// A value of the scale to mark, and what it is: a target.
  package var mark: (value: Double, text: String)?
  /// What the other signs mean, those that the map has, in the order to show them.
  package var keys: [(sign: Sign, text: String)] = []

  /// The key of a scale.
  package init(scale: Scale, palette: Palette = .traffic) {
    self.scale = scale
    self.palette = palette
  }

  /// A sign of a map other than its colours.
  package enum Sign: Hashable, Sendable {
    /// A cell in that state.
    case state(Cell.State)
    /// Cells that are outlined together.
    case outline
    /// The mark in the corner of a cell.
    case mark
  }
}

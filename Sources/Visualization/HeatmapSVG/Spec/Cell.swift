import Markup

/// What one cell shows.
package struct Cell: Hashable, Sendable {
  /// How much it has to say.
  package var state: State
  /// The class of the map's ``Scale``, from 0; of no meaning where there is nothing to colour.
  package var colour: Int
  /// The number that counts, large.
  package var label: Label
  /// How much it rests on, small.
  package var sublabel: Label
  /// Marked in the corner: the cell differs from what it should be, and not by chance.
  package var isMarked: Bool

  /// A cell; `colour` is kept within the scale when drawn.
  package init(
    _ state: State, colour: Int = 0, label: Label = .none, sublabel: Label = .none, isMarked: Bool = false
  ) {
    self.state = state
    self.colour = colour
    self.label = label
    self.sublabel = sublabel
    self.isMarked = isMarked
  }

  /// Nothing there.
  package static let blank = Cell(.blank)

  /// How much a cell has to say, never shown by colour alone: weight and size of the label, the size of the
  /// square where there is no label, a dash, an empty place.
  package enum State: Int, Hashable, Sendable, CaseIterable {
    /// Nothing happened.
    case blank
    /// Something happened, but there is no number.
    case unjudged
    /// A number that rests on too little.
    case muted
    /// A number that rests on little.
    case lightened
    /// A number.
    case full
  }

  /// A short text in a cell.
  package enum Label: Hashable, Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    case none
    /// Digits cost the fewest bytes.
    case number(Int)
    case text(String)

    /// A text of the source code.
    package init(stringLiteral value: String) { self = .text(value) }
    /// A number of the source code.
    package init(integerLiteral value: Int) { self = .number(value) }
  }
}

extension Cell.Label {
  /// The text or the digits; nothing where there is none.
  func write(to writer: inout MarkupWriter) {
    switch self {
    case .none: break
    case .number(let number): writer.number(number)
    case .text(let text): writer.text(text)
    }
  }
}

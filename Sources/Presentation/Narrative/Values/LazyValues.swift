/// Named values that are made when they are asked for: a page could say far more than its template does, and only
/// what is said should cost anything.
package struct LazyValues: Sendable {
  /// What they are called.
  package let names: [String]
  private let positions: [String: Int]
  private let make: @Sendable (Int) -> Value

  /// Values of those names, each at a position among them; `make` gives the one at a position.
  package init(_ names: [String], _ positions: [String: Int], make: @escaping @Sendable (Int) -> Value) {
    self.names = names
    self.positions = positions
    self.make = make
  }

  /// The value of a name; nil where there is none.
  package subscript(name: String) -> Value? { positions[name].map(make) }

  /// The value of the name at a position.
  package subscript(position: Int) -> Value { make(position) }
}

// Equal where everything in them is: they stand for values, however these come about.
extension LazyValues: Hashable {
  package static func == (left: LazyValues, right: LazyValues) -> Bool { left.made == right.made }
  package func hash(into hasher: inout Hasher) { hasher.combine(made) }

  /// All of them.
  var made: [String: Value] {
    names.indices.reduce(into: [:]) { made, position in made[names[position]] = make(position) }
  }
}

extension Value {
  /// The named values of a group; nil for the other kinds.
  package var named: [String: Value]? {
    switch self {
    case .object(let named): named
    case .lazy(let values): values.made
    case .text, .address, .quantity, .flag, .list, .none: nil
    }
  }

  /// Whether a section of it is skipped: asked of a quantity that has no number, of blank text, of an empty list.
  var isAbsent: Bool {
    switch self {
    case .text(let text), .address(let text): text.allSatisfy(\.isWhitespace)
    case .quantity(let quantity): quantity.number == nil
    case .flag(let flag): !flag
    case .list(let items): items.isEmpty
    case .none: true
    case .object, .lazy: false
    }
  }

  /// What a name after a full stop means for it; nil where it means nothing, as ``Schema/child(_:)`` has it.
  func child(_ name: String) -> Value? {
    switch self {
    case .object(let named): named[name]
    case .lazy(let values): values[name]
    case .quantity(let quantity):
      quantity.form(name).map(Value.text) ?? Comparison(name).map { .flag($0(quantity.number)) }
    case .list(let items):
      switch name {
      case "count": .quantity(Quantity(Double(items.count), String(items.count)))
      case "first": items.first ?? Value.none
      default: nil
      }
    // What is absent has every name, so that no name is looked for further out.
    case .none: Value.none
    case .text, .address, .flag: nil
    }
  }
}

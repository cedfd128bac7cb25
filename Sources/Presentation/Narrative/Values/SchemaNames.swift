extension Schema {
  /// What a name after a full stop means for a value of this kind, or nil where it means nothing.
  func child(_ name: String) -> Schema? {
    switch self {
    case .text, .address, .flag: nil
    case .quantity(let forms): forms.contains(name) ? .text : Comparison(name).map { _ in .flag }
    case .count: Noun.forms.contains { $0.name == name } ? .text : Comparison(name).map { _ in .flag }
    case .object(let fields): fields.first { $0.name == name }?.schema
    case .list(let element): name == "count" ? .quantity : name == "first" ? .optional(element) : nil
    case .optional(let wrapped): wrapped.child(name)
    }
  }

  /// The names that ``child(_:)`` knows, comparisons left out.
  var childNames: [String] {
    switch self {
    case .text, .address, .flag: []
    case .quantity(let forms): forms
    case .count: Noun.forms.map(\.name)
    case .object(let fields): fields.map(\.name)
    case .list: ["count", "first"]
    case .optional(let wrapped): wrapped.childNames
    }
  }

  /// Without the possibility of being absent.
  var present: Schema { if case .optional(let wrapped) = self { wrapped.present } else { self } }

  /// What an item of a list answers beside its own names: a flag each, but the text of `separator`, which is
  /// empty before the first item, a comma before the next ones and `and` before the last.
  static let itemNames: [String: Schema] = ["is_first": .flag, "is_last": .flag, "separator": .text]
}

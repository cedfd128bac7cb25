import Mustache

/// A value as the Mustache engine asks for it. It escapes itself for Markdown, and templates are compiled so
/// that the engine does not: its own escaping is for HTML, and returns with every partial.
struct MustacheValue: MustacheParent, MustacheCustomRenderable {
  let value: Value
  /// Where it stands in a list, and the list's length; nil outside lists.
  var item: (index: Int, count: Int)?

  /// What the engine gets for a value: its own kinds where it has them, for sections.
  static func wrap(_ value: Value) -> Any {
    switch value {
    case .flag(let flag): flag
    case .list(let items) where !items.isEmpty: MustacheList(items: items)
    default: MustacheValue(value: value)
    }
  }

  var renderText: String {
    switch value {
    case .text(let text): text.markdownEscaped
    case .quantity(let quantity): quantity.text.markdownEscaped
    case .flag, .object, .list, .none: ""
    }
  }

  /// Whether a section of it is skipped.
  var isNull: Bool {
    switch value {
    case .text(let text): text.allSatisfy(\.isWhitespace)
    case .quantity(let quantity): quantity.number == nil
    case .list, .none: true
    case .flag, .object: false
    }
  }

  func child(named name: String) -> Any? {
    if let child = ownChild(name) { return child }
    guard let (index, count) = item else { return nil }
    switch name {
    case "is_first": return index == 0
    case "is_last": return index == count - 1
    case "separator": return RawText(renderText: index == 0 ? "" : index < count - 1 ? ", " : " and ")
    default: return nil
    }
  }

  private func ownChild(_ name: String) -> Any? {
    switch value {
    case .object(let values): values[name].map(Self.wrap)
    case .quantity(let quantity): quantity.child(name)
    case .list:
      name == "count" ? Self.wrap(.quantity(Quantity(0, "0"))) : name == "first" ? Self.wrap(.none) : nil
    // What is absent has every name, so that no name is looked for further out.
    case .none: MustacheValue(value: .none)
    case .text, .flag: nil
    }
  }
}

/// A list that is not empty.
struct MustacheList: MustacheSequence, MustacheParent {
  let items: [Value]

  func makeIterator() -> some IteratorProtocol {
    items.indices.lazy.map { MustacheValue(value: items[$0], item: ($0, items.count)) }.makeIterator()
  }

  func child(named name: String) -> Any? {
    switch name {
    case "count": MustacheValue.wrap(.quantity(Quantity(Double(items.count), String(items.count))))
    case "first": MustacheValue.wrap(items[0])
    default: nil
    }
  }
}

/// Text of the engine's own, which is Markdown already.
private struct RawText: MustacheCustomRenderable {
  let renderText: String
  var isNull: Bool { renderText.isEmpty }
}

extension Quantity {
  /// The text of a form or the answer to a comparison; nil where there is no such name.
  fileprivate func child(_ name: String) -> Any? {
    if let form = form(name) { return MustacheValue(value: .text(form)) }
    return Comparison(name).map { $0(number) }
  }
}

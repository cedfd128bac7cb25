/// A name and a value, written as `name="value"` with the value escaped.
package struct Attribute: Sendable {
  /// What an attribute says.
  package enum Value: Sendable {
    /// Escaped when written.
    case text(String)
    /// See ``MarkupWriter/length(_:)``.
    case length(Double)
    /// A word of the source code.
    case word(StaticString)
    /// Several values with a blank between them, as in a list of classes.
    case words([StaticString])
    /// Left out: the attribute does not apply.
    case absent
  }

  /// What HTML or SVG calls it: `aria-label`.
  var name: StaticString
  /// What it says, not escaped yet.
  var value: Value

  /// An attribute of that name.
  package init(_ name: StaticString, _ value: Value) {
    self.name = name
    self.value = value
  }

  /// A person's text; nil leaves the attribute out.
  package init(_ name: StaticString, text: String?) { self.init(name, text.map(Value.text) ?? .absent) }

  /// None: for where there is one only sometimes.
  package static let absent = Attribute("class", .absent)
  /// One or more classes of the stylesheet.
  package static func `class`(_ names: StaticString...) -> Attribute { Attribute("class", .words(names)) }
  /// Where a link leads: relative to the page, or with its scheme.
  package static func href(_ address: String) -> Attribute { Attribute("href", .text(address)) }
}

extension MarkupWriter {
  /// The attribute after a blank, or nothing where it is absent.
  package mutating func attribute(_ attribute: Attribute) {
    if case .absent = attribute.value { return }
    append(UInt8(ascii: " "))
    raw(attribute.name)
    raw("=\"")
    switch attribute.value {
    case .text(let text): self.text(text)
    case .length(let length): self.length(length)
    case .word(let word): raw(word)
    case .words(let words):
      for (index, word) in words.enumerated() {
        if index > 0 { append(UInt8(ascii: " ")) }
        raw(word)
      }
    case .absent: break
    }
    append(UInt8(ascii: "\""))
  }
}

extension MarkupWriter {
  /// `<name …>`, whatever `content` writes, `</name>`.
  package mutating func element<Problem: Error>(
    _ name: StaticString, _ attributes: Attribute...,
    content: (inout MarkupWriter) throws(Problem) -> Void
  ) throws(Problem) {
    begin(name, attributes)
    append(UInt8(ascii: ">"))
    try content(&self)
    end(name)
  }

  /// `<name …>text</name>`, without the end tag in a table's parts.
  package mutating func element(_ name: StaticString, _ attributes: Attribute..., text: String) {
    begin(name, attributes)
    append(UInt8(ascii: ">"))
    self.text(text)
    end(name)
  }

  /// An element of SVG without content: `<rect …/>`.
  package mutating func empty(_ name: StaticString, _ attributes: Attribute...) {
    begin(name, attributes)
    raw("/>")
  }

  /// `<name …>`; ``close(_:)`` must follow. For what does not nest in one function.
  package mutating func open(_ name: StaticString, _ attributes: Attribute...) {
    begin(name, attributes)
    append(UInt8(ascii: ">"))
  }

  /// `</name>`.
  package mutating func close(_ name: StaticString) {
    raw("</")
    raw(name)
    append(UInt8(ascii: ">"))
  }

  /// Ends an element. Of the parts of a table, which are many, HTML lets one leave the end tags out.
  private mutating func end(_ name: StaticString) {
    if !Self.endless.contains(where: name.isSame) { close(name) }
  }

  private static let endless: [StaticString] = ["td", "th", "tr", "thead", "tbody"]

  private mutating func begin(_ name: StaticString, _ attributes: [Attribute]) {
    append(UInt8(ascii: "<"))
    raw(name)
    for attribute in attributes { self.attribute(attribute) }
  }
}

extension StaticString {
  /// Whether both have the same bytes.
  fileprivate func isSame(as other: StaticString) -> Bool {
    guard utf8CodeUnitCount == other.utf8CodeUnitCount else { return false }
    return withUTF8Buffer { own in other.withUTF8Buffer { unsafe own.elementsEqual($0) } }
  }
}

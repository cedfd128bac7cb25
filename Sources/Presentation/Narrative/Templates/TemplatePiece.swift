import LeadModel

/// A template as it was written: text between tags, in order. A text never holds a tag.
enum TemplatePiece: Hashable, Sendable {
  /// Text in UTF-8, and the line on which it begins, counted from 1.
  case text([UInt8], line: Int)
  case tag(TemplateTag)
}

/// A tag of a template: `{{rate}}`, `{{map.rate}}`, `{{#change.improved}}`, `{{> parts/change}}`.
struct TemplateTag: Hashable, Sendable {
  enum Kind: Hashable, Sendable { case value, block, section, inverted, close, partial, comment }

  /// Names that begin with one of these, such as `map.rate`, are of blocks and never of values.
  static let blockGroups: Set<String> = ["chart", "map", "table"]

  let kind: Kind
  /// The dotted name of a value or the path of a partial; empty for a comment.
  let name: String
  /// The parts of a dotted name; of `.`, the current item, none.
  let path: [String]
  /// Where its braces open.
  var place: Place
  /// Whether it stands alone on its line, which then leaves no line in the output, but for a value or a
  /// block.
  var isAlone = false

  /// A tag.
  init(kind: Kind, name: String, place: Place) {
    self.kind = kind
    self.name = name
    self.place = place
    path = name == "." ? [] : name.utf8.split(separator: UInt8(ascii: ".")).map { String(Substring($0)) }
  }

  /// Whether its name is that of a block.
  var namesBlock: Bool { path.count > 1 && Self.blockGroups.contains(path[0]) }
}

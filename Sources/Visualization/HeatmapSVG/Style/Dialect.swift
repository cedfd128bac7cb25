import Markup

/// Where a drawing will live.
enum Dialect: Hashable {
  /// In a page: classes, whose colours follow the theme, and the shortest markup that browsers draw.
  case page
  /// A file by itself, in light colours: attributes only, which every program that reads SVG understands.
  case file
}

extension MarkupWriter {
  /// The attributes that give an element its looks: a class, or the properties themselves.
  mutating func look(_ role: Role, in dialect: Dialect) {
    switch dialect {
    case .page:
      raw(" class=\"")
      raw(role.name)
      raw("\"")
    case .file: write(role.properties)
    }
  }

  private mutating func write(_ properties: [Property]) {
    for property in properties {
      raw(" ")
      raw(property.name)
      raw("=\"")
      switch property.value {
      case .word(let word): raw(word)
      case .colour(let colour): text(colour.value(in: .light))
      }
      raw("\"")
    }
  }
}

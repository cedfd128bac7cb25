/// A part that something plays in a drawing, and how that looks: written once, as a rule of the stylesheet
/// for pages and as attributes for files that stand alone.
enum Role: CaseIterable {
  case axis, rowName, large, medium, small, strong, dash
  case total, narrowTotal, subtotal
  case outline, mark
  case rule, target, targetName, band, line, openLine, point, openPoint, lastValue, event, eventName
  case bar, beyond, threshold
  case note, title

  /// The class in a page.
  var name: StaticString {
    switch self {
    case .axis: "ax"
    case .rowName: "rn"
    case .large: "la"
    case .medium: "me"
    case .small: "sm"
    case .strong: "st"
    case .dash: "da"
    case .total: "to"
    case .narrowTotal: "na"
    case .subtotal: "su"
    case .outline: "ol"
    case .mark: "mk"
    case .rule: "ru"
    case .target: "tg"
    case .targetName: "tn"
    case .band: "bd"
    case .line: "ln"
    case .openLine: "lo"
    case .point: "pt"
    case .openPoint: "po"
    case .lastValue: "lv"
    case .event: "ev"
    case .eventName: "en"
    case .bar: "ba"
    case .beyond: "be"
    case .threshold: "th"
    case .note: "no"
    case .title: "ti"
    }
  }

  /// What the part looks like.
  var properties: [Property] {
    switch self {
    case .axis: [.size("11px"), .fill(.mute)]
    case .rowName: [.size("12px"), .fill(.ink), .anchor("end")]
    case .large: [.size("12px")]
    case .medium: [.size("10px")]
    case .small: [.size("8.5px")]
    case .strong: [.weight("600")]
    case .dash: [.fill(.mute)]
    case .total: [.size("12px"), .weight("600"), .fill(.ink)]
    case .narrowTotal: [.size("9px"), .weight("600"), .fill(.ink)]
    case .subtotal: [.size("9px"), .fill(.mute)]
    case .outline:
      [.fill(.none), .stroke(.ink), .width("1.5px"), Property("stroke-linecap", .word("square"))]
    case .mark: [.fill(.fixed(.white)), .stroke(.fixed(.nearBlack)), .width("1px")]
    case .rule: [.fill(.none), .stroke(.hair), .width("1px")]
    case .target, .event:
      [.fill(.none), .stroke(.mute), .width("1px"), Property("stroke-dasharray", .word("2 3"))]
    case .targetName: [.size("11px"), .fill(.mute), .anchor("start")]
    case .band: [.fill(.accent), Property("fill-opacity", .word(".14"))]
    case .line:
      [.fill(.none), .stroke(.accent), .width("1.75px"), Property("stroke-linejoin", .word("round"))]
    case .openLine:
      [.fill(.none), .stroke(.accent), .width("1.5px"), Property("stroke-dasharray", .word("3 3"))]
    case .point: [.fill(.accent)]
    case .openPoint: [.fill(.ground), .stroke(.accent), .width("1.75px")]
    case .lastValue: [.size("12px"), .weight("600"), .fill(.ink), .anchor("start")]
    case .eventName: [.size("11px"), .fill(.mute), .anchor("start")]
    case .bar: [.fill(.accent), Property("fill-opacity", .word(".75"))]
    case .beyond: [.fill(.mute), Property("fill-opacity", .word(".55"))]
    case .threshold: [.fill(.none), .stroke(.ink), .width("1px")]
    case .note: [.size("11px"), .fill(.mute), .anchor("start")]
    case .title: [.size("15px"), .weight("600"), .fill(.ink), .anchor("start")]
    }
  }
}

/// One property, whose name is the same in CSS and as an attribute of SVG.
struct Property {
  enum Value {
    case word(StaticString)
    case colour(ThemeColour)
  }
  var name: StaticString
  var value: Value

  init(_ name: StaticString, _ value: Value) {
    self.name = name
    self.value = value
  }

  static func size(_ size: StaticString) -> Property { Property("font-size", .word(size)) }
  static func weight(_ weight: StaticString) -> Property { Property("font-weight", .word(weight)) }
  static func anchor(_ anchor: StaticString) -> Property { Property("text-anchor", .word(anchor)) }
  static func fill(_ colour: ThemeColour) -> Property { Property("fill", .colour(colour)) }
  static func stroke(_ colour: ThemeColour) -> Property { Property("stroke", .colour(colour)) }
  static func width(_ width: StaticString) -> Property { Property("stroke-width", .word(width)) }
}

/// A colour that the theme decides: a custom property of the page's stylesheet, or its value in a file.
enum ThemeColour {
  case none, ground, ink, mute, hair, empty, accent
  case fixed(RGB)

  /// `var(--ink)`.
  var css: String {
    switch self {
    case .none: "none"
    case .ground: "var(--bg)"
    case .ink: "var(--ink)"
    case .mute: "var(--mute)"
    case .hair: "var(--hair)"
    case .empty: "var(--empty)"
    case .accent: "var(--accent)"
    case .fixed(let colour): colour.hex
    }
  }

  /// `#1b1d1f`.
  func value(in theme: Theme) -> String {
    switch self {
    case .none: "none"
    case .ground: theme.ground.hex
    case .ink: theme.ink.hex
    case .mute: theme.mute.hex
    case .hair: theme.hair.hex
    case .empty: theme.empty.hex
    case .accent: theme.accent.hex
    case .fixed(let colour): colour.hex
    }
  }
}

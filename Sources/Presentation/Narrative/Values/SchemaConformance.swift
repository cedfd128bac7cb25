extension Schema {
  /// Where a value is not of this schema, in words: `teams[1].name: expected text, found list`. For tests of
  /// those who make values: a template is checked against the schema alone, so the values must keep to it.
  package func violations(by value: Value) -> [String] { violations(by: value, at: "") }

  private func violations(by value: Value, at name: String) -> [String] {
    switch (self, value) {
    case (.text, .text), (.address, .address), (.flag, .flag), (.optional, .none): []
    case (.optional(let wrapped), _): wrapped.violations(by: value, at: name)
    case (.count, .quantity(let quantity)):
      quantity.noun == nil ? ["\(name): expected count, found number"] : []
    case (.quantity(let forms), .quantity(let quantity)):
      forms.filter { quantity.form($0) == nil }.map { "\(name): without the form '\($0)'" }
    case (.list(let element), .list(let items)):
      items.enumerated().flatMap { element.violations(by: $1, at: "\(name)[\($0)]") }
    case (.object(let fields), .object), (.object(let fields), .lazy):
      violations(fields, value.named!, at: name.isEmpty ? "" : name + ".")
    default: ["\(name): expected \(kind), found \(value.kind)"]
    }
  }

  private func violations(_ fields: [Field], _ values: [String: Value], at prefix: String) -> [String] {
    let known = fields.flatMap { field in
      values[field.name].map { field.schema.violations(by: $0, at: prefix + field.name) }
        ?? ["\(prefix)\(field.name): missing"]
    }
    let names = Set(fields.map(\.name))
    return known
      + values.keys.filter { !names.contains($0) }.sorted().map { "\(prefix)\($0): not in the schema" }
  }

  /// What a value of this schema is, in words.
  var kind: String {
    switch present {
    case .text, .optional: "text"
    case .address: "address"
    case .flag: "yes or no"
    case .quantity: "number"
    case .count: "count"
    case .object: "group"
    case .list: "list"
    }
  }
}

extension Value {
  fileprivate var kind: String {
    switch self {
    case .text: "text"
    case .address: "address"
    case .flag: "yes or no"
    case .quantity: "number"
    case .object, .lazy: "group"
    case .list: "list"
    case .none: "nothing"
    }
  }
}

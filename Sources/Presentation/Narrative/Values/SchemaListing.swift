/// One name that a narrative may use, for `leadheat values`.
package struct ListedValue: Hashable, Sendable {
  /// As a template says it, `change.points.size`; what is in the items of a list as `teams[].name`.
  package var name: String
  /// `text`, `address`, `number`, `count`, `yes or no`, `group`, `list`, or `form`, which is of a number.
  var type: String
  /// Whether a template must say what holds without it.
  var mayBeAbsent: Bool
  /// What it is; empty for a form.
  var about: String
  /// What it shows now, in a list its first item; nil where there is nothing to show.
  package var example: String?
}

extension Schema {
  /// All names of a page in the order of the schema, a group before what is in it, with what they show now.
  package func listed(with value: Value?) -> [ListedValue] { listed(under: "", value) }

  /// The same as text: names, types, examples and meanings in columns, one line each.
  package func listing(with value: Value?) -> String {
    let rows = listed(with: value).map { item in
      let kind = item.type + (item.mayBeAbsent ? ", may be absent" : "")
      return [item.name, kind, item.example.map { $0.shortened(to: 30) } ?? "", item.about]
    }
    let widths = (0..<3).map { column in rows.map { $0[column].count }.max() ?? 0 }
    let lines = rows.map { row in
      let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) } + [row[3]]
      let line = cells.joined(separator: "  ")
      return line.prefix(upTo: line.lastIndex { $0 != " " }.map(line.index(after:)) ?? line.startIndex)
    }
    let comparisons = Comparison.examples.joined(separator: ", ")
    return (lines + ["", "Every number and count can be compared, in a section: \(comparisons)."])
      .joined(separator: "\n")
  }

  private func listed(under name: String, _ value: Value?) -> [ListedValue] {
    switch present {
    case .object(let fields):
      fields.flatMap { field in
        let path = name.isEmpty ? field.name : name + "." + field.name
        let value = value?.named?[field.name]
        return [field.listed(as: path, value)] + field.schema.listed(under: path, value)
      }
    case .list(let element):
      if case .list(let items) = value {
        element.listed(under: name + "[]", items.first)
      } else {
        element.listed(under: name + "[]", nil)
      }
    case .quantity, .count: listedForms(of: name, value)
    case .text, .address, .flag, .optional: []
    }
  }

  private func listedForms(of name: String, _ value: Value?) -> [ListedValue] {
    let quantity: Quantity? = if case .quantity(let quantity) = value { quantity } else { nil }
    return childNames.map { form in
      let about = Noun.forms.first { self == .count && $0.name == form }?.about ?? ""
      return ListedValue(
        name: name + "." + form, type: "form", mayBeAbsent: false, about: about,
        example: quantity.flatMap { $0.form(form) })
    }
  }
}

extension Schema.Field {
  fileprivate func listed(as path: String, _ value: Value?) -> ListedValue {
    ListedValue(
      name: path, type: schema.kind, mayBeAbsent: schema != schema.present, about: about,
      example: value?.example)
  }
}

extension Value {
  fileprivate var example: String? {
    switch self {
    case .text(let text), .address(let text): text
    case .quantity(let quantity): quantity.text
    case .flag(let flag): flag ? "yes" : "no"
    case .list(let items): items.count == 1 ? "1 item" : "\(items.count) items"
    case .object, .lazy, .none: nil
    }
  }
}

extension String {
  fileprivate func shortened(to length: Int) -> String { count > length ? prefix(length - 1) + "…" : self }
}

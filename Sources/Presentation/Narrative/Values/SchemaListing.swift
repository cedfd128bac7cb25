/// One name that a narrative may use, for `leadheat values`.
package struct ListedValue: Hashable, Sendable {
  /// As a template says it: `change.points.size`.
  package var name: String
  /// The lists in whose sections it is said so, the outermost first.
  package var lists: [String] = []
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
  package func listed(with value: Value?) -> [ListedValue] { listed(under: "", in: [], value) }

  /// The same as text, for those who write templates: names, types, examples and meanings in columns, one line each, with
  /// the sections of lists around what is in their items; then what holds of all. `blocks` are those of the page.
  package func listing(with value: Value?, blocks: [String] = []) -> String {
    let values = listed(with: value)
    let rows = values.map { item in
      [
        String(repeating: "  ", count: item.lists.count) + item.name,
        item.type + (item.mayBeAbsent ? ", may be absent" : ""), item.example ?? "", item.about,
      ]
    }
    // A long example moves what is behind it on its own line only.
    let widths = (0..<3).map { column in
      min(rows.map { $0[column].count }.max() ?? 0, column == 2 ? 30 : .max)
    }
    var lines: [String] = []
    var open: [String] = []
    func enter(_ lists: [String]) {
      while !lists.starts(with: open) {
        let list = open.removeLast()
        lines.append(String(repeating: "  ", count: open.count) + "{{/\(list)}}")
      }
      for list in lists.dropFirst(open.count) {
        lines.append(String(repeating: "  ", count: open.count) + "{{#\(list)}}")
        open.append(list)
      }
    }
    for (item, row) in zip(values, rows) {
      enter(item.lists)
      let cells =
        zip(row, widths).map { $0 + String(repeating: " ", count: max(0, $1 - $0.count)) } + [row[3]]
      let line = cells.joined(separator: "  ")
      lines.append(
        String(line.prefix(upTo: line.lastIndex { $0 != " " }.map(line.index(after:)) ?? line.startIndex)))
    }
    enter([])
    return (lines + hints(values, blocks)).joined(separator: "\n")
  }

  /// What holds of all values of a kind, where there are such.
  private func hints(_ values: [ListedValue], _ blocks: [String]) -> [String] {
    func has(_ types: String...) -> Bool { values.contains { types.contains($0.type) } }
    var hints: [String] = []
    if values.contains(where: \.mayBeAbsent) {
      hints.append(
        "What may be absent is said in a section of its own, and what holds without it in the inverted one: "
          + "{{#value}} … {{/value}}{{^value}} … {{/value}}.")
    }
    if has("list") {
      hints.append(
        "Every list has .count, the number of its items, and .first, the first of them, which may be absent. Every item has "
          + "is_first, is_last and separator, which stands before it and is nothing, a comma or 'and': "
          + "{{#list}}{{separator}}{{name}}{{/list}}.")
    }
    if has("number", "count") {
      hints.append(
        "Every number and count can be compared, in a section: \(Comparison.examples.joined(separator: ", ")). Compared is "
          + "the number as it is shown, of rates and shares in percent, of changes in percentage points, of response times in "
          + "minutes: 1,999 of 2,500 are 80.0%, and not below_80. below_12_5 is below 12.5; rose_by_5 holds of +5 and more, "
          + "fell_by_5 of −5 and less.")
    }
    if !blocks.isEmpty {
      hints.append("Blocks, each alone on its line: \(blocks.map { "{{\($0)}}" }.joined(separator: ", ")).")
    }
    return hints.flatMap { ["", $0] }
  }

  private func listed(under name: String, in lists: [String], _ value: Value?) -> [ListedValue] {
    switch present {
    case .object(let fields):
      return fields.flatMap { field in
        let path = name.isEmpty ? field.name : name + "." + field.name
        let value = value?.named?[field.name]
        return [field.listed(as: path, in: lists, value)] + field.schema.listed(under: path, in: lists, value)
      }
    case .list(let element):
      let first: Value? = if case .list(let items) = value { items.first } else { nil }
      return element.listed(under: "", in: lists + [name], first)
    case .quantity, .count: return listedForms(of: name, in: lists, value)
    case .text, .address, .flag, .optional: return []
    }
  }

  private func listedForms(of name: String, in lists: [String], _ value: Value?) -> [ListedValue] {
    let quantity: Quantity? = if case .quantity(let quantity) = value { quantity } else { nil }
    return childNames.map { form in
      let about = Noun.forms.first { self == .count && $0.name == form }?.about ?? ""
      return ListedValue(
        name: name + "." + form, lists: lists, type: "form", mayBeAbsent: false, about: about,
        example: quantity.flatMap { $0.form(form) })
    }
  }
}

extension Schema.Field {
  fileprivate func listed(as path: String, in lists: [String], _ value: Value?) -> ListedValue {
    ListedValue(
      name: path, lists: lists, type: schema.kind, mayBeAbsent: schema != schema.present, about: about,
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

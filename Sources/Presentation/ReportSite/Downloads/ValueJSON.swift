import Narrative

// Values as members of a JSON document, under the names that narratives use.

extension JSONWriter {
  /// Some of the named values of a group, in the order of `names`; of `data.cutoff` the group has that alone. Each is
  /// made only now.
  mutating func members(_ names: [String], of group: Value) {
    guard case .lazy(let values) = group else { return }
    for name in names {
      if let value = values[name] {
        write(name, value)
      } else if let stop = name.firstIndex(of: "."), let value = values[String(name[..<stop])] {
        let part = String(name[name.index(after: stop)...])
        member(named: String(name[..<stop])) { json in json.object { $0.members([part], of: value) } }
      }
    }
  }

  /// All of them.
  mutating func members(of group: Value) {
    guard case .lazy(let values) = group else { return }
    for (position, name) in values.names.enumerated() where !DownloadedValues.ofLinks.contains(name) {
      write(name, values[position])
    }
  }

  private mutating func write(_ name: String, _ value: Value) {
    member(named: name) { json in
      if case .list(let items) = value, DownloadedValues.inColumns.contains(name) {
        json.columns(items)
      } else {
        json.write(value)
      }
    }
  }

  /// The items of a list as an array for each of their values, all of one length; an empty object of none.
  private mutating func columns(_ items: [Value]) {
    let rows = items.compactMap { if case .lazy(let values) = $0 { values } else { nil } }
    object { json in
      for (position, name) in (rows.first?.names ?? []).enumerated() {
        json.member(named: name) { $0.array(rows) { $0.write($1[position]) } }
      }
    }
  }

  /// A value: numbers and not their words, null for what is absent. A number with an interval is an object of
  /// `number`, `low` and `high`.
  private mutating func write(_ value: Value) {
    switch value {
    case .text(let text), .address(let text): string(text)
    case .flag(let flag): self.flag(flag)
    case .quantity(let quantity): write(quantity)
    case .list(let items): array(items, onLines: true) { $0.write($1) }
    case .lazy: object { $0.members(of: value) }
    case .object(let named):
      object { json in
        for name in named.keys.sorted() { json.member(named: name) { $0.write(named[name]!) } }
      }
    case .none: decimal(nil)
    }
  }

  private mutating func write(_ quantity: Quantity) {
    guard let number = quantity.number, let interval = quantity.interval else {
      return decimal(quantity.number)
    }
    object { json in
      json.member(named: "number") { $0.decimal(number) }
      json.member(named: "low") { $0.decimal(interval.lowerBound) }
      json.member(named: "high") { $0.decimal(interval.upperBound) }
    }
  }
}

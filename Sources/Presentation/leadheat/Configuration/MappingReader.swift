import LeadModel
import Yams

/// Reads one mapping of a YAML document strictly: each value by its type, each key at most once, and no key
/// that nobody asked for. What is wrong is collected, not thrown, so that all of it is told at once.
struct MappingReader {
  /// The file, for places.
  let file: String
  /// The path of this mapping in the document, empty for the document itself.
  let path: String
  /// What was wrong so far.
  var diagnostics: [Diagnostic] = []
  /// Where the keys that were read have their values, by their paths in the document.
  private(set) var places: [String: Place] = [:]

  private let pairs: [(key: String, keyNode: Node, value: Node)]
  private var asked: Set<String> = []

  /// A reader of `node`, which has to be a mapping; anything else is reported and reads as empty.
  init(_ node: Node, file: String, path: String = "") {
    self.file = file
    self.path = path
    guard case .mapping(let mapping) = node else {
      pairs = []
      if node != Node("", Tag(.null)) || !path.isEmpty {
        diagnostics.append(
          ConfigurationFact.wrongType(expected: "a mapping of keys to values", found: node).at(
            place(of: node, key: path.isEmpty ? nil : path)))
      }
      return
    }
    pairs = mapping.map { (key: $0.key.string ?? "?", keyNode: $0.key, value: $0.value) }
  }

  /// Where a node begins.
  func place(of node: Node, key: String? = nil) -> Place {
    Place(file: file, line: node.mark?.line, column: node.mark?.column, key: key)
  }

  /// The value of a key; nil where it is absent or empty.
  mutating func node(_ key: String) -> Node? {
    asked.insert(key)
    guard let value = pairs.first(where: { $0.key == key })?.value else { return nil }
    if value.scalar.map(isNull) ?? false { return nil }
    note(value, key)
    return value
  }

  /// Notes where the value of a key stands.
  private mutating func note(_ node: Node, _ key: String) {
    places[keyPath(key)] = place(of: node, key: keyPath(key))
  }

  /// Takes over what the reader of a mapping inside this one found.
  mutating func take(_ inner: MappingReader) {
    diagnostics += inner.diagnostics
    places.merge(inner.places) { $1 }
  }

  /// A text; numbers and dates are taken as they are written.
  mutating func text(_ key: String) -> String? {
    node(key).flatMap { text($0, key) }
  }

  /// The text that a node holds. `key` is that of the node, for messages.
  mutating func text(_ node: Node, _ key: String) -> String? {
    guard let text = node.scalar?.string else { return report(node, key, "a text") }
    // Where the system takes a text, it would end there.
    return text.utf8.contains(0) ? report(node, key, "a text without NUL characters") : text
  }

  /// A text in which something is to be read.
  mutating func name(_ key: String) -> String? {
    guard let node = node(key), let text = text(node, key) else { return nil }
    return text.allSatisfy(\.isWhitespace) ? report(node, key, "a text that is not blank") : text
  }

  /// A whole number within limits.
  mutating func whole(_ key: String, _ limits: ClosedRange<Int>) -> Int? {
    node(key).flatMap { whole($0, key, limits) }
  }

  /// The whole number that a node holds. `key` is that of the node, for messages.
  mutating func whole(_ node: Node, _ key: String, _ limits: ClosedRange<Int>) -> Int? {
    note(node, key)
    if let number = node.scalar.flatMap({ decimal($0.string) }), limits.contains(number) { return number }
    return report(node, key, "a whole number from \(limits.lowerBound) to \(limits.upperBound)")
  }

  /// A number within limits, perhaps with decimals.
  mutating func number(_ key: String, _ limits: ClosedRange<Double>) -> Double? {
    guard let node = node(key) else { return nil }
    if let number = node.scalar.flatMap({ Double($0.string) }), limits.contains(number) { return number }
    return report(node, key, "a number from \(Int(limits.lowerBound)) to \(Int(limits.upperBound))")
  }

  /// One of the words of an enumeration.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(_ key: String) -> Choice?
  where Choice.RawValue == String {
    guard let node = node(key) else { return nil }
    if let choice = node.scalar.flatMap({ Choice(rawValue: $0.string) }) { return choice }
    return report(node, key, Choice.allCases.map(\.rawValue).joined(separator: " or "))
  }

  /// `true` or `false`, as YAML 1.2 writes them: all small, all large, or with one capital.
  mutating func flag(_ key: String) -> Bool? {
    guard let node = node(key) else { return nil }
    switch node.scalar?.string {
    case "true", "True", "TRUE": return true
    case "false", "False", "FALSE": return false
    default: return report(node, key, "true or false")
    }
  }

  /// The entries of a list; a single value stands for a list of one.
  mutating func list(_ key: String) -> [Node] {
    guard let node = node(key) else { return [] }
    let nodes = node.sequence.map { Array($0) } ?? [node]
    for (index, node) in nodes.enumerated() { note(node, "\(key)[\(index)]") }
    return nodes
  }

  /// The texts of a list; a single text stands for a list of one.
  mutating func texts(_ key: String) -> [String] {
    list(key).compactMap { text($0, key) }
  }

  /// The whole numbers of a list, each within limits.
  mutating func wholes(_ key: String, _ limits: ClosedRange<Int>) -> [Int] {
    list(key).compactMap { whole($0, key, limits) }
  }

  /// The headers under `columns`, by the roles that they play.
  mutating func headers<Column: RawRepresentable & CaseIterable & Hashable>() -> [Column: String]
  where Column.RawValue == String {
    var headers: [Column: String] = [:]
    for (name, header) in textsByName("columns") {
      if let column = Column(rawValue: name) {
        headers[column] = header
      } else {
        reportUnknown(name, of: "columns", known: Column.allCases.map(\.rawValue))
      }
    }
    return headers
  }

  /// The texts of a mapping, by their keys.
  mutating func textsByName(_ key: String) -> [String: String] {
    guard let node = node(key) else { return [:] }
    guard case .mapping(let mapping) = node else { return report(node, key, "a mapping of texts") ?? [:] }
    var texts: [String: String] = [:]
    for (name, text) in mapping {
      guard let name = name.scalar?.string, let value = text.scalar?.string else {
        _ = report(text, key, "a text") as String?
        continue
      }
      texts[name] = value
      note(text, "\(key).\(name)")
    }
    return texts
  }

  /// Reports keys that nobody asked for. To be called when everything has been read.
  mutating func finish() {
    for pair in pairs where !asked.contains(pair.key) {
      diagnostics.append(
        ConfigurationFact.unknownKey(pair.key, known: asked.sorted()).at(
          place(of: pair.keyNode, key: keyPath(pair.key))))
    }
  }

  /// Reports a key of the mapping at `key` that is none of those known.
  mutating func reportUnknown(_ name: String, of key: String, known: [String]) {
    let mapping = pairs.first { $0.key == key }?.value.mapping
    let node = mapping?.first { $0.key.string == name }?.key ?? Node(name)
    diagnostics.append(
      ConfigurationFact.unknownKey(name, known: known).at(place(of: node, key: keyPath("\(key).\(name)"))))
  }

  /// Reports a value of the wrong kind and stands in for it.
  mutating func report<Result>(_ node: Node, _ key: String, _ expected: String) -> Result? {
    report(.wrongType(expected: expected, found: node), at: node, key)
  }

  /// Reports that a key is missing in a mapping, and stands in for its value.
  mutating func reportMissing<Result>(_ key: String, _ expected: String, in node: Node) -> Result? {
    report(.missing(expected: expected), at: node, key)
  }

  /// Reports what is wrong with the value of a key and stands in for it.
  mutating func report<Result>(_ fact: ConfigurationFact, at node: Node, _ key: String) -> Result? {
    diagnostics.append(fact.at(place(of: node, key: keyPath(key))))
    return nil
  }

  /// `leads.columns` for the key `columns` of the mapping at `leads`.
  private func keyPath(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  /// Whether a plain scalar says nothing: `key:`, `~` or `null`.
  private func isNull(_ scalar: Node.Scalar) -> Bool {
    scalar.style == .plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  /// Decimal digits only: YAML's octal `010` and sexagesimal `1:30` are not numbers to a reader.
  private func decimal(_ text: String) -> Int? {
    text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
  }
}

import LeadModel

/// Resolves every name of a page's template, and of the partials it takes in, against the page's schema: in
/// branches not taken too. What the partials are to each other is for ``PartialWalk``.
struct TemplateChecker {
  private let files: [String: TemplateFile]
  private let blocks: Set<String>
  private(set) var faults: [NarrativeFault] = []
  /// Partials already checked, with what surrounded them: a partial is checked once in each surrounding.
  private var checked: Set<Surrounding> = []

  private struct Surrounding: Hashable {
    var partial: String
    /// The full names of the scopes, which say what they are.
    var scopes: [String]
  }

  /// What a section has opened.
  private struct Scope {
    var schema: Schema
    /// The full name of what it is, which names it uniquely on the page.
    var name: String
    var isItem = false
  }

  /// Checks a template by its nodes; `files` are all templates by their names.
  init(_ nodes: [TemplateNode], files: [String: TemplateFile], schema: Schema, blocks: Set<String>) {
    self.files = files
    self.blocks = blocks
    check(nodes, scopes: [Scope(schema: schema, name: "")], depth: 0)
  }

  /// `depth` counts the partials around.
  private mutating func check(_ nodes: [TemplateNode], scopes: [Scope], depth: Int) {
    for node in nodes {
      switch node {
      case .text: break
      case .value(let tag): checkValue(tag, scopes)
      case .partial(let tag, _): checkPartial(tag, scopes, depth: depth)
      case .section(let tag, let content): check(content, scopes: scopes + inside(tag, scopes), depth: depth)
      }
    }
  }

  private mutating func checkValue(_ tag: TemplateTag, _ scopes: [Scope]) {
    if tag.kind == .block {
      if !blocks.contains(tag.name) {
        report(.unknownBlock(tag.name, meant: suggestion(for: tag.name, among: blocks.sorted())), tag)
      }
      return
    }
    guard let found = resolve(tag, scopes), !found.isGuess else { return }
    let kind: String? =
      switch found.schema.present {
      case .text, .address, .quantity, .count: nil
      case .flag: "yes or no"
      case .object: "a group of values"
      case .list: "a list"
      case .optional: nil
      }
    if let kind { report(.noText(tag.name, kind: kind), tag) }
    requirePresent(found, tag, scopes)
  }

  private mutating func checkPartial(_ tag: TemplateTag, _ scopes: [Scope], depth: Int) {
    guard depth < TemplateNode.depthLimit, let file = files[tag.name],
      checked.insert(Surrounding(partial: tag.name, scopes: scopes.map(\.name))).inserted
    else { return }
    check(file.nodes, scopes: scopes, depth: depth + 1)
  }

  /// What the section of a tag adds to the scopes.
  private mutating func inside(_ tag: TemplateTag, _ scopes: [Scope]) -> [Scope] {
    if tag.namesBlock {
      report(.blockAsSection(tag.name), tag)
      return []
    }
    guard let found = resolve(tag, scopes) else { return [] }
    // The section itself asks whether the last part of its name is there; what that is in must be.
    if !found.isGuess { requirePresent(found, tag, scopes, includingLast: false) }
    guard tag.kind == .section else { return [] }
    switch found.schema.present {
    case .flag: return []
    case .list(let element): return [Scope(schema: element.present, name: found.name + "[]", isItem: true)]
    case let schema: return [Scope(schema: schema, name: found.name)]
    }
  }

  private mutating func report(_ fact: NarrativeFault.Fact, _ tag: TemplateTag) {
    faults.append(NarrativeFault(fact, at: tag.place))
  }
}

// MARK: - Names

extension TemplateChecker {
  /// What a dotted name stands for.
  private struct Found {
    var schema: Schema
    /// The full name, from the page's values on.
    var name: String
    /// The full names of what may be absent on the way, outermost first, each with how the tag says it.
    var optionals: [(name: String, said: String)] = []
    /// Whether a part of the name was unknown, has been reported, and is taken as what was probably meant.
    var isGuess = false
  }

  /// Finds a name as Mustache does: its first part in the innermost scope that knows it, the others from there.
  /// An unknown part is reported, and then taken as what was probably meant: the rest is checked all the same.
  private mutating func resolve(_ tag: TemplateTag, _ scopes: [Scope]) -> Found? {
    guard let first = tag.path.first else {
      return Found(schema: scopes.last!.schema, name: scopes.last!.name)
    }
    let known = find(first, scopes)
    guard var found = known ?? reportUnknown(tag, first, scopes).flatMap({ find($0, scopes) }) else {
      return nil
    }
    found.isGuess = known == nil
    for (index, part) in tag.path.enumerated() {
      if index > 0 {
        let known = found.schema.child(part) != nil
        guard let name = known ? part : reportUnknown(tag, at: index, in: found.schema),
          let schema = found.schema.child(name)
        else { return nil }
        found.schema = schema
        found.name += "." + name
        if !known { found.isGuess = true }
      }
      if case .optional = found.schema {
        found.optionals.append((found.name, tag.path[...index].joined(separator: ".")))
      }
    }
    return found
  }

  private func find(_ first: String, _ scopes: [Scope]) -> Found? {
    for scope in scopes.reversed() {
      let item = scope.isItem ? Schema.itemNames[first] : nil
      if let schema = scope.schema.child(first) ?? item {
        return Found(schema: schema, name: scope.name + "." + first)
      }
    }
    return nil
  }

  /// Reports the outermost part of a name that may be absent, unless the tag stands in a section of it.
  private mutating func requirePresent(
    _ found: Found, _ tag: TemplateTag, _ scopes: [Scope], includingLast: Bool = true
  ) {
    let required = found.optionals.filter { includingLast || $0.name != found.name }
    let absent = required.first { optional in
      !scopes.contains { $0.name == optional.name || $0.name == optional.name + "[]" }
    }
    if let absent { report(.mayBeAbsent(tag.name, section: absent.said), tag) }
  }

  /// Reports the first part of a name, and returns the name in scope that was probably meant.
  private mutating func reportUnknown(_ tag: TemplateTag, _ first: String, _ scopes: [Scope]) -> String? {
    let names = scopes.reversed().flatMap {
      $0.schema.childNames + ($0.isItem ? Schema.itemNames.keys.sorted() : [])
    }
    let meant = suggestion(for: first, among: names)
    report(.unknownValue(first, meant: meant ?? suggestion(for: tag.name, among: blocks.sorted())), tag)
    return meant
  }

  /// Reports a later part of a name, and returns the one that was probably meant.
  private mutating func reportUnknown(_ tag: TemplateTag, at index: Int, in schema: Schema) -> String? {
    let (part, said) = (tag.path[index], tag.path[..<index].joined(separator: "."))
    var meant = suggestion(for: part, among: schema.childNames)
    switch schema.present {
    case .quantity where Comparison.isLike(part), .count where Comparison.isLike(part):
      meant = Comparison.meant(by: part) { suggestion(for: $0, among: $1) }
      report(.unknownComparison(part, of: said, meant: meant), tag)
    case .quantity, .count:
      meant = meant ?? suggestion(for: part, among: ["any", "one"])
      report(.unknownForm(part, of: said, meant: meant), tag)
    case .text, .address, .flag: report(.unknownForm(part, of: said, meant: nil), tag)
    case .object, .list, .optional:
      report(.unknownValue("\(said).\(part)", meant: meant.map { "\(said).\($0)" }), tag)
    }
    return meant
  }
}

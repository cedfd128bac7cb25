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
    if let kind {
      report(.noText(tag.name, kind: kind, parts: tag.name == "." ? found.schema.childNames : []), tag)
    }
    // The section that is asked for asks, too, whether it is there.
    requirePresent(found, tag, scopes, includingLast: kind == nil)
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

    /// What a name after a full stop stands for; nil where there is no such one.
    func child(_ part: String) -> Found? {
      schema.child(part).map { Found(schema: $0, name: "\(name).\(part)", optionals: optionals) }
    }
  }

  /// Finds a name as Mustache does: its first part in the innermost scope that knows it, the others from there.
  /// Unknown parts are reported, once, and taken as what was probably meant: the rest is checked all the same.
  private mutating func resolve(_ tag: TemplateTag, _ scopes: [Scope]) -> Found? {
    if tag.path.isEmpty { return Found(schema: scopes.last!.schema, name: scopes.last!.name) }
    var found: Found?
    func named(_ part: String) -> Found? {
      if let found { found.child(part) } else { find(part, scopes) }
    }
    var said: [String] = []
    var fact: NarrativeFault.Fact?
    defer { if let fact { report(fact, tag) } }
    for (index, part) in tag.path.enumerated() {
      var next = named(part)
      said.append(part)
      if next == nil {
        let unknown = found.map { unknownPart(tag, at: index, of: $0) } ?? unknownName(tag, scopes)
        if let meant = unknown.meant { said[index] = meant }
        // A name with more than one unknown part is told as a whole.
        fact =
          fact == nil
          ? unknown.fact
          : .unknownValue(
            tag.path[...index].joined(separator: "."),
            meant: unknown.meant.map { _ in said.joined(separator: ".") })
        next = unknown.meant.flatMap(named)
      }
      guard var next else { return nil }
      if case .optional = next.schema { next.optionals.append((next.name, said.joined(separator: "."))) }
      found = next
    }
    found?.isGuess = fact != nil
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

  /// What is wrong with a name of which no scope knows the first part, and the one that was probably meant.
  private func unknownName(_ tag: TemplateTag, _ scopes: [Scope]) -> (
    fact: NarrativeFault.Fact, meant: String?
  ) {
    let names = scopes.reversed().flatMap {
      $0.schema.childNames + ($0.isItem ? Schema.itemNames.keys.sorted() : [])
    }
    let meant = suggestion(for: tag.path[0], among: names)
    return (
      .unknownValue(tag.path[0], meant: meant ?? suggestion(for: tag.name, among: blocks.sorted())), meant
    )
  }

  /// The same of a later part, which is asked of what the parts before it stand for.
  private func unknownPart(_ tag: TemplateTag, at index: Int, of found: Found) -> (
    fact: NarrativeFault.Fact, meant: String?
  ) {
    let (part, said) = (tag.path[index], tag.path[..<index].joined(separator: "."))
    let near = suggestion(for: part, among: found.schema.childNames)
    switch found.schema.present {
    case .quantity where Comparison.isLike(part), .count where Comparison.isLike(part):
      let meant = Comparison.meant(by: part) { suggestion(for: $0, among: $1) }
      return (.unknownComparison(part, of: said, meant: meant), meant)
    case .quantity, .count:
      let meant = near ?? suggestion(for: part, among: ["any", "one"])
      return (.unknownForm(part, of: said, meant: meant), meant)
    case .flag where index > 1 && Comparison("\(tag.path[index - 1])_\(part)") != nil:
      let asked = tag.path[(index - 1)...index]
      return (
        .unknownComparison(
          asked.joined(separator: "."), of: tag.path[..<(index - 1)].joined(separator: "."),
          meant: asked.joined(separator: "_")), nil
      )
    case .text, .address, .flag: return (.unknownForm(part, of: said, meant: nil), nil)
    case .list(let element) where element.child(part) != nil: return (.valueOfItems(part, of: said), nil)
    case .object, .list, .optional:
      return (.unknownValue("\(said).\(part)", meant: near.map { "\(said).\($0)" }), near)
    }
  }
}

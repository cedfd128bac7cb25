/// Puts values into a template: the nodes that ``TemplateChecker`` has found right, written one after the other.
struct TemplateRenderer {
  /// What an open section has put in scope.
  private struct Scope {
    var value: Value
    /// Its place in a list, and the list's length; nil outside lists.
    var item: (index: Int, count: Int)?
  }

  private let files: [String: TemplateFile]
  private let markup: [String: [UInt8]]
  private let show: (String, TemplateTag, _ isAddress: Bool, inout [UInt8]) -> Void
  private var scopes: [Scope]
  private(set) var bytes: [UInt8] = []

  /// Nothing written yet.
  ///
  /// - Parameters:
  ///   - values: of the whole template, an object.
  ///   - files: the partials by their names.
  ///   - markup: what is inserted as it stands, under names that are no values.
  ///   - capacity: about as many bytes as will be written.
  ///   - show: appends the text of a tag, or its address, so that it is safe wherever the template may put it.
  init(
    _ values: Value, files: [String: TemplateFile] = [:], markup: [String: [UInt8]] = [:],
    capacity: Int = 4_096, show: @escaping (String, TemplateTag, _ isAddress: Bool, inout [UInt8]) -> Void
  ) {
    self.files = files
    self.markup = markup
    self.show = show
    scopes = [Scope(value: values)]
    bytes.reserveCapacity(capacity)
  }

  /// Writes nodes. They nest and take in partials no deeper than ``TemplateNode/depthLimit``, as was checked.
  mutating func write(_ nodes: [TemplateNode]) {
    for node in nodes {
      switch node {
      case .text(let text): bytes += text
      case .value(let tag): write(tag)
      case .section(let tag, let content): writeSection(tag, content)
      case .partial(let tag, let indentation): writePartial(tag, indentation)
      }
    }
  }

  private mutating func write(_ tag: TemplateTag) {
    if tag.kind == .block {
      let mark = TagMark.text(tag.name)
      return bytes += (tag.isAlone ? "\n\(mark)\n" : mark).utf8
    }
    if let text = markup[tag.name] { return bytes += text }
    if let separator = separator(tag) { return bytes += separator.utf8 }
    switch value(tag.path) {
    case .text(let text): show(text, tag, false, &bytes)
    case .address(let address): show(address, tag, true, &bytes)
    case .quantity(let quantity): show(quantity.text, tag, false, &bytes)
    case .flag, .object, .lazy, .list, .none: break
    }
  }

  private mutating func writeSection(_ tag: TemplateTag, _ content: [TemplateNode]) {
    let value = value(tag.path)
    if tag.kind == .inverted {
      if value.isAbsent { write(content) }
      return
    }
    guard !value.isAbsent else { return }
    switch value {
    case .flag: write(content)
    case .list(let items):
      for (index, item) in items.enumerated() {
        write(content, in: Scope(value: item, item: (index, items.count)))
      }
    default: write(content, in: Scope(value: value))
    }
  }

  private mutating func write(_ content: [TemplateNode], in scope: Scope) {
    scopes.append(scope)
    write(content)
    scopes.removeLast()
  }

  /// A partial on a line of its own gives lines, each as far in as its tag; beside text it gives text.
  private mutating func writePartial(_ tag: TemplateTag, _ indentation: [UInt8]) {
    guard let file = files[tag.name] else { return }
    let start = bytes.count
    write(tag.isAlone ? file.nodes : file.inlineNodes)
    guard tag.isAlone, !indentation.isEmpty else { return }
    let lines = bytes[start...].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let indented = lines.map { $0.isEmpty ? [] : indentation + $0 }.joined(separator: [UInt8(ascii: "\n")])
    bytes.replaceSubrange(start..., with: Array(indented))
  }

  /// The value of a dotted name: its first part in the innermost scope that knows it, the others from there.
  private func value(_ path: [String]) -> Value {
    guard let first = path.first else { return scopes[scopes.count - 1].value }
    var found = Value.none
    for scope in scopes.reversed() {
      guard let value = scope.value.child(first) ?? scope.item.flatMap({ Self.flag(first, $0) }) else {
        continue
      }
      found = value
      break
    }
    for part in path.dropFirst() { found = found.child(part) ?? .none }
    return found
  }

  /// What an item of a list answers beside its own names: see ``Schema/itemNames``.
  private static func flag(_ name: String, _ item: (index: Int, count: Int)) -> Value? {
    switch name {
    case "is_first": .flag(item.index == 0)
    case "is_last": .flag(item.index == item.count - 1)
    default: nil
    }
  }

  /// What stands before an item of the innermost list, where that is asked for: it keeps its spaces.
  private func separator(_ tag: TemplateTag) -> String? {
    guard tag.name == "separator", let scope = scopes.last(where: { $0.item != nil }),
      let (index, count) = scope.item, scope.value.child(tag.name) == nil
    else { return nil }
    return index == 0 ? "" : index < count - 1 ? ", " : " and "
  }
}

import LeadModel

/// A template that is not Markdown, such as the HTML around every page: the tags of narratives but partials and
/// blocks, every name checked, every value escaped by the caller's rule.
package struct LayoutTemplate: Sendable {
  private let nodes: [TemplateNode]

  /// Reads a template and checks it against its values, of which it has to use those in `needed`. Throws everything
  /// wrong in it, by line.
  package init(path: String, text: String, schema: Schema, needed: [String] = []) throws(Failure) {
    let scanner = TagScanner(text.normalizedTemplate, file: path)
    let nesting = TemplateNode.nest(scanner.pieces)
    let checker = TemplateChecker(nesting.nodes, files: [:], schema: schema, blocks: [])
    var faults = scanner.faults + nesting.faults + checker.faults
    for case .tag(let tag) in scanner.pieces where tag.kind == .partial {
      faults.append(NarrativeFault(.partialInFrame(tag.name), at: tag.place))
    }
    let used = Set(scanner.pieces.compactMap { if case .tag(let tag) = $0 { tag.name } else { nil } })
    for name in needed where !used.contains(name) {
      faults.append(NarrativeFault(.missingValue(name), at: Place(file: path)))
    }
    guard faults.isEmpty else { throw Failure(faults.map(\.diagnostic)) }
    nodes = nesting.nodes
  }

  /// The finished text, UTF-8.
  ///
  /// - Parameters:
  ///   - values: an object after the schema. Blank text counts as absent.
  ///   - markup: what is inserted as it stands, under names that are texts in the schema.
  ///   - escape: appends a text so that it is safe wherever the template may put it.
  package func render(
    _ values: Value, markup: [String: [UInt8]] = [:],
    escape: @escaping (String, inout [UInt8]) -> Void
  ) -> [UInt8] {
    // The frame of a page is small beside what stands in it.
    let capacity = markup.values.reduce(16_384) { $0 + $1.count }
    var renderer = TemplateRenderer(values, markup: markup, capacity: capacity) { escape($0, &$3) }
    renderer.write(nodes)
    return renderer.bytes
  }
}

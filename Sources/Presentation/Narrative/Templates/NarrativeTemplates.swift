import LeadModel

/// The narrative templates of a site: read once, checked once for each kind of page, rendered for every page.
///
/// A narrative is CommonMark, without the additions of other dialects, with the tags of Mustache:
///
///     {{rate}}                          a value: it can never turn into Markdown or HTML
///     {{rate.whole}}                    a form of it
///     {{#change.improved}}…{{/change.improved}}   what is said only if; with `^` instead of `#`, only if not
///     {{#rate.below_50}}…{{/rate.below_50}}       a comparison, which every quantity answers by its name
///     {{#teams}}{{separator}}{{name}}{{/teams}}   once for each item of a list: A, B and C
///     {{> parts/change}}                the template `narrative/parts/change.md`
///     {{map.rate}}                      a block, alone on its line: a map, table or chart of the page
///     {{! for those who write }}        nothing
///
/// A section asks of a quantity whether it has a number, zero too; of text whether it is not blank; of a list
/// whether it has items; of what may be absent whether it is there, and only in it may that be used. A partial alone
/// on its line gives its lines, one in a line its text without the last line end.
///
/// Headings are one level lower on the page, which has its own first one. HTML, images and unsafe links of an
/// author are left out.
package struct NarrativeTemplates: Sendable {
  private let files: [String: TemplateFile]
  /// What each of the files takes in.
  private let walks: [String: PartialWalk]
  private static let folder = "narrative/", ending = ".md"

  /// Reads templates from texts by their paths below `Templates`, such as `narrative/team-week.md`. Files
  /// outside `narrative/` or not ending in `.md` are left alone. What is wrong in them is told by `check`.
  package init(files: [String: String]) {
    var read: [String: TemplateFile] = [:]
    for (path, text) in files where path.hasPrefix(Self.folder) && path.hasSuffix(Self.ending) {
      let name = String(path.dropFirst(Self.folder.count).dropLast(Self.ending.count))
      read[name] = TemplateFile(name: name, path: path, text: text)
    }
    self.files = read
    walks = read.mapValues { PartialWalk(from: $0, in: read) }
  }

  /// Everything wrong in the template of a page and in the partials it takes in, by file and line.
  ///
  /// - Parameters:
  ///   - page: its name, which is that of its file: `team-week` for `narrative/team-week.md`.
  ///   - schema: the values of that page, an object.
  ///   - blocks: the names of the maps, tables and charts that the page can place: `map.rate`.
  package func check(_ page: String, schema: Schema, blocks: Set<String>) -> [Diagnostic] {
    check([(page, schema, blocks)], isWhole: false)
  }

  /// Everything wrong in the templates of all pages, each fault once however many pages share it, and the
  /// templates that no page needs.
  package func check(_ pages: [(name: String, schema: Schema, blocks: Set<String>)]) -> [Diagnostic] {
    check(pages, isWhole: true)
  }

  /// `isWhole` says that there are no other pages, so that a template which none of them needs is left over.
  private func check(
    _ pages: [(name: String, schema: Schema, blocks: Set<String>)], isWhole: Bool
  ) -> [Diagnostic] {
    var found: Set<Diagnostic> = []
    var used: Set<String> = []
    // What a partial says wrongly on some pages is right on others.
    var ofPages: [NarrativeFault: [String]] = [:]
    for page in pages {
      guard let walk = walks[page.name] else {
        found.insert(missing(page.name))
        continue
      }
      let checker = TemplateChecker(
        walk.files[0].nodes, files: files, schema: page.schema, blocks: page.blocks)
      found.formUnion(walk.allFaults.map(\.diagnostic))
      for fault in Set(checker.faults) { ofPages[fault, default: []].append(walk.files[0].path) }
      used.formUnion(walk.files.map(\.name))
    }
    found.formUnion(ofPages.map { $0.diagnostic(on: $1) })
    for file in files.values where isWhole && !used.contains(file.name) {
      let fact = NarrativeFault.Fact.unusedTemplate(
        meant: suggestion(for: file.name, among: pages.map(\.name)))
      found.insert(NarrativeFault(fact, at: Place(file: file.path)).diagnostic)
      found.formUnion(file.faults.map(\.diagnostic))
    }
    return found.sorted { $0.order < $1.order }
  }

  /// The names of the blocks that the template of a page, or a partial of it, may place.
  package func blocks(of page: String) -> Set<String> {
    Set(walks[page]?.files.flatMap { $0.tags(.block) }.map(\.name) ?? [])
  }

  /// The links to places of the site in the template of a page and in its partials, but for values that lead there by
  /// themselves.
  package func links(of page: String) -> [NarrativeLink] {
    walks[page]?.files.flatMap(\.links).filter { !$0.isValue } ?? []
  }

  /// The commentary of a page as HTML, UTF-8. Throws when `check` finds errors that need no schema to be seen.
  ///
  /// - Parameters:
  ///   - values: an object after the schema that the page was checked with.
  ///   - blocks: HTML, UTF-8, for every name in ``blocks(of:)``.
  package func render(_ page: String, values: Value, blocks: [String: [UInt8]]) throws(Failure) -> [UInt8] {
    let (text, shown) = try told(page, values)
    var document = MarkdownDocument(text)
    document.edit { element, _ in element.edit(showing: shown) }
    return TagMark.fill(document.html()) { name in Int(name).map { shown[$0].html } ?? blocks[name] ?? [] }
  }

  /// The addresses on a page that lead to places of the site, in order. Throws as `render` does.
  package func addresses(on page: String, values: Value) throws(Failure) -> [NarrativeAddress] {
    let (text, shown) = try told(page, values)
    var document = MarkdownDocument(text)
    var addresses: [NarrativeAddress] = []
    document.edit { element, _ in
      if case .link(let written, _) = element {
        let address = shown.filled(written)
        let values = Set(TagMark.names(in: written).compactMap(Int.init).map { shown[$0].place })
        if case .local = LinkAddress(address) {
          addresses.append(NarrativeAddress(text: address, values: values))
        }
      }
      return .keep
    }
    return addresses
  }

  /// A page's Markdown with marks for values and blocks, and the values by their numbers.
  private func told(_ page: String, _ values: Value) throws(Failure) -> (text: [UInt8], shown: [ShownValue]) {
    guard let walk = walks[page] else { throw Failure([missing(page)]) }
    let found = walk.allFaults.map(\.diagnostic)
    guard !found.hasErrors else { throw Failure(found) }
    // What values show is put in when the Markdown has been parsed.
    var shown: [ShownValue] = []
    var renderer = TemplateRenderer(values, files: files) { text, tag, isAddress, bytes in
      guard let value = ShownValue(text, isAddress: isAddress, place: tag.place) else { return }
      bytes += TagMark.text(String(shown.count)).utf8
      shown.append(value)
    }
    renderer.write(walk.files[0].nodes)
    return (renderer.bytes, shown)
  }

  private func missing(_ page: String) -> Diagnostic {
    let meant = suggestion(for: page, among: files.keys.sorted())
    return NarrativeFault(.missingTemplate(meant: meant), at: Place(file: Self.folder + page + Self.ending))
      .diagnostic
  }
}

extension PartialWalk {
  /// What is wrong whatever the values are. A reference may be defined in another of the files.
  fileprivate var allFaults: [NarrativeFault] {
    let labels = files.reduce(into: Set<String>()) { $0.formUnion($1.labels) }
    return faults
      + files.flatMap(\.faults).filter { fault in
        if case .unsupported(.reference(let label)) = fault.fact {
          !labels.contains(label.lowercased())
        } else {
          true
        }
      }
  }
}

extension NarrativeFault {
  /// The fault in words, on the pages of some templates; of a partial it names them.
  fileprivate func diagnostic(on templates: [String]) -> Diagnostic {
    var diagnostic = diagnostic
    if place.map({ !templates.contains($0.file) }) ?? false {
      diagnostic.message +=
        " where \(enumeration(of: templates.sorted(), limit: 3)) take\(templates.count == 1 ? "s" : "") it in"
    }
    return diagnostic
  }
}

extension Diagnostic {
  /// Files by name, then by line and column.
  fileprivate var order: (String, Int, Int, String) {
    (place?.file ?? "", place?.line ?? 0, place?.column ?? 0, message)
  }
}

extension MarkdownElement {
  /// What becomes of it on a page with those values, by their numbers.
  fileprivate func edit(showing shown: [ShownValue]) -> MarkdownEdit {
    switch self {
    case .heading(let level): return .level(min(level + 1, 6))
    case .html: return .remove
    case .image: return .unwrap
    case .text: return .keep
    case .paragraph(of: let text):
      // Alone in its paragraph a block stands in place of it, and a value in it.
      return TagMark.name(text).map { Int($0) == nil } == true ? .replace(text) : .keep
    case .link(let written, let title):
      let address = shown.filled(written)
      if address.isEmpty { return .unwrap }
      switch LinkAddress(address) {
      case .local: return address == written ? .keep : .address(address)
      case .unsafe: return .unwrap
      case .external: return .wrap(LinkAddress.openingTag(address, title: title), "</a>")
      }
    }
  }
}

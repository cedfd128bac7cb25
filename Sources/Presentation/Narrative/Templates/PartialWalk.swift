import LeadModel

/// A template and all that it takes in, one way or another.
struct PartialWalk: Sendable {
  /// The files that were reached and exist, the template first.
  private(set) var files: [TemplateFile] = []
  /// Partials that do not exist, that take each other in, or that are nested too deep.
  private(set) var faults: [NarrativeFault] = []
  /// How many files deep each file is nested in itself, 1 for one without partials.
  private var heights: [String: Int] = [:]
  /// A block that each file places by itself or by what it takes in, of those that place any.
  private var blocks: [String: String] = [:]

  /// Walks from a template; `all` are the files by their names.
  init(from file: TemplateFile, in all: [String: TemplateFile]) {
    _ = visit(file, path: [], all)
  }

  /// Returns the height of a file that lies below those of `path`.
  private mutating func visit(_ file: TemplateFile, path: [String], _ all: [String: TemplateFile]) -> Int {
    files.append(file)
    let path = path + [file.name]
    var height = 1
    blocks[file.name] = file.tags(.block).first?.name
    for tag in file.tags(.partial) {
      guard let partial = all[tag.name] else {
        report(.missingPartial(tag.name, meant: suggestion(for: tag.name, among: all.keys.sorted())), tag)
        continue
      }
      if let start = path.firstIndex(of: tag.name) {
        report(.recursion(path[start...] + [tag.name]), tag)
        continue
      }
      guard path.count + (heights[tag.name] ?? 1) <= TemplateNode.depthLimit else {
        report(.tooDeep, tag)
        continue
      }
      height = max(height, 1 + (heights[tag.name] ?? visit(partial, path: path, all)))
      if let block = blocks[tag.name] {
        blocks[file.name] = block
        if !tag.isAlone { report(.blockInText(block), tag) }
      }
    }
    heights[file.name] = height
    return height
  }

  private mutating func report(_ fact: NarrativeFault.Fact, _ tag: TemplateTag) {
    faults.append(NarrativeFault(fact, at: tag.place))
  }
}

import LeadModel

/// A template by the nesting of its sections.
indirect enum TemplateNode: Hashable, Sendable {
  /// A value or a block.
  case value(TemplateTag)
  case partial(TemplateTag)
  /// A section or an inverted one, and what is in it.
  case section(TemplateTag, [TemplateNode])

  /// Deeper nesting of sections, or of partials in partials, is refused.
  static let depthLimit = 32

  /// Nests the sections of a template, and tells of each that is not closed or not opened. Those are taken as
  /// closed where an outer one is, so that what is in them can be checked all the same.
  static func nest(_ pieces: [TemplatePiece]) -> (nodes: [TemplateNode], faults: [NarrativeFault]) {
    var open: [(tag: TemplateTag?, nodes: [TemplateNode])] = [(nil, [])]
    var faults: [NarrativeFault] = []

    func closeInnermost() {
      let (tag, nodes) = open.removeLast()
      open[open.count - 1].nodes.append(.section(tag!, nodes))
    }
    for case .tag(let tag) in pieces {
      switch tag.kind {
      case .comment: break
      case .value, .block: open[open.count - 1].nodes.append(.value(tag))
      case .partial: open[open.count - 1].nodes.append(.partial(tag))
      case .section, .inverted:
        guard open.count <= depthLimit else {
          return (open[0].nodes, faults + [NarrativeFault(.tooDeep, at: tag.place)])
        }
        open.append((tag, []))
      case .close:
        guard let opening = open.lastIndex(where: { $0.tag?.name == tag.name }) else {
          faults.append(NarrativeFault(.notOpened(tag.name, open: open.last!.tag?.name), at: tag.place))
          continue
        }
        while open.count - 1 > opening {
          let inner = open.last!.tag!
          faults.append(NarrativeFault(.unclosedSection(inner.name), at: inner.place))
          closeInnermost()
        }
        closeInnermost()
      }
    }
    while open.count > 1 {
      let inner = open.last!.tag!
      faults.append(NarrativeFault(.unclosedSection(inner.name), at: inner.place))
      closeInnermost()
    }
    return (open[0].nodes, faults)
  }
}

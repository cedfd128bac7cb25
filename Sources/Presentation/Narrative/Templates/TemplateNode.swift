import LeadModel

/// A template by the nesting of its sections.
indirect enum TemplateNode: Hashable, Sendable {
  /// Text in UTF-8, without the lines that tags alone on theirs leave behind.
  case text([UInt8])
  /// A value or a block.
  case value(TemplateTag)
  /// A partial, and the blanks before it where it stands alone on its line.
  case partial(TemplateTag, indentation: [UInt8])
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
    for index in pieces.indices {
      guard case .tag(let tag) = pieces[index] else {
        let text = text(at: index, of: pieces)
        if !text.isEmpty { open[open.count - 1].nodes.append(.text(text)) }
        continue
      }
      switch tag.kind {
      case .comment: break
      case .value, .block: open[open.count - 1].nodes.append(.value(tag))
      case .partial:
        open[open.count - 1].nodes.append(.partial(tag, indentation: indentation(before: index, of: pieces)))
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

  /// The text of a piece without the parts of lines that belong to tags alone on theirs.
  private static func text(at index: Int, of pieces: [TemplatePiece]) -> [UInt8] {
    guard case .text(let text, _) = pieces[index] else { return [] }
    var bytes = text[...]
    if index > 0, pieces[index - 1].takesItsLine {
      bytes = bytes.drop(while: \.isBlank)
      if bytes.first == UInt8(ascii: "\n") { bytes = bytes.dropFirst() }
    }
    if index + 1 < pieces.count, pieces[index + 1].takesItsLine {
      while bytes.last?.isBlank == true { bytes.removeLast() }
    }
    return Array(bytes)
  }

  /// The blanks before a tag that stands alone on its line.
  private static func indentation(before index: Int, of pieces: [TemplatePiece]) -> [UInt8] {
    guard index > 0, pieces[index].takesItsLine, case .text(let text, _) = pieces[index - 1] else {
      return []
    }
    return text.reversed().prefix(while: \.isBlank).reversed()
  }
}

extension TemplatePiece {
  /// Whether it is a tag whose line leaves nothing behind.
  fileprivate var takesItsLine: Bool {
    guard case .tag(let tag) = self, tag.isAlone else { return false }
    return tag.kind != .value && tag.kind != .block
  }
}

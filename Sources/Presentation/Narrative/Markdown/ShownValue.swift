extension String {
  /// As Markdown that shows this text and nothing else, wherever it stands outside code.
  ///
  /// White space is folded to single spaces and cut off at the ends, where it would break the emphasis around
  /// it; control characters and the like become U+FFFD. What is written from right to left keeps to itself.
  var markdownEscaped: String {
    if utf8.allSatisfy(\.isPlain) { return self }
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count * 5 / 4)
    for scalar in unicodeScalars.folded {
      switch scalar {
      case "&": result += "&amp;".utf8
      case "<": result += "&lt;".utf8
      case ">": result += "&gt;".utf8
      default:
        if scalar.isPunctuationOfASCII { result.append(UInt8(ascii: "\\")) }
        result += UTF8.encode(scalar)!
      }
    }
    let escaped = String(decoding: result, as: UTF8.self)
    return turnsDirection ? "\u{2068}\(escaped)\u{2069}" : escaped
  }

  /// This text in UTF-8, with lines ended by line feeds, and without what no text can hold: a byte order mark, control
  /// characters and the like.
  var normalizedTemplate: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    var last: Unicode.Scalar?
    for scalar in unicodeScalars {
      defer { last = scalar }
      switch scalar {
      case "\u{FEFF}" where last == nil: break
      case "\r": result.append(UInt8(ascii: "\n"))
      case "\n": if last != "\r" { result.append(UInt8(ascii: "\n")) }
      case "\t": result.append(UInt8(ascii: "\t"))
      default: result += UTF8.encode(scalar.isUnfit ? "\u{FFFD}" : scalar)!
      }
    }
    return result
  }
}

extension String.UnicodeScalarView {
  /// White space folded and trimmed, unfit characters replaced.
  fileprivate var folded: [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    for scalar in self {
      if !scalar.isBreakingSpace {
        result.append(scalar.isUnfit ? "\u{FFFD}" : scalar)
      } else if let last = result.last, last != " " {
        result.append(" ")
      }
    }
    while result.last?.properties.generalCategory == .spaceSeparator { result.removeLast() }
    return Array(result.drop { $0.properties.generalCategory == .spaceSeparator })
  }
}

extension Unicode.Scalar {
  /// White space of ASCII, and the line ends of Unicode.
  fileprivate var isBreakingSpace: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// Control characters and noncharacters, which HTML forbids, and the two that enclose a ``BlockMark``.
  fileprivate var isUnfit: Bool {
    switch value {
    case 0...0x1F, 0x7F...0x9F, 0xFDD0...0xFDEF: true
    default: value & 0xFFFE == 0xFFFE || self == BlockMark.opening || self == BlockMark.closing
    }
  }

  fileprivate var isPunctuationOfASCII: Bool {
    switch value {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}

extension UInt8 {
  /// A letter or digit of ASCII, which Markdown never reads as anything else.
  fileprivate var isPlain: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}

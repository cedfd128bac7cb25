import LeadModel

/// A value that a template shows, kept apart from the Markdown around it: it can never turn into Markdown or HTML.
struct ShownValue {
  /// On one line, with white space folded to single spaces and cut off at the ends; control characters, marks that turn the
  /// direction and the like are U+FFFD.
  private let text: String
  /// Whether it is the address of a page, and not a text that may stand in one.
  private let isAddress: Bool
  /// Where its tag stands.
  let place: Place

  /// A value; nil for one that shows nothing.
  init?(_ text: String, isAddress: Bool, place: Place) {
    self.place = place
    self.text = text.utf8.isFolded ? text : String(text.unicodeScalars.folded)
    self.isAddress = isAddress
    if self.text.isEmpty { return nil }
  }

  /// As HTML in UTF-8, for text and for attributes. What is written from right to left keeps to itself.
  var html: [UInt8] {
    let escaped = text.escapedForHTML
    return Array((text.turnsDirection ? "\u{2068}\(escaped)\u{2069}" : escaped).utf8)
  }

  /// As a part of an address in UTF-8: percent-encoded (RFC 3986), but for an address that begins it.
  func address(atStart: Bool) -> [UInt8] {
    if isAddress && atStart { return Array(text.utf8) }
    return text.utf8.flatMap { $0.isUnreserved ? [$0] : $0.percentEncoded }
  }
}

extension [ShownValue] {
  /// An address of the author with the values in it.
  func filled(_ address: String) -> String {
    guard address.unicodeScalars.contains(TagMark.opening) else { return address }
    var isAtStart = address.unicodeScalars.first == TagMark.opening
    let bytes = TagMark.fill([UInt8](address.utf8)) { name in
      defer { isAtStart = false }
      return Int(name).map { self[$0].address(atStart: isAtStart) } ?? []
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension String {
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

extension String.UTF8View {
  /// Whether this is plainly what folding leaves as it is: visible ASCII with single spaces in it, as most values are.
  fileprivate var isFolded: Bool {
    let space = UInt8(ascii: " ")
    var last = space
    for byte in self {
      guard 0x20..<0x7F ~= byte, byte != space || last != space else { return false }
      last = byte
    }
    return last != space
  }
}

extension String.UnicodeScalarView {
  /// White space folded and trimmed, unfit characters replaced.
  fileprivate var folded: Self {
    var result: [Unicode.Scalar] = []
    for scalar in self {
      if !scalar.isBreakingSpace {
        result.append(scalar.isUnfit || scalar.turnsText ? "\u{FFFD}" : scalar)
      } else if let last = result.last, last != " " {
        result.append(" ")
      }
    }
    while result.last?.properties.generalCategory == .spaceSeparator { result.removeLast() }
    return Self(result.drop { $0.properties.generalCategory == .spaceSeparator })
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

  /// Marks that turn the direction of the text behind them: of a name, also of what stands behind the name.
  fileprivate var turnsText: Bool { 0x202A...0x202E ~= value || 0x2066...0x2069 ~= value }

  /// Control characters and noncharacters, which HTML forbids, and the two that enclose a ``TagMark``.
  fileprivate var isUnfit: Bool {
    switch value {
    case 0...0x1F, 0x7F...0x9F, 0xFDD0...0xFDEF: true
    default: value & 0xFFFE == 0xFFFE || self == TagMark.opening || self == TagMark.closing
    }
  }
}

extension UInt8 {
  /// A character that stands for itself in every address, and in HTML.
  fileprivate var isUnreserved: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "-._~".utf8.contains(self)
    }
  }

  /// `%2F`.
  var percentEncoded: [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return [UInt8(ascii: "%"), digits[Int(self >> 4)], digits[Int(self & 15)]]
  }
}

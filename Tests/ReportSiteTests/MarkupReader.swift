import Testing

/// A strict reader of the HTML and XML that the site emits: it refuses what a browser would repair in silence.
struct MarkupReader: Sendable {
  struct Element: Sendable {
    var name: String
    var attributes: [String: String]
  }

  private(set) var elements: [Element] = []
  private(set) var faults: [String] = []
  /// The texts between tags that are not blank, references resolved.
  private(set) var pieces: [String] = []

  /// All of them, a blank between each, white space folded.
  var text: String {
    pieces.joined(separator: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Which open elements a tag ends where HTML lets one leave their end tags out.
  private static let ended: [String: Set<String>] = [
    "td": ["td", "th"], "th": ["td", "th"], "tr": ["td", "th", "tr"],
    "tbody": ["td", "th", "tr", "thead", "tbody"], "tfoot": ["td", "th", "tr", "thead", "tbody"],
    "/table": ["td", "th", "tr", "thead", "tbody", "tfoot"],
  ]
  private static let voids: Set = ["meta", "link", "br", "hr", "img", "input", "wbr", "col"]
  private static let entities: [(Array<UInt8>, UInt8)] = [
    (Array("amp;".utf8), UInt8(ascii: "&")), (Array("lt;".utf8), UInt8(ascii: "<")),
    (Array("gt;".utf8), UInt8(ascii: ">")), (Array("quot;".utf8), UInt8(ascii: "\"")),
    (Array("#39;".utf8), UInt8(ascii: "'")),
  ]

  init(_ bytes: [UInt8]) {
    if String(validating: bytes, as: UTF8.self) == nil { faults.append("not UTF-8") }
    var open: [String] = []
    var position = 0
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "<") else {
        let end = bytes[position...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        let piece = String(decoding: unescaped(bytes[position..<end]), as: UTF8.self)
        if !piece.allSatisfy(\.isWhitespace) { pieces.append(piece) }
        position = end
        continue
      }
      guard let end = bytes[position...].firstIndex(of: UInt8(ascii: ">")) else {
        faults.append("unclosed tag at \(position)")
        return
      }
      let tag = bytes[position + 1..<end]
      position = end + 1
      switch tag.first {
      case UInt8(ascii: "!"), UInt8(ascii: "?"): continue
      case UInt8(ascii: "/"):
        let name = String(decoding: tag.dropFirst(), as: UTF8.self)
        while let last = open.last, Self.ended["/" + name]?.contains(last) == true { open.removeLast() }
        if open.popLast() != name { faults.append("unexpected </\(name)>") }
        continue
      default: break
      }
      let isEmpty = tag.last == UInt8(ascii: "/")
      let element = read(isEmpty ? tag.dropLast() : tag)
      elements.append(element)
      while let last = open.last, Self.ended[element.name]?.contains(last) == true { open.removeLast() }
      // Raw text, in which no reference is resolved.
      if element.name == "style" {
        position = bytes[position...].firstRange(of: Array("</style".utf8))?.lowerBound ?? bytes.count
      }
      if !isEmpty, !Self.voids.contains(element.name) { open.append(element.name) }
    }
    if !open.isEmpty { faults.append("still open: \(open)") }
  }

  private mutating func read(_ tag: ArraySlice<UInt8>) -> Element {
    let space = UInt8(ascii: " ")
    let name = String(decoding: tag.prefix { $0 != space }, as: UTF8.self)
    if name.isEmpty || !name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) {
      faults.append("tag <\(name)>")
    }
    var rest = tag.dropFirst(name.utf8.count)
    var attributes: [String: String] = [:]
    while !rest.isEmpty {
      rest = rest.drop { $0 == space }
      let key = rest.prefix { $0 != UInt8(ascii: "=") && $0 != space }
      let keyText = String(decoding: key, as: UTF8.self)
      if key.isEmpty
        || !keyText.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-:".contains($0)) })
      {
        faults.append("attribute \(keyText) in <\(name)>")
        break
      }
      rest = rest.dropFirst(key.count)
      var value = ""
      if rest.first == UInt8(ascii: "=") {
        if rest.dropFirst().first != UInt8(ascii: "\"") { faults.append("unquoted \(keyText) in <\(name)>") }
        rest = rest.dropFirst(2)
        let text = rest.prefix { $0 != UInt8(ascii: "\"") }
        value = String(decoding: unescaped(text), as: UTF8.self)
        rest = rest.dropFirst(text.count + 1)
        if let next = rest.first, next != space { faults.append("no blank after \(keyText) in <\(name)>") }
      }
      if attributes.updateValue(value, forKey: keyText) != nil {
        faults.append("twice \(keyText) in <\(name)>")
      }
    }
    return Element(name: name, attributes: attributes)
  }

  private mutating func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var rest = text
    while let mark = rest.firstIndex(of: UInt8(ascii: "&")) {
      result += rest[..<mark]
      rest = rest[(mark + 1)...]
      guard let entity = Self.entities.first(where: { rest.starts(with: $0.0) }) else {
        faults.append("reference &\(String(decoding: rest.prefix(8), as: UTF8.self))")
        continue
      }
      result.append(entity.1)
      rest = rest.dropFirst(entity.0.count)
    }
    return result + rest
  }
}

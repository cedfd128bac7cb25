import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A small source of numbers that gives the same ones on every run.
struct Numbers: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}

/// What a parser of XML sees in a document; nil where it is not well-formed.
final class Reading: NSObject, XMLParserDelegate {
  struct Element: Equatable {
    var name: String
    var attributes: [String: String]
    var text = ""
  }
  /// In the order they begin, with the text directly within each.
  private(set) var elements: [Element] = []
  private var open: [Int] = []

  static func of(_ bytes: [UInt8]) -> [Element]? {
    let parser = XMLParser(data: Data(bytes))
    let reading = Reading()
    parser.delegate = reading
    return parser.parse() ? reading.elements : nil
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    open.append(elements.count)
    elements.append(Element(name: name, attributes: attributes))
  }
  func parser(_ parser: XMLParser, didEndElement: String, namespaceURI: String?, qualifiedName: String?) {
    open.removeLast()
  }
  func parser(_ parser: XMLParser, foundCharacters text: String) { elements[open.last!].text += text }
}

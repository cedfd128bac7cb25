/// Writes JSON (RFC 8259) into one growing buffer: what comes in order goes out in order, which no dictionary promises.
struct JSONWriter: Sendable {
  /// What has been written, UTF-8.
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// `{…}` of the members that `content` writes.
  mutating func object(_ content: (inout JSONWriter) -> Void) {
    enclose("{", "}", content)
  }

  /// `[…]`, an element for each item; each on a line of its own where `onLines` says so.
  mutating func array<Item>(_ items: [Item], onLines: Bool = false, _ write: (inout JSONWriter, Item) -> Void)
  {
    enclose("[", onLines && !items.isEmpty ? "\n]" : "]") { json in
      for item in items {
        json.separate()
        if onLines { json.bytes.append(UInt8(ascii: "\n")) }
        json.needsComma = false
        write(&json, item)
        json.needsComma = true
      }
    }
  }

  /// A member of an object: its name, then whatever `content` writes, one value.
  mutating func member(_ name: StaticString, _ content: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    bytes += [UInt8(ascii: "\""), UInt8(ascii: ":")]
    needsComma = false
    content(&self)
    needsComma = true
  }

  /// A member that is a whole number.
  mutating func member(_ name: StaticString, _ number: Int) { member(name) { $0.literal(String(number)) } }
  /// A member that is a decimal number written by ``Decimal``, or null.
  mutating func member(_ name: StaticString, decimal: String?) {
    member(name) { $0.literal(decimal ?? "null") }
  }
  /// A member that is true or false.
  mutating func member(_ name: StaticString, _ flag: Bool) {
    member(name) { $0.literal(flag ? "true" : "false") }
  }
  /// A member that is a text, or null.
  mutating func member(_ name: StaticString, _ text: String?) {
    member(name) { json in
      if let text { json.string(text) } else { json.literal("null") }
    }
  }
  /// A member that is a list of whole numbers.
  mutating func member(_ name: StaticString, _ numbers: [Int]) {
    member(name) { $0.array(numbers) { $0.literal(String($1)) } }
  }

  /// A text: what JSON demands is escaped, and `<` too, so that no text ends a script it might be put into.
  mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0..<0x20, 0x7F, UInt8(ascii: "<"):
        let digits = Array("0123456789abcdef".utf8)
        bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func literal(_ text: String) { bytes += text.utf8 }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func enclose(_ begin: String, _ end: String, _ content: (inout JSONWriter) -> Void) {
    literal(begin)
    needsComma = false
    content(&self)
    literal(end)
  }
}

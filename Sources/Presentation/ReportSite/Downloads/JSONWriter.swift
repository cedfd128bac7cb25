import Markup

/// Writes JSON (RFC 8259) into one growing buffer: what comes in order goes out in order, which no dictionary promises.
struct JSONWriter: ~Copyable {
  private var buffer = ByteWriter(capacity: 32_768)
  private var needsComma = false

  /// What has been written, UTF-8.
  var bytes: [UInt8] { buffer.bytes }

  /// `{…}` of the members that `content` writes.
  mutating func object(_ content: (inout JSONWriter) -> Void) { enclose("{", "}", content) }

  /// `[…]`, an element for each item; each on a line of its own where `onLines` says so.
  mutating func array<Item>(_ items: [Item], onLines: Bool = false, _ write: (inout JSONWriter, Item) -> Void)
  {
    enclose("[", onLines && !items.isEmpty ? "\n]" : "]") { json in
      for item in items {
        json.separate()
        if onLines { json.buffer.append(UInt8(ascii: "\n")) }
        json.needsComma = false
        write(&json, item)
        json.needsComma = true
      }
    }
  }

  /// A member of an object: its name, then whatever `content` writes, one value.
  mutating func member(_ name: StaticString, _ content: (inout JSONWriter) -> Void) {
    begin(name)
    content(&self)
    needsComma = true
  }

  /// The same with a name that is known only now.
  mutating func member(named name: String, _ content: (inout JSONWriter) -> Void) {
    separate()
    string(name)
    buffer.append(UInt8(ascii: ":"))
    needsComma = false
    content(&self)
    needsComma = true
  }

  private mutating func begin(_ name: StaticString) {
    buffer.raw(needsComma ? ",\"" : "\"")
    buffer.raw(name)
    buffer.raw("\":")
    needsComma = false
  }

  /// A member that is a whole number.
  mutating func member(_ name: StaticString, _ number: Int) {
    begin(name)
    buffer.number(number)
    needsComma = true
  }
  /// A member that is a whole number, or null.
  mutating func member(_ name: StaticString, whole number: Int?) {
    begin(name)
    if let number { buffer.number(number) } else { buffer.raw("null") }
    needsComma = true
  }
  /// A member that is a text, or null.
  mutating func member(_ name: StaticString, _ text: String?) {
    member(name) { json in
      if let text { json.string(text) } else { json.buffer.raw("null") }
    }
  }
  /// A whole number.
  mutating func number(_ number: Int) { buffer.number(number) }
  mutating func null() { buffer.raw("null") }
  /// A number of that many millionths, or null.
  mutating func millionths(_ number: Int?) {
    if let number { buffer.decimal(millionths: number) } else { null() }
  }
  /// The text of a time of day, from its minute.
  mutating func clock(_ minuteOfDay: Int) {
    buffer.append(UInt8(ascii: "\""))
    buffer.clock(minuteOfDay)
    buffer.append(UInt8(ascii: "\""))
  }
  /// A number of a few decimals as it is shown, or null.
  mutating func decimal(_ number: Double?) {
    if let number { buffer.decimal(number) } else { buffer.raw("null") }
  }
  /// True or false.
  mutating func flag(_ flag: Bool) { buffer.raw(flag ? "true" : "false") }

  /// A text: what JSON demands is escaped, and `<` too, so that no text ends a script it might be put into.
  mutating func string(_ text: String) {
    buffer.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      for position in bytes.indices {
        let byte = unsafe bytes[position]
        if JSONWriter.isPlain(byte) { continue }
        unsafe buffer.append(UnsafeBufferPointer(rebasing: bytes[start..<position]))
        escaped(byte)
        start = position + 1
      }
      unsafe buffer.append(UnsafeBufferPointer(rebasing: bytes[start...]))
    }
    buffer.append(UInt8(ascii: "\""))
  }

  private mutating func escaped(_ byte: UInt8) {
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
      buffer.append(UInt8(ascii: "\\"))
      buffer.append(byte)
    } else {
      let digits = Array("0123456789abcdef".utf8)
      buffer.raw("\\u00")
      buffer.append(digits[Int(byte >> 4)])
      buffer.append(digits[Int(byte & 15)])
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"): false
    default: true
    }
  }

  private mutating func separate() {
    if needsComma { buffer.append(UInt8(ascii: ",")) }
  }

  private mutating func enclose(
    _ begin: StaticString, _ end: StaticString, _ content: (inout JSONWriter) -> Void
  ) {
    buffer.raw(begin)
    needsComma = false
    content(&self)
    buffer.raw(end)
  }
}

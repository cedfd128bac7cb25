extension MarkupWriter {
  /// A person's text, as content or as a quoted attribute's value: the one place where markup is defused.
  ///
  /// `& < > " '` become references. What no document may hold — control characters but tab and line feed,
  /// noncharacters — and the marks that turn the direction of everything after them become U+FFFD.
  package mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { unsafe escape($0) }
  }

  /// `source` is valid UTF-8, as a `String` guarantees.
  private mutating func escape(_ source: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var position = 0
    while position < source.count {
      let byte = unsafe source[position]
      if !Escape.isSuspicious(byte) {
        position += 1
        continue
      }
      let length = Escape.length(lead: byte)
      let scalar = unsafe Escape.scalar(in: source, at: position, length: length)
      if let replacement = Escape.replacement(scalar) {
        unsafe append(UnsafeBufferPointer(rebasing: source[start..<position]))
        raw(replacement)
        start = position + length
      }
      position += length
    }
    unsafe append(UnsafeBufferPointer(rebasing: source[start...]))
  }
}

/// What text may not say as it stands.
private enum Escape {
  /// Whether a character that begins with this byte may need a replacement.
  static func isSuspicious(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00..<0x20, 0x7F, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      true
    // C1 controls begin with C2; direction marks with E2; noncharacters with EF or F0 and above.
    case 0xC2, 0xE2, 0xEF, 0xF0...0xFF: true
    default: false
    }
  }

  /// The bytes of a character, by its first one.
  static func length(lead: UInt8) -> Int {
    switch lead {
    case 0xF0...: 4
    case 0xE0...: 3
    case 0xC0...: 2
    default: 1
    }
  }

  static func scalar(in source: UnsafeBufferPointer<UInt8>, at position: Int, length: Int) -> UInt32 {
    guard length > 1 else { return unsafe UInt32(source[position]) }
    var scalar = unsafe UInt32(source[position]) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length { scalar = unsafe scalar << 6 | UInt32(source[position + offset] & 0x3F) }
    return scalar
  }

  /// What stands for the character; nil where it stands for itself.
  static func replacement(_ scalar: UInt32) -> StaticString? {
    switch scalar {
    case 0x26: "&amp;"
    case 0x3C: "&lt;"
    case 0x3E: "&gt;"
    case 0x22: "&quot;"
    case 0x27: "&#39;"
    case 0x09, 0x0A: nil
    case 0x00..<0x20, 0x7F..<0xA0: "\u{FFFD}"
    case 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
    case 0xFDD0...0xFDEF: "\u{FFFD}"
    default: scalar & 0xFFFE == 0xFFFE ? "\u{FFFD}" : nil
    }
  }
}

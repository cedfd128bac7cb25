/// What a field of a time, a number or a flag says: without quotes, white space at its ends and what cannot be seen, and in
/// UTF-8. Texts of web pages and of Office come with marks that turn the direction of writing.
func plainValue(_ field: FieldBytes, _ scratch: inout Scratch) -> FieldBytes {
  let text = bareText(field, &scratch)
  return text.isASCII ? text : text.inUTF8(&scratch).seen(&scratch)
}

/// What a field says: without quotes and white space at its ends, and in UTF-8.
func plainText(_ field: FieldBytes, _ scratch: inout Scratch) -> FieldBytes {
  let text = bareText(field, &scratch)
  return text.isASCII ? text : text.inUTF8(&scratch)
}

/// A field without quotes and white space at its ends. Blanks before the quotes make these a part of the field, but
/// nobody means that.
func bareText(_ field: FieldBytes, _ scratch: inout Scratch) -> FieldBytes {
  let text = unquoted(field, &scratch).trimmed
  return field.isQuotedBehindBlanks ? text.part(1..<text.count - 1).trimmed : text
}

extension FieldBytes {
  /// Whether blanks stand before quotes around it, between which there are no others.
  var isQuotedBehindBlanks: Bool {
    guard blankWidth(at: 0) > 0, case let text = trimmed, text.count > 1 else { return false }
    let quote = UInt8(ascii: "\"")
    return text[0] == quote && text[text.count - 1] == quote && !text.part(1..<text.count - 1).contains(quote)
  }

  /// Whether it begins with blanks and a quote that something else would have to close.
  var isTornBehindBlanks: Bool {
    let quote = UInt8(ascii: "\"")
    guard blankWidth(at: 0) > 0, case let text = trimmed, text[0] == quote else { return false }
    return (0..<text.count).count { text[$0] == quote } % 2 == 1
  }

  /// Whether no byte is beyond ASCII.
  @inline(__always) var isASCII: Bool {
    var bits: UInt64 = 0
    if count >= 8 {
      for position in stride(from: 0, to: count &- 8, by: 8) { bits |= word(at: position) }
      bits |= word(at: count &- 8)
    } else {
      for position in 0..<count { bits |= UInt64(self[position]) }
    }
    return bits & 0x8080_8080_8080_8080 == 0
  }

  /// The text in UTF-8. Bytes that are something else are those of Windows-1252; what means nothing there stays different
  /// all the same, as ids have to.
  fileprivate func inUTF8(_ scratch: inout Scratch) -> FieldBytes {
    if isUTF8 { return self }
    let bytes = bytes
    scratch.hasForeignText = true
    scratch.removeAll()
    for byte in bytes { scratch.append(windows1252: byte) }
    return scratch.field.trimmed
  }

  /// The text without the characters that cannot be seen.
  fileprivate func seen(_ scratch: inout Scratch) -> FieldBytes {
    if unseen == nil { return self }
    let bytes = bytes
    scratch.removeAll()
    bytes.withFieldBytes { field in
      var position = 0
      while position < field.count {
        let width = field.unseenWidth(at: position)
        if width == 0 { scratch.append(field[position]) }
        position += max(width, 1)
      }
    }
    return scratch.field.trimmed
  }

  /// The first character in it that cannot be seen; nil where there is none.
  var unseen: Unicode.Scalar? {
    for position in 0..<count where self[position] >= 0x80 {
      let width = unseenWidth(at: position)
      if width > 0 { return part(position..<position + width).text.unicodeScalars.first }
    }
    return nil
  }

  /// How many bytes a character takes that cannot be seen; 0 where there is none: a soft hyphen, marks and joiners of
  /// no width, those of the direction of writing, and the mark of byte order.
  fileprivate func unseenWidth(at position: Int) -> Int {
    let (second, third) = (self[position + 1], self[position + 2])
    return switch (self[position], second) {
    case (0xC2, 0xAD): 2
    case (0xE2, 0x80) where 0x8B...0x8F ~= third || 0xAA...0xAE ~= third: 3
    case (0xE2, 0x81) where 0xA0...0xAF ~= third: 3
    case (0xEF, 0xBB) where third == 0xBF: 3
    default: 0
    }
  }
}

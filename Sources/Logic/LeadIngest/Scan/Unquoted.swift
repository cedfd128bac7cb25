/// What a field of CSV says: without its quotes, doubled ones halved.
///
/// Where the field has text after its closing quote, that text follows as it stands. A field that does not
/// begin with a quote is left alone, but for `="001"`, by which spreadsheets are told to leave digits alone: it says
/// what is between the quotes. `scratch` lends the memory where bytes have to move, so the result is
/// valid until it is used again.
@inline(__always)
func unquoted(_ field: FieldBytes, _ scratch: inout Scratch) -> FieldBytes {
  switch field[0] {
  case UInt8(ascii: "\""): unquotedSlowly(field, &scratch).withoutFormula
  case UInt8(ascii: "="): field.withoutFormula
  default: field
  }
}

extension FieldBytes {
  /// What is between the quotes of `="001"`; anything else as it stands.
  @inline(never) fileprivate var withoutFormula: FieldBytes {
    let quote = UInt8(ascii: "\"")
    let isFormula = count > 2 && self[0] == UInt8(ascii: "=") && self[1] == quote && self[count - 1] == quote
    return isFormula ? part(2..<(count - 1)) : self
  }
}

private func unquotedSlowly(_ field: FieldBytes, _ scratch: inout Scratch) -> FieldBytes {
  let quote = UInt8(ascii: "\"")
  var end = 1
  while end < field.count, field[end] != quote { end += 1 }
  if end >= field.count - 1 { return field.part(1..<end) }
  scratch.removeAll()
  var isQuoted = true
  var position = 1
  while position < field.count {
    let byte = field[position]
    position += 1
    if isQuoted, byte == quote {
      // A doubled quote stands for one; a single one closes.
      guard field[position] == quote && position < field.count else {
        isQuoted = false
        continue
      }
      position += 1
    }
    scratch.append(byte)
  }
  return scratch.field
}

/// Memory for the bytes of a field that could not be used where they lie.
@safe struct Scratch: ~Copyable {
  private var memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 256)
  private var count = 0
  /// Whether one of them was not UTF-8, and was read as Windows-1252.
  var hasForeignText = false

  deinit { unsafe memory.deallocate() }

  mutating func removeAll() { count = 0 }

  mutating func append(_ byte: UInt8) {
    // Sixteen bytes more than are used, since readers of fields load whole words.
    if unsafe count + 64 > memory.count {
      let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: unsafe memory.count * 2)
      _ = unsafe larger.update(fromContentsOf: memory)
      unsafe memory.deallocate()
      unsafe memory = larger
    }
    unsafe memory[count] = byte
    count += 1
  }

  /// What was appended; valid until the next change.
  var field: FieldBytes { unsafe FieldBytes(UnsafeBufferPointer(rebasing: memory[..<count])) }
}

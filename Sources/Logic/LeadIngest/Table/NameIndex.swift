import LeadModel

/// Gives every distinct field of a column a number, without making a String per row.
///
/// Two steps: fields as they stand in the file, quotes and blanks included, are looked up as bytes; one that
/// was never seen is unquoted, trimmed and cleaned once, and shares the number of the name that comes out.
@safe struct NameIndex: ~Copyable {
  /// The names, by their numbers.
  private(set) var names: [String] = []
  private var numbers: [Name: Int32] = [:]
  private var raw = ByteTable()
  /// The names of the source that were not UTF-8.
  private(set) var foreign = ForeignText()

  /// Begins with another source: whether that one has foreign text is to be found out anew.
  mutating func begin() {
    if foreign.isEmpty { return }
    foreign = ForeignText()
    raw = ByteTable()
  }

  /// The number of the name in a field; -1 where it is blank.
  @inline(__always)
  mutating func number(of field: FieldBytes, _ scratch: inout Scratch) -> Int32 {
    if field.count == 0 { return -1 }
    let words = ByteTable.Words(field)
    if let known = raw.find(field, words) { return known }
    return learn(field, words, &scratch)
  }

  /// The number of the name in a field that was seen before, -1 where it is blank; nil if it never was.
  func known(_ field: FieldBytes) -> Int32? {
    field.count == 0 ? -1 : raw.find(field, ByteTable.Words(field))
  }

  @inline(never)
  private mutating func learn(_ field: FieldBytes, _ words: ByteTable.Words, _ scratch: inout Scratch)
    -> Int32
  {
    let bytes = bareText(field, &scratch)
    if !bytes.isUTF8 { foreign.add(bytes) }
    let name = cleanName(bytes)
    let number = name.isEmpty ? -1 : self.number(of: name)
    raw.insert(field, words, number)
    return number
  }

  /// The number of a cleaned name.
  mutating func number(of name: String) -> Int32 {
    if let known = numbers[Name(name)] { return known }
    let number = Int32(names.count)
    numbers[Name(name)] = number
    names.append(name)
    return number
  }
}

/// A name as it is shown: control characters as U+FFFD, bytes that are no UTF-8 read as Windows-1252.
func cleanName(_ field: FieldBytes) -> String {
  let text = field.decoded
  guard text.unicodeScalars.contains(where: isControl) else { return text }
  var scalars = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { scalars.append(isControl(scalar) ? "\u{FFFD}" : scalar) }
  return String(scalars)
}

extension FieldBytes {
  /// As text, read as Windows-1252 where it is not UTF-8.
  var decoded: String {
    if isUTF8 { return text }
    let all = windows1252(bytes)
    return String(all.drop { $0 == "\u{A0}" }.reversed().drop { $0 == "\u{A0}" }.reversed())
  }

  var isUTF8: Bool { String(validating: bytes, as: UTF8.self) != nil }
}

private func isControl(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
}

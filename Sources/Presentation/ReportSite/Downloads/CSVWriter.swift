import Markup

/// Writes CSV (RFC 4180, lines ended by CR LF, UTF-8) that a spreadsheet shows and does not run.
struct CSVWriter: ~Copyable {
  /// One cell.
  enum Field: Hashable, Sendable {
    /// Our own word or a number: written as it stands.
    case plain(String)
    case number(Int)
    /// A number of that many millionths.
    case millionths(Int)
    /// A number of a few decimals as it is shown.
    case decimal(Double)
    /// A time of day, from its minute.
    case clock(Int)
    /// A person's text: defused and quoted as needed.
    case text(String)
    case blank
  }

  private var buffer = ByteWriter(capacity: 16_384)
  private var isRowBegun = false

  /// What has been written, UTF-8.
  var bytes: [UInt8] { buffer.bytes }

  /// Begins with a header of column names.
  init(columns: [String]) { row(columns.map(Field.plain)) }

  /// A row.
  mutating func row(_ fields: [Field]) {
    for field in fields { add(field) }
    endRow()
  }

  /// A field of the current row.
  mutating func add(_ field: Field) {
    if isRowBegun { buffer.append(UInt8(ascii: ",")) }
    isRowBegun = true
    switch field {
    case .plain(let word): buffer.append(word)
    case .number(let number): buffer.number(number)
    case .millionths(let number): buffer.decimal(millionths: number)
    case .decimal(let number): buffer.decimal(number)
    case .clock(let minute): buffer.clock(minute)
    case .text(let text): quoted(text)
    case .blank: break
    }
  }

  /// Ends the current row.
  mutating func endRow() {
    buffer.raw("\r\n")
    isRowBegun = false
  }

  /// A text that begins like a formula gets an apostrophe in front, which spreadsheets take for "this is text". Blanks
  /// and quotes before the sign do not stop all of them, so these are looked through.
  private mutating func quoted(_ text: String) {
    let first = text.unicodeScalars.first { !$0.properties.isWhitespace && $0 != "\"" && $0 != "'" }
    let startsFormula = first.map { "=+-@＝＋－＠".unicodeScalars.contains($0) } ?? false
    let startsBlank = text.unicodeScalars.first.map { "\t\r\n".unicodeScalars.contains($0) } ?? false
    let safe = startsFormula || startsBlank ? "'" + text : text
    let isPlain = safe.utf8.allSatisfy { !#"",;"#.utf8.contains($0) && $0 > 0x20 || $0 == 0x20 }
    if isPlain && safe.utf8.first != 0x20 && safe.utf8.last != 0x20 {
      buffer.append(safe)
    } else {
      buffer.append(UInt8(ascii: "\""))
      for byte in safe.utf8 {
        if byte == UInt8(ascii: "\"") { buffer.append(byte) }
        buffer.append(byte)
      }
      buffer.append(UInt8(ascii: "\""))
    }
  }
}

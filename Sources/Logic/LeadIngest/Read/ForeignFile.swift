/// What a file is that is no table of text, as its first bytes tell.
enum ForeignFile: Hashable, Sendable, CaseIterable {
  /// A ZIP archive, as workbooks of spreadsheets are.
  case workbook
  /// A workbook of before 2007, or another compound file.
  case oldWorkbook
  case pdf
  /// Packed by gzip, though files are unpacked before: it is what a command wrote, or packed twice.
  case gzip
  /// Packed in another way.
  case packed
  /// Files that tar has put behind one another.
  case archive
  /// What programs write for programs: a database, a file of columns.
  case binary
  /// Text of four bytes for each character; told by the first bytes of the source before they are decoded.
  case utf32
  /// HTML or XML, which some systems give the name of a workbook.
  case page
  case json

  /// Looks at a beginning. A text of the kinds that are text may still be a table: see ``mayBeTable``.
  init?(_ start: FieldBytes) {
    func has(_ bytes: [UInt8], at position: Int) -> Bool {
      bytes.indices.allSatisfy { start[position + $0] == bytes[$0] }
    }
    if has(Array("ustar".utf8), at: 257) {
      self = .archive
    } else if let found = ForeignFile.signatures.first(where: { has($0.bytes, at: 0) }) {
      self = found.kind
    } else {
      return nil
    }
  }

  /// Whether only the headers can show that it is no table.
  var mayBeTable: Bool { self == .page || self == .json || self == .binary }

  private static let signatures: [(kind: ForeignFile, bytes: [UInt8])] = [
    (.workbook, [0x50, 0x4B, 0x03, 0x04]), (.oldWorkbook, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
    (.pdf, Array("%PDF-".utf8)), (.packed, [0x28, 0xB5, 0x2F, 0xFD]), (.packed, Array("BZh".utf8)),
    (.packed, [0xFD, 0x37, 0x7A, 0x58, 0x5A]), (.gzip, [0x1F, 0x8B]), (.page, Array("<".utf8)),
    (.binary, Array("SQLite format 3\0".utf8)), (.binary, Array("PAR1".utf8)),
    (.binary, Array("ARROW1".utf8)),
    (.json, Array("{".utf8)), (.json, Array("[".utf8)),
  ]
}

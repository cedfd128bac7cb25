/// How the text of a source is written in bytes. The raw value is its name for people.
package enum TextEncoding: String, CaseIterable, Hashable, Sendable {
  /// Where nobody declared it, names that are not UTF-8 are read as Windows-1252: see ``FieldBytes/decoded``.
  case utf8 = "UTF-8"
  /// Of the order that its mark or its zeros tell; little endian where neither does. Only ever declared.
  case utf16 = "UTF-16"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case windows1252 = "Windows-1252"

  /// The encoding of that name, in any spelling that is usual: `utf8`, `latin1`, `cp1252`. nil where there is none.
  package init?(named name: String) {
    switch normalised(name) {
    // Browsers read ISO 8859-1 as Windows-1252 too: the bytes in which they differ are of no use in a text.
    case "latin1", "iso88591", "cp1252", "ansi": self = .windows1252
    case let key:
      guard let found = TextEncoding.allCases.first(where: { normalised($0.rawValue) == key }) else {
        return nil
      }
      self = found
    }
  }

  /// For people, who need not know in which order the bytes of UTF-16 are.
  var name: String { isUTF16 ? TextEncoding.utf16.rawValue : rawValue }

  var isUTF16: Bool { self != .utf8 && self != .windows1252 }

  /// Whether eight bytes are the beginning of UTF-32, which is not read: by their byte order mark or, as of ASCII
  /// letters, by their zeros.
  static func looksLikeUTF32(_ first: some Collection<UInt8>) -> Bool {
    let bytes = Array(first)
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return true }
    let zeros = bytes.map { $0 == 0 }
    return bytes.allSatisfy { $0 == 0 || (0x20..<0x7F).contains($0) }
      && [[false, true, true, true], [true, true, true, false]].contains { zeros == $0 + $0 }
  }

  /// What the first four bytes tell, and how many of them are a byte order mark.
  static func detect(_ first: some RandomAccessCollection<UInt8>) -> (encoding: TextEncoding, mark: Int) {
    let bytes = Array(first.prefix(4))
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    // Without a mark the zeros of the header's ASCII letters give it away.
    switch bytes.map({ $0 == 0 }) {
    case [false, true, false, true]: return (.utf16LittleEndian, 0)
    case [true, false, true, false]: return (.utf16BigEndian, 0)
    default: return (.utf8, 0)
    }
  }
}

/// What in the bytes of a text speaks against the encoding as which it is read.
enum EncodingDoubt: Hashable, Sendable {
  /// It begins with the byte order mark of another.
  case mark(of: TextEncoding)
  /// It looks as if it were in another.
  case looksLike(TextEncoding)
  /// It is UTF-32, which is not read at all.
  case isUTF32
  /// It is none that is known here: not UTF-8, and as Windows-1252 its names look like nothing.
  case isUnknown
  /// Some bytes mean nothing in it, and became U+FFFD.
  case strayBytes
  /// From that line on, counted from 1, it is in another, which has a byte for each letter.
  case endsBefore(line: Int)
}

/// How a text is read: as it is declared, else as its first bytes tell.
struct TextReading {
  var encoding: TextEncoding
  /// The bytes of its byte order mark.
  var mark: Int
  var doubt: EncodingDoubt?

  /// How many bytes have to be known for deciding.
  static let length = 8

  /// Decides by the first bytes, as many as ``length`` if there are. `declared` is nil where nothing is.
  init(_ first: some RandomAccessCollection<UInt8>, declared: TextEncoding?) {
    let found = TextEncoding.detect(first)
    (encoding, mark) = found
    if TextEncoding.looksLikeUTF32(first.prefix(TextReading.length)) { doubt = .isUTF32 }
    guard let declared, doubt == nil else { return }
    encoding =
      declared != .utf16 ? declared : found.encoding.isUTF16 ? found.encoding : .utf16LittleEndian
    if encoding == found.encoding { return }
    if mark > 0 {
      (mark, doubt) = (0, .mark(of: found.encoding))
    } else if found.encoding.isUTF16 || encoding.isUTF16 && first.prefix(4).allSatisfy(0x09..<0x80) {
      doubt = .looksLike(found.encoding)
    }
  }
}

extension Collection<UInt8> {
  /// Whether all bytes are of a range.
  fileprivate func allSatisfy(_ range: Range<UInt8>) -> Bool { allSatisfy(range.contains) }
}

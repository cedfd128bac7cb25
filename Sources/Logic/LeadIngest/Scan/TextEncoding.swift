/// How the text of a source is written in bytes, as its first bytes tell.
enum TextEncoding: Hashable, Sendable {
  /// UTF-8, or one of the encodings that are like it for all that is ASCII: see ``windows1252(_:)``.
  case utf8
  case utf16LittleEndian
  case utf16BigEndian

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

  /// For people.
  var name: String { self == .utf8 ? "UTF-8" : "UTF-16" }
}

/// Turns UTF-16 into UTF-8, block by block. A surrogate without its other half becomes U+FFFD.
struct UTF16Decoder {
  let isBigEndian: Bool
  private var oddByte: UInt8?
  private var highHalf: UInt32?

  init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

  /// The text of the next block, as far as its characters are whole.
  mutating func decode(_ block: some Sequence<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    for byte in block {
      guard let first = oddByte else {
        oddByte = byte
        continue
      }
      oddByte = nil
      append(isBigEndian ? UInt32(first) << 8 | UInt32(byte) : UInt32(byte) << 8 | UInt32(first), to: &result)
    }
    return result
  }

  /// What is left at the end: nothing, or a sign that something is missing.
  mutating func finish() -> [UInt8] {
    let isCut = oddByte != nil || highHalf != nil
    (oddByte, highHalf) = (nil, nil)
    return isCut ? Array("\u{FFFD}".utf8) : []
  }

  private mutating func append(_ unit: UInt32, to result: inout [UInt8]) {
    if let high = highHalf {
      highHalf = nil
      if (0xDC00...0xDFFF).contains(unit) {
        put(0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00), to: &result)
        return
      }
      put(0xFFFD, to: &result)
    }
    switch unit {
    case 0xD800...0xDBFF: highHalf = unit
    case 0xDC00...0xDFFF: put(0xFFFD, to: &result)
    default: put(unit, to: &result)
    }
  }

  private func put(_ value: UInt32, to result: inout [UInt8]) {
    if value < 0x80 {
      result.append(UInt8(value))
    } else if let scalar = Unicode.Scalar(value) {
      result.append(contentsOf: UTF8.encode(scalar)!)
    }
  }
}

/// A text of bytes that are not UTF-8, read as Windows-1252; bytes without a meaning there become U+FFFD.
func windows1252(_ bytes: some Sequence<UInt8>) -> String {
  var scalars = String.UnicodeScalarView()
  for byte in bytes {
    let value = (0x80...0x9F).contains(byte) ? upperControls[Int(byte - 0x80)] : UInt16(byte)
    scalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
  }
  return String(scalars)
}

/// What Windows-1252 has at 0x80 to 0x9F, from the table of the Unicode consortium (CP1252.TXT).
private let upperControls: [UInt16] = [
  0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
  0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
  0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
  0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
]

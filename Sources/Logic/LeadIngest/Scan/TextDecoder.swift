/// Turns another encoding into UTF-8, block by block.
enum TextDecoder {
  case utf16(UTF16Decoder)
  case windows1252(Windows1252Decoder)

  /// A decoder of an encoding; nil for UTF-8, which needs none.
  init?(_ encoding: TextEncoding) {
    switch encoding {
    case .utf8: return nil
    case .windows1252: self = .windows1252(Windows1252Decoder())
    case .utf16, .utf16LittleEndian, .utf16BigEndian:
      self = .utf16(UTF16Decoder(isBigEndian: encoding == .utf16BigEndian))
    }
  }

  /// The text of the next block, as far as its characters are whole.
  mutating func decode(_ block: [UInt8]) -> [UInt8] {
    switch self {
    case .utf16(var decoder):
      defer { self = .utf16(decoder) }
      return decoder.decode(block)
    case .windows1252(var decoder):
      defer { self = .windows1252(decoder) }
      return decoder.decode(block)
    }
  }

  /// What is left at the end.
  mutating func finish() -> [UInt8] {
    guard case .utf16(var decoder) = self else { return [] }
    defer { self = .utf16(decoder) }
    return decoder.finish()
  }

  /// What in the bytes so far speaks against the encoding.
  var doubt: EncodingDoubt? {
    switch self {
    case .utf16(let decoder):
      decoder.plainLine.map(EncodingDoubt.endsBefore) ?? (decoder.isBroken ? .strayBytes : nil)
    case .windows1252(let decoder): decoder.doubt
    }
  }
}

/// Turns UTF-16 into UTF-8, block by block. A surrogate without its other half becomes U+FFFD.
struct UTF16Decoder {
  let isBigEndian: Bool
  private var oddByte: UInt8?
  private var highHalf: UInt32?
  /// Whether something was no UTF-16.
  private(set) var isBroken = false
  /// How many bytes of ASCII came one after another, which UTF-16 hardly ever has: its ASCII has zeros in between.
  private var plainRun = 0
  private var lineEnds = (carriageReturns: 0, lineFeeds: 0)
  /// The line, from 1, on which so many of them begin that another encoding does; nil where none does.
  private(set) var plainLine: Int?

  init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

  /// The text of the next block, as far as its characters are whole.
  mutating func decode(_ block: some Sequence<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    for byte in block {
      weigh(byte)
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
    if isCut { isBroken = true }
    return isCut ? Array("\u{FFFD}".utf8) : []
  }

  /// Whether a byte goes on with a text that is not in UTF-16.
  private mutating func weigh(_ byte: UInt8) {
    let isPlain = 0x20..<0x7F ~= byte || 0x09...0x0D ~= byte
    plainRun = isPlain ? plainRun + 1 : 0
    if plainRun == 128, plainLine == nil { plainLine = max(lineEnds.carriageReturns, lineEnds.lineFeeds) + 1 }
  }

  private mutating func append(_ unit: UInt32, to result: inout [UInt8]) {
    if let high = highHalf {
      highHalf = nil
      if (0xDC00...0xDFFF).contains(unit) {
        put(0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00), to: &result)
        return
      }
      putStray(to: &result)
    }
    switch unit {
    case 0xD800...0xDBFF: highHalf = unit
    case 0xDC00...0xDFFF: putStray(to: &result)
    default:
      if unit == 0x0A { lineEnds.lineFeeds += 1 }
      if unit == 0x0D { lineEnds.carriageReturns += 1 }
      put(unit, to: &result)
    }
  }

  private mutating func putStray(to result: inout [UInt8]) {
    isBroken = true
    put(0xFFFD, to: &result)
  }

  private func put(_ value: UInt32, to result: inout [UInt8]) {
    if value < 0x80 {
      result.append(UInt8(value))
    } else if let scalar = Unicode.Scalar(value) {
      result.append(contentsOf: UTF8.encode(scalar)!)
    }
  }
}

/// Turns Windows-1252 into UTF-8, block by block; bytes without a meaning there become U+FFFD.
struct Windows1252Decoder {
  private var hasStrayBytes = false
  /// Whether all bytes beyond ASCII are as UTF-8 would have them, how many there were, and how many more belong to
  /// the last character.
  private var isLikeUTF8 = true
  private var upperBytes = 0
  private var pending = 0

  /// The text of the next block.
  mutating func decode(_ block: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(block.count + block.count / 8)
    for byte in block {
      if byte < 0x80 {
        result.append(byte)
        if pending > 0 { (isLikeUTF8, pending) = (false, 0) }
        continue
      }
      let scalar = Unicode.Scalar(windows1252: byte)
      if scalar == "\u{FFFD}" { hasStrayBytes = true }
      result.append(contentsOf: UTF8.encode(scalar)!)
      weigh(byte)
    }
    return result
  }

  /// Whether a byte beyond ASCII could be one of UTF-8.
  private mutating func weigh(_ byte: UInt8) {
    upperBytes += 1
    switch byte {
    case 0x80...0xBF where pending > 0: pending -= 1
    case 0xC2...0xDF where pending == 0: pending = 1
    case 0xE0...0xEF where pending == 0: pending = 2
    case 0xF0...0xF4 where pending == 0: pending = 3
    default: isLikeUTF8 = false
    }
  }

  var doubt: EncodingDoubt? {
    if upperBytes > 0 && isLikeUTF8 && pending == 0 { return .looksLike(.utf8) }
    return hasStrayBytes ? .strayBytes : nil
  }
}

/// A text of bytes that are not UTF-8, read as Windows-1252; bytes without a meaning there become U+FFFD.
func windows1252(_ bytes: some Sequence<UInt8>) -> String {
  var scalars = String.UnicodeScalarView()
  for byte in bytes { scalars.append(Unicode.Scalar(windows1252: byte)) }
  return String(scalars)
}

extension Scratch {
  /// Appends what a byte means in Windows-1252, as UTF-8; one without a meaning as the control character of its number.
  mutating func append(windows1252 byte: UInt8) {
    let meant = Unicode.Scalar(windows1252: byte)
    for unit in UTF8.encode(meant == "\u{FFFD}" ? Unicode.Scalar(byte) : meant)! { append(unit) }
  }
}

extension Unicode.Scalar {
  /// What a byte means in Windows-1252.
  fileprivate init(windows1252 byte: UInt8) {
    let value = (0x80...0x9F).contains(byte) ? upperControls[Int(byte - 0x80)] : UInt16(byte)
    self = Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}

/// What Windows-1252 has at 0x80 to 0x9F, from the table of the Unicode consortium (CP1252.TXT).
private let upperControls: [UInt16] = [
  0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
  0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
  0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
  0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
]

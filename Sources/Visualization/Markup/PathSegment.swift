extension MarkupWriter {
  /// One segment of a URL's path, percent-encoded; the result needs no further escaping.
  package mutating func pathSegment(_ segment: String) { text(PathSegment.encoded(segment)) }
}

/// One segment of a URL's path (RFC 3986, section 3.3).
package enum PathSegment {
  /// All but letters, digits and `-._~` as `%XX` of the UTF-8.
  ///
  /// `.` and `..` would leave the folder however they are spelt, so each of their dots becomes U+FFFD.
  package static func encoded(_ segment: String) -> String {
    let segment = segment == "." || segment == ".." ? segment.map { _ in "\u{FFFD}" }.joined() : segment
    var encoded: [UInt8] = []
    for byte in segment.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        encoded.append(byte)
      default:
        let digits = Array("0123456789ABCDEF".utf8)
        encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }
}

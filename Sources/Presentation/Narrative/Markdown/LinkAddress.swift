/// Where a link of an author leads.
enum LinkAddress {
  /// A page of the site, a place on the page, or a mail address.
  case local
  /// Another site by `http:` or `https:`, reached only by a click.
  case external
  /// Anything else: a script, a file, a host without a scheme.
  case unsafe

  /// Judges an address as a browser would read it.
  init(_ address: String) {
    let scalars = address.unicodeScalars
    // Browsers pass over these inside addresses, so that "java\nscript:" and "/\t/host" would get through.
    if scalars.contains(where: { $0.value <= 0x20 || $0.value == 0x7F }) {
      self = .unsafe
    } else if scalars.count >= 2, scalars.prefix(2).allSatisfy({ $0 == "/" || $0 == "\\" }) {
      self = .unsafe
    } else if let end = address.firstIndex(where: { ":/?#\\".contains($0) }), address[end] == ":" {
      switch address[..<end].lowercased() {
      case "http", "https": self = .external
      case "mailto": self = .local
      default: self = .unsafe
      }
    } else {
      self = .local
    }
  }

  /// The tag of a link to another site, which is not told where the reader comes from.
  static func openingTag(_ address: String, title: String) -> String {
    let title = title.isEmpty ? "" : " title=\"\(title.escapedForHTML)\""
    return "<a href=\"\(attribute(address))\" rel=\"noreferrer\"\(title)>"
  }

  /// An address for an `href` attribute: what may not stand in an address is percent-encoded.
  private static func attribute(_ address: String) -> String {
    var result = ""
    for byte in address.utf8 {
      switch byte {
      case UInt8(ascii: "&"): result += "&amp;"
      case UInt8(ascii: "'"): result += "%27"
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        if "-_.+!*(),%#@?=;:/$~[]".utf8.contains(byte) {
          result.unicodeScalars.append(Unicode.Scalar(byte))
        } else {
          result += String(decoding: byte.percentEncoded, as: UTF8.self)
        }
      }
    }
    return result
  }
}

extension String {
  /// For HTML between tags and in attributes.
  var escapedForHTML: String {
    var result = ""
    for character in unicodeScalars {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }
}

/// One file of the finished site, not yet written anywhere.
package struct OutputFile: Hashable, Sendable {
  /// Where it goes, relative to the site's folder: `teams/north/2026-W46.html`. Always ``isSafe(_:)``.
  package let path: String
  /// What is in it.
  package let bytes: [UInt8]

  /// A file at a path that must be safe: every path is made by ``Addresses``, so another one is a mistake of ours.
  init(path: String, bytes: [UInt8]) {
    precondition(OutputFile.isSafe(path), "unsafe path: \(path)")
    self.path = path
    self.bytes = bytes
  }

  /// A file of text, as UTF-8.
  init(path: String, text: String) { self.init(path: path, bytes: Array(text.utf8)) }

  /// Whether a path stays inside the site's folder and means the same file on every system and in every URL:
  /// components of ASCII letters, digits, `.`, `-` and `_`, separated by single slashes, none hidden,
  /// ending in a dot, longer than 120 characters or named like a device of Windows.
  static func isSafe(_ path: String) -> Bool {
    let components = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return components.allSatisfy { component in
      guard let first = component.first, let last = component.last, component.count <= 120 else {
        return false
      }
      let dot = UInt8(ascii: ".")
      return first != dot && first != UInt8(ascii: "-") && last != dot && component.allSatisfy(isPlain)
        && !Slug.isDevice(String(decoding: component.prefix { $0 != dot }, as: UTF8.self))
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}

import Markup
import Testing

@Suite struct EscapeTests {
  private func written(_ text: String) -> String { HTML.written { $0.text(text) }.string }

  @Test func markupIsDefused() {
    #expect(
      written("<script>alert('x' & \"y\")</script>")
        == "&lt;script&gt;alert(&#39;x&#39; &amp; &quot;y&quot;)&lt;/script&gt;")
    #expect(written("&amp;") == "&amp;amp;")
  }

  @Test func harmlessTextStays() {
    for text in [
      "", "North", "Łódź · Καβάλα", "一二三", "🦊👩‍👩‍👧", "a\tb\nc", "\u{00A0}\u{200F}", "\u{2027}\u{2030}",
    ] {
      #expect(written(text) == text)
    }
  }

  @Test func whatNoDocumentMayHoldIsReplaced() {
    let scalars: [UInt32] = [
      0, 8, 0xD, 0x1B, 0x7F, 0x80, 0x9F, 0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF,
    ]
    for scalar in scalars.map({ Unicode.Scalar($0)! }) {
      #expect(written("a\(scalar)b") == "a\u{FFFD}b")
    }
  }

  @Test func directionDoesNotReachBeyondAName() {
    for scalar in ["\u{202A}", "\u{202E}", "\u{2066}", "\u{2069}"] {
      #expect(written("x\(scalar)y") == "x\u{FFFD}y")
    }
  }

  /// The same, one scalar after the other.
  private func twin(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar.value {
      case 0x26: "&amp;"
      case 0x3C: "&lt;"
      case 0x3E: "&gt;"
      case 0x22: "&quot;"
      case 0x27: "&#39;"
      case 9, 10: String(scalar)
      default: isShown(scalar) ? String(scalar) : "\u{FFFD}"
      }
    }.joined()
  }

  private func isShown(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory != .control && !scalar.properties.isNoncharacterCodePoint
      && !"\u{202A}\u{202B}\u{202C}\u{202D}\u{202E}\u{2066}\u{2067}\u{2068}\u{2069}".unicodeScalars.contains(
        scalar)
  }

  @Test func hostileTextNeverBreaksOut() throws {
    var numbers = Numbers(seed: 7)
    let pieces = [
      "<", ">", "&", "\"", "'", "</t>", "<!--", "]]>", "<![CDATA[", "&#0;", "&lt", "\u{0}", "\u{85}",
      "\u{202E}", "\u{2066}", "é", "漢", "🦊", " a=\"", "\t", "\n", "\r\n", "plain words", "/>",
    ]
    for _ in 0..<4_000 {
      var text = ""
      for _ in 0..<Int.random(in: 0...9, using: &numbers) {
        if Bool.random(using: &numbers) {
          text += pieces.randomElement(using: &numbers)!
        } else if let scalar = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &numbers)) {
          text.unicodeScalars.append(scalar)
        }
      }
      let markup = HTML.written { $0.element("t", Attribute("a", text: text)) { $0.text(text) } }
      let escaped = twin(text)
      #expect(markup.string.unicodeScalars.elementsEqual("<t a=\"\(escaped)\">\(escaped)</t>".unicodeScalars))
      let elements = try #require(Reading.of(markup.bytes), "not well-formed: \(markup.string)")
      let shown = String(
        String.UnicodeScalarView(
          text.unicodeScalars.map { scalar in
            scalar == "\t" || scalar == "\n" || isShown(scalar) ? scalar : "\u{FFFD}"
          }))
      try #require(elements.count == 1)
      #expect(elements[0].text.unicodeScalars.elementsEqual(shown.unicodeScalars))
    }
  }
}

import LeadModel
import Narrative
import Testing

/// Whatever a value holds, what the page shows is its text: never emphasis, a link, a list or HTML.
struct EscapeTests {
  /// Where a value may stand, and the HTML around it.
  private static let positions: [(template: String, before: String, after: String)] = [
    ("{{v}}", "<p>", "</p>\n"), ("text {{v}} text", "<p>text ", " text</p>\n"),
    ("- {{v}}", "<ul>\n<li>", "</li>\n</ul>\n"), ("1. x {{v}} y", "<ol>\n<li>x ", " y</li>\n</ol>\n"),
    ("so **{{v}}** it is", "<p>so <strong>", "</strong> it is</p>\n"),
    ("so *{{v}}* it is", "<p>so <em>", "</em> it is</p>\n"), ("# {{v}}", "<h2>", "</h2>\n"),
    ("[{{v}}](x.html)", "<p><a href=\"x.html\">", "</a></p>\n"),
    ("> {{v}}", "<blockquote>\n<p>", "</p>\n</blockquote>\n"),
    ("{{> part}}", "<p>", "</p>\n"), ("a\n{{v}}\nb", "<p>a\n", "\nb</p>\n"),
  ]

  /// Marks that begin or end another direction: what stands behind a name is not the name's to turn.
  private static let turning: Set<Unicode.Scalar> = [
    "\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}", "\u{202E}", "\u{2066}", "\u{2067}", "\u{2068}",
    "\u{2069}",
  ]

  /// The text as a page should show it, written as plainly as can be: a slow twin of the escaping.
  private func shown(_ text: String) -> String {
    let white: Set<Unicode.Scalar> = [
      "\t", "\n", "\u{B}", "\u{C}", "\r", " ", "\u{85}", "\u{2028}", "\u{2029}",
    ]
    let words = text.unicodeScalars.split(whereSeparator: white.contains).map { word in
      String(
        String.UnicodeScalarView(
          word.map { scalar -> Unicode.Scalar in
            let isUnfit =
              scalar.properties.generalCategory == .control || scalar.properties.isNoncharacterCodePoint
              || scalar.value >= 0x10FFFC || Self.turning.contains(scalar)
            return isUnfit ? "\u{FFFD}" : scalar
          }))
    }
    var scalars = Array(words.joined(separator: " ").unicodeScalars)
    let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.generalCategory == .spaceSeparator }
    while let last = scalars.last, isSpace(last) { scalars.removeLast() }
    while let first = scalars.first, isSpace(first) { scalars.removeFirst() }
    let html = scalars.map { scalar in
      ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;"][scalar] ?? String(scalar)
    }
    // A name written from right to left is set apart from the numbers beside it.
    let turns: Set<Unicode.Scalar> = ["ש", "ع"]
    return scalars.contains(where: turns.contains) ? "\u{2068}\(html.joined())\u{2069}" : html.joined()
  }

  private func expectLiteral(_ text: String) throws {
    let values = Value.object(["v": .text(text)])
    let shown = shown(text)
    for position in Self.positions where !shown.isEmpty {
      let html = try render(position.template, values: values, partials: ["part": "{{v}}"])
      #expect(
        html == position.before + shown + position.after, "\(position.template) with \(text.debugDescription)"
      )
    }
  }

  @Test(arguments: [
    "plain", "*A*", "**A**", "_a_ __b__", "`code`", "# h", "## ", "- item", "+ x", "1. one", "1) one", "> q",
    "---", "***", "===",
    "[x](javascript:1)", "![x](y)", "[x]: y", "<b>", "</p>", "<script>alert(1)</script>", "<!-- x -->",
    "<?x?>", "&amp;",
    "&#42;", "&", "a & b", "\\", "\\*", "a\\", "a\nb", "a\r\n\r\nb", "\n", "  lead", "trail  ", "a  b",
    "\ttab", "\0", "a\u{7F}b",
    "\u{A0}x\u{A0}", "\u{2003}x", "x\u{2028}y", "\u{FEFF}x", "a|b", "| - |", "~~s~~", "http://x.y",
    "<http://x.y>", "a@b.c",
    "{{name}}", "{{> part}}", "}}", "\"q\"", "'q'", "😀", "e\u{301}", "\u{301}x", "\u{202E}rtl", "שלום",
    "\u{2069}\u{202E}x",
    "\u{2067}North", "ש\u{2069}\u{202C}",
    "*عرب* & 12",
    "\u{10FFFC}0\u{10FFFD}",
    "Ärger & Söhne <GmbH>", "-", "+", "#", "1.", "=", "~~~", "```", "a#", "a #", "!", "![", "a!",
  ])
  func hostileText(text: String) throws { try expectLiteral(text) }

  @Test func randomText() throws {
    var random = SplitMix(state: 20_261_115)
    let pieces = Array(
      "*_`#+-.!|~<>[](){}\\\"'&;:/=@^$%,? \t\n\r\0\u{7F}\u{85}\u{A0}\u{2003}\u{2028}\u{FFFE}0123abcÄ😀\u{301}"
        .unicodeScalars)
    for _ in 0..<1_500 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int(random.next() % 14) { text.append(pieces[Int(random.next() % UInt64(pieces.count))]) }
      try expectLiteral(String(text))
    }
  }

  @Test func aVeryLongNameIsShownWhole() throws {
    try expectLiteral(String(repeating: "*x_[", count: 2_500))
  }
}

/// The generator of Steele, Lea and Flood (2014): the same numbers everywhere.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

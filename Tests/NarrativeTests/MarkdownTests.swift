import LeadModel
import Narrative
import Testing

struct MarkdownTests {
  @Test(arguments: [
    // The page has its own h1.
    ("# A\n\n## B\n\n###### C", "<h2>A</h2>\n<h3>B</h3>\n<h6>C</h6>\n"),
    // HTML of an author leaves nothing, not even a comment.
    ("<div>\nx\n</div>\n\ny <b>z</b>", "<p>y z</p>\n"),
    ("<script>alert(1)</script>\n\nok", "<p>ok</p>\n"),
    // Links
    ("[a](../index.html#x \"t\")", "<p><a href=\"../index.html#x\" title=\"t\">a</a></p>\n"),
    ("[a](mailto:x@example.org)", "<p><a href=\"mailto:x@example.org\">a</a></p>\n"),
    (
      "[*a*](https://example.org/?q=1&r=ä \"x <y>\")",
      "<p><a href=\"https://example.org/?q=1&amp;r=%C3%A4\" rel=\"noreferrer\" title=\"x &lt;y&gt;\"><em>a</em></a></p>\n"
    ),
    (
      "<https://example.org>",
      "<p><a href=\"https://example.org\" rel=\"noreferrer\">https://example.org</a></p>\n"
    ),
    ("[a](javascript:alert(1))", "<p>a</p>\n"),
    ("[a](JavaScript&#58;alert(1))", "<p>a</p>\n"),
    ("[a](<java\tscript:alert(1)>)", "<p>a</p>\n"),
    ("[a](data:text/html,x) [b](file:///etc/passwd) [c](vbscript:x)", "<p>a b c</p>\n"),
    ("[a](//example.org) [b](\\\\\\\\example.org) [c](/\\example.org)", "<p>a b c</p>\n"),
    ("![*alt* text](https://example.org/x.png)", "<p><em>alt</em> text</p>\n"),
    // There is no smart typography: an author's characters stay.
    ("\"quotes\" -- and...", "<p>&quot;quotes&quot; -- and...</p>\n"),
  ])
  func authorsMarkdown(source: String, html: String) throws {
    #expect(try render(source) == html)
  }

  @Test func aHostileValueInALinkDoesNothing() throws {
    let values = Value.object([
      "link": .address("javascript:alert(1)"), "page": .address("../a_b*/x.html?a=1&b=2"),
      "blank": .address(""),
    ])
    #expect(
      try render("[a]({{link}}) [b]({{page}}) [c]({{blank}})", values: values)
        == "<p>a <a href=\"../a_b*/x.html?a=1&amp;b=2\">b</a> c</p>\n")
  }

  /// A value in an address is percent-encoded, so that it is one part of it and leads nowhere else.
  @Test(arguments: [
    (
      "[CRM](https://crm.example/?team={{team}})",
      "<a href=\"https://crm.example/?team=North%20East%20%2F%20%C3%9C%26%28b%29\" rel=\"noreferrer\">CRM</a>"
    ),
    ("[x](../{{team}}.html)", "<a href=\"../North%20East%20%2F%20%C3%9C%26%28b%29.html\">x</a>"),
    (
      "<https://x.example/{{plain}}>",
      "<a href=\"https://x.example/a_b-c.d~e\" rel=\"noreferrer\">https://x.example/a_b-c.d~e</a>"
    ),
    (
      "[x][ref]\n\n[ref]: https://x.example/{{plain}} '{{hostile}}'",
      "<a href=\"https://x.example/a_b-c.d~e\" rel=\"noreferrer\" title=\"https://evil.example\">x</a>"
    ),
    ("[x]({{hostile}})", "<a href=\"https%3A%2F%2Fevil.example\">x</a>"),
    ("[x]({{> address}})", "<a href=\"https%3A%2F%2Fevil.example\">x</a>"),
    ("[x]({{link}}#map)", "<a href=\"../a/b.html#map\">x</a>"),
    (
      "[x](mailto:a@x.example?subject={{link}})",
      "<a href=\"mailto:a@x.example?subject=..%2Fa%2Fb.html\">x</a>"
    ),
    ("[x](a.html \"{{team}}\")", "<a href=\"a.html\" title=\"North East / Ü&amp;(b)\">x</a>"),
  ])
  func valuesInAddresses(source: String, link: String) throws {
    let values = Value.object([
      "team": .text(" North East / Ü&(b)"), "plain": .text("a_b-c.d~e"),
      "hostile": .text("https://evil.example"),
      "link": .address("../a/b.html"),
    ])
    #expect(try render(source, values: values, partials: ["address": "{{hostile}}"]) == "<p>\(link)</p>\n")
  }

  /// As text it is not read as anything, in code neither; with HTML of the author it is left out.
  @Test func valuesInCodeAndInHTML() throws {
    let values = Value.object(["name": .text("`*A* <b> & \\")])
    #expect(
      try render("see `{{name}}`\n\n    {{name}}\n\n<!-- {{name}} -->", values: values)
        == "<p>see <code>`*A* &lt;b&gt; &amp; \\</code></p>\n<pre><code>`*A* &lt;b&gt; &amp; \\\n</code></pre>\n"
    )
  }

  @Test func aValueAloneIsAParagraphAndABlankOneIsNone() throws {
    let values = Value.object(["name": .text("12"), "blank": .text(" ")])
    #expect(try render("{{name}}\n\n{{blank}}\n\n# {{name}}", values: values) == "<p>12</p>\n<h2>12</h2>\n")
  }

  @Test func blocksArePlacedAsTheyAre() throws {
    let blocks = ["map.rate": "<svg><text>&amp;</text></svg>", "table.worst_slots": "<table></table>"]
    #expect(
      try render("Text\n{{map.rate}}\nmore.\n\n{{table.worst_slots}}", blocks: blocks)
        == "<p>Text</p>\n<svg><text>&amp;</text></svg>\n<p>more.</p>\n<table></table>\n")
    #expect(
      try render(
        "{{#change.improved}}\n{{map.rate}}\n{{/change.improved}}\n{{#change.declined}}\n{{map.rate}}\n{{/change.declined}}",
        blocks: blocks)
        == "<svg><text>&amp;</text></svg>\n")
    #expect(
      try render("> {{map.rate}}", blocks: blocks)
        == "<blockquote>\n<svg><text>&amp;</text></svg>\n</blockquote>\n")
    #expect(
      try render("{{> part}}", partials: ["part": "{{map.rate}}\n"], blocks: blocks)
        == "<svg><text>&amp;</text></svg>\n")
  }

  @Test func theBlocksOfAPageAreKnownBeforeItIsRendered() {
    let templates = NarrativeTemplates(files: [
      "narrative/home.md": "{{> part}}{{^x}}\n{{map.rate}}\n{{/x}}", "narrative/part.md": "{{table.teams}}",
      "narrative/other.md": "{{chart.trend}}",
    ])
    #expect(templates.blocks(of: "home") == ["map.rate", "table.teams"])
    #expect(templates.blocks(of: "nosuch") == [])
  }

  @Test func noValueAndNoTemplateCanForgeABlock() throws {
    let mark = "\u{10FFFC}map.rate\u{10FFFD}"
    let blocks = ["map.rate": "<svg/>"]
    let plain = "<p>\u{FFFD}map.rate\u{FFFD}</p>\n"
    #expect(try render("{{name}}", values: .object(["name": .text(mark)]), blocks: blocks) == plain)
    #expect(try render(mark, blocks: blocks) == plain)
  }
}

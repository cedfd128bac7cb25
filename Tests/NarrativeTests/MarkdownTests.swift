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
    let values = Value.object(["link": .text("javascript:alert(1)"), "page": .text("../a_b*/x.html?a=1&b=2")])
    #expect(
      try render("[a]({{link}}) [b]({{page}})", values: values)
        == "<p>a <a href=\"../a_b*/x.html?a=1&amp;b=2\">b</a></p>\n")
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

import LeadModel
import Narrative
import Testing

/// Templates put together at random: none brings the engine down, and one without errors can be rendered.
struct RandomTemplateTests {
  private static let pieces = [
    "{{", "}}", "{{name}}", "{{rate.whole}}", "{{#change.improved}}", "{{^change.improved}}",
    "{{/change.improved}}", "{{#teams}}",
    "{{separator}}", "{{/teams}}", "{{#best}}", "{{best.name}}", "{{/best}}", "{{> part}}", "{{> other}}",
    "{{map.rate}}", "{{!", "{{! c }}",
    "{{raet}}", "{{.}}", "{{#.}}", "{{/.}}", "{", "}", "\n", "\n\n", "    ", "- ", "> ", "# ", "```", "`",
    "*", "**", "[", "](", ")", "<b>", "<!--",
    "-->", "text", "\u{301}", "\u{FEFF}", "\0", "\r", "\\", "&amp;", "{{=", "{{{", "{{&", "{{<", "{{$", "{{%",
  ]

  @Test func aTemplateWithoutErrorsIsRendered() {
    var random = SplitMix(state: 4_711)
    func template(_ length: UInt64) -> String {
      (0..<random.next() % length).map { _ in Self.pieces[Int(random.next() % UInt64(Self.pieces.count))] }
        .joined()
    }
    var rendered = 0
    for _ in 0..<4_000 {
      let templates = NarrativeTemplates(files: [
        "narrative/page.md": template(9), "narrative/part.md": template(4), "narrative/other.md": "{{name}}",
      ])
      let found = templates.check("page", schema: schema, blocks: ["map.rate"])
      guard !found.contains(where: { $0.severity == .error }) else { continue }
      #expect(throws: Never.self) { try templates.render("page", values: values, blocks: ["map.rate": []]) }
      rendered += 1
    }
    #expect(rendered > 500)
  }
}

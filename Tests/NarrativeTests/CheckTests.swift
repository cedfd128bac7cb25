import LeadModel
import Narrative
import Testing

struct CheckTests {
  @Test(arguments: [
    // Values, with the suggestion of spec and issue: 'raet' is 'rate'.
    ("one\ntwo and {{raet}}", "2:9: unknown value 'raet' (did you mean 'rate'?)"),
    ("{{xyzzy}}", "1:1: unknown value 'xyzzy'"),
    ("{{change.improoved}}", "1:1: unknown value 'change.improoved' (did you mean 'change.improved'?)"),
    // A name that is wrong in several parts is one mistake.
    ("{{CHANGE.IMPROVED.x}}", "1:1: unknown value 'CHANGE.IMPROVED.x'"),
    ("{{BEST.NAME}}", "1:1: unknown value 'BEST.NAME' (did you mean 'best.name'?)"),
    ("{{chnage.points.size}}", "1:1: unknown value 'chnage' (did you mean 'change'?)"),
    ("{{raet.whoel}}", "1:1: unknown value 'raet.whoel' (did you mean 'rate.whole'?)"),
    ("{{teams.rate}}", "1:1: 'rate' is a value of every item of the list 'teams', and not of the list"),
    ("{{#teams}}{{nam}}{{/teams}}", "1:11: unknown value 'nam' (did you mean 'name'?)"),
    // Forms and comparisons
    ("{{rate.whoel}}", "1:1: 'rate' has no form 'whoel' (did you mean 'whole'?)"),
    ("{{missed.nuon}}", "1:1: 'missed' has no form 'nuon' (did you mean 'noun'?)"),
    ("{{name.upper}}", "1:1: 'name' has no form 'upper'"),
    ("{{rate.noun}}", "1:1: 'rate' has no form 'noun'"),
    (
      "{{#rate.bellow_50}}a{{/rate.bellow_50}}",
      "1:1: 'rate' cannot be compared by 'bellow_50' (did you mean 'below_50'?)"
    ),
    ("{{#rate.below_x}}a{{/rate.below_x}}", "1:1: 'rate' has no form 'below_x'"),
    (
      "{{#change.points.below_50.5}}a{{/change.points.below_50.5}}",
      "1:1: 'change.points' cannot be compared by 'below_50.5' (did you mean 'below_50_5'?)"
    ),
    ("{{#rate.below_5_0_0}}a{{/rate.below_5_0_0}}", "1:1: 'rate' cannot be compared by 'below_5_0_0'"),
    // Use of what has no text, or may be absent
    ("{{change.improved}}", "1:1: 'change.improved' is yes or no and has no text"),
    ("{{rate.below_50}}", "1:1: 'rate.below_50' is yes or no and has no text"),
    ("{{change}}", "1:1: 'change' is a group of values and has no text"),
    ("{{days}}", "1:1: 'days' is a list and has no text"),
    ("{{.}}", "1:1: '.' is a group of values and has no text"),
    ("{{best}}", "1:1: 'best' is a group of values and has no text"),
    ("{{best.name}}", "1:1: 'best.name' may be absent"),
    ("{{^best}}{{best.name}}{{/best}}", "1:10: 'best.name' may be absent"),
    ("{{#best.name}}x{{/best.name}}", "1:1: 'best.name' may be absent"),
    ("{{note}}", "1:1: 'note' may be absent"),
    ("{{teams.first.name}}", "1:1: 'teams.first.name' may be absent"),
    // Sections
    ("{{#change}}text", "1:1: section 'change' is not closed"),
    ("text{{/change}}", "1:5: {{/change}} closes nothing: no section is open"),
    ("{{#change}}{{/rate}}{{/change}}", "1:12: {{/rate}} closes nothing: the open section is 'change'"),
    // Tags
    ("a {{name\nb", "1:3: '{{' without '}}' on the same line"),
    ("{{}}", "1:1: a tag without a name"),
    ("{{ rate . whole }}", "1:1: 'rate . whole' cannot be a name"),
    ("{{rate..whole}}", "1:1: 'rate..whole' cannot be a name"),
    ("{{{name}}}", "1:1: narratives have no tag such as '{{{name}}'"),
    ("{{&name}}", "1:1: narratives have no tag such as '{{&name}}'"),
    ("{{=<% %>=}}", "1:1: narratives have no tag such as '{{=<% %>=}}'"),
    ("{{% CONTENT_TYPE:TEXT}}", "1:1: narratives have no tag such as '{{% CONTENT_TYPE:TEXT}}'"),
    ("{{> *name}}", "1:1: narratives have no tag such as '{{> *name}}'"),
    ("{{uppercased(name)}}", "1:1: 'uppercased(name)' cannot be a name"),
    // Partials and blocks
    ("a\n\n{{> sentnce}}", "3:1: no partial 'narrative/sentnce.md'"),
    ("{{map.rte}}", "1:1: unknown block 'map.rte' (did you mean 'map.rate'?)"),
    ("Here is {{map.rate}}.", "1:9: block 'map.rate' stands in running text"),
    ("# {{map.rate}}", "1:3: block 'map.rate' stands in running text"),
    ("```\n{{map.rate}}\n```", "2:1: block 'map.rate' stands in running text"),
    ("{{#map.rate}}x{{/map.rate}}", "1:1: block 'map.rate' is not a value and opens no section"),
    // Columns are counted in what is seen as one letter
    ("e\u{301}👩‍👩‍👧 {{raet}}", "1:4: unknown value 'raet' (did you mean 'rate'?)"),
    ("\u{FEFF}{{raet}}", "1:1: unknown value 'raet' (did you mean 'rate'?)"),
    ("a\r\nb\r\n{{raet}}", "3:1: unknown value 'raet' (did you mean 'rate'?)"),
  ])
  func oneFault(template: String, fault: String) {
    #expect(faults(template) == ["narrative/page.md:" + fault])
  }

  @Test(arguments: [
    "{{name}} {{ rate }} {{rate.whole}} {{missed.noun}} {{missed.was}}",
    "{{#change.improved}}up{{/change.improved}}{{^change.improved}}down{{/change.improved}}",
    "{{#change}}{{#improved}}{{points.size}} {{name}}{{/improved}}{{/change}}",
    "{{#rate.below_50}}a{{/rate.below_50}}{{#change.points.fell_by_0_5}}b{{/change.points.fell_by_0_5}}",
    "{{#rate}}{{.}} {{whole}} {{#above_5}}x{{/above_5}}{{/rate}}",
    "{{#teams}}{{separator}}{{name}}{{#is_last}}.{{/is_last}}{{missed}}{{/teams}}{{teams.count}}",
    "{{#days}}{{.}}{{^is_last}}, {{/is_last}}{{/days}}{{#days.first}}{{.}} {{days.first}}{{/days.first}}",
    "{{#best}}{{name}} {{best.name}}{{/best}}{{^best}}nobody{{/best}}",
    "{{#note}}{{.}} {{note}}{{/note}}",
    "{{! a comment\nof two lines, with `{{` in it }}",
    "see `{{name}}`\n\n    {{rate}}",
    "text\n{{map.rate}}\ntext\n\n> {{table.worst_slots}}",
    "a { b } }} c",
    "",
  ])
  func noFault(template: String) {
    #expect(faults(template) == [])
  }

  @Test func everyFaultAtOnceInOrderInBranchesNotTakenAndPartials() {
    let page = """
      # {{nmae}}

      {{#change.declined}}
      {{rate.whoel}}
      {{> sentence}}
      {{/change.declined}}
      {{#change}}
      """
    #expect(
      faults(page, partials: ["sentence": "By {{change.pionts}} {{> other}}", "other": "{{#a}}"]) == [
        "narrative/other.md:1:1: section 'a' is not closed",
        "narrative/other.md:1:1: unknown value 'a' where narrative/page.md takes it in",
        "narrative/page.md:1:3: unknown value 'nmae' (did you mean 'name'?)",
        "narrative/page.md:4:1: 'rate' has no form 'whoel' (did you mean 'whole'?)",
        "narrative/page.md:7:1: section 'change' is not closed",
        "narrative/sentence.md:1:4: unknown value 'change.pionts' (did you mean 'change.points'?) "
          + "where narrative/page.md takes it in",
      ])
  }

  @Test func aMisspeltSectionIsTakenAsWhatWasMeant() {
    #expect(
      faults("{{#tems}}{{name}}{{nosuch}}{{/tems}}") == [
        "narrative/page.md:1:1: unknown value 'tems' (did you mean 'teams'?)",
        "narrative/page.md:1:18: unknown value 'nosuch'",
      ])
  }

  @Test func aPartialIsCheckedWhereverItIsTakenIn() {
    // `points` is known inside the section of the change and unknown outside.
    let partials = ["parts/by": "{{points.size}}"]
    #expect(faults("{{#change}}{{> parts/by}}{{/change}}", partials: partials) == [])
    #expect(
      faults("{{#change}}{{> parts/by}}{{/change}}{{> parts/by}}", partials: partials) == [
        "narrative/parts/by.md:1:1: unknown value 'points' where narrative/page.md takes it in"
      ])
  }

  @Test func partialsThatTakeEachOtherIn() {
    let partials = ["a": "{{> b}}", "b": "x {{> a}}"]
    #expect(
      faults("{{> a}}", partials: partials) == [
        "narrative/b.md:1:3: partials that take each other in: a → b → a"
      ])
    #expect(faults("{{> page}}") == ["narrative/page.md:1:1: partials that take each other in: page → page"])
  }

  @Test func nestingHasALimit() {
    let open = String(repeating: "{{#change}}", count: 50_000)
    let close = String(repeating: "{{/change}}", count: 50_000)
    #expect(
      faults(open + close).contains { $0.contains("more than 32 sections or partials inside each other") })
    var chain: [String: String] = [:]
    for index in 0..<100 { chain["p\(index)"] = "{{> p\(index + 1)}}" }
    #expect(faults("{{> p0}}", partials: chain).contains { $0.contains("more than 32 sections or partials") })
  }

  @Test func manyWaysToOnePartialAreCheckedOnce() {
    // 2 to the power of 30 ways to the last one.
    var chain = ["p30": "{{raet}}"]
    for index in 0..<30 { chain["p\(index)"] = "{{> p\(index + 1)}}{{> p\(index + 1)}}" }
    #expect(
      faults("{{> p0}}", partials: chain) == [
        "narrative/p30.md:1:1: unknown value 'raet' (did you mean 'rate'?) where narrative/page.md takes it in"
      ])
  }

  @Test func whatIsDroppedFromTheAuthorIsAWarningWithItsLine() {
    let template = """
      Fine, [a page](../index.html), [a site](https://example.org/) and [mail](mailto:a@example.org).

      {{#change.improved}}
      <div class="x">

      Some <b>bold</b> word.
      {{/change.improved}}
      [run](javascript:alert(1)) and ![picture](https://example.org/p.png)
      {{! two
      lines }}
      [{{name}}]({{name}}) and [x](//example.org)
      """
    let found = NarrativeTemplates(files: ["narrative/page.md": template]).check(
      "page", schema: schema, blocks: [])
    #expect(found.allSatisfy { $0.severity == .warning })
    #expect(
      found.map { "\($0.place!) \($0.id) \($0.message)" } == [
        "narrative/page.md:4:1 html-dropped HTML is left out: <div class=\"x\">",
        "narrative/page.md:6:6 html-dropped HTML is left out: <b>",
        "narrative/page.md:6:13 html-dropped HTML is left out: </b>",
        "narrative/page.md:8:7 link-dropped the link to 'javascript:alert(1)' is left out",
        "narrative/page.md:8:43 image-dropped the image 'https://example.org/p.png' is left out",
        "narrative/page.md:11:30 link-dropped the link to '//example.org' is left out",
      ])
  }

  @Test(arguments: [
    ("---\ntitle: x\n---\n\nText", "1:1: CommonMark has no front matter: it stays text"),
    ("a | b\n--|--\n1 | 2", "2:1: CommonMark has no tables: the lines with '|' stay text"),
    (
      "text\n\n| {{name}} | b |\n| :-- | --: |", "4:1: CommonMark has no tables: the lines with '|' stay text"
    ),
    ("so ~~**much**~~ it is", "1:4: CommonMark strikes nothing out: '~~' stays text"),
    ("- one\n- [ ] two", "2:3: CommonMark has no boxes to tick: the brackets stay text"),
    ("1. [x] {{name}}", "1:4: CommonMark has no boxes to tick: the brackets stay text"),
    ("so[^1] it is", "1:3: CommonMark has no footnotes: '[^1]' stays text"),
    ("[{{name}}][crm] is", "1:10: no address is defined for '[crm]': the link stays text"),
    ("[a](b c.html)", "1:3: '](' begins no address: the link stays text"),
    (
      "[a](/about.html)",
      "1:5: the link to '/about.html' leads to the root of the server, of which the site may be a part"
    ),
  ])
  func whatCommonMarkHasNotIsAWarning(template: String, fault: String) {
    #expect(faults(template) == ["narrative/page.md:" + fault])
    let found = NarrativeTemplates(files: ["narrative/page.md": template]).check(
      "page", schema: schema, blocks: [])
    #expect(found.map(\.severity) == [.warning])
  }

  @Test(arguments: [
    "---\n\ntext\n\n---", "a | b", "so \\~\\~it\\~\\~ is", "`~~`", "\\[ ] a [ ] b", "- \\[ ] a", "so\\[^1]",
    "[a]\\[b]",
    "[a][crm] {{> part}}\n\n[crm]: https://crm.example", "[a][Defs]{{> part}}", "a [b] (c)", "~~~\ncode\n~~~",
  ])
  func whatIsMeantAsTextIsNone(template: String) {
    #expect(faults(template, partials: ["part": "\n\n[defs]: b.html\n"]) == [])
  }

  @Test func linksThatMayLeadNowhereAreKnown() throws {
    let templates = NarrativeTemplates(files: [
      "narrative/page.md": """
      [a](../a.html) [b](w/{{name}}.html#x) [c]({{link.home}}) [d]({{link.home}}#map) {{> part}}
      [e](https://example.org) <https://example.org/{{name}}> [f](javascript:x)
      """, "narrative/part.md": "[g](#map)",
    ])
    let links = templates.links(of: "page")
    #expect(links.map(\.written) == ["../a.html", "w/{{name}}.html#x", "#map"])
    #expect(
      links.map(\.place.description) == [
        "narrative/page.md:1:5", "narrative/page.md:1:20", "narrative/part.md:1:5",
      ])
    #expect(links.map(\.literal) == ["../a.html", nil, "#map"])
    let values = Value.object([
      "name": .text("North East"), "link": .object(["home": .address("../index.html")]),
    ])
    let addresses = try templates.addresses(on: "page", values: values)
    #expect(
      addresses.map(\.text)
        == ["../a.html", "w/North%20East.html#x", "../index.html", "../index.html#map", "#map"])
    // Each is that of the link that has come to it, and of no other.
    #expect(
      links.map { link in addresses.filter(link.cameTo).map(\.text) } == [
        ["../a.html"], ["w/North%20East.html#x"], ["#map"],
      ])
  }

  @Test func pagesAreCheckedTogether() {
    let templates = NarrativeTemplates(files: [
      "narrative/home.md": "{{> sentence}}{{> parts/a}}", "narrative/tema.md": "{{#open}}",
      "narrative/sentence.md": "{{raet}}",
      "narrative/parts/a.md": "", "layout/page.html": "{{nothing of ours", "narrative/readme.txt": "{{",
    ])
    let found = templates.check([
      (name: "home", schema: schema, blocks: []), (name: "team", schema: schema, blocks: []),
    ])
    #expect(
      found.map { "\($0.place!): \($0.severity) \($0.message)" } == [
        "narrative/sentence.md:1:1: error unknown value 'raet' (did you mean 'rate'?) where narrative/home.md takes it in",
        "narrative/team.md: error there is no such template (did you mean 'tema'?)",
        "narrative/tema.md: warning no page is made from this template and none takes it in (did you mean 'team'?)",
        "narrative/tema.md:1:1: error section 'open' is not closed",
      ])
  }

  /// A value that some pages have, and others not.
  @Test func aPartialThatIsWrongOnSomePagesNamesThem() {
    let templates = NarrativeTemplates(files: [
      "narrative/week.md": "{{> mine}}", "narrative/month.md": "{{> mine}}",
      "narrative/team.md": "{{> mine}}",
      "narrative/mine.md": "{{name}}",
    ])
    let found = templates.check([
      (name: "week", schema: .object([]), blocks: []), (name: "team", schema: schema, blocks: []),
      (name: "month", schema: .object([]), blocks: []),
    ])
    #expect(
      found.map { "\($0.place!): \($0.message)" } == [
        "narrative/mine.md:1:1: unknown value 'name' where narrative/month.md and narrative/week.md take it in"
      ])
  }

  @Test(arguments: [
    "{{#teams}}{{map.rate}}{{/teams}}", "{{#change}}{{map.rate}}\n{{/change}}", "a {{map.rate}}",
  ])
  func blocksStandAloneOnTheirLines(template: String) {
    #expect(
      faults(template).map { $0.split(separator: " ", maxSplits: 1).last } == [
        "block 'map.rate' stands in running text"
      ])
  }

  @Test func aPartialWithABlockStandsAloneToo() {
    let partials = ["inner": "{{map.rate}}", "outer": "{{> inner}}"]
    #expect(faults("{{> outer}}\n\n{{> inner}}", partials: partials) == [])
    for name in ["inner", "outer"] {
      #expect(
        faults("a {{> \(name)}}", partials: partials) == [
          "narrative/page.md:1:3: block 'map.rate' stands in running text"
        ])
    }
  }

  @Test func linksWithoutAnAddressAndFootnotesAreTold() {
    #expect(
      faults("a [b]() c\n\nd [e](<>)\n\nf[^1]\n\n[^1]: note").map {
        String($0.dropFirst("narrative/page.md:".count))
      } == [
        "1:5: '](' begins no address: the link stays text",
        "3:5: '](' begins no address: the link stays text",
        "7:1: CommonMark has no footnotes: '[^1]' stays text",
      ])
  }

  @Test func theWayOutOfAGroupFitsWhatWasWritten() {
    let templates = NarrativeTemplates(files: [
      "narrative/page.md": "{{change}} {{#change}}{{.}}{{/change}} {{teams.name}}"
    ])
    #expect(
      templates.check("page", schema: schema, blocks: []).map(\.remedy) == [
        "Use it as a section: {{#change}} … {{/change}}.",
        "Name what is in it: {{improved}}, {{declined}} and {{points}}.",
        "Write {{#teams}}{{name}}{{/teams}}; of the first item alone {{#teams.first}}{{name}}{{/teams.first}}.",
      ])
  }

  @Test func everyFaultHasAStableIdAndAWayOut() {
    let found = NarrativeTemplates(files: ["narrative/page.md": "{{raet}}"]).check(
      "page", schema: schema, blocks: [])
    #expect(
      found == [
        Diagnostic(
          .error, "value-unknown", at: Place(file: "narrative/page.md", line: 1, column: 1),
          "unknown value 'raet' (did you mean 'rate'?)",
          remedy: "'leadheat values' lists the values of every page.")
      ])
  }
}

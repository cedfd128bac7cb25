import LeadModel
import Narrative
import Testing

struct RenderTests {
  @Test(arguments: [
    ("{{name}} answered {{rate}} ({{rate.whole}})", "<p>North answered 71.1% (71%)</p>\n"),
    ("{{missed.phrase}} {{missed.was}} missed", "<p>117 leads were missed</p>\n"),
    ("{{#change.improved}}up{{/change.improved}}{{^change.improved}}down{{/change.improved}}", "<p>up</p>\n"),
    (
      "{{#change.declined}}up{{/change.declined}}{{^change.declined}}down{{/change.declined}}",
      "<p>down</p>\n"
    ),
    (
      "{{#rate.below_50}}low{{/rate.below_50}}{{#rate.at_least_71_1}}high{{/rate.at_least_71_1}}",
      "<p>high</p>\n"
    ),
    (
      "{{#change.points.fell_by_5}}fell{{/change.points.fell_by_5}}{{#change.points.rose_by_5}}rose{{/change.points.rose_by_5}}",
      "<p>fell</p>\n"
    ),
    // Lists, and what is known outside them
    ("{{#teams}}{{separator}}{{name}}{{/teams}} and {{teams.count}}", "<p>A, B and C and 3</p>\n"),
    (
      "{{#teams}}{{name}}{{#rate}} {{rate}}{{/rate}}{{^is_last}}; {{/is_last}}{{/teams}}",
      "<p>A 50.0%; B; C 0.0%</p>\n"
    ),
    (
      "{{#days}}{{#is_first}}from {{/is_first}}{{.}} {{missed}} {{/days}}",
      "<p>from Monday 117 Sunday 117</p>\n"
    ),
    ("{{#change}}{{points.size}} {{name}}{{/change}}", "<p>8.5 North</p>\n"),
    ("{{#days.first}}{{.}}{{/days.first}}", "<p>Monday</p>\n"),
    // What may be absent
    ("{{#best}}{{best.name}}{{/best}}{{^note}}no note{{/note}}{{#note}}{{.}}{{/note}}", "<p>Ano note</p>\n"),
    // Tags on lines of their own leave no line
    ("one\n{{#change.improved}}\ntwo\n{{/change.improved}}\n{{! three }}\nfour", "<p>one\ntwo\nfour</p>\n"),
    (
      "- a\n  {{#change.improved}}\n- b\n  {{/change.improved}}\n- c",
      "<ul>\n<li>a</li>\n<li>b</li>\n<li>c</li>\n</ul>\n"
    ),
    ("", ""),
    ("a\r\n\r\nb", "<p>a</p>\n<p>b</p>\n"),
  ])
  func template(source: String, html: String) throws {
    #expect(faults(source) == [])
    #expect(try render(source) == html)
  }

  @Test(arguments: [
    (0, "no leads were; no; any: no; one: no"), (1, "1 lead was; one; any: yes; one: yes"),
    (12, "12 leads were; twelve; any: yes; one: no"), (13, "13 leads were; 13; any: yes; one: no"),
  ])
  func countsAreSaidInTheRightNumber(count: Int, words: String) throws {
    let values = Value.object(["n": .quantity(.count(count, "\(count)", of: Noun("lead", "leads")))])
    let text = """
      {{n.phrase}} {{n.was}}; {{n.word}}; any: {{#n.any}}yes{{/n.any}}{{^n.any}}no{{/n.any}}; \
      one: {{#n.one}}yes{{/n.one}}{{^n.one}}no{{/n.one}}
      """
    #expect(try render(text, values: values) == "<p>\(words)</p>\n")
    #expect(
      try render("{{n.noun}} {{n.is}} {{n.has}}", values: values)
        == (count == 1 ? "<p>lead is has</p>\n" : "<p>leads are have</p>\n"))
  }

  @Test func whereThereIsNoNumberNoComparisonHolds() throws {
    let values = Value.object(["rate": .quantity(Quantity(nil, "–"))])
    let text =
      "{{rate}}{{#rate}}known{{/rate}}{{#rate.below_50}}low{{/rate.below_50}}{{#rate.above_5}}high{{/rate.above_5}}{{#rate.any}}any{{/rate.any}}{{#rate.is_0}}zero{{/rate.is_0}}"
    #expect(try render(text, values: values) == "<p>–</p>\n")
    let zero = Value.object(["rate": .quantity(Quantity(0, "0.0%"))])
    #expect(try render(text, values: zero) == "<p>0.0%knownlowzero</p>\n")
  }

  @Test func anEmptyListHasACountAndNoItems() throws {
    let values = Value.object(["days": .list([]), "count": .text("outer")])
    let text =
      "{{#days}}some{{/days}}{{^days}}none, {{count}}{{/days}}, {{days.count}}{{#days.first}}first{{/days.first}}"
    #expect(try render(text, values: values) == "<p>none, outer, 0</p>\n")
  }

  @Test func blankTextIsAbsent() throws {
    let values = Value.object(["link": .text(" ")])
    #expect(try render("{{#link}}a{{/link}}{{^link}}b{{/link}}", values: values) == "<p>b</p>\n")
  }

  @Test func whatIsAbsentHidesWhatIsFurtherOut() throws {
    // Inside an object whose field is absent, the field of the same name further out is not meant.
    let values = Value.object(["note": .text("outer"), "best": .object(["note": .none])])
    #expect(
      try render("{{#best}}{{#note}}{{.}}{{/note}}{{^note}}nothing{{/note}}{{/best}}", values: values)
        == "<p>nothing</p>\n")
  }

  @Test func onlyWhatIsAskedForIsMade() throws {
    // A value that must not be made is not, in a branch not taken either.
    let values = Value.lazy(
      LazyValues(["name", "dear"], ["name": 0, "dear": 1]) { position in
        if position == 1 { Issue.record("made") }
        return .text("North")
      })
    #expect(try render("{{name}}{{^name}}{{dear}}{{/name}}", values: values) == "<p>North</p>\n")
  }

  @Test func aPartialIsAsFarInAsItsTag() throws {
    let partials = ["part": "- b\n{{#change.improved}}\n- c {{name}}\n{{/change.improved}}\n\n  - d\n"]
    #expect(
      try render("- a\n  {{> part}}\n- e", partials: partials)
        == """
        <ul>
        <li>a
        <ul>
        <li>
        <p>b</p>
        </li>
        <li>
        <p>c North</p>
        <ul>
        <li>d</li>
        </ul>
        </li>
        </ul>
        </li>
        <li>e</li>
        </ul>

        """)
  }

  @Test func partialsTakeValuesFromWhereTheyStandAndEscapeThem() throws {
    let values = Value.object(["name": .text("*A* <b>"), "teams": .list([.object(["name": .text("_x_")])])])
    let html = try render(
      "{{> parts/who}}\n\n{{#teams}}{{> parts/who}}{{/teams}}\n\n  {{> parts/who}}\n", values: values,
      partials: ["parts/who": "**{{name}}** {{> inner}}", "inner": "is {{name}}"])
    #expect(
      html == """
        <p><strong>*A* &lt;b&gt;</strong> is *A* &lt;b&gt;</p>
        <p><strong>_x_</strong> is _x_</p>
        <p><strong>*A* &lt;b&gt;</strong> is *A* &lt;b&gt;</p>

        """)
  }

  @Test func aPartialIsLinesOnALineOfItsOwnAndTextInALine() throws {
    for part in ["one\n\ntwo", "one\n\ntwo\n"] {
      #expect(
        try render("{{> part}}\nthree (**{{> part}}**).", partials: ["part": part])
          == "<p>one</p>\n<p>two\nthree (**one</p>\n<p>two**).</p>\n")
    }
    #expect(try render("a\n{{> part}}\nb{{> part}}.", partials: ["part": "\n"]) == "<p>a\nb.</p>\n")
  }

  @Test func aTemplateWithFaultsIsNotRendered() {
    #expect(throws: Failure.self) { try render("{{#open}}") }
    do {
      _ = try render("{{> part}}", partials: ["part": "fine\n{{#open}}"])
      Issue.record("rendered")
    } catch {
      #expect(error.diagnostics.map { $0.place?.description } == ["narrative/part.md:2:1"])
    }
    #expect(throws: Failure.self) {
      try NarrativeTemplates(files: [:]).render("page", values: .object([:]), blocks: [:])
    }
  }

  @Test func rendersOnManyThreadsAsOnOne() async throws {
    let templates = NarrativeTemplates(files: [
      "narrative/page.md": "{{> part}}\n\n{{map.rate}}\n",
      "narrative/part.md": "{{#teams}}{{separator}}*{{name}}*{{/teams}}",
    ])
    let alone = try templates.render("page", values: values, blocks: ["map.rate": Array("<svg/>".utf8)])
    #expect(
      String(decoding: alone, as: UTF8.self) == "<p><em>A</em>, <em>B</em> and <em>C</em></p>\n<svg/>\n")
    let all = await withTaskGroup(of: [[UInt8]].self) { group in
      for _ in 0..<8 {
        group.addTask {
          (0..<50).compactMap { _ in
            try? templates.render("page", values: values, blocks: ["map.rate": Array("<svg/>".utf8)])
          }
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    #expect(all == Array(repeating: alone, count: 400))
  }
}

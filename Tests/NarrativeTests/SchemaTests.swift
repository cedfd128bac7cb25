import Testing

@testable import Narrative

struct SchemaTests {
  @Test func listsEveryNameWithTypeMeaningAndExample() {
    let listed = schema.listed(with: values)
    #expect(
      listed.map(\.name) == [
        "name", "rate", "rate.whole", "rate.interval", "missed", "missed.noun", "missed.phrase",
        "missed.word", "missed.was",
        "missed.is", "missed.has", "change", "change.improved", "change.declined", "change.points",
        "change.points.size",
        "teams", "name", "rate", "days", "best", "best.name", "note",
      ])
    let said = listed.map {
      "\($0.lists.map { $0 + ">" }.joined())\($0.name)|\($0.type)|\($0.mayBeAbsent)|\($0.about)|\($0.example ?? "nil")"
    }
    for line in [
      "rate|number|false|a rate|71.1%", "rate.whole|form|false||71%",
      "missed.phrase|form|false|number and word, as no leads, 1 lead or 12 leads|117 leads",
      "change|group|false|the change|nil",
      "change.improved|yes or no|false|whether it rose|yes", "teams|list|false|teams|3 items",
      "teams>name|text|false|its name|A", "best|group|true|the best team, if any|nil",
      "note|text|true|a note, if any|nil",
    ] {
      #expect(said.contains(line), "\(line)")
    }
    #expect(schema.listed(with: nil).allSatisfy { $0.example == nil })
  }

  @Test func theListingIsTextInColumns() {
    let schema = Schema.object([
      .init("team", .object([.init("name", .text, "its name")]), "the team"),
      .init("rate", .quantity(forms: ["whole"]), "the rate"),
      .init(
        "days",
        .list(
          of: .object([
            .init("name", .text, "its name"),
            .init("slots", .list(of: .object([.init("time", .text, "its time")])), "its slots"),
          ])), "days"),
      .init("note", .optional(.text), "a note"),
    ])
    let values = Value.object([
      "team": .object(["name": .text("A name that is longer than thirty letters")]),
      "rate": .quantity(Quantity(50, "50.0%", forms: ["whole": "50%"])), "note": .none,
      "days": .list([.object(["name": .text("Monday"), "slots": .list([.object(["time": .text("8:00")])])])]),
    ])
    // All of an example is shown, and what stands around an item is what a template needs.
    #expect(
      schema.listing(with: values, blocks: ["map.rate", "table.worst"]) == """
        team        group                                                the team
        team.name   text                 A name that is longer than thirty letters  its name
        rate        number               50.0%                           the rate
        rate.whole  form                 50%
        days        list                 1 item                          days
        {{#days}}
          name      text                 Monday                          its name
          slots     list                 1 item                          its slots
          {{#slots}}
            time    text                 8:00                            its time
          {{/slots}}
        {{/days}}
        note        text, may be absent                                  a note

        What may be absent is said in a section of its own, and what holds without it in the inverted one: {{#value}} … \
        {{/value}}{{^value}} … {{/value}}.

        Every list has .count, the number of its items, and .first, the first of them, which may be absent. Every item has \
        is_first, is_last and separator, which stands before it and is nothing, a comma or 'and': \
        {{#list}}{{separator}}{{name}}{{/list}}.

        Every number and count can be compared, in a section: any, one, below_5, above_5, at_least_5, at_most_5, is_5, \
        rose_by_5, fell_by_5. Compared is the number as it is shown, of rates and shares in percent, of changes in percentage \
        points, of response times in minutes: 1,999 of 2,500 are 80.0%, and not below_80. below_12_5 is below 12.5; rose_by_5 \
        holds of +5 and more, fell_by_5 of −5 and less.

        Blocks, each alone on its line: {{map.rate}}, {{table.worst}}.
        """)
  }

  @Test func valuesThatKeepToTheSchema() {
    #expect(schema.violations(by: values) == [])
  }

  @Test func valuesThatDoNot() {
    guard case .object(var wrong) = values else { return }
    wrong["name"] = .list([])
    wrong["rate"] = .quantity(Quantity(1, "1", forms: ["whole": "1"]))
    wrong["missed"] = .quantity(Quantity(1, "1"))
    wrong["teams"] = .list([.object(["name": .text("A"), "rate": .none])])
    wrong["days"] = nil
    wrong["best"] = .flag(true)
    wrong["extra"] = .text("")
    #expect(
      schema.violations(by: .object(wrong)) == [
        "name: expected text, found list", "rate: without the form 'interval'",
        "missed: expected count, found number",
        "teams[0].rate: expected number, found nothing", "days: missing",
        "best: expected group, found yes or no",
        "extra: not in the schema",
      ])
  }
}

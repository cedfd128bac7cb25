import LeadModel

@testable import Narrative

/// Values of every kind, small enough to keep in mind.
let schema = Schema.object([
  .init("name", .text, "a name"),
  .init("rate", .quantity(forms: ["whole", "interval"]), "a rate"),
  .init("missed", .count, "leads missed"),
  .init(
    "change",
    .object([
      .init("improved", .flag, "whether it rose"), .init("declined", .flag, "whether it fell"),
      .init("points", .quantity(forms: ["size"]), "by how much"),
    ]), "the change"),
  .init(
    "teams", .list(of: .object([.init("name", .text, "its name"), .init("rate", .quantity, "its rate")])),
    "teams"),
  .init("days", .list(of: .text), "days"),
  .init("best", .optional(.object([.init("name", .text, "its name")])), "the best team, if any"),
  .init("note", .optional(.text), "a note, if any"),
])

let values = Value.object([
  "name": .text("North"),
  "rate": .quantity(Quantity(71.1, "71.1%", forms: ["whole": "71%", "interval": "66.5 to 75.3"])),
  "missed": .quantity(.count(117, "117", of: Noun("lead", "leads"))),
  "change": .object([
    "improved": .flag(true), "declined": .flag(false),
    "points": .quantity(Quantity(-8.5, "−8.5", forms: ["size": "8.5"])),
  ]),
  "teams": .list([
    .object(["name": .text("A"), "rate": .quantity(Quantity(50, "50.0%"))]),
    .object(["name": .text("B"), "rate": .quantity(Quantity(nil, "–"))]),
    .object(["name": .text("C"), "rate": .quantity(Quantity(0, "0.0%"))]),
  ]),
  "days": .list([.text("Monday"), .text("Sunday")]),
  "best": .object(["name": .text("A")]),
  "note": .none,
])

/// The HTML of a template of its own.
func render(
  _ template: String, values: Value = values, partials: [String: String] = [:], blocks: [String: String] = [:]
) throws(Failure) -> String {
  var files = ["narrative/page.md": template]
  for (name, text) in partials { files["narrative/\(name).md"] = text }
  let html = try NarrativeTemplates(files: files).render(
    "page", values: values, blocks: blocks.mapValues { Array($0.utf8) })
  return String(decoding: html, as: UTF8.self)
}

/// What is wrong in a template of its own, as `file:line:column: message`.
func faults(
  _ template: String, partials: [String: String] = [:],
  blocks: Set<String> = ["map.rate", "table.worst_slots"]
) -> [String] {
  var files = ["narrative/page.md": template]
  for (name, text) in partials { files["narrative/\(name).md"] = text }
  return NarrativeTemplates(files: files).check("page", schema: schema, blocks: blocks).map {
    "\($0.place.map(\.description) ?? ""): \($0.message)"
  }
}

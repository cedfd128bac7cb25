import LeadModel
import ReportSite
import Yams

extension Configuration {
  /// The keys that say how the site is told: of whom, people, targets, events.
  mutating func readTelling(_ reader: inout MappingReader) {
    if let node = reader.node("only") {
      only = node.scalar.flatMap { teamName(in: $0.string) }
      if only == nil { reader.report(node, "only", "team= and the name of a team") as Void? }
    }
    reps = reader.choice("reps") ?? reps
    palette = reader.choice("palette") ?? palette
    target = reader.whole("target", Limits.target)
    if let node = reader.node("targets") {
      if case .mapping(let mapping) = node {
        for (name, value) in mapping {
          targets[name.scalar?.string ?? ""] = reader.whole(
            value, "targets.\(name.scalar?.string ?? "")", Limits.target)
        }
      } else {
        _ = reader.report(node, "targets", "a mapping of team names to percentages") as Int?
      }
    }
    for (index, node) in reader.list("events").enumerated() {
      guard node.mapping != nil else {
        let example = "a list of mappings such as {date: 2026-10-12, text: New rota}"
        _ = reader.report(node, "events", example) as Int?
        continue
      }
      var entry = MappingReader(node, file: reader.file, path: "events[\(index)]")
      let (date, text) = (entry.date(in: node), entry.words(in: node))
      if let date, let text { events.append(Event(date: date, text: text)) }
      entry.finish()
      reader.take(entry)
    }
  }
}

/// The team of `team=North`; nil for anything else.
func teamName(in selection: String) -> String? {
  let prefix = "team="
  return selection.hasPrefix(prefix) && selection.count > prefix.count
    ? String(selection.dropFirst(prefix.count)) : nil
}

extension MappingReader {
  /// The day of an event.
  fileprivate mutating func date(in mapping: Node) -> CivilDate? {
    let expected = "a date such as 2026-10-12"
    guard let node = node("date") else { return reportMissing("date", expected, in: mapping) }
    return node.scalar.flatMap { CivilDate(iso: $0.string) } ?? report(node, "date", expected)
  }

  /// What an event was.
  fileprivate mutating func words(in mapping: Node) -> String? {
    let expected = "a text such as New rota"
    guard let node = node("text") else { return reportMissing("text", expected, in: mapping) }
    if let text = node.scalar?.string, !text.isEmpty { return text }
    return report(node, "text", expected)
  }
}

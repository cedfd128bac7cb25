import LeadModel
import ReportSite
import Yams

extension Configuration {
  /// The keys that say how the site is told: people, targets, events.
  mutating func readTelling(_ reader: inout MappingReader) {
    reps = reader.choice("reps") ?? reps
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
      var entry = MappingReader(node, file: reader.file, path: "events[\(index)]")
      let (written, text) = (entry.node("date"), entry.text("text"))
      let date = written.flatMap { $0.scalar }.flatMap { CivilDate(iso: $0.string) }
      if let date, let text {
        events.append(Event(date: date, text: text))
      } else if entry.diagnostics.isEmpty {
        _ = entry.report(written ?? node, "date", "a date such as 2026-10-12, and a text") as Int?
      }
      entry.finish()
      reader.diagnostics += entry.diagnostics
    }
  }
}

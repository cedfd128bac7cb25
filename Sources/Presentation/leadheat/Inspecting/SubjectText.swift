import LeadIngest
import LeadModel

extension Subject {
  /// Everything for people, line by line. Cells of the file stand in it as they are: the caller makes them visible.
  var lines: [String] {
    var lines = [file]
    if let inspection {
      lines += [""] + table(facts(inspection).map { [$0.name, $0.value] }).map { "  " + $0 }
      lines += ["", "Columns"] + table(inspection.columns.map(described)).map { "  " + $0 }
      let cells = [inspection.columns.map(\.header)] + inspection.firstRows
      lines += ["", "First rows"] + table(cells.map { $0.map { shortened($0, to: 20) } }).map { "  " + $0 }
    }
    for (title, severity) in [("Notes", Diagnostic.Severity.note), ("Doubts", .warning), ("Errors", .error)] {
      let found = diagnostics.filter { $0.severity == severity }.capped
      if found.isEmpty { continue }
      lines += ["", title]
      for diagnostic in found {
        lines.append("  \(place(of: diagnostic))\(diagnostic.message) [\(diagnostic.id)]")
        if let remedy = diagnostic.remedy { lines.append("    \(remedy)") }
      }
    }
    guard let inspection else { return lines }
    lines += [
      "",
      intake == nil
        ? "What a configuration (leadheat.yml) can say so far; the errors name the keys that are missing:"
        : "A configuration for it, to be saved as leadheat.yml:", "",
    ]
    return lines + configurationLines(inspection)
  }

  /// What can be said of the file as a whole.
  private func facts(_ inspection: Inspection) -> [(name: String, value: String)] {
    var facts = [
      (name: "encoding", value: intake?.sources.first?.encoding ?? inspection.encoding),
      (name: "delimiter", value: Delimiter.name(inspection.delimiter)),
      (
        name: "header", value: "line \(inspection.headerLine), \(times(inspection.columns.count, "column"))"
      ),
    ]
    if let system = inspection.system { facts.append(("system", system)) }
    for row in inspection.preamble.prefix(3) {
      facts.append(("above it", shortened(row.filter { !$0.isEmpty }.joined(separator: " "), to: 60)))
    }
    return facts + (intake.map { factsOfRows($0) } ?? [])
  }

  private func factsOfRows(_ intake: Intake) -> [(name: String, value: String)] {
    let fates = intake.sources.fates
    let rows = "\(intake.sources.reduce(0) { $0 + $1.read.rows })"
    var facts = [(name: "rows", value: rows + (fates.isEmpty ? "" : ": \(fates)"))]
    if let first = intake.firstReceived, let last = intake.cutoff {
      let (zone, weeks) = (intake.zone, intake.table.weeks)
      facts.append(("received", "\(zone.local(of: first)) to \(zone.local(of: last))"))
      if let weeks { facts.append(("weeks", described(weeks, of: intake.table))) }
    }
    facts.append(("zone", zoneWords))
    facts.append(("teams", described(intake.table.teams.map(\.name))))
    for role in Role.allCases {
      if let names = intake.table.names[role], !names.isEmpty {
        facts.append((role == .rep ? "reps" : "\(role.rawValue)s", described(names)))
      }
    }
    return facts
  }

  /// How the times of the file become those of the report.
  private var zoneWords: String {
    let offsets =
      switch inspection?.offsets {
      case .everywhere: "all times have offsets"
      case .partly: "some times have offsets"
      case .nowhere, nil: "no time has an offset"
      }
    let shown = zone.map { "the report is in \($0)" } ?? "times are taken as they stand"
    return
      "\(offsets); \(shown)\(isZoneAssumed ? ", for want of another" : "")\(input.reading.timezone.map { "; without an offset they are of \($0)" } ?? "")"
  }

  /// `2026-W38 to 2026-W46, 9 weeks, 1 of them without leads`.
  private func described(_ weeks: ClosedRange<ISOWeek>, of table: LeadTable) -> String {
    let all = (weeks.lowerBound.index...weeks.upperBound.index).map { ISOWeek(index: $0) }
    let empty = all.count { week in
      table.teams.indices.allSatisfy { table.leads(team: $0, week: week).isEmpty }
    }
    return (all.count == 1 ? "" : "\(weeks.lowerBound) to ")
      + "\(weeks.upperBound), \(times(all.count, "week"))"
      + (empty > 0 ? ", \(empty) of them without leads" : "")
  }

  /// `3: North, South and West`.
  private func described(_ names: [String]) -> String {
    let shown = names.sorted().prefix(6).map { shortened($0, to: 30) }.joined(separator: ", ")
    return "\(names.count): \(shown)\(names.count > 6 ? " …" : "")"
  }

  /// Header, role, why, and form.
  private func described(_ column: Inspection.Column) -> [String] {
    let reason =
      switch column.reason {
      case .mapping: "the configuration says so"
      case .preset: "\(inspection?.system ?? "the system") calls it so"
      case .canonicalName: "the role's own name"
      case .alias: "a usual name"
      case nil: ""
      }
    return [
      column.header.isEmpty ? "(no header)" : shortened(column.header, to: 40),
      column.role?.title ?? "not used", reason, column.form,
    ]
  }

  private func place(of diagnostic: Diagnostic) -> String {
    guard let place = diagnostic.place, let line = place.line else { return "" }
    return place.file == file ? "line \(line): " : "\(place): "
  }
}

/// Rows in columns as wide as their widest cell.
private func table(_ rows: [[String]]) -> [String] {
  let count = rows.map(\.count).max() ?? 0
  let widths = (0..<count).map { column in rows.map { $0.count > column ? $0[column].count : 0 }.max() ?? 0 }
  return rows.map { row in
    let cells = row.enumerated().map { column, cell in
      cell + String(repeating: " ", count: widths[column] - cell.count)
    }
    let line = cells.joined(separator: "  ")
    return String(line.reversed().drop { $0 == " " }.reversed())
  }
}

/// At most that many characters of a text, in one line.
private func shortened(_ text: String, to limit: Int) -> String {
  let text = visible(text)
  return text.count <= limit ? text : text.prefix(limit - 1) + "…"
}

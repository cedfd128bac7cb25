import LeadIngest
import LeadModel

extension Subject {
  /// A configuration that has the file read in the same way as it was inspected.
  func configurationLines(_ inspection: Inspection) -> [String] {
    var lines: [String] = []
    if let zone { lines.append("timezone: \(scalar(zone))\(isZoneAssumed ? "  # set it to yours" : "")") }
    if let roster { lines.append("roster: \(scalar(roster))") }
    if duplicates != .last { lines.append("duplicates: \(duplicates.rawValue)") }
    let (mapping, reading, activities) = (inspection.mapping, input.reading, input.activities)
    // Activities take it over that have none, and so would read by it what their own values tell otherwise.
    let isOrderForAll = activities.allSatisfy { $0.mapping.dateOrder != nil }
    let order = isOrderForAll ? mapping.dateOrder : nil
    lines += ["leads:", "  - path: \(scalar(file))"]
    lines += [
      ("timezone", reading.timezone.map(scalar)), ("encoding", reading.encoding?.rawValue),
      ("preset", mapping.preset.map(scalar)), ("date_order", order?.rawValue),
      ("duration_unit", mapping.durationUnit?.rawValue),
      ("decimal_mark", mapping.decimalMark.map { scalar($0.rawValue) }),
      ("never", list(mapping.never)),
      ("date_only", mapping.allowsDateOnly ? "true" : nil),
      ("team_from_name", reading.teamPattern.map { scalar($0.text) }),
    ].yaml.map { "    " + $0 }
    lines.append("    columns:")
    let times = inspection.columns.filter { $0.role == nil && !$0.form.isEmpty }.prefix(4).map {
      scalar($0.header)
    }
    let hint = times.isEmpty ? "" : ", such as " + times.joined(separator: " or ")
    let isAnswerKnown =
      !activities.isEmpty || [.firstResponse, .duration, .within].contains { mapping.headers[$0] != nil }
    for role in ColumnRole.allCases {
      if let header = mapping.headers[role] {
        lines.append("      \(role.rawValue): \(scalar(header))")
      } else if role == .received || role == .firstResponse && !isAnswerKnown {
        lines.append("      # \(role.rawValue): the header that holds it\(hint)")
      }
    }
    if activities.isEmpty { return lines }
    let own = activities.map { $0.configurationLines(reading, order: order) }
    let all = own.count == 1 ? own[0] : own.flatMap { ["- " + $0[0]] + $0.dropFirst().map { "  " + $0 } }
    return lines + ["    activities:"] + all.map { "      " + $0 }
  }
}

extension ActivityInput {
  /// What the configuration says about them, but what they have from their leads anyway.
  fileprivate func configurationLines(_ leads: LeadInput.Reading, order: DateOrder?) -> [String] {
    let columns = ActivityColumn.allCases.map { ($0.rawValue, mapping.headers[$0].map(scalar)) }.yaml
    let own: [(String, String?)] = [
      ("timezone", timezone == leads.timezone ? nil : timezone.map(scalar)),
      ("encoding", mapping.encoding == leads.encoding ? nil : mapping.encoding?.rawValue),
      ("date_order", mapping.dateOrder == order ? nil : mapping.dateOrder?.rawValue),
      ("types", list(mapping.types)), ("channels", list(mapping.channels)),
    ]
    return origin.configurationLines + own.yaml
      + (columns.isEmpty ? [] : ["columns:"] + columns.map { "  " + $0 })
  }
}

extension Origin {
  /// The keys that name it.
  fileprivate var configurationLines: [String] {
    switch self {
    case .path(let path): ["path: \(scalar(path))"]
    case .command(let command):
      if let query = command.query {
        ["postgresql:"]
          + [("service", query.service.map(scalar)), ("query", scalar(query.text))].yaml.map { "  " + $0 }
          + ["timeout: \(query.timeout)"]
      } else {
        [("command", list(command.arguments)), ("timeout", "\(command.timeout)")].yaml
      }
    }
  }
}

extension [(String, String?)] {
  /// Lines of a mapping, of those keys that have a value.
  fileprivate var yaml: [String] { compactMap { key, value in value.map { "\(key): \($0)" } } }
}

/// A list as YAML; nil for none.
private func list(_ texts: [String]) -> String? {
  texts.isEmpty ? nil : "[\(texts.map(scalar).joined(separator: ", "))]"
}

/// A text as YAML: plain where nothing in it could mean anything, else in double quotes.
private func scalar(_ text: String) -> String {
  let isPlain =
    text.first?.isLetter == true && text.last != " "
    && text.unicodeScalars.allSatisfy {
      $0.isASCII && ($0.properties.isAlphabetic || "0123456789 _-./".unicodeScalars.contains($0))
    }
    && !["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(text.lowercased())
  if isPlain { return text }
  var quoted = ""
  for character in text.unicodeScalars {
    switch character {
    case "\"", "\\": quoted += "\\\(character)"
    case _ where character.steersTerminals:
      let code = String(character.value, radix: 16, uppercase: true)
      quoted += "\\U" + String(repeating: "0", count: 8 - code.count) + code
    default: quoted.unicodeScalars.append(character)
    }
  }
  return "\"\(quoted)\""
}

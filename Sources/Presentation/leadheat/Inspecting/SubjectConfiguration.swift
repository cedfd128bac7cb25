import LeadIngest
import LeadModel

extension Subject {
  /// A configuration that has the file read in the same way as it was inspected.
  func configurationLines(_ inspection: Inspection) -> [String] {
    var lines: [String] = []
    if let zone { lines.append("timezone: \(scalar(zone))\(isZoneAssumed ? "  # set it to yours" : "")") }
    if let roster { lines.append("roster: \(scalar(roster))") }
    lines += ["leads:", "  - path: \(scalar(file))"]
    if let sourceZone { lines.append("    timezone: \(scalar(sourceZone))") }
    if let encoding { lines.append("    encoding: \(encoding.rawValue)") }
    let mapping = inspection.mapping
    lines.append("    columns:")
    let isAnswerKnown = [.firstResponse, .duration, .within].contains { mapping.headers[$0] != nil }
    for role in ColumnRole.allCases {
      if let header = mapping.headers[role] {
        lines.append("      \(role.rawValue): \(scalar(header))")
      } else if role == .received || role == .firstResponse && !isAnswerKnown {
        lines.append("      # \(role.rawValue): the header that holds it")
      }
    }
    let choices: [(key: String, value: String?)] = [
      ("date_order", mapping.dateOrder?.rawValue), ("duration_unit", mapping.durationUnit?.rawValue),
      ("decimal_mark", mapping.decimalMark.map { scalar($0.rawValue) }),
      ("team_from_name", teamPattern.map(scalar)),
      ("date_only", mapping.allowsDateOnly ? "true" : nil),
    ]
    return lines + choices.compactMap { key, value in value.map { "    \(key): \($0)" } }
  }
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

import LeadModel

/// The zones of a source's times that carry no offset: what the configuration declares, else what the header of
/// the column names, else what that of the other time column names, else the report's.
struct ColumnZones {
  var received: ZoneRules
  var response: ZoneRules
  /// How they were found.
  var diagnostics: [Diagnostic] = []

  /// Those of a source whose header stands on that line.
  init(_ map: ColumnMap, of source: LeadSource, line: Int, _ options: IngestOptions) {
    var facts: [ZoneFact] = []
    var known: [ColumnRole: ZoneRules] = [:]
    if let declared = source.zone {
      known = [.received: declared, .firstResponse: declared]
      for (role, name) in map.zonesByHeader where name != declared.name {
        facts.append(
          .overruled(header: map.header(of: role) ?? "", name: name, declared: declared.name ?? ""))
      }
      if options.zone == nil, let name = declared.name {
        facts.append(.noReportZone(header: nil, zone: name))
      }
    } else {
      for (role, name) in map.zonesByHeader { known[role] = options.zoneNamed(name) }
      for (role, name) in map.zonesByHeader {
        facts += ColumnZones.facts(of: role, name, known, map, options)
      }
    }
    let usual = options.zone ?? .floating
    received = known[.received] ?? known[.firstResponse] ?? usual
    response = known[.firstResponse] ?? known[.received] ?? usual
    diagnostics = facts.map {
      $0.diagnostic(at: Place(file: source.name, line: line), mapping: source.columns.place)
    }
  }

  /// What there is to say about a column whose header names a zone.
  private static func facts(
    of role: ColumnRole, _ name: String, _ known: [ColumnRole: ZoneRules], _ map: ColumnMap,
    _ options: IngestOptions
  ) -> [ZoneFact] {
    let header = map.header(of: role) ?? ""
    let other: ColumnRole = role == .received ? .firstResponse : .received
    guard known[role] != nil else {
      return [.unknown(header: header, name: name, readIn: (known[other] ?? options.zone)?.name)]
    }
    if options.zone == nil { return [.noReportZone(header: header, zone: name)] }
    return [
      .named(header: header, zone: name, other: map.zoneNames[other] == nil ? map.header(of: other) : nil)
    ]
  }
}

extension ColumnMap {
  /// The zones that headers name, that of the received time first.
  fileprivate var zonesByHeader: [(role: ColumnRole, name: String)] {
    [ColumnRole.received, .firstResponse].compactMap { role in zoneNames[role].map { (role, $0) } }
  }
}

import LeadModel

extension ColumnMap {
  /// Finds the columns of an export by its header, `mapping` first, and says how in ``diagnostics``. The header
  /// stands on that line.
  ///
  /// Errors among them are all that stands in the way: a named header that is not there, two columns of equal
  /// standing for one role, no received time, nothing that tells of a response. They suggest a header that may
  /// be meant unless `suggests` is false.
  static func match(
    header: [String], mapping: ColumnMapping, file: String, line: Int, suggests: Bool = true
  ) -> ColumnMap {
    let texts = header.map(HeaderText.init)
    var map = ColumnMap(header: header)
    var facts: [ColumnFact] = []
    if let name = mapping.preset {
      map.preset = Preset.named(name)
      if map.preset == nil { facts.append(.unknownPreset(name, known: Preset.all.map(\.name))) }
    } else {
      map.preset = Preset.recognise(texts)
      if let preset = map.preset { facts.append(.recognised(preset)) }
    }
    // The form of clock time yields to every other way to name a duration.
    let takesClocks = !texts.contains { header in
      ColumnRole.keys[.duration]!.contains { suits(.duration, header, $0) }
    }
    let match = ColumnMatch<ColumnRole>(
      texts, explicit: mapping.headers, preferred: map.preset?.headers ?? [:]
    ) { role, header, name in
      suits(role, header, name) && !header.isDate(of: role, beside: texts)
        || role == .duration && takesClocks && isClockDuration(header, name, beside: texts)
    }
    facts += match.facts
    (map.positions, map.reasons) = (match.positions, match.reasons)
    if mapping.hasActivities { map.leaveToActivities(mapping, &facts) }
    facts += map.chooseResponse(texts, mapping)
    facts += map.findMissing(mapping, match.facts, suggests: suggests)
    if let header = map.header(of: .firstResponseTimeOfDay), map[.firstResponse] == nil {
      facts.append(.unusedTimeOfDay(header: header))
    }
    for role in [ColumnRole.received, .firstResponse] {
      if let position = map[role] { map.zoneNames[role] = texts[position].zoneName }
    }
    map.divided = map.dividedTimes(texts, mapping)
    map.diagnostics = facts.map {
      $0.diagnostic(at: Place(file: file, line: line), mapping: mapping.place)
    }
    return map
  }

  /// Whether a column may play a role by a name. A unit in the header of a first response makes it a duration.
  private static func suits(_ role: ColumnRole, _ header: HeaderText, _ name: String) -> Bool {
    switch role {
    case .received: header.key == name || header.zoneName != nil && header.bareKey == name
    case .firstResponse:
      header.unit == nil && (header.key == name || header.zoneName != nil && header.bareKey == name)
    case .duration:
      header.key == name
        || header.unit != nil
          && (header.bareKey == name
            || ColumnRole.keys[.firstResponse]!.contains(header.bareKey))
    default: header.key == name
    }
  }

  /// Whether the form of clock time makes a column a duration of that name. With hours it may be that of a time of day:
  /// of a first response it is then none, and of a response time only where no column has the date.
  private static func isClockDuration(_ header: HeaderText, _ name: String, beside others: [HeaderText])
    -> Bool
  {
    guard header.hasClock else { return false }
    let key = header.bareKey
    if header.clockUnit == .minutes { return key == name || ColumnRole.keys[.firstResponse]!.contains(key) }
    guard key == name || key == "responsetime" else { return false }
    return !key.hasSuffix("responsetime")
      || !others.contains { $0.key.contains("respon") && $0.key.contains("date") }
  }

  /// Where there are activities, a first response is read only from a column that the configuration names.
  private mutating func leaveToActivities(_ mapping: ColumnMapping, _ facts: inout [ColumnFact]) {
    let roles = [ColumnRole.firstResponse, .duration].filter { mapping.headers[$0] == nil }
    facts.removeAll { fact in roles.contains { fact.concerns($0.title) } }
    for role in roles {
      reasons[role] = nil
      if let position = positions.removeValue(forKey: role) {
        facts.append(.leftToActivities(header: header[position]))
      }
    }
  }

  /// Keeps one of the columns for a timestamp and for a duration, and finds the unit of a duration.
  private mutating func chooseResponse(_ texts: [HeaderText], _ mapping: ColumnMapping) -> [ColumnFact] {
    var facts: [ColumnFact] = []
    if let time = self[.firstResponse], let duration = self[.duration] {
      let durationWins = mapping.headers[.duration] != nil && mapping.headers[.firstResponse] == nil
      let (kept, left) = durationWins ? (duration, time) : (time, duration)
      positions[durationWins ? .firstResponse : .duration] = nil
      facts.append(
        .preferred(role: ColumnRole.firstResponse.title, header: header[kept], others: [header[left]]))
    }
    guard let position = self[.duration] ?? self[.firstResponse] else { return facts }
    if position == self[.received], self[.receivedTimeOfDay] == self[.firstResponseTimeOfDay] {
      let key = self[.duration] == nil ? ColumnRole.firstResponse : .duration
      facts.append(.sharedColumn(header: header[position], key: key.rawValue))
    }
    durationUnit = mapping.durationUnit ?? texts[position].unit
    // Minutes and seconds are no time of day, but hours and minutes may be that of a first response.
    let clock = texts[position].clockUnit
    let told = self[.duration] != nil || clock == .minutes ? clock : nil
    clockUnit = durationUnit.flatMap { $0.beginsClocks ? $0 : nil } ?? told
    // Of other columns of the system nothing is known.
    if durationUnit == nil, self[.duration] != nil, let preset,
      preset.headers[.duration, default: []].contains(where: { texts[position].key.hasPrefix(normalised($0)) }
      )
    {
      durationUnit = preset.durationUnit
    }
    return facts
  }

  /// The required columns that are missing, unless an error about them was found already.
  private func findMissing(_ mapping: ColumnMapping, _ known: [ColumnFact], suggests: Bool) -> [ColumnFact] {
    func isKnown(_ roles: [ColumnRole]) -> Bool {
      roles.contains { role in known.contains { $0.concerns(role.title) } }
    }
    var facts: [ColumnFact] = []
    if self[.received] == nil, !isKnown([.received]) {
      facts.append(missing([.received], suggests))
    }
    if mapping.hasActivities, self[.id] == nil, !isKnown([.id]) { facts.append(missing([.id], suggests)) }
    let answers: [ColumnRole] = [.firstResponse, .duration, .within]
    if !mapping.hasActivities, !answers.contains(where: { self[$0] != nil }), !isKnown(answers) {
      facts.append(missing(answers, suggests, clock: unusedClock))
    }
    return facts
  }

  /// The first header that says a response in clock time, which may be a duration or a time of day.
  private var unusedClock: String? {
    let names = ColumnRole.keys[.firstResponse]! + ColumnRole.keys[.duration]!
    return header.lazy.map(HeaderText.init).first { $0.hasClock && names.contains($0.bareKey) }?.text
  }

  /// No column plays any of these roles; the header `clock` may be that of one all the same.
  private func missing(_ roles: [ColumnRole], _ suggests: Bool, clock: String? = nil) -> ColumnFact {
    let names = roles.flatMap(\.aliases)
    let unused = header.indices.filter { !positions.values.contains($0) }.map { header[$0] }
    let isOne = header.count { !$0.isEmpty } == 1
    let near = suggests && !isOne ? nearMiss(of: names, among: unused) : nil
    return .missing(
      role: roles[0].title, key: roles[0].rawValue, lookedFor: names, found: header, near: near,
      advice: clock.map(adviceForClock) ?? preset?.adviceWithoutResponse ?? preset?.advice
        ?? (isOne ? ColumnMap.oneColumn : hasTimes ? ColumnMap.noHeader : nil))
  }

  private static let oneColumn =
    "One column was found: \(Delimiter.allInWords) have to stand between fields, and quotes around a field, not around "
    + "a line"
  private static let noHeader = "The first line of a file has to name its columns"

  /// Whether what should be headers are values: the file probably has no header.
  private var hasTimes: Bool {
    header.contains { text in text.contains { $0.isNumber } && readTimestamp(text) != nil }
  }
}

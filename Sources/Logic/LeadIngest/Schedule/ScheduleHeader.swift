import LeadModel

/// What the headers of a schedule mean.
struct ScheduleHeader: HeaderMeaning {
  let header: [String]
  /// The position of the column that plays a role.
  let positions: [ScheduleColumn: Int]
  var diagnostics: [Diagnostic]
  var recognised: Int { positions.count }

  /// Finds the columns of a header at that place, with what may be meant by it where `suggests` asks for that.
  init(_ header: [String], _ mapping: ScheduleMapping, at place: Place, suggests: Bool) {
    let match = ColumnMatch<ScheduleColumn>(header.map(HeaderText.init), explicit: mapping.headers)
    self.header = header
    positions = match.positions
    // A schedule that is named without a mapping can be given one.
    let asked = mapping.place ?? Place(file: place.file, line: place.line, key: "schedule")
    diagnostics = match.facts.map { $0.diagnostic(at: place, mapping: asked) }
    for role in [ScheduleColumn.rep, .day, .start, .end]
    where positions[role] == nil && !match.facts.contains(where: { $0.concerns(role.title) }) {
      if role == .day, hasDates { continue }
      let near = suggests ? nearMiss(of: role.aliases, among: unused.map { header[$0] }) : nil
      diagnostics.append(ScheduleFact.missing(role, found: header, near: near).diagnostic(at: place))
    }
  }

  /// Whether rows can name their days by dates alone.
  private var hasDates: Bool {
    positions[.date] != nil || positions[.firstDay] != nil && positions[.lastDay] != nil
  }

  /// The positions of headers that play no role.
  var unused: [Int] { header.indices.filter { !positions.values.contains($0) } }
}

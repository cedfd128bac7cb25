import LeadModel

/// What the headers of a schedule mean.
typealias ScheduleHeader = TableHeader<ScheduleColumn>

extension ScheduleHeader {
  /// Finds the columns of a header at that place, with what may be meant by it where `suggests` asks for that.
  init(_ header: [String], _ mapping: ScheduleMapping, at place: Place, suggests: Bool) {
    // A schedule that is named without a mapping can be given one.
    let asked = mapping.place ?? Place(file: place.file, line: place.line, key: "schedule")
    self.init(header, explicit: mapping.headers, mapping: asked, at: place, suggests: suggests) { found in
      // Rows can name their days by dates alone.
      let hasDates = found[.date] != nil || found[.firstDay] != nil && found[.lastDay] != nil
      return hasDates ? [.rep, .start, .end] : [.rep, .day, .start, .end]
    } missing: { role, near in
      ScheduleFact.missing(role, found: header, near: near).diagnostic(at: place)
    }
  }
}

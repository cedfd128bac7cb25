import LeadModel

/// What the headers of a file of activities mean.
typealias ActivityHeader = TableHeader<ActivityColumn>

extension ActivityHeader {
  /// Where the time stands.
  var time: TimeColumn {
    TimeColumn(position: positions[.time] ?? -1, timeOfDay: positions[.timeOfDay] ?? -1)
  }

  /// Finds the columns of a header that stands on that line.
  init(_ header: [String], line: Int, file: String, _ mapping: ActivityMapping, suggests: Bool) {
    let place = Place(file: file, line: line)
    func suits(_ role: ActivityColumn, _ header: HeaderText, _ name: String) -> Bool {
      header.key == name || role == .time && header.zoneName != nil && header.bareKey == name
    }
    self.init(
      header, explicit: mapping.headers, suits: suits, mapping: mapping.place, at: place, suggests: suggests
    ) { _ in
      [.id, .time]
    } missing: { role, near in
      ColumnFact.missing(
        role: role.title, key: role.rawValue, lookedFor: role.aliases, found: header, near: near, advice: nil
      ).diagnostic(at: place, mapping: mapping.place)
    }
    for (column, words) in [(ActivityColumn.type, mapping.types), (.channel, mapping.channels)]
    where !words.isEmpty && positions[column] == nil {
      diagnostics.append(
        ActivityFact.filterWithoutColumn(column).diagnostic(at: place, mapping: mapping.place))
    }
  }
}

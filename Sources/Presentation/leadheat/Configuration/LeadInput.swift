import LeadIngest
import LeadModel
import Yams

/// One entry of `leads:`: where rows come from, and what is particular to them.
struct LeadInput: Hashable, Sendable {
  var origin: Origin
  var reading = Reading()
  /// Where the first responses of its leads are, taken together; empty where its rows have them.
  var activities: [ActivityInput] = []
  /// Where it is written, with its key `leads[0]`.
  var place: Place

  /// How a file's columns and times are to be understood where they do not say it themselves. The keys may stand
  /// at an entry of `leads:`, or at the top for all of them.
  struct Reading: Hashable, Sendable {
    /// The zone of its times that carry no offset; nil for the report's.
    var timezone: String?
    /// How their text is written; nil to recognise it.
    var encoding: TextEncoding?
    /// Where the names of its files have the team of the rows that name none; nil where they do not.
    var teamPattern: TeamPattern?
    /// Which header plays which role, and what else is known of the columns.
    var columns = ColumnMapping()
    /// Whether all that was said about it could be understood.
    var isUnderstood = true

    /// Reads the keys of this type, taking those not given from `defaults`.
    init(_ reader: inout MappingReader, defaults: Reading = Reading()) {
      let problems = reader.diagnostics.count
      timezone = reader.text("timezone") ?? defaults.timezone
      encoding = reader.encoding("encoding") ?? defaults.encoding
      teamPattern = reader.teamPattern("team_from_name") ?? defaults.teamPattern
      columns = defaults.columns
      columns.preset = reader.text("preset") ?? columns.preset
      columns.durationUnit = reader.choice("duration_unit") ?? columns.durationUnit
      columns.dateOrder = reader.choice("date_order") ?? columns.dateOrder
      columns.decimalMark = reader.choice("decimal_mark") ?? columns.decimalMark
      let never = reader.texts("never")
      if !never.isEmpty { columns.never = never }
      columns.allowsDateOnly = reader.flag("date_only") ?? columns.allowsDateOnly
      columns.headers.merge(reader.headers()) { $1 }
      isUnderstood = defaults.isUnderstood && reader.diagnostics.count == problems
    }

    /// Nothing is known.
    init() {}
  }
}

extension MappingReader {
  /// The name of an encoding.
  mutating func encoding(_ key: String) -> TextEncoding? {
    guard let node = node(key) else { return nil }
    guard let name = node.scalar?.string else { return report(node, key, "the name of an encoding") }
    if let encoding = TextEncoding(named: name) { return encoding }
    return report(.unknownEncoding(name), at: node, key)
  }

  /// A pattern with one `{team}`.
  fileprivate mutating func teamPattern(_ key: String) -> TeamPattern? {
    guard let node = node(key) else { return nil }
    return node.scalar.flatMap { TeamPattern($0.string) }
      ?? report(node, key, "a pattern with one {team}, such as leads-{team}-*.csv")
  }
}

extension LeadInput {
  /// An entry of the configuration: a path, or a mapping with `path`, `command` or `postgresql`, and a ``Reading``.
  init?(_ node: Node, index: Int, folder: String, defaults: Reading, reader: inout MappingReader) {
    let key = "leads[\(index)]"
    let place = reader.place(of: node, key: key)
    if node.scalar != nil {
      guard let path = reader.path(node, key, in: folder) else { return nil }
      self.init(origin: .path(path), reading: defaults, place: place)
      return
    }
    var entry = MappingReader(node, file: reader.file, path: key)
    let origins = entry.origins(folder: folder)
    var reading = Reading(&entry, defaults: defaults)
    let isList = entry.node("activities")?.sequence != nil
    let activities = entry.list("activities").enumerated().compactMap { index, node in
      ActivityInput(
        node, key: isList ? "activities[\(index)]" : "activities", folder: folder, leads: reading,
        reader: &entry)
    }
    entry.finish(origins, at: place)
    reading.isUnderstood = reading.isUnderstood && entry.diagnostics.isEmpty
    reader.take(entry)
    guard let origin = origins.first else { return nil }
    self.init(origin: origin, reading: reading, activities: activities, place: place)
  }
}

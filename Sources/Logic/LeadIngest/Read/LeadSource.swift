import LeadModel

/// One export: a file, or what a command writes.
package struct LeadSource: Sendable {
  /// For diagnostics: the path as given.
  package var name: String
  /// The file's base name, shown on the site, which names no folder of the machine that built it.
  package var siteName: String
  /// Where its bytes come from.
  package var bytes: ByteSource
  /// What the configuration says about its columns; empty to recognise all of them.
  package var columns: ColumnMapping
  /// The zone of its times that carry no offset; nil for the one that their header names, else the report's.
  package var zone: ZoneRules?
  /// Where ``name`` has the team of the rows that name none; nil where it says nothing.
  package var teamPattern: TeamPattern?
  /// Which of the sources of activities has those of its leads; nil for none.
  package var activities: Int? { didSet { columns.hasActivities = activities != nil } }

  /// An export.
  package init(
    name: String, siteName: String, bytes: ByteSource, columns: ColumnMapping = ColumnMapping(),
    zone: ZoneRules? = nil, teamPattern: TeamPattern? = nil, activities: Int? = nil
  ) {
    self.name = name
    self.siteName = siteName
    self.bytes = bytes
    self.columns = columns
    self.zone = zone
    self.teamPattern = teamPattern
    self.activities = activities
    self.columns.hasActivities = activities != nil
  }
}

/// Where bytes come from. Reading them is a matter of whoever makes the value.
package enum ByteSource: Sendable {
  /// All at once: a mapped file or an array. May be read more than once.
  case bytes(Bytes)
  /// Block by block, each of any size, nil at the end. Read once, from the first to the last.
  case blocks(@Sendable () throws(Failure) -> [UInt8]?)
}

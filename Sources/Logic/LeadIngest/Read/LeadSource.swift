import LeadModel

/// One export: a file, or what a command writes.
package struct LeadSource: Sendable {
  /// For diagnostics: the path as given.
  package var name: String
  /// What it is called on the site, which names no more folders of the machine that built it than are needed to tell
  /// its sources apart.
  package var siteName: String
  /// Where its bytes come from.
  var bytes: ByteSource
  /// How its text is declared to be written; nil to recognise it.
  var encoding: TextEncoding?
  /// What the configuration says about its columns; empty to recognise all of them.
  var columns: ColumnMapping
  /// The zone of its times that carry no offset; nil for the one that their header names, else the report's.
  var zone: ZoneRules?
  /// Where ``name`` has the team of the rows that name none; nil where it says nothing.
  var teamPattern: TeamPattern?
  /// Which activities are those of its leads, by position; nil for none.
  package var activities: Int? { didSet { columns.hasActivities = activities != nil } }

  /// An export.
  package init(
    name: String, siteName: String, bytes: ByteSource, encoding: TextEncoding? = nil,
    columns: ColumnMapping = ColumnMapping(), zone: ZoneRules? = nil,
    teamPattern: TeamPattern? = nil, activities: Int? = nil
  ) {
    self.name = name
    self.siteName = siteName
    self.bytes = bytes
    self.encoding = encoding
    self.columns = columns
    self.zone = zone
    self.teamPattern = teamPattern
    self.activities = activities
    self.columns.hasActivities = activities != nil
  }
}

/// Where bytes come from. Reading them is a matter of whoever makes the value.
package enum ByteSource: Sendable {
  /// Gives block after block, each of any size; nil at the end.
  package typealias Pull = @Sendable () throws(Failure) -> [UInt8]?

  /// All at once: a mapped file or an array. May be read more than once.
  case bytes(Bytes)
  /// Block by block, as often as is asked for: what is called gives a pull that starts at the beginning.
  case repeatable(@Sendable () -> Pull)
  /// Block by block, and only once.
  case blocks(Pull)

  /// Whether it can be read only once.
  var isReadOnce: Bool { if case .blocks = self { true } else { false } }
}

extension LeadSource {
  /// What speaks against the encoding of a source, as far as it was read.
  func doubts(_ feed: borrowing WindowFeed) -> [Diagnostic] {
    feed.doubt.map { [fact($0, feed.encoding).diagnostic] } ?? []
  }

  /// That something speaks against the encoding as which it is read.
  func fact(_ doubt: EncodingDoubt, _ encoding: TextEncoding) -> ReadFact {
    .encodingDoubt(name, doubt, readAs: encoding, isDeclared: self.encoding != nil, columns.place)
  }
}

import LeadModel

/// What reading leads depends on besides their bytes.
package struct IngestOptions: Sendable {
  /// The choices of the report.
  package var rules: Rules
  /// The report's zone. nil where none is configured: times are floating then, and a timestamp with an
  /// offset is an error.
  package var zone: ZoneRules?
  /// The zones of teams that do not keep the report's, by the team's trimmed name.
  package var teamZones: [Name: ZoneRules]
  /// The rules of an IANA zone that the header of a time column names; nil where there is none of that name.
  var zoneNamed: @Sendable (String) -> ZoneRules?
  /// The teams of reps, for rows that name none; nil without a roster.
  package var roster: Roster?
  /// How many threads may read a large file, 1 or 2. The result does not depend on it.
  var threads: Int

  /// A secret for telling ids apart that cannot be looked up again, so that nobody can make two that are taken for one.
  /// The result does not depend on it.
  package var digestKey = DigestKey(low: 0, high: 0)

  /// Any 128 bits.
  package struct DigestKey: Hashable, Sendable {
    /// The lower 64 bits.
    var low: UInt64
    /// The upper 64 bits.
    var high: UInt64

    /// A key of those words.
    package init(low: UInt64, high: UInt64) { (self.low, self.high) = (low, high) }
  }

  /// The defaults: floating times and one thread.
  package init(
    rules: Rules = Rules(), zone: ZoneRules? = nil, teamZones: [Name: ZoneRules] = [:],
    zoneNamed: @escaping @Sendable (String) -> ZoneRules? = { _ in nil }, roster: Roster? = nil,
    threads: Int = 1
  ) {
    self.rules = rules
    self.zone = zone
    self.teamZones = teamZones
    self.zoneNamed = zoneNamed
    self.roster = roster
    self.threads = threads
  }
}

import LeadModel

/// What can be found while the zones of a source's times are chosen. The words are in `Messages`.
enum ZoneFact: Hashable, Sendable {
  /// The header of a time column names its zone; the other time column, if one is given, takes it too.
  case named(header: String, zone: String, other: String?)
  /// The header names a zone that cannot be looked up, such as `EST`; its times are read in the other, nil for as they
  /// stand.
  case unknown(header: String, name: String, readIn: String?)
  /// The header names a zone, but the configuration declares another.
  case overruled(header: String, name: String, declared: String)
  /// The zone of the times is known, by a header or the configuration (nil), but not that of the report.
  case noReportZone(header: String?, zone: String)
}

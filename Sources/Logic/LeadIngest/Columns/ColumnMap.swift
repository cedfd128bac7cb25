import LeadModel

/// Which column of a file plays which role, and what its header says besides.
struct ColumnMap: Hashable, Sendable {
  /// The position of the column that plays a role. Of `firstResponse` and `duration` there is at most one.
  var positions: [ColumnRole: Int] = [:]
  /// Why it is that column.
  var reasons: [ColumnRole: ColumnReason] = [:]
  /// The file's headers, trimmed.
  var header: [String]
  /// What the numbers of the duration column count; nil where that is not said.
  var durationUnit: DurationUnit?
  /// What the first part of clock time such as `1:05` counts in it; nil where that is not said.
  var clockUnit: DurationUnit?
  /// The IANA zone that the header of a time column names, as `Started at (America/New_York)` does.
  var zoneNames: [ColumnRole: String] = [:]
  /// The times among them that may stand in two columns, which the rows have to tell.
  var divided: [DividedTime] = []
  /// The system whose headers these are, if it is known.
  var preset: Preset?
  /// Notes and warnings about how the columns were understood, and errors that stand in the way of reading.
  var diagnostics: [Diagnostic] = []

  /// The position of the column that plays a role, or nil.
  subscript(role: ColumnRole) -> Int? { positions[role] }
  /// The header of the column that plays a role, or nil.
  func header(of role: ColumnRole) -> String? { positions[role].map { header[$0] } }
}

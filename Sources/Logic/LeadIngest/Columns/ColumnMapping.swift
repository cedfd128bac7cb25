import LeadModel

/// What the configuration says about the columns of a source. Empty where it says nothing.
package struct ColumnMapping: Hashable, Sendable {
  /// The header that plays a role, as the person wrote it.
  package var headers: [ColumnRole: String]
  /// The name of a ``Preset``; nil lets the headers tell.
  package var preset: String?
  /// What the duration column counts; nil leaves it to the header or the preset.
  package var durationUnit: DurationUnit?
  /// What stands before the decimals of durations; nil leaves it to the numbers.
  package var decimalMark: DecimalMark?
  /// Texts that say of a first response that there was none, beside the usual ones.
  package var never: [String]
  /// The order of day and month in `1/2/2024`; nil leaves it to the evidence of the column.
  package var dateOrder: DateOrder?
  /// Whether a received column without any time of day is accepted, its leads standing at midnight.
  package var allowsDateOnly: Bool
  /// Whether the first responses come from elsewhere (a file of activities), so that no column is needed.
  var hasActivities: Bool
  /// Where the configuration says so, with `key` the path of the source (`leads[0]`); nil without one.
  package var place: Place?

  /// A mapping; by default everything is left to the headers and values.
  package init(
    headers: [ColumnRole: String] = [:], preset: String? = nil, durationUnit: DurationUnit? = nil,
    decimalMark: DecimalMark? = nil, never: [String] = [],
    dateOrder: DateOrder? = nil, allowsDateOnly: Bool = false, hasActivities: Bool = false,
    place: Place? = nil
  ) {
    self.headers = headers
    self.preset = preset
    self.durationUnit = durationUnit
    self.decimalMark = decimalMark
    self.never = never
    self.dateOrder = dateOrder
    self.allowsDateOnly = allowsDateOnly
    self.hasActivities = hasActivities
    self.place = place
  }
}

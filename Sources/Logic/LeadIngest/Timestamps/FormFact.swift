import LeadModel

/// What can be found while the form of a time column is decided. The words are in `IngestMessages.swift`.
package enum FormFact: Hashable, Sendable {
  /// The column that is meant.
  struct Subject: Hashable, Sendable {
    /// Its role in words: `first response`.
    var title: String
    var header: String
    var file: String
    /// Where the configuration describes the source, or nil.
    var mapping: Place?
  }

  /// That many dates, like the example, are possible with the month first and with the day first.
  case undecidedOrder(Int, example: String)
  /// Some dates are only possible with the month first, others only with the day first; the order is that of
  /// the majority, nil where there is none.
  case mixedOrder(DateOrder?, monthFirst: Int, example: String, dayFirst: Int, otherExample: String)
  /// The order is that of the file's other time column.
  case orderOfSibling(DateOrder, example: String)
  /// That many years have two digits.
  case shortYears(Int, example: String)
  /// No field has a time of day.
  case datesOnly(example: String)
  /// Every time of day is 00:00:00.
  case allMidnight
  /// That many families of forms in one column, read row by row.
  case mixedStyles(Int)
  /// The values are durations in that unit.
  case durations(DurationUnit, example: String)
  /// The values are durations, in a unit that nothing says.
  case unknownUnit(example: String)
  /// That many numbers, like the example, have a comma that may stand before decimals or group thousands.
  case undecidedMark(Int, example: String)
}

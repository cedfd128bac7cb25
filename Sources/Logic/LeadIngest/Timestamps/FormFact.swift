import LeadModel

/// A field of a time column that a message shows.
struct FormExample: Hashable, Sendable {
  var text: String
  /// Where its row begins; nil where that is not known.
  var line: Int?

  init(_ text: String, line: Int? = nil) { (self.text, self.line) = (text, line) }
}

/// What can be found while the form of a time column is decided. The words are in `Messages`.
enum FormFact: Hashable, Sendable {
  /// The column that is meant.
  struct Subject: Hashable, Sendable {
    /// Its role in words: `first response`.
    var title: String
    var header: String
    var file: String
    /// Where the configuration describes the source, or nil.
    var mapping: Place?
    /// The key that names the column of its time of day; nil where there is none.
    var timeOfDayKey: String?
    /// Whether it is the time of an activity, of which a date alone says nothing.
    var isOfActivity = false
  }

  /// That many dates, like the example, are possible with the month first and with the day first.
  case undecidedOrder(Int, example: FormExample)
  /// Some dates are only possible with the month first, others only with the day first; the order is that of
  /// the majority, nil where there is none.
  case mixedOrder(DateOrder?, monthFirst: Int, example: FormExample, dayFirst: Int, otherExample: FormExample)
  /// The order is that of the file's other dates, which show it.
  case orderOfOthers(DateOrder, example: FormExample)
  /// The order is not that of the file's other time column.
  case orderUnlikeSibling(DateOrder, example: FormExample)
  /// Years have two digits and are read, since the dates can be in no other order.
  case shortYears(DateOrder, example: FormExample)
  /// That many years have two digits, and the dates may be in any of those orders.
  case openYears(Int, [DateOrder], example: FormExample)
  /// No field has a time of day.
  case datesOnly(example: FormExample)
  /// The same of first responses, as whole numbers that look like days of a spreadsheet, and may be durations.
  case daysOnly(example: FormExample)
  /// Answers without a time of day are taken as midnight, as is declared.
  case answersAtMidnight(example: FormExample)
  /// Every time of day is 00:00:00.
  case allMidnight
  /// A field has that character, which cannot be seen and is left out.
  case unseen(Unicode.Scalar, line: Int?)
  /// That many families of forms in one column, read row by row.
  case mixedStyles(Int)
  /// The values are durations in that unit; nil where they need none.
  case durations(DurationUnit?, example: FormExample)
  /// The values are durations, in a unit that nothing says.
  case unknownUnit(example: FormExample)
  /// That many clock times, like the example, have two parts, and nothing says of what.
  case unknownClock(Int, example: FormExample)
  /// So many clock times such as `10:20:00` may be times of day as well.
  case openClocks(Int, example: FormExample)
  /// That many numbers, like the example, have a mark that may stand before decimals or group thousands.
  case undecidedMark(Int, DecimalMark, example: FormExample)
}

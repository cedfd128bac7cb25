/// Why a row is rejected. The words are in `Messages`.
enum RowFault: Hashable, Sendable {
  /// Fewer or more fields than the header has.
  case fieldCount(found: Int, expected: Int)
  /// It has another number of fields, and a quote behind a blank opens in one of them that does not close there.
  case tornQuote
  /// It is the header once more.
  case repeatedHeader
  /// The received time is blank.
  case noReceivedTime
  /// The time of an activity is blank.
  case noTime
  /// The time of an activity is a date alone.
  case noTimeOfDay
  /// A time of day is a number that may mean several.
  case openTimeOfDay
  /// An activity does not say of which lead it is.
  case noLeadID
  /// A time cannot be read.
  case time(TimeFault)
  /// A first response is a date alone, decades before or after the receipt.
  case farDate
  /// A duration says more than one thing: its unit or its decimal mark is not known.
  case openDuration
  /// A date of 1900 where durations stand, of which it is not known from which day it counts.
  case openSpan
  /// A duration cannot be read.
  case duration
  /// A flag says neither yes nor no.
  case flag
  /// The count of leads cannot be read.
  case weight
}

/// What a timestamp says, to the microsecond; further digits are cut.
package struct ParsedTime: Hashable, Sendable {
  /// Since 1970-01-01 00:00, of UTC where ``isInstant``, else of the local clock.
  package var microseconds: Int64
  /// Whether it named its offset from UTC, so that it is a point on the time line and no local reading.
  package var isInstant: Bool

  /// A point in time or a local reading.
  init(microseconds: Int64, isInstant: Bool) {
    self.microseconds = microseconds
    self.isInstant = isInstant
  }
}

/// Which of the two numbers of `1/2/2024` is the month, or that neither is, but the year comes first.
package enum DateOrder: String, Hashable, Sendable, CaseIterable {
  /// `M/D/Y`.
  case monthFirst = "month-first"
  /// `D/M/Y`.
  case dayFirst = "day-first"
  /// `Y-M-D` with years of two digits; those of four are seen to be first.
  case yearFirst = "year-first"
}

/// How the times of a column are written, as far as a single field does not say it itself.
///
/// Years first, month names, epochs and serial dates speak for themselves and are read in any column, row by
/// row; `1/2/2024` needs the order that the evidence of the whole column, or the configuration, gives it.
struct TimestampForm: Hashable, Sendable {
  /// How most of the fields are written: the kernel that is tried first, and what is told to people.
  var style: Style
  /// What most dates have between their numbers; the others are read all the same.
  var separator = UInt8(ascii: "-")
  /// The order of day and month where the year is last, by what stands between them; nil rejects such fields.
  var orders: ByMark<DateOrder?>
  /// Whether a date without a time of day stands for its midnight; otherwise it is rejected.
  var allowsDateOnly = false
  /// Whether numbers that may be dates without marks as well count from 1970; otherwise they are rejected.
  var allowsCounts = false
  /// Whether years of two digits are of this century, by what stands before them; otherwise they are rejected.
  var allowsShortYears = ByMark(false)

  /// The families of forms.
  enum Style: Hashable, Sendable, CaseIterable {
    /// `2024-01-15T14:30:00Z`, `2024/1/15 14:30`, `202401151430` …
    case yearFirst
    /// `1/15/2024 2:30 PM`, `15.01.2024 14:30` …: see ``TimestampForm/orders``.
    case yearLast
    /// `15 Jan 2024 14:30`, `Jan 15, 2024 02:30 PM` …
    case monthName
    /// Seconds, milliseconds or microseconds since 1970, told apart by their size.
    case epoch
    /// Days since 1899-12-30 with a fraction, as spreadsheets keep them.
    case serial
  }

  /// The order of day and month of most dates whose year is last.
  var order: DateOrder? { DateMark(rawValue: separator).flatMap { orders[$0] } }

  /// A form whose order of day and month is the same whatever stands between them.
  init(
    _ style: Style, separator: UInt8 = UInt8(ascii: "-"), order: DateOrder? = nil,
    allowsDateOnly: Bool = false, allowsShortYears: Bool = false
  ) {
    self.style = style
    self.separator = separator
    orders = ByMark(order)
    self.allowsDateOnly = allowsDateOnly
    self.allowsShortYears = ByMark(allowsShortYears)
  }
}

/// Why a field is no timestamp.
enum TimeFault: Error, Hashable, Sendable {
  /// In no form that is known.
  case unknownForm
  /// The calendar has no such day.
  case noSuchDay
  /// No such time of day.
  case noSuchTime
  /// An hour of the other half of the day than AM or PM say.
  case otherHalf
  /// No zone has such an offset from UTC.
  case noSuchOffset
  /// A date alone.
  case noTimeOfDay
  /// Day and month are only possible in the order that such dates of the column are not in.
  case otherOrder(DateOrder)
  /// The order of day and month is not known.
  case unknownOrder
  /// A year of two digits, in a column whose order was not declared.
  case shortYear
  /// Before 1900 or after 2299.
  case yearOutOfRange
  /// A zone by its name, or by letters other than Z, UTC or GMT, such as `EST`, which are ambiguous.
  case namedZone
  /// A zone by its name or letters, which is not that of the column's other times then.
  case otherZone
  /// A number that may count from 1970, or be a date without marks.
  case openNumber
  /// The name of the weekday is not that of the date.
  case otherWeekday
}

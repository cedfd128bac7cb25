import LeadModel

/// What stands between the numbers of a date whose year is last.
enum DateMark: UInt8, Hashable, Sendable, CaseIterable {
  case slash = 0x2F
  case dot = 0x2E
  case dash = 0x2D
}

/// A value for each mark: systems whose dates meet in one column may differ in the order of day and month, and then
/// mostly in the mark too (`1/15/2024`, `15.1.2024`).
struct ByMark<Value> {
  private var slash: Value
  private var dot: Value
  private var dash: Value

  /// The same for all marks.
  init(_ value: Value) { (slash, dot, dash) = (value, value, value) }

  /// The value for a mark.
  subscript(mark: DateMark) -> Value {
    get {
      switch mark {
      case .slash: slash
      case .dot: dot
      case .dash: dash
      }
    }
    set {
      switch mark {
      case .slash: slash = newValue
      case .dot: dot = newValue
      case .dash: dash = newValue
      }
    }
  }
}

extension ByMark: Sendable where Value: Sendable {}
extension ByMark: Equatable where Value: Equatable {}
extension ByMark: Hashable where Value: Hashable {}

/// What dates with one mark show of their order.
struct OrderEvidence: Sendable {
  /// Dates only possible month first, those only possible day first, and those possible in both with different results.
  private(set) var monthFirst = 0
  private(set) var dayFirst = 0
  private(set) var either = 0
  /// All dates, and those among them whose last number has two digits and four, as a year.
  private(set) var dates = 0
  private var twoDigitYears = 0
  private var longYears = 0
  /// Those like `26-9-7`, in which nothing but the first number can be the year.
  private var onlyYearFirst = 0
  /// Dates with years of two digits; beside years of four one like `26-9-7` is a slip.
  var shortYears: Int { twoDigitYears + (longYears == 0 ? onlyYearFirst : 0) }
  /// Dates possible with a year of two digits first, and those only possible in another order.
  private var yearFirst = 0
  private var notYearFirst = 0
  /// The first and the last numbers that occur in dates possible with the year first, as bits.
  private var firsts = UInt128(0)
  private var lasts = UInt128(0)
  /// The first of each kind.
  private(set) var monthFirstExample: FormExample?
  private(set) var dayFirstExample: FormExample?
  private(set) var eitherExample: FormExample?
  private(set) var shortYearExample: FormExample?

  /// That of day and month by majority; nil where they show none or both alike, or the year first.
  var order: DateOrder? {
    monthFirst == dayFirst || isYearFirst ? nil : monthFirst > dayFirst ? .monthFirst : .dayFirst
  }

  /// Whether any of them shows an order.
  var isShown: Bool { monthFirst + dayFirst > 0 }

  /// Whether they contradict each other.
  var isMixed: Bool { monthFirst > 0 && dayFirst > 0 && !isYearFirst }

  /// The order in which years of two digits can be nothing else: `1/13/17` has the month first, since no date has it in
  /// the middle. `13/1/17` might begin with the year.
  var shortYearOrder: DateOrder? {
    isYearFirst ? .yearFirst : order == .monthFirst && !isMixed ? .monthFirst : nil
  }

  /// Whether the dates, but for a minority that then is none, begin with years of two digits: leads come on many days of
  /// few years, and with the day first they would be of few days in as many years.
  private var isYearFirst: Bool {
    let (years, days) = (firsts.nonzeroBitCount, lasts.nonzeroBitCount)
    return longYears == 0 && allows(.yearFirst) && (1...3).contains(years) && days >= 8 * years
      && firsts.trailingZeroBitCount > 12 && lasts >> 13 != 0
  }

  /// Whether no date contradicts an order, or with the year first only a minority: a single slip would leave the day
  /// first else, with which such dates are of many years.
  func allows(_ order: DateOrder) -> Bool {
    switch order {
    case .monthFirst: dayFirst == 0
    case .dayFirst: monthFirst == 0
    case .yearFirst: yearFirst > notYearFirst
    }
  }

  /// Those that may be declared: the year may be first wherever the day may and some date can be so, however many are
  /// not; and it alone where some date cannot be otherwise, and all can be so.
  var choices: [DateOrder] {
    let isYearFirst = onlyYearFirst > 0 && notYearFirst == 0
    return DateOrder.allCases.filter {
      $0 == .yearFirst
        ? allows($0) || yearFirst > 0 && allows(.dayFirst)
        : allows($0) && onlyYearFirst < dates && !isYearFirst
    }
  }

  /// Takes a date into account.
  mutating func add(_ parts: TimestampParts, _ field: FieldBytes, _ line: Int?) {
    dates += 1
    if parts.isYearFirst { onlyYearFirst += 1 } else if parts.hasShortYear { twoDigitYears += 1 }
    if parts.hasShortYear || parts.isYearFirst {
      note(&shortYearExample, field, line)
    } else {
      longYears += 1
    }
    // Only days that exist are evidence: 6/31 is not month-first, it is nothing.
    let isMonthFirst =
      !parts.isYearFirst && CivilDate(year: parts.year, month: parts.month, day: parts.day) != nil
    let isDayFirst =
      !parts.isYearFirst && CivilDate(year: parts.year, month: parts.day, day: parts.month) != nil
    if parts.hasShortYear || parts.isYearFirst,
      CivilDate(year: 2_000 + parts.month, month: parts.day, day: parts.year) != nil
    {
      yearFirst += 1
      firsts |= 1 << UInt128(parts.month)
      lasts |= 1 << UInt128(parts.year)
    } else if isMonthFirst || isDayFirst {
      notYearFirst += 1
    }
    switch (isMonthFirst, isDayFirst) {
    case (true, true) where parts.month != parts.day:
      either += 1
      note(&eitherExample, field, line)
    case (true, false):
      monthFirst += 1
      note(&monthFirstExample, field, line)
    case (false, true):
      dayFirst += 1
      note(&dayFirstExample, field, line)
    default: break
    }
  }
}

/// Takes a field as the example of its kind where there is none yet.
func note(_ example: inout FormExample?, _ field: FieldBytes, _ line: Int?) {
  if example == nil { example = FormExample(field.text, line: line) }
}

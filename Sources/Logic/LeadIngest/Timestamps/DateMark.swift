import LeadModel

/// What stands between the numbers of a date whose year is last.
package enum DateMark: UInt8, Hashable, Sendable, CaseIterable {
  case slash = 0x2F
  case dot = 0x2E
  case dash = 0x2D
}

/// A value for each mark: systems whose dates meet in one column may differ in the order of day and month, and then
/// mostly in the mark too (`1/15/2024`, `15.1.2024`).
package struct ByMark<Value> {
  private var slash: Value
  private var dot: Value
  private var dash: Value

  /// The same for all marks.
  package init(_ value: Value) { (slash, dot, dash) = (value, value, value) }

  /// The value for a mark.
  package subscript(mark: DateMark) -> Value {
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
  /// All dates, and those among them whose year has two digits.
  private(set) var dates = 0
  private(set) var shortYears = 0
  /// The first of each kind.
  private(set) var monthFirstExample: FormExample?
  private(set) var dayFirstExample: FormExample?
  private(set) var eitherExample: FormExample?
  private(set) var shortYearExample: FormExample?

  /// By majority; nil where they show none or both alike.
  var order: DateOrder? {
    monthFirst == dayFirst ? nil : monthFirst > dayFirst ? .monthFirst : .dayFirst
  }

  /// Whether any of them shows an order.
  var isShown: Bool { monthFirst + dayFirst > 0 }

  /// Whether they contradict each other.
  var isMixed: Bool { monthFirst > 0 && dayFirst > 0 }

  /// Whether a year of two digits can be nothing else: `1/13/17` has the month first, since no date has it in the
  /// middle. `13/1/17` might begin with the year.
  var showsShortYears: Bool { order == .monthFirst && !isMixed }

  /// Takes a date into account.
  mutating func add(_ parts: TimestampParts, _ field: FieldBytes, _ line: Int?) {
    dates += 1
    if parts.hasShortYear {
      shortYears += 1
      note(&shortYearExample, field, line)
    }
    // Only days that exist are evidence: 6/31 is not month-first, it is nothing.
    let isMonthFirst = CivilDate(year: parts.year, month: parts.month, day: parts.day) != nil
    let isDayFirst = CivilDate(year: parts.year, month: parts.day, day: parts.month) != nil
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

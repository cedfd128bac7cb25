import LeadModel

/// What the fields of one time column have in common: fed with them one by one, it decides how they are read.
///
/// A reader feeds it the first rows. If it then is not ``isSettled``, the reader feeds it all rows before it
/// reads any. A field that later fails with a fault that ``TimeFault/asksForEvidence`` makes the reader feed
/// all rows as well, once, and begin anew if the form then differs.
struct FormEvidence: Sendable {
  /// Fields that are timestamps, by family.
  private(set) var styles: [TimestampForm.Style: Int] = [:]
  /// Numbers that may count from 1970 but also be dates without marks.
  private(set) var openNumbers = 0
  /// The separator of the first date with the year first that has one.
  private(set) var yearFirstMark: DateMark?
  /// Fields that are no timestamps but may be durations, those among them that need no unit, and the rest.
  private(set) var durations = 0
  private(set) var unitDurations = 0
  private(set) var unreadable = 0
  /// Clock times such as `1:05`, of hours and minutes or of minutes and seconds.
  private(set) var shortClocks = 0
  /// Clock times such as `10:20:00` of leads whose receipt has a time of day, and those that are no earlier than it.
  private(set) var dayClocks = 0
  private(set) var laterClocks = 0
  /// Of the numbers among them: those that show a point or a comma before decimals, and those like `1.234` or
  /// `1,234`, which may group thousands.
  private(set) var decimalPoints = 0
  private(set) var decimalCommas = 0
  private(set) var openMarks = 0
  /// The mark of the first of the latter.
  private(set) var openMark = DecimalMark.point
  /// What dates with the year last show of the order of day and month, by what stands between them.
  private(set) var orders = ByMark(OrderEvidence())
  /// Dates without a time of day, and times that are all zeros.
  private(set) var datesOnly = 0
  private(set) var midnights = 0
  /// The first and the last year.
  private(set) var years: ClosedRange<Int>?
  /// Those with an offset from UTC.
  private(set) var instants = 0
  /// The first character that cannot be seen, and the line of its row.
  private(set) var unseen: (character: Unicode.Scalar, line: Int?)?
  /// The first fields of the kinds that a message may have to show.
  private(set) var examples = Examples()

  /// Fields to show, at most one of a kind.
  struct Examples: Hashable, Sendable {
    var dateOnly: FormExample?
    var duration: FormExample?
    var number: FormExample?
    var openMark: FormExample?
    var shortClock: FormExample?
  }

  /// Nothing seen yet.
  init() {}

  /// Timestamps seen.
  var timestamps: Int { styles.values.reduce(0, +) }

  /// Whether the fields seen decide the form and no later one can leave it open again.
  var isSettled: Bool {
    let seen = timestamps
    if durations > 0 { return seen == 0 && (openMarks == 0 || decimalMark != nil) }
    if seen == 0 || datesOnly + midnights == seen || openNumbers > 0 { return false }
    // Years that come first are seen by all dates together.
    return DateMark.allCases.allSatisfy {
      orders[$0].shortYears == 0 || orders[$0].shortYearOrder == .monthFirst
    }
      && DateMark.allCases.allSatisfy { orders[$0].dates == 0 || orders[$0].isShown }
  }

  /// The order in which the years of two digits in dates with a mark can be nothing else, which the file's other time
  /// column may show too; nil where it is open.
  func shortYearOrder(_ mark: DateMark, beside sibling: FormEvidence?) -> DateOrder? {
    let own = orders[mark]
    if own.shortYears == 0 { return nil }
    return own.shortYearOrder ?? sibling?.orders[mark].shortYearOrder.flatMap { own.allows($0) ? $0 : nil }
  }

  /// The order of day and month that the column itself shows, whatever stands between them; nil where it shows none,
  /// or not the same with every mark.
  var order: DateOrder? {
    let shown = Set(DateMark.allCases.compactMap { orders[$0].order })
    return shown.count == 1 ? shown.first : nil
  }

  /// The order of dates with each mark: what they show, or what the others of the column do.
  var shownOrders: ByMark<DateOrder?> {
    var shown = ByMark(order)
    for mark in DateMark.allCases { shown[mark] = orders[mark].order ?? order }
    return shown
  }

  /// The decimal mark that the column itself shows; nil where it shows none, or both.
  var decimalMark: DecimalMark? {
    switch (decimalPoints > 0, decimalCommas > 0) {
    case (true, false): .point
    case (false, true): .comma
    default: nil
    }
  }

  /// Whether numbers that may be dates count from 1970 all the same, since most of the column can be no dates. That takes
  /// all rows, as does ``isSettled`` where there are such numbers.
  var areCounts: Bool { openNumbers * 2 < styles[.epoch, default: 0] }

  /// Takes note of a character in a field that cannot be seen, if it has one.
  mutating func noteUnseen(in field: FieldBytes, line: Int) {
    if field.isASCII { return }
    if unseen == nil, let character = field.unseen { unseen = (character, line) }
  }

  /// Takes one more field into account, white space at its ends already gone. `line` is where its row begins, for
  /// messages.
  mutating func add(_ field: FieldBytes, line: Int? = nil) {
    if isBlankTime(field) { return }
    guard let parts = try? TimestampParts(field), parts.spanOfSpreadsheet == nil else {
      addDuration(field, line)
      return
    }
    if parts.style == .yearFirst, yearFirstMark == nil { yearFirstMark = field.firstMark }
    styles[parts.style, default: 0] += 1
    if let year = parts.fullYear {
      let known = years ?? year...year
      years = min(known.lowerBound, year)...max(known.upperBound, year)
    }
    if parts.offset != nil { instants += 1 }
    if parts.mayBeDate { openNumbers += 1 }
    if parts.style == .serial || parts.style == .epoch {
      // Numbers that are durations where others of the column are.
      note(&examples.number, field, line)
      addMarks(of: field, line)
    }
    // A day of a spreadsheet without a fraction is how a date alone looks there.
    if parts.timeOfDay == nil || parts.style == .serial && parts.timeOfDay == 0 {
      datesOnly += 1
      note(&examples.dateOnly, field, line)
    } else if parts.timeOfDay == 0 {
      midnights += 1
    }
    if parts.style == .yearLast { orders[parts.mark].add(parts, field, line) }
  }

  /// Whether all durations may be times of the day on which their leads were received as well: none of several is an
  /// earlier one.
  var mayBeTimesOfDay: Bool { dayClocks > 1 && laterClocks == dayClocks && dayClocks == durations }

  /// Compares clock time with the time of day at which its lead was received.
  mutating func addClock(_ field: FieldBytes, receivedAt receipt: FieldBytes) {
    guard field.contains(UInt8(ascii: ":")), !field.hasLetters, case var cursor = FieldCursor(field),
      let clock = clockDuration(&cursor, nil), cursor.isAtEnd, clock < DurationUnit.days.microseconds,
      let received = (try? TimestampParts(receipt))?.timeOfDay, received > 0
    else { return }
    dayClocks += 1
    if clock >= received { laterClocks += 1 }
  }

  /// What a field that is no timestamp says as a duration.
  private mutating func addDuration(_ field: FieldBytes, _ line: Int?) {
    guard parseDuration(field, form: DurationForm(unit: nil).completed) != nil else {
      unreadable += 1
      return
    }
    durations += 1
    note(&examples.duration, field, line)
    let isClock = field.contains(UInt8(ascii: ":"))
    if isClock || field.hasLetters && ShiftedNumber(field) == nil {
      unitDurations += 1
      if isClock, parseDuration(field, form: DurationForm(unit: nil)) == nil {
        shortClocks += 1
        note(&examples.shortClock, field, line)
      }
    } else {
      note(&examples.number, field, line)
    }
    // A point or a comma in clock time is before decimals of a second, and tells nothing of other numbers.
    if !isClock { addMarks(of: field, line) }
  }

  /// What the numbers in a duration show of the column's decimal mark.
  private mutating func addMarks(of field: FieldBytes, _ line: Int?) {
    for reading in field.numberMarks {
      switch reading {
      case .plain: break
      case .decimals(.point), .thousands(.comma): decimalPoints += 1
      case .decimals(.comma), .thousands(.point): decimalCommas += 1
      case .open(let mark):
        openMarks += 1
        if openMarks == 1 { openMark = mark }
        note(&examples.openMark, field, line)
      }
    }
  }
}

extension FieldBytes {
  /// What stands between the first numbers of a date; nil where it is something else.
  fileprivate var firstMark: DateMark? {
    for position in 0..<count where !self[position].isDigit { return DateMark(rawValue: self[position]) }
    return nil
  }
}

extension TimeFault {
  /// Whether more evidence could show that the form was decided wrongly.
  var asksForEvidence: Bool {
    switch self {
    case .otherOrder, .unknownOrder, .shortYear, .openNumber: true
    default: false
    }
  }
}

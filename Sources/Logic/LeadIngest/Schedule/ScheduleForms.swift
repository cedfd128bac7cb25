import LeadModel

/// What only all rows of a schedule together show of how it is written.
struct ScheduleForms {
  /// How dates are read.
  let dates: TimestampParser
  /// A time that shows that dotted ones are decimal hours or fractions of a day; nil where all can be clock times.
  let decimalTime: String?
  /// Whether a day is numbered 0, so that numbers may begin with any day.
  let hasDayZero: Bool

  /// Looks at all rows.
  init(_ rows: [TextRow], _ positions: [ScheduleColumn: Int]) {
    func each(_ roles: [ScheduleColumn], _ body: (String) -> Void) {
      for row in rows {
        for case let position? in roles.map({ positions[$0] }) where position < row.fields.count {
          body(row.fields[position].text)
        }
      }
    }
    var evidence = FormEvidence()
    each([.date, .firstDay, .lastDay]) { $0.withFieldBytes { evidence.add($0) } }
    var form = TimestampForm(.yearFirst, allowsDateOnly: true)
    form.orders = evidence.shownOrders
    dates = TimestampParser(form: form)

    var hasZero = false
    each([.day]) { hasZero = hasZero || LeadIngest.hasDayZero($0) }
    hasDayZero = hasZero
    var decimal: String?
    each([.start, .end]) { text in
      if decimal == nil, DottedTime(text)?.isDecimal == true { decimal = text }
    }
    decimalTime = decimal
  }
}

/// Whether a text is a date in some form, without a time of day that would say something.
func isDate(_ text: String) -> Bool {
  text.withFieldBytes { field in
    guard let parts = try? TimestampParts(field) else { return false }
    return parts.timeOfDay ?? 0 == 0 && parts.style != .epoch && parts.style != .serial
  }
}

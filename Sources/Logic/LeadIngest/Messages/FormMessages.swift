import LeadModel

extension FormFact {
  /// The fact for people.
  func diagnostic(of subject: Subject) -> Diagnostic {
    func place(_ example: FormExample? = nil) -> Place {
      Place(file: subject.file, line: example?.line, key: subject.header)
    }
    let column = "the \(subject.title) (\(quoted(subject.header)))"
    let orderKey = "\(setting(subject.mapping, "date_order"))"
    /// The other way out for clock times, where the source may have a column of the time of day.
    func orTimeOfDay(_ condition: String) -> String {
      subject.timeOfDayKey.map {
        "; or, where \(condition) of the response, \(setting(subject.mapping, $0)) to the header of this column and "
          + "\(setting(subject.mapping, "first_response")) to that of its date"
      } ?? ""
    }
    switch self {
    case .undecidedOrder(let count, let example):
      return Diagnostic(
        .error, "date-order-undecided", at: place(example),
        "\(column) has \(times(count, "date")) like \(quoted(example.text)) and none that shows whether the month or "
          + "the day is first",
        remedy: "Set \(orderKey) to `month-first` or `day-first`.")
    case .mixedOrder(let order, let monthFirst, let example, let dayFirst, let otherExample):
      let place = place(order == .dayFirst ? example : otherExample)
      let found =
        "\(column) has \(times(monthFirst, "date")) with the month first (\(quoted(example.text))) and "
        + "\(times(dayFirst, "date")) with the day first (\(quoted(otherExample.text)))"
      guard let order else {
        return Diagnostic(
          .error, "date-order-mixed", at: place, found,
          remedy: "Repair the export, or set \(orderKey): the others are then rejected.")
      }
      return Diagnostic(
        .warning, "date-order-mixed", at: place,
        found + "; it is read \(order.rawValue) and the others are rejected",
        remedy: "Repair the export, or set \(orderKey).")
    case .orderOfOthers(let order, let example):
      return Diagnostic(
        .note, "date-order-borrowed", at: place(),
        "\(column) has only dates like \(quoted(example.text)); they are read \(order.rawValue), as the other times of "
          + "the file are")
    case .orderUnlikeSibling(let order, let example):
      return Diagnostic(
        .warning, "date-order-differs", at: place(example),
        "\(column) has dates like \(quoted(example.text)) and is read \(order.rawValue), unlike the other times of the "
          + "file",
        remedy:
          "Check both columns, and set \(orderKey) if they are of one order: dates that do not fit are then rejected."
      )
    case .shortYears(let order, let example):
      return Diagnostic(
        .note, "year-short", at: place(example),
        "\(column) has years of two digits, like \(quoted(example.text)); they are read \(order.rawValue) "
          + "and as 20xx, since "
          + (order == .yearFirst
            ? "the last number changes from day to day and the first one does not"
            : "some of the dates can be nothing else"))
    case .openYears(let count, let orders, let example):
      return Diagnostic(
        .error, "year-short", at: place(example),
        "\(column) has \(times(count, "year")) of two digits, like \(quoted(example.text)), and none that shows which of the "
          + "numbers is the year",
        remedy: "Export years of four digits"
          + (orders.isEmpty
            ? "."
            : ", or set \(orderKey) to \(orders.map { "`\($0.rawValue)`" }.joined(separator: " or ")), "
              + (orders.count == 1 ? "if that is their order" : "whichever it is")
              + "; the years are then read as 20xx."))
    case .datesOnly(let example):
      return Diagnostic(
        .error, "date-only", at: place(example),
        "\(column) has dates without a time of day, like \(quoted(example.text)): nothing can be said about minutes",
        remedy: subject.isOfActivity
          ? "Set \(setting(subject.mapping, "time")) to the header of a column that has both"
            + (subject.timeOfDayKey.map {
              ", or \(setting(subject.mapping, $0)) to that of the column that has the time"
            } ?? "") + "."
          : "Export the date with its time, "
            + (subject.timeOfDayKey.map {
              "set \(setting(subject.mapping, $0)) to the header of the column that has the time, "
            } ?? "")
            + "or set \(setting(subject.mapping, "date_only")) to `true`.")
    case .daysOnly(let example):
      return Diagnostic(
        .error, "date-only", at: place(example),
        "\(column) has whole numbers like \(quoted(example.text)), which look like spreadsheet dates without a time of "
          + "day: nothing can be said about minutes",
        remedy: "Export the date with its time"
          + (subject.timeOfDayKey.map {
            ", or set \(setting(subject.mapping, $0)) to the header of the column that has the time"
          } ?? "")
          + "; or set \(setting(subject.mapping, "duration_unit")) if they count how long the response took.")
    case .answersAtMidnight(let example):
      return Diagnostic(
        .warning, "date-only", at: place(example),
        "\(column) has dates without a time of day, like \(quoted(example.text)); they are taken as midnight, as "
          + "\(setting(subject.mapping, "date_only")) says, so how fast these answers were is not known",
        remedy: "Export the date with its time.")
    case .allMidnight:
      return Diagnostic(
        .warning, "all-midnight", at: place(),
        "every time of \(column) is 00:00:00: the export probably dropped the time of day",
        remedy: "Export the date with its time.")
    case .unseen(let character, let line):
      return Diagnostic(
        .note, "characters-unseen", at: Place(file: subject.file, line: line, key: subject.header),
        "\(column) has characters that cannot be seen, such as U+\(hexadecimal(character)) here; it is read without them"
      )
    case .mixedStyles(let count):
      return Diagnostic(
        .note, "forms-mixed", at: place(),
        "\(column) mixes \(count) forms of dates; each row is read in its own")
    case .durations(let unit, let example):
      return Diagnostic(
        .note, "response-durations", at: place(),
        "\(column) says how long the response took, \(words(unit)) (\(quoted(example.text)))")
    case .undecidedMark(let count, let mark, let example):
      return Diagnostic(
        .error, "decimal-mark-undecided", at: place(example),
        "\(column) has \(times(count, "number")) like \(quoted(example.text)) and none that shows whether the "
          + "\(mark.name) stands before decimals or groups thousands",
        remedy:
          "Set \(setting(subject.mapping, "decimal_mark")) to `,` or `.`, whichever stands before decimals.")
    case .unknownUnit(let example):
      return Diagnostic(
        .error, "duration-unit-unknown", at: place(example),
        "\(quoted(subject.header)) holds durations (\(quoted(example.text))), but in which unit is not said",
        remedy: "Set \(setting(subject.mapping, "duration_unit")) to `ms`, `s`, `min`, `h` or `d`.")
    case .unknownClock(let count, let example):
      return Diagnostic(
        .error, "duration-unit-unknown", at: place(example),
        "\(column) has \(times(count, "clock time")) of two parts, like \(quoted(example.text)), and whether they are "
          + (subject.timeOfDayKey == nil
            ? "hours and minutes or minutes and seconds is not said"
            : "times of day, hours and minutes that it took, or minutes and seconds is not said"),
        remedy: "Set \(setting(subject.mapping, "duration_unit")) to what the first part counts, `h` or `min`"
          + orTimeOfDay("it is the time of day") + ".")
    case .openClocks(let count, let example):
      return Diagnostic(
        .error, "duration-unit-unknown", at: place(example),
        "\(column) has \(times(count, "clock time")), like \(quoted(example.text)), none of which is earlier than the time "
          + "of day of the receipt: whether they are times of day or how long it took is not said",
        remedy: "Set \(setting(subject.mapping, "duration_unit")) to `h` if they are how long it took"
          + orTimeOfDay("they are the times of day") + ".")
    }
  }
}

/// `200E`
private func hexadecimal(_ character: Unicode.Scalar) -> String {
  let digits = String(character.value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

import LeadModel

extension FormEvidence {
  /// Whether all are whole numbers which as days of a spreadsheet are near the times of the file's other column: as seconds
  /// or minutes few columns would be so much alike.
  func mayBeDays(beside sibling: FormEvidence?) -> Bool {
    guard let years, let others = sibling?.years, durations == 0, datesOnly == timestamps,
      styles[.serial] == timestamps
    else { return false }
    return years.lowerBound >= others.lowerBound - 2 && years.upperBound <= others.upperBound + 2
  }
}

extension TimestampParts {
  /// The year, where it does not stand first in two digits.
  var fullYear: Int? {
    switch style {
    case .serial, .epoch:
      CivilDate(dayNumber: Int(total / DurationUnit.days.microseconds)).components.year
    case .yearFirst, .yearLast, .monthName: isYearFirst ? nil : hasShortYear ? 2_000 + year : year
    }
  }
}

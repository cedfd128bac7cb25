/// A day of the week, numbered as ISO 8601 does: Monday is 1, Sunday is 7.
package enum Weekday: Int, CaseIterable, Hashable, Comparable, Sendable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday

  /// The English name in full: `Monday`.
  package var name: String {
    switch self {
    case .monday: "Monday"
    case .tuesday: "Tuesday"
    case .wednesday: "Wednesday"
    case .thursday: "Thursday"
    case .friday: "Friday"
    case .saturday: "Saturday"
    case .sunday: "Sunday"
    }
  }

  /// The first three letters of the name: `Mon`.
  package var shortName: String { String(name.prefix(3)) }

  /// The position in a week that begins on Monday: 0 for Monday, 6 for Sunday.
  package var index: Int { rawValue - 1 }

  /// Saturday or Sunday.
  package var isWeekend: Bool { self >= .saturday }

  package static func < (left: Weekday, right: Weekday) -> Bool { left.rawValue < right.rawValue }
}

/// What can be found while columns are matched with roles. The words for it are in `Messages`.
enum ColumnFact: Hashable, Sendable {
  /// The configuration names a header that the file has not.
  case unknownHeader(role: String, key: String, asked: String, near: String?, found: [String])
  /// A required role has no column.
  case missing(
    role: String, key: String, lookedFor: [String], found: [String], near: String?, advice: String?)
  /// Several columns may play a role and none is better.
  case equalColumns(role: String, key: String, headers: [String])
  /// Several columns of the same header may play a role; positions from 1.
  case repeatedHeader(role: String, header: String, columns: [Int])
  /// The configuration names the same column for the receipt and for the response.
  case sharedColumn(header: String, key: String)
  /// A column plays a role although others could.
  case preferred(role: String, header: String, others: [String])
  /// The headers are those of a known system.
  case recognised(Preset)
  /// The configuration names a preset that there is not.
  case unknownPreset(String, known: [String])
  /// A column is named as the time of day of a first response whose date no column is.
  case unusedTimeOfDay(header: String)
  /// A time is put together from a column of dates and one of times of day.
  case joined(role: String, headers: [String])
  /// A column says either when of a day the first response was or how long it took, and another has its date.
  case timeOfDayOrDuration(date: String, time: String)
  /// There are activities, so the column for the first response is not read.
  case leftToActivities(header: String)

  /// Whether it is an error about a role, so that "missing" need not be said as well.
  func concerns(_ title: String) -> Bool {
    switch self {
    case .unknownHeader(let role, _, _, _, _), .equalColumns(let role, _, _),
      .repeatedHeader(let role, _, _):
      role == title
    default: false
    }
  }
}

/// What the numbers of a duration column count.
package enum DurationUnit: String, Hashable, Sendable, CaseIterable {
  case milliseconds = "ms"
  case seconds = "s"
  case minutes = "min"
  case hours = "h"
  case days = "d"

  /// Microseconds in one.
  var microseconds: Int64 {
    switch self {
    case .milliseconds: 1_000
    case .seconds: 1_000_000
    case .minutes: 60_000_000
    case .hours: 3_600_000_000
    case .days: 86_400_000_000
    }
  }

  /// Whether clock time such as `1:05` can begin with it.
  var beginsClocks: Bool { self == .hours || self == .minutes }

  /// In full: `minutes`.
  package var name: String {
    switch self {
    case .milliseconds: "milliseconds"
    case .seconds: "seconds"
    case .minutes: "minutes"
    case .hours: "hours"
    case .days: "days"
    }
  }

  /// What people write for it in headers and behind numbers, in small letters and some languages. `ora` and `hora`, and
  /// `day`, are none: in a header they say what time or day it was.
  var words: [StaticString] {
    switch self {
    case .milliseconds: ["ms", "msec", "msecs", "millis", "millisecond", "milliseconds"]
    case .seconds:
      [
        "s", "sec", "secs", "second", "seconds", "sek", "sekunden", "secondes", "segundos", "secondi",
        "seconden",
      ]
    case .minutes: ["min", "mins", "minute", "minutes", "minuten", "minutos", "minuti"]
    case .hours: ["h", "hr", "hrs", "hour", "hours", "std", "stunden", "heures", "horas", "ore", "uren"]
    case .days: ["days", "tage", "tagen", "jours", "días", "dias", "giorni", "dagen"]
    }
  }
}

/// What stands before the decimals of a number; the other one may then group thousands.
package enum DecimalMark: String, Hashable, Sendable, CaseIterable {
  case point = "."
  case comma = ","

  /// In a word: `comma`.
  var name: String { self == .point ? "point" : "comma" }
}

/// How the durations of a column are written.
struct DurationForm: Hashable, Sendable {
  /// What a plain number counts; nil where all are clock time such as `1:30:00` or name their units, and
  /// a number says nothing.
  var unit: DurationUnit?
  /// The decimal mark of the column; nil where none of its numbers shows one. Then `1.234` and `1,234`, which may be
  /// 1.234 or 1234, are rejected.
  var decimalMark: DecimalMark?
  /// What the first part of clock time such as `1:05` counts, hours or minutes; nil where that is not said, and such
  /// are rejected.
  var clockUnit: DurationUnit?

  /// The same with something for what is not known, so that every duration can be read, though not as it is meant.
  var completed: DurationForm {
    DurationForm(
      unit: unit ?? .seconds, decimalMark: decimalMark ?? .comma, clockUnit: clockUnit ?? .minutes)
  }

  /// Whether a field is a duration that cannot be read for what is not known.
  func leavesOpen(_ field: FieldBytes) -> Bool {
    parseDuration(field, form: self) == nil && parseDuration(field, form: completed) != nil
  }

  /// A form.
  init(unit: DurationUnit?, decimalMark: DecimalMark? = nil, clockUnit: DurationUnit? = nil) {
    self.unit = unit
    self.decimalMark = decimalMark
    self.clockUnit = clockUnit
  }
}

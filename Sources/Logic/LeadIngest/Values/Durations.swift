/// What the numbers of a duration column count.
package enum DurationUnit: String, Hashable, Sendable, CaseIterable {
  case milliseconds = "ms"
  case seconds = "s"
  case minutes = "min"
  case hours = "h"

  /// Microseconds in one.
  package var microseconds: Int64 {
    switch self {
    case .milliseconds: 1_000
    case .seconds: 1_000_000
    case .minutes: 60_000_000
    case .hours: 3_600_000_000
    }
  }

  /// In full: `minutes`.
  package var name: String {
    switch self {
    case .milliseconds: "milliseconds"
    case .seconds: "seconds"
    case .minutes: "minutes"
    case .hours: "hours"
    }
  }
}

import Foundation
import LeadModel

/// The one place that asks what time it is.
enum Clock {
  /// This moment, to the microsecond.
  static var now: Instant { Instant(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000)) }
}

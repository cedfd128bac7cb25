/// What numbers may be chosen, in the configuration and on the command line alike. Each has an upper limit far above
/// what makes sense, and far below what would overflow where it is reckoned with.
enum Limits {
  /// Minutes of a threshold: up to a year.
  static let threshold = 1...525_600
  /// Judged leads below which a rate says little.
  static let minLeads = 1...1_000_000
  /// Seconds by which a first response may precede its receipt: up to a day, beyond which no clock is merely wrong.
  static let clockSkew = 0...86_400
  /// The percentage of unreadable rows that fails a build.
  static let maxRejected = 0.0...100
  /// The percentage of leads to be answered in time: at either end it would say nothing.
  static let target = 1...99
  /// Seconds after which a command is stopped: up to a day.
  static let timeout = 1...86_400
}

import LeadModel

/// How the rows of one source are read: what its header, and the evidence of its time columns, came to.
struct SourcePlan: Sendable {
  /// For diagnostics.
  var file: String
  var delimiter: UInt8
  /// The headers, as many as a row has fields.
  var header: [String]
  var columns: Columns
  var received: TimestampParser
  var response: ResponseForm
  /// What says of a first response that there was none, beside the usual words.
  var never: NeverWords
  /// What stands before decimals, if that is declared.
  var decimalMark: DecimalMark?
  /// Whether the forms were decided by all rows, so that no row can change them.
  var hasAllEvidence: Bool
  /// The zones of timestamps without an offset.
  var zone: ZoneRules
  var responseZone: ZoneRules
  /// The team of rows that name none; nil leaves it to the roster.
  var team: String?
  /// Which activities have the first responses that the rows do not have; nil for none.
  var activities: Int?
  /// The columns for the data-quality page.
  var account: [SourceAccount.Column]

  /// The parser of the first response, where it is a timestamp.
  var responseParser: TimestampParser? {
    if case .timestamps(let parser) = response { parser } else { nil }
  }

  /// The header of the first response; nil where it has no column of its own.
  var headerOfResponse: String? {
    columns.response < 0 || columns.response == columns.received ? nil : header[columns.response]
  }

  /// Whether rows may say more than times and names.
  var hasExtras: Bool { columns.eligible >= 0 || columns.within >= 0 || columns.leads >= 0 }

  /// How the first response is written.
  enum ResponseForm: Sendable {
    /// There is no such column.
    case absent
    case timestamps(TimestampParser)
    case durations(DurationForm)
  }

  /// The position of the column for each role; -1 without one.
  struct Columns: Sendable {
    var id, received, response, team, rep, manager, channel, source, outcome, eligible, within, leads: Int
    /// Those of the times of day, where ``received`` and ``response`` are only dates.
    var receivedTimeOfDay, responseTimeOfDay: Int
    /// Where the two times stand, and what numbers in their times of day mean.
    var receipt, reply: TimeColumn

    init(_ map: ColumnMap) {
      func position(_ role: ColumnRole) -> Int { map[role] ?? -1 }
      id = position(.id)
      received = position(.received)
      response = max(position(.firstResponse), position(.duration))
      team = position(.team)
      rep = position(.rep)
      manager = position(.manager)
      channel = position(.channel)
      source = position(.source)
      outcome = position(.outcome)
      eligible = position(.eligible)
      within = position(.within)
      leads = position(.leads)
      receivedTimeOfDay = position(.receivedTimeOfDay)
      responseTimeOfDay = map[.duration] == nil ? position(.firstResponseTimeOfDay) : -1
      receipt = TimeColumn(position: received, timeOfDay: receivedTimeOfDay)
      reply = TimeColumn(position: response, timeOfDay: responseTimeOfDay, isSharedDate: response == received)
    }

    /// Whether a time stands in two columns.
    var haveTimesOfDay: Bool { receivedTimeOfDay >= 0 || responseTimeOfDay >= 0 }
  }
}

/// What reading rows depends on besides their source, worked out once.
struct ReadSettings: Sendable {
  /// Microseconds; ``ReadSettings/never`` without an explicit cut-off.
  var asOf: Int64
  /// The last microsecond that is not after the cut-off: ``asOf``, or the one before it where that ends a date.
  var lastIncluded: Int64
  /// Later than any instant, and far from overflow.
  static let never: Int64 = 1 << 62
  /// Microseconds that a first response may precede the receipt.
  var clockSkew: Int64
  /// The headline threshold, microseconds.
  var headline: Int64
  /// All thresholds, highest first, microseconds; empty where nothing is ever pending.
  var pendingThresholds: [Int64]
  var zone: ZoneRules?
  var teamZones: [Name: ZoneRules]
  var roster: Roster?
  /// For the ids of leads that do not lie in mapped input.
  var digestKey: IngestOptions.DigestKey
  /// The activities that sources refer to; nil for those that cannot be read.
  var activities: [Activities?]
  /// Rejected rows that are kept for people.
  static let rejectedRowLimit = 1_000

  init(_ options: IngestOptions, _ activities: [Activities?] = []) {
    self.activities = activities
    let rules = options.rules
    asOf = rules.asOf?.microseconds ?? ReadSettings.never
    lastIncluded = rules.asOfIsDayEnd ? asOf - 1 : asOf
    clockSkew = Int64(rules.clockSkewSeconds) * 1_000_000
    headline = Int64(rules.threshold) * 60_000_000
    pendingThresholds =
      rules.pending == .count ? [] : rules.thresholds.reversed().map { Int64($0) * 60_000_000 }
    zone = options.zone
    roster = options.roster
    digestKey = options.digestKey
    teamZones = options.zone == nil ? [:] : options.teamZones
  }
}

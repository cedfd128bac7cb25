import LeadMetrics
import LeadModel
import Narrative

// How soon leads were answered, and how those ended that were answered so soon.

extension Values {
  static let share = ValueGroup<ToldShare>([
    .text("name", "5 minutes") { Words.threshold($0.minutes) },
    .quantity("minutes", "the threshold in minutes") { .whole($0.minutes) },
    .quantity("judged", "leads old enough for it; an en dash where flags hide it") {
      .whole($0.rate?.denominator)
    },
    .quantity("within", "of these, answered within it") { .whole($0.rate?.numerator) },
    .quantity("pending", "too young for it") { .whole($0.pending) },
    .quantity("rate", forms: Quantity.rateForms, "within of judged, with its 95 % interval") {
      .rate($0.rate)
    },
  ])

  static let shares = ValueGroup<[ToldShare]>([
    .list("shares", share, "answered within each threshold, the shortest first") { $0 }
  ])

  static let bar = ValueGroup<Distribution.Bar>([
    .quantity("after", "later than that many minutes") { .whole($0.after) },
    .quantity("up_to", "and at most that many; an en dash where there is no end") { .whole($0.upTo) },
    .count("leads", of: .leads, "answered so") { $0.leads },
  ])

  static let distribution = ValueGroup<Told>([
    .list("bars", bar, "leads by their response time, fastest first") { $0.details.distribution.value.bars },
    .count("never", of: .leads, "never answered so far; an en dash where only flags tell") {
      $0.site.analysis.tellsTimes ? $0.details.distribution.value.never : nil
    },
    .count("anomalies", of: .leads, "with a first response before they were received") {
      $0.details.distribution.value.anomalies
    },
    .count("flagged", of: .leads, "answered by a flag, without a time") {
      $0.details.distribution.value.flagged
    },
  ])

  static let outcome = ValueGroup<ToldOutcome>([
    .text("name", "the outcome, as the export has it") { $0.name },
    .count("leads", of: .leads, "that ended so") { $0.share.numerator },
    .quantity(
      "rate", forms: Quantity.rateForms,
      "of the leads of the band that have an outcome; an en dash of too few"
    ) {
      .rate($0.share.told($0.rules))
    },
  ])

  static let band = ValueGroup<ToldBand>([
    .text("name", "within 5 min, 1 h – 24 h, never; not within 1 h where only flags tell") {
      $0.row.band.words
    },
    .count("leads", of: .leads, "answered so soon and with an outcome") { $0.row.leads },
    .list("outcomes", outcome, "how they ended, in the order of their names") { $0.outcomes },
  ])

  static let conversion = ValueGroup<ToldConversion>([
    .list("bands", band, "by how soon leads were answered, fastest first: an observation, not a cause") {
      told in
      told.conversion.rows.map { ToldBand(row: $0, names: told.conversion.outcomes, rules: told.rules) }
    },
    .count("unknown", of: .leads, "without an outcome") { $0.conversion.unknown },
    .count("anomalies", of: .leads, "with an outcome, and in no band for a first response before receipt") {
      $0.conversion.anomalies
    },
    .count("flagged", of: .leads, "with an outcome, and in no band since only a flag tells of their answer") {
      $0.conversion.flagged
    },
  ])

  static let speed = ValueGroup<Told>([
    shares.of { $0.site.shares(of: $0.report.slice.total) },
    .object("distribution", distribution, "how long answers took") { $0 },
    .optional("conversion", conversion, "how leads ended, where the export says so") { told in
      told.details.conversion.value.map { ToldConversion(conversion: $0, rules: told.rules) }
    },
  ])
}

/// A threshold with the leads answered within it; no rate, and nothing pending, where flags hide it.
struct ToldShare {
  let minutes: Int
  let rate: Ratio?
  let pending: Int?
}

extension Site {
  /// Those leads by every threshold.
  func shares(of counts: Counts) -> [ToldShare] {
    analysis.shares(counts).enumerated().map { index, share in
      ToldShare(
        minutes: share.minutes, rate: share.rate,
        pending: share.rate == nil ? nil : counts.young(index, headline: rules.headline))
    }
  }
}

/// How leads ended, told by the rules of a site.
struct ToldConversion {
  let conversion: Conversion
  let rules: Rules
}

/// Leads answered equally soon, by how they ended.
struct ToldBand {
  let row: Conversion.Row
  let names: [String]
  let rules: Rules

  var outcomes: [ToldOutcome] {
    zip(names, row.shares).map { ToldOutcome(name: $0, share: $1, rules: rules) }
  }
}

/// An outcome and its share.
struct ToldOutcome {
  let name: String
  let share: Ratio
  let rules: Rules
}

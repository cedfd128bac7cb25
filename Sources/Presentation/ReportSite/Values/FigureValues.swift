import LeadMetrics
import LeadModel
import Narrative

/// Counts that a group of values is about, judged by the headline threshold.
struct Tallied {
  let counts: Counts
  let headline: Int
  /// nil where no response times are kept for it.
  var timing: Timing?

  var ratio: Ratio { counts.ratio(headline) }
}

/// The groups of values that several pages have.
enum Values {
  /// Leads and what became of them.
  static let tally = ValueGroup<Tallied>([
    .count("leads", of: .leads, "counted leads") { $0.counts.leads },
    .count("judged", of: .leads, "old enough to be judged") { $0.ratio.denominator },
    .count("within", of: .leads, "answered within the threshold") { $0.ratio.numerator },
    .count("missed", of: .leads, "judged and not answered within the threshold") {
      $0.counts.missed($0.headline)
    },
    .count("pending", of: .leads, "too young to be judged") { $0.counts.pending[$0.headline] },
    .count("contacted", of: .leads, "answered at all") { $0.counts.contacted },
    .count("never", of: .leads, "never answered") { $0.counts.never },
    .count("anomalies", of: .leads, "with a first response before they were received") {
      $0.counts.anomalies
    },
    .quantity("rate", forms: Quantity.rateForms, "within of judged, with its 95 % interval") {
      .rate($0.ratio)
    },
    .quantity("never_share", forms: Quantity.shareForms, "never answered of all leads") {
      .share($0.counts.never, of: $0.counts.leads)
    },
  ])

  /// The same with response times.
  static let figures = ValueGroup<Tallied>([
    tally,
    .quantity("median", forms: Quantity.durationForms, "the response time that half of the answers beat") {
      .duration($0.timing?.median)
    },
    .quantity("mean", forms: Quantity.durationForms, "the mean response time") { .duration($0.timing?.mean) },
    .quantity("p90", forms: Quantity.durationForms, "the response time that nine in ten answers beat") {
      .duration($0.timing?.p90)
    },
    .quantity("median_s", "the median in seconds, exact") { .seconds($0.timing?.median) },
    .quantity("mean_s", "the mean in seconds, exact") { .seconds($0.timing?.mean) },
    .quantity("p90_s", "p90 in seconds, exact") { .seconds($0.timing?.p90) },
  ])

  /// A weekday or an hour with its leads.
  static let named = ValueGroup<Named>([
    tally.of { $0.tallied },
    .text("name", "Monday, or 10:00–11:00") { $0.name },
  ])
}

/// Weekdays or hours of the day by their rates, those with enough leads.
struct Extremes {
  let worst: Named
  let best: Named
  /// Whether one with too few leads has a lower or a higher rate than these.
  let isLimited: Bool
}

/// Counts with a name.
struct Named {
  let name: String
  let tallied: Tallied
}

extension Slice {
  /// The weekdays or hours with the lowest and the highest rate among those with `minLeads` judged; nil where
  /// fewer than two have so many. Ties go to the earlier.
  func extremes(
    _ totals: [Counts], headline: Int, minLeads: Int, name: (Int) -> String
  ) -> Extremes? {
    let ranked = totals.indices.filter { totals[$0].judged(headline) >= minLeads }
    func ratio(_ index: Int) -> Ratio { totals[index].ratio(headline) }
    guard ranked.count > 1, let worst = ranked.min(by: { ratio($0).compared(to: ratio($1)) < 0 }),
      let best = ranked.min(by: { ratio($0).compared(to: ratio($1)) > 0 })
    else { return nil }
    func named(_ index: Int) -> Named {
      Named(name: name(index), tallied: Tallied(counts: totals[index], headline: headline))
    }
    let isLimited = totals.indices.contains {
      totals[$0].judged(headline) > 0
        && (ratio($0).compared(to: ratio(worst)) < 0 || ratio($0).compared(to: ratio(best)) > 0)
    }
    return Extremes(worst: named(worst), best: named(best), isLimited: isLimited)
  }
}

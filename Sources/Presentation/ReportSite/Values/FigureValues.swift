import LeadMetrics
import LeadModel
import Narrative

/// Counts that a group of values is about, judged by the headline threshold.
struct Tallied {
  let counts: Counts
  let headline: Int
  /// Whether it is known of every lead when it was answered. Otherwise nothing is said of leads that never were, since
  /// a flag hides those that were answered later.
  let tellsTimes: Bool
  /// nil where no response times are kept for it.
  var timing: Timing?

  var ratio: Ratio { counts.ratio(headline) }
  /// nil where it is not known.
  var contacted: Int? { tellsTimes ? counts.contacted : nil }
  /// nil where it is not known.
  var never: Int? { tellsTimes ? counts.never : nil }
}

extension Site {
  /// Those leads, judged as the site judges.
  func tallied(_ counts: Counts, timing: Timing? = nil) -> Tallied {
    Tallied(counts: counts, headline: rules.headline, tellsTimes: analysis.tellsTimes, timing: timing)
  }
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
    .count("contacted", of: .leads, "answered at all; an en dash where only flags tell") { $0.contacted },
    .count("never", of: .leads, "never answered; an en dash where only flags tell") { $0.never },
    .count("anomalies", of: .leads, "with a first response before they were received") {
      $0.counts.anomalies
    },
    .quantity("rate", forms: Quantity.rateForms, "within of judged, with its 95 % interval") {
      .rate($0.ratio)
    },
    .quantity("never_share", forms: Quantity.shareForms, "never answered of all leads") {
      .share($0.never, of: $0.counts.leads)
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
}

/// Weekdays or hours of the day by their rates, those with enough leads.
struct Extremes {
  let best: ToldPlace
  /// nil where all are equal.
  let worst: ToldPlace?
  /// Whether one with too few leads has a lower or a higher rate than these.
  let isLimited: Bool
}

extension Slice {
  /// The weekdays or hours with the highest and the lowest rate among those with enough judged leads; nil where
  /// fewer than two have so many.
  func extremes(_ totals: [Counts], _ site: Site, name: (Int) -> String) -> Extremes? {
    let (headline, minLeads) = (site.rules.headline, site.rules.minLeads)
    let ranked = totals.indices.filter { totals[$0].judged(headline) >= minLeads }
    func order(_ left: Int, _ right: Int) -> Int {
      totals[left].ratio(headline).compared(to: totals[right].ratio(headline))
    }
    guard ranked.count > 1, let worst = ranked.min(by: { order($0, $1) < 0 }),
      let best = ranked.min(by: { order($0, $1) > 0 })
    else { return nil }
    func place(of index: Int) -> ToldPlace {
      let same = ranked.filter { order($0, index) == 0 }
      let largest = same.max { totals[$0].judged(headline) < totals[$1].judged(headline) }!
      return ToldPlace(
        names: same.map(name), tallied: site.tallied(totals[largest]))
    }
    let isLimited = totals.indices.contains {
      totals[$0].judged(headline) > 0 && (order($0, worst) < 0 || order($0, best) > 0)
    }
    return Extremes(
      best: place(of: best), worst: order(worst, best) == 0 ? nil : place(of: worst), isLimited: isLimited)
  }
}

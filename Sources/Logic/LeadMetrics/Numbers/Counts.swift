import LeadModel

/// How many leads of each kind there are somewhere: in a slot, a week, a team. Integers, so that any sum of
/// them is exact, and the only thing rates are made of.
package struct Counts: Hashable, Sendable {
  /// Counted leads.
  package var leads = 0
  /// Leads that were answered at all; anomalies and leads answered by flag are among them.
  package var contacted = 0
  /// First response before received.
  package var anomalies = 0
  /// Answered within the headline threshold as a flag says, without a response time.
  package var flagged = 0
  /// Per threshold, in ascending order, the leads that cannot be judged by it: received too shortly before
  /// the cut-off, or, for thresholds other than the headline's, ``flagged``. Positions beyond the last
  /// threshold are 0.
  package var pending = SIMD8<Int>()
  /// Per threshold, the judged leads answered within it.
  package var within = SIMD8<Int>()

  /// No leads.
  package init() {}

  /// Leads nobody ever answered.
  package var never: Int { leads - contacted }
  /// Leads too young to be judged by a threshold: those that it leaves out for another reason, since only a flag answered
  /// them, are none.
  package func young(_ threshold: Int, headline: Int) -> Int {
    pending[threshold] - (threshold == headline ? 0 : flagged)
  }
  /// Leads old enough to be judged by a threshold, given by its position.
  package func judged(_ threshold: Int) -> Int { leads - pending[threshold] }
  /// Whether so many leads are judged by the headline threshold that lists and verdicts look at them.
  func areEnough(_ rules: Rules) -> Bool { judged(rules.headline) >= rules.minLeads }
  /// Judged leads that were not answered within the threshold.
  package func missed(_ threshold: Int) -> Int { judged(threshold) - within[threshold] }
  /// Within ÷ judged.
  package func ratio(_ threshold: Int) -> Ratio { Ratio(within[threshold], of: judged(threshold)) }
  /// Leads with a response time: what mean, median and percentiles are made of.
  package var timed: Int { contacted - anomalies - flagged }

  /// Both together.
  package static func + (left: Counts, right: Counts) -> Counts {
    var sum = left
    sum += right
    return sum
  }

  /// Adds the right ones to the left.
  static func += (left: inout Counts, right: Counts) {
    left.leads += right.leads
    left.contacted += right.contacted
    left.anomalies += right.anomalies
    left.flagged += right.flagged
    left.pending &+= right.pending
    left.within &+= right.within
  }

  /// The left ones without the right, which must be among them.
  package static func - (left: Counts, right: Counts) -> Counts {
    var difference = left
    difference.leads -= right.leads
    difference.contacted -= right.contacted
    difference.anomalies -= right.anomalies
    difference.flagged -= right.flagged
    difference.pending &-= right.pending
    difference.within &-= right.within
    return difference
  }
}

extension Sequence<Counts> {
  /// Pooled counts.
  package func total() -> Counts { reduce(into: Counts()) { $0 += $1 } }
}

extension [Counts] {
  /// Pooled counts of some of the cells; none where there are no cells at all, as where a kind has no leads.
  func total(of cells: Range<Int>) -> Counts { isEmpty ? Counts() : self[cells].total() }
}

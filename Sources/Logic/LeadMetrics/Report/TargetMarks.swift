import LeadModel

/// A period beside a target rate.
package struct TargetMarks: Hashable, Sendable {
  /// The rate to reach, strictly between 0 and 1.
  package let target: Ratio
  /// Whether the pooled rate is at or above the target; nil where nothing is judged.
  package let isReached: Bool?
  /// Leads missing to it.
  package let catchUp: CatchUp?
  /// Per cell, whether it is below the target beyond chance: at a false-discovery rate of 5 % over all cells
  /// with `min_leads` judged, by the exact binomial test.
  package let below: [Bool]

  /// A slice beside a target, which lies strictly between 0 and 1.
  package init(_ slice: Slice, target: Ratio, _ rules: Rules) {
    self.target = target
    let headline = rules.headline
    let total = slice.total.ratio(headline)
    isReached = total.isDefined ? total.compared(to: target) >= 0 : nil
    catchUp = total.isDefined ? CatchUp(total, reaching: target) : nil
    below = Discoveries.among(
      slice.cells.map { cell in
        cell.counts.areEnough(rules)
          ? ExactTest.below(cell.counts.ratio(headline), target: target.fraction!) : nil
      })
  }
}

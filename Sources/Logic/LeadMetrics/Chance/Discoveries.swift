import LeadModel

/// Which of many candidates are beyond chance.
package enum Discoveries {
  /// The share of false ones that is accepted among those found.
  static let rate = 0.05

  /// For each candidate whether it is found at a false-discovery rate of 5 %: Y. Benjamini and Y. Hochberg,
  /// "Controlling the false discovery rate", J. R. Statist. Soc. B 57 (1995) 289–300. Where nothing at all is
  /// true, at most one time in twenty is anything found. nil is no candidate.
  package static func among(_ probabilities: [Double?]) -> [Bool] {
    var adjusted = adjusted(probabilities.compactMap(\.self)).makeIterator()
    return probabilities.map { $0 != nil && adjusted.next()! <= rate }
  }

  /// The probabilities of candidates adjusted for each other: each is the least rate at which ``among(_:)`` would
  /// find that candidate.
  static func adjusted(_ probabilities: [Double]) -> [Double] {
    var (adjusted, least) = (probabilities, 1.0)
    let order = probabilities.indices.sorted { probabilities[$0] < probabilities[$1] }
    for (index, candidate) in order.enumerated().reversed() {
      least = min(least, probabilities[candidate] * Double(order.count) / Double(index + 1))
      adjusted[candidate] = least
    }
    return adjusted
  }

  /// The verdicts on many comparisons that stand side by side, of teams for example: improved or declined only
  /// where each would be by itself and the difference is found among all that have enough leads. nil has none.
  package static func verdicts(_ changes: [Change?], _ rules: Rules) -> [Verdict?] {
    zip(changes, among(changes, rules)).map { change, isFound in
      change.map { isFound ? $0.verdict(rules) : .noClearChange }
    }
  }

  /// Which of some changes are found among all that have enough leads.
  fileprivate static func among(_ changes: [Change?], _ rules: Rules) -> [Bool] {
    among(changes.map { change in change.flatMap { $0.hasEnough(rules) ? $0.probability : nil } })
  }
}

/// Rates cell by cell beside other rates: a period's beside the previous one's, a team's beside others'.
package struct CellChanges: Hashable, Sendable {
  /// Laid out as ``Slice/cells``; nil where either has nothing judged.
  package let changes: [Change?]
  /// As ``Discoveries/verdicts(_:_:)`` has them, and no clear change where it has none.
  package let verdicts: [Verdict]

  /// `current` beside `previous`.
  init(_ current: [Counts], beside previous: [Counts], _ rules: Rules) {
    let headline = rules.headline
    let changes = zip(current, previous).map { Change($0.ratio(headline), after: $1.ratio(headline)) }
    self.changes = changes
    verdicts = Discoveries.verdicts(changes, rules).map { $0 ?? .noClearChange }
  }
}

extension Change {
  /// How probable so large a difference is where there is none: Fisher's exact test, where it matters.
  ///
  /// Below 1.5 standard errors it is 1, for the test never gives less than 5 % there. Beyond 12, with a
  /// thousand leads expected of every kind, it is 0, for then it is far below any limit.
  package var probability: Double {
    let errors = standardErrors
    if errors < 1.5 { return 1 }
    let (m, n) = (Double(current.denominator), Double(previous.denominator))
    let pooled = Double(current.numerator + previous.numerator) / (m + n)
    if errors > 12 && min(m, n) * min(pooled, 1 - pooled) >= 1_000 { return 0 }
    return ExactTest.fisher(current, previous)
  }

  /// The size of the difference in standard errors of the pooled rate.
  var standardErrors: Double {
    let (m, n) = (Double(current.denominator), Double(previous.denominator))
    let pooled = Double(current.numerator + previous.numerator) / (m + n)
    let variance = pooled * (1 - pooled) * (1 / m + 1 / n)
    return variance > 0 ? abs(current.fraction! - previous.fraction!) / variance.squareRoot() : 0
  }

  /// The sign of the exact difference, which may be one that is shown as 0.0.
  package var direction: Verdict {
    switch current.compared(to: previous) {
    case 1: .improved
    case -1: .declined
    default: .noClearChange
    }
  }
}

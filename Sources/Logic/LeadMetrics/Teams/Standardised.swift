import LeadModel

/// A team's rate with its hours allowed for: what it would be if the team's leads came when everyone's do.
package struct Standardised: Hashable, Sendable {
  /// Overall rate × within ÷ expected, at most 1; nil where fewer than 5 are expected. Expected are as many
  /// as all teams together would have answered in time, had they had the team's leads slot by slot.
  package let rate: Double?

  /// In tenths of a percent, rounded half away from zero.
  package var tenths: Int? { rate.map { ($0 * 1_000).nearest } }

  /// Indirect standardisation of a team's cells by those of all teams.
  init(_ team: [Counts], among all: [Counts], _ rules: Rules) {
    let headline = rules.headline
    let expected = zip(team, all).reduce(0.0) { sum, pair in
      guard let rate = pair.1.ratio(headline).fraction else { return sum }
      return sum + Double(pair.0.judged(headline)) * rate
    }
    let overall = all.total().ratio(headline).fraction ?? 0
    let within = team.total().within[headline]
    // Five that are a sum of thirds may be a little less.
    rate = expected < 5 - 1e-9 ? nil : min(1, overall * Double(within) / expected)
  }
}

/// How many more leads in time it takes to reach a rate.
package enum CatchUp: Hashable, Sendable {
  /// That many; 0 where it is reached.
  case leads(Int)
  /// More than were missed.
  case outOfReach

  /// To reach a target: the smallest whole x with (within + x) ÷ judged ≥ target.
  package init(_ ratio: Ratio, reaching target: Ratio) {
    let needed = Int128(target.numerator) * Int128(ratio.denominator)
    let divisor = Int128(target.denominator)
    self.init(ratio, total: Int((needed + divisor - 1) / divisor))
  }

  /// To overtake another rate: the smallest whole x with (within + x) ÷ judged > other.
  init(_ ratio: Ratio, overtaking other: Ratio) {
    let needed = Int128(other.numerator) * Int128(ratio.denominator)
    self.init(ratio, total: Int(needed / Int128(other.denominator)) + 1)
  }

  private init(_ ratio: Ratio, total: Int) {
    let more = max(0, total - ratio.numerator)
    self = more > ratio.denominator - ratio.numerator ? .outOfReach : .leads(more)
  }
}

import LeadModel

/// A change of the rate in two parts: other leads came (mix), or leads were answered otherwise (rate).
///
/// Over strata with share w and rate r: mix = Σ (w₁ − w₀)(r₀ + r₁) ÷ 2, rate = Σ (r₁ − r₀)(w₀ + w₁) ÷ 2
/// (E. M. Kitagawa, "Components of a difference between two rates", JASA 50 (1955) 1168–1194). Their sum is
/// the change.
package struct MixAndRate: Hashable, Sendable {
  /// What comes of other leads, as a proportion, -1…1.
  let mix: Double
  /// What comes of other answers, as a proportion, -1…1.
  let rate: Double

  /// In tenths of a point, each rounded once.
  package var tenths: (mix: Int, rate: Int) {
    ((mix * 1_000).nearest, (rate * 1_000).nearest)
  }

  /// nil where a stratum with leads has fewer than `min_leads` judged in either period.
  init?(_ current: [Counts], after previous: [Counts], _ rules: Rules) {
    let headline = rules.headline
    let (all1, all0) = (current.total().judged(headline), previous.total().judged(headline))
    guard all1 > 0, all0 > 0 else { return nil }
    var (mix, rate) = (0.0, 0.0)
    for (one, zero) in zip(current, previous) {
      let (n1, n0) = (one.judged(headline), zero.judged(headline))
      if n1 == 0 && n0 == 0 { continue }
      guard one.areEnough(rules), zero.areEnough(rules) else { return nil }
      let (w1, w0) = (Double(n1) / Double(all1), Double(n0) / Double(all0))
      let (r1, r0) = (one.ratio(headline).fraction!, zero.ratio(headline).fraction!)
      mix += (w1 - w0) * (r0 + r1) / 2
      rate += (r1 - r0) * (w0 + w1) / 2
    }
    self.mix = mix
    self.rate = rate
  }

  /// By coverage where it is known for all leads of both periods, by blocks otherwise.
  init?(_ current: CellCounts, after previous: CellCounts, _ rules: Rules) {
    if current.unknown.isEmpty && previous.unknown.isEmpty {
      self.init(MixAndRate.byCoverage(current), after: MixAndRate.byCoverage(previous), rules)
    } else {
      self.init(MixAndRate.byBlock(current.all), after: MixAndRate.byBlock(previous.all), rules)
    }
  }

  /// Weekday covered and uncovered, weekend covered and uncovered.
  private static func byCoverage(_ cells: CellCounts) -> [Counts] {
    let week = 0..<cells.all.count / 7 * 5
    let weekend = week.upperBound..<cells.all.count
    return [week, weekend].flatMap { part in
      let uncovered = cells.uncovered.total(of: part)
      return [cells.all.total(of: part) - uncovered, uncovered]
    }
  }

  /// Six blocks of the day, over all weekdays.
  private static func byBlock(_ cells: [Counts]) -> [Counts] {
    let slotsPerDay = cells.count / 7
    return (0..<6).map { block in
      cells.indices.lazy.filter { $0 % slotsPerDay * 6 / slotsPerDay == block }.map { cells[$0] }.total()
    }
  }
}

import LeadModel

/// Slots of a team beside what all teams achieve there.
package struct Potential: Hashable, Sendable {
  /// A slot and what it is compared with.
  package struct Slot: Hashable, Sendable {
    /// The day of the week it lies on.
    package let weekday: Weekday
    /// When it begins, 0–1439.
    package let minuteOfDay: Int
    /// The team's leads in it.
    package let counts: Counts
    /// The pooled rate of all teams there, this one among them.
    package let site: Ratio
    /// max(0, judged × the site's rate − within).
    package let toWin: Quotient
  }

  /// Slots of `min_leads` or more where leads could be won, most first (ties: the earlier slot).
  package let slots: [Slot]
  /// Whether any slot has `min_leads` at all.
  package let hasEnough: Bool
  /// Leads that could be won in all slots together, muted ones left out.
  package let toWin: Double
  /// Slots beyond chance above the pooled other teams, the largest difference first.
  package let strengths: [Slot]
}

extension Analysis {
  /// What a team could win by doing in each slot as all teams do, and where it is ahead of them.
  package func potential(_ team: Int, _ period: Period) -> Potential {
    let (own, all) = (cells(.team(team), period), cells(.allTeams, period))
    let headline = headline
    let slots = own.indices.map { index -> Potential.Slot in
      let (counts, site) = (own[index], all[index].ratio(headline))
      let more =
        Int128(counts.judged(headline)) * Int128(site.numerator)
        - Int128(counts.within[headline]) * Int128(site.denominator)
      return Potential.Slot(
        weekday: Weekday(rawValue: index / rules.slotsPerDay + 1)!,
        minuteOfDay: index % rules.slotsPerDay * rules.slotMinutes, counts: counts, site: site,
        toWin: Quotient(max(0, more), Int128(site.denominator)))
    }
    let enough = slots.indices.filter { own[$0].areEnough(rules) }
    let won = enough.filter { slots[$0].toWin.numerator > 0 }
    // Made once and not for every comparison.
    let leads = slots.map { $0.toWin.value ?? 0 }
    let ranked = won.sorted { leads[$0] == leads[$1] ? $0 < $1 : leads[$0] > leads[$1] }
    let beside = CellChanges(own, beside: zip(all, own).map { $0 - $1 }, rules)
    let points = beside.changes.map { $0?.points ?? 0 }
    let strong = own.indices.filter { beside.verdicts[$0] == .improved }
      .sorted { points[$0] == points[$1] ? $0 < $1 : points[$0] > points[$1] }
    return Potential(
      slots: ranked.map { slots[$0] }, hasEnough: !enough.isEmpty, toWin: ranked.reduce(0) { $0 + leads[$1] },
      strengths: strong.map { slots[$0] })
  }
}

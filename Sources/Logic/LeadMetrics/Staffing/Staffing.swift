import LeadModel

/// Leads beside the hours worked.
package struct Staffing: Hashable, Sendable {
  /// A weekday's block of four hours.
  package struct Block: Hashable, Sendable {
    /// The day of the week it lies on.
    package let weekday: Weekday
    /// When it begins, 0–1439.
    package let minuteOfDay: Int
    /// Leads of the block: of a shift to add the uncovered ones, of a quiet one all of known coverage.
    package let counts: Counts
    /// Minutes that reps were on shift in it, over all its dates up to the cut-off.
    package let repMinutes: Int
  }

  /// Leads per rep-hour in the period; its denominator is 0 where coverage is unknown or nobody worked.
  package let load: Quotient
  /// The same per cell, laid out as ``Slice/cells``; empty where coverage is unknown.
  package let cellLoads: [Quotient]
  /// Where an added shift would have met the most missed leads: blocks with missed uncovered leads and
  /// `min_leads` uncovered ones judged, most missed first (ties: the lower rate, then the earlier).
  package let shiftsToAdd: [Block]
  /// Shifts that met almost none: blocks whose leads per rep-hour are less than a tenth of the period's, most
  /// rep-hours first (ties: the earlier).
  package let quietBlocks: [Block]

  init(_ all: [Counts], _ coverage: CoverageMap, _ split: CoverageSplit, _ rules: Rules) {
    // Who came when nobody knows who was on shift says nothing about the hours that are known.
    let cells = split.unknownCells.isEmpty ? all : zip(all, split.unknownCells).map { $0 - $1 }
    let known = split.covered.leads + split.uncovered.leads
    load = Quotient(Int128(known) * 60, Int128(coverage.repMinutes))
    cellLoads =
      coverage.isKnown
      ? zip(cells, coverage.cells).map { Quotient(Int128($0.leads) * 60, Int128($1.passedMinutes)) } : []
    func block(_ index: Int, _ counts: Counts, _ minutes: Int) -> Block {
      Block(
        weekday: Weekday(rawValue: index / 6 + 1)!, minuteOfDay: index % 6 * 240, counts: counts,
        repMinutes: minutes)
    }
    guard coverage.isKnown else {
      shiftsToAdd = []
      quietBlocks = []
      return
    }
    let size = cells.count / 42
    func parts(_ index: Int) -> Range<Int> { index * size..<(index + 1) * size }
    let minutes = (0..<42).map { coverage.cells[parts($0)].reduce(0) { $0 + $1.passedMinutes } }
    let uncovered = (0..<42).map { split.uncoveredCells[parts($0)].total() }
    let all = (0..<42).map { cells[parts($0)].total() }
    let headline = rules.headline
    shiftsToAdd = (0..<42).filter {
      uncovered[$0].judged(headline) >= max(1, rules.minLeads) && uncovered[$0].missed(headline) > 0
    }.sorted { left, right in
      let missed = (uncovered[left].missed(headline), uncovered[right].missed(headline))
      if missed.0 != missed.1 { return missed.0 > missed.1 }
      let order = uncovered[left].ratio(headline).compared(to: uncovered[right].ratio(headline))
      return order == 0 ? left < right : order < 0
    }.map { block($0, uncovered[$0], minutes[$0]) }
    let total = coverage.repMinutes
    let quiet = (0..<42).filter { index in
      let leads = Int128(all[index].leads) * Int128(total)
      return minutes[index] > 0 && leads * 10 < Int128(known) * Int128(minutes[index])
    }.sorted { left, right in
      minutes[left] == minutes[right] ? left < right : minutes[left] > minutes[right]
    }
    quietBlocks = quiet.map { block($0, all[$0], minutes[$0]) }
  }
}

extension PeriodReport {
  /// Leads beside the hours worked.
  package func staffing(_ rules: Rules) -> Staffing {
    Staffing(slice.cells.map(\.counts), coverage, split, rules)
  }
}

import LeadModel

/// Leads beside the hours worked.
package struct Staffing: Hashable, Sendable {
  /// A weekday's block of four hours.
  package struct Block: Hashable, Sendable {
    /// The day of the week it lies on.
    package let weekday: Weekday
    /// When it begins, 0–1439.
    package let minuteOfDay: Int
    /// Leads of the block: of a shift to add the uncovered ones, of a quiet one the covered ones.
    package let counts: Counts
    /// Minutes that reps were on shift in it, over all its dates up to the cut-off.
    package let repMinutes: Int
  }

  /// Leads per rep-hour in the period; its denominator is 0 where coverage is unknown or nobody worked.
  let load: Quotient
  /// The same per cell, laid out as ``Slice/cells``; empty where coverage is unknown.
  package let cellLoads: [Quotient]
  /// Where an added shift would have met the most missed leads: blocks with missed uncovered leads and
  /// `min_leads` uncovered ones judged, most missed first (ties: the lower rate, then the earlier).
  package let shiftsToAdd: [Block]
  /// Shifts that met almost none: blocks in which `min_leads` covered leads or more would have come if an hour on
  /// shift met as many as in the whole period, and not a tenth of them did; most rep-hours first (ties: the earlier).
  package let quietBlocks: [Block]
  /// Why no block can be called quiet; nil where one could be.
  package let quietDoubt: QuietDoubt?

  /// Why nothing can be said of shifts that met almost none.
  package enum QuietDoubt: Hashable, Sendable {
    /// The data begin within the period: shifts before that met leads that nobody wrote down.
    case dataBegin
    /// Nobody was on shift.
    case nobodyOnShift
    /// No lead came while someone was on shift, though so many came.
    case noneMet(leads: Int)
    /// In no block would `min_leads` have come.
    case tooFew
  }

  /// Of a period in which the data begin on its first day or before, unless `beginsLate`.
  init(
    _ all: [Counts], _ coverage: CoverageMap, _ split: CoverageSplit, beginsLate: Bool, _ rules: Rules
  ) {
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
      quietDoubt = nil
      return
    }
    let size = cells.count / 42
    func parts(_ index: Int) -> Range<Int> { index * size..<(index + 1) * size }
    let minutes = (0..<42).map { coverage.cells[parts($0)].reduce(0) { $0 + $1.passedMinutes } }
    let uncovered = (0..<42).map { split.uncoveredCells.total(of: parts($0)) }
    // Who came while nobody was there was met by no shift.
    let covered = (0..<42).map { cells.total(of: parts($0)) - uncovered[$0] }
    let headline = rules.headline
    shiftsToAdd = (0..<42).filter {
      uncovered[$0].areEnough(rules) && uncovered[$0].missed(headline) > 0
    }.sorted { left, right in
      let missed = (uncovered[left].missed(headline), uncovered[right].missed(headline))
      if missed.0 != missed.1 { return missed.0 > missed.1 }
      let order = uncovered[left].ratio(headline).compared(to: uncovered[right].ratio(headline))
      return order == 0 ? left < right : order < 0
    }.map { block($0, uncovered[$0], minutes[$0]) }
    let (met, total) = (Int128(split.covered.leads), Int128(coverage.repMinutes))
    let expecting = (0..<42).filter { index in
      minutes[index] > 0 && met * Int128(minutes[index]) >= Int128(rules.minLeads) * total
    }
    let doubts: [(isSo: Bool, doubt: QuietDoubt)] = [
      (beginsLate, .dataBegin), (total == 0, .nobodyOnShift), (met == 0 && known > 0, .noneMet(leads: known)),
      (expecting.isEmpty, .tooFew),
    ]
    quietDoubt = doubts.first(where: \.isSo)?.doubt
    let quiet = (beginsLate ? [] : expecting).filter { index in
      Int128(covered[index].leads) * total * 10 < met * Int128(minutes[index])
    }.sorted { left, right in
      minutes[left] == minutes[right] ? left < right : minutes[left] > minutes[right]
    }
    quietBlocks = quiet.map { block($0, covered[$0], minutes[$0]) }
  }
}

extension PeriodReport {
  /// Leads beside the hours worked.
  package func staffing(_ rules: Rules) -> Staffing {
    Staffing(slice.cells.map(\.counts), coverage, split, beginsLate: info.lateBegin != nil, rules)
  }
}

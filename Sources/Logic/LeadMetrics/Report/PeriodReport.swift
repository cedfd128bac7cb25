import LeadModel

/// Everything a page about a scope in a period says in numbers.
package struct PeriodReport: Sendable {
  package let scope: Scope
  package let info: PeriodInfo
  package let slice: Slice
  /// Against the calendar period before; nil where that has no leads, and for all time.
  package let comparison: Comparison?
  /// Fewer than half of the leads lie in slots of `min_leads` or more: the page leads with totals by weekday
  /// and hour, and with ``pooled``.
  package let isThin: Bool
  /// The last complete weeks up to the period; nil unless it is thin and they hold more leads than it.
  package let pooled: Pooled?
  package let coverage: CoverageMap
  package let split: CoverageSplit
  /// Where most leads are missed.
  package let worst: SlotRanking
}

/// A period beside the one before.
package struct Comparison: Hashable, Sendable {
  /// The calendar period before.
  package let period: Period
  /// An incomplete period is compared with the same weekdays and times of the previous one.
  package let isLikeForLike: Bool
  /// Whether the previous period is itself complete.
  package let previousIsComplete: Bool
  /// What it is compared with: never without leads.
  package let previous: Counts
  /// The headline rate's; nil where either has nothing judged.
  package let change: Change?
  /// Per cell, laid out as ``Slice/cells``; nil where either has nothing judged.
  package let cells: [Change?]
}

/// The last complete weeks up to a thin period, at most eight.
package struct Pooled: Hashable, Sendable {
  package let slice: Slice
  package let weeks: ClosedRange<ISOWeek>
}

/// Parts of the week in order of the leads missed in them.
package struct SlotRanking: Hashable, Sendable {
  /// How long a part is: a slot, an hour or a weekday's block of four hours, the finest that has enough leads.
  package enum Unit: String, Hashable, Sendable {
    case slot
    case hour
    case block = "four-hour block"
  }
  package let unit: Unit
  /// Minutes of a part.
  package let minutes: Int
  /// Whether the parts are of ``PeriodReport/pooled`` instead of the period.
  package let isPooled: Bool
  /// Most missed first (ties: the lower rate, then the earlier part); without muted ones and without those
  /// that missed none.
  package let parts: [SlotRank]
}

/// A part of the week in a ranking.
package struct SlotRank: Hashable, Sendable {
  package let weekday: Weekday
  /// When it begins, 0–1439.
  package let minuteOfDay: Int
  package let minutes: Int
  package let counts: Counts
}

/// One week of a trend.
package struct TrendPoint: Hashable, Sendable {
  package let week: ISOWeek
  package let isComplete: Bool
  /// All zero in a week without leads: a gap.
  package let counts: Counts
  /// Microseconds; nil where nobody was contacted.
  package let median: Int64?
}

/// A team's place among the teams in a period.
package struct Standing: Hashable, Sendable {
  /// Its position in ``Analysis/teams``.
  package let team: Int
  package let counts: Counts
  package let timing: Timing
  /// 1 for the best rate, equal for equal rates (then the next number is skipped); nil below `min_leads`.
  package let rank: Int?
}

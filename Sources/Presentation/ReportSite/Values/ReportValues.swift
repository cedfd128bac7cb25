import LeadMetrics
import LeadModel
import Narrative

extension Values {
  /// Everything about a scope in a period.
  static let report = ValueGroup<Told>([
    figures.of { $0.tallied },
    .object("period", period, "the period") { $0 },
    .object("change", change, "against the calendar period before") { $0 },
    .flag("is_thin", "whether most of its slots have too few leads to be told apart") { $0.report.isThin },
    .optional("pooled", pooled, "the last complete weeks up to a thin period") { told in
      told.report.pooled.map {
        ToldPool(pool: $0, tallied: told.site.tallied($0.slice.total, timing: $0.slice.timing))
      }
    },
    .object("worst", worst, "where most leads are missed") { $0.worst },
    .object("coverage", coverage, "who was on shift when leads came") { $0 },
    .object("staffing", staffing, "where a shift would help, and where one met almost nobody") { $0 },
    speed, time, breakdowns,
    .optional("best_weekday", place, "the weekday with the highest rate, or those that share it") {
      $0.weekdays?.best
    },
    .optional("worst_weekday", place, "the one with the lowest rate, where not all are equal") {
      $0.weekdays?.worst
    },
    .flag(
      "weekdays_limited",
      "whether a weekday with fewer than min_leads has a higher or a lower rate than these"
    ) {
      $0.weekdays?.isLimited ?? false
    },
    .optional("best_hour", place, "the hour of the day with the highest rate, or those that share it") {
      $0.hours?.best
    },
    .optional("worst_hour", place, "the one with the lowest rate, where not all are equal") {
      $0.hours?.worst
    },
    .flag(
      "hours_limited", "whether an hour with fewer than min_leads has a higher or a lower rate than these"
    ) {
      $0.hours?.isLimited ?? false
    },
  ])

  static let pooled = ValueGroup<ToldPool>([
    figures.of { $0.tallied },
    .text("label", "weeks 39–46") { Words.weeks($0.pool.weeks) },
    .text("dates", "the first and the last day") { $0.pool.dates },
  ])
}

/// Pooled weeks, judged by the headline threshold.
struct ToldPool {
  let pool: Pooled
  let tallied: Tallied
}

extension Pooled {
  /// `21 September – 15 November 2026`.
  var dates: String { Words.dates(weeks.lowerBound.monday, weeks.upperBound.monday.adding(days: 6)) }
}

extension Told {
  var weekdays: Extremes? {
    report.slice.extremes(report.slice.weekdayTotals, site) { Weekday.allCases[$0].name }
  }

  var hours: Extremes? {
    report.slice.extremes(report.slice.hourTotals, site) { Words.clocks($0 * 60..<$0 * 60 + 60) }
  }
}

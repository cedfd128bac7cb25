import LeadMetrics
import LeadModel
import Narrative

/// A report as a page tells it: links are relative to that page. Immutable, and a class only so that the many who
/// hold it hold one reference.
final class Told: Sendable {
  let report: PeriodReport
  let site: Site
  let page: Page
  let details: Details

  /// `events` are those of the same scope, where they are at hand.
  init(report: PeriodReport, site: Site, page: Page, events: Once<[ToldEvent]>? = nil) {
    self.report = report
    self.site = site
    self.page = page
    details = Details(report, site: site, events: events)
  }

  var info: PeriodInfo { report.info }
  var rules: Rules { site.rules }
  var tallied: Tallied {
    site.tallied(report.slice.total, timing: report.slice.timing)
  }

  /// Where the reader finds the report itself.
  var link: String { site.addresses.link(from: page, to: report.scope.page(info.period)) }
}

/// A week or a month of all teams in a list of such.
struct ListedPeriod {
  let info: PeriodInfo
  let tallied: Tallied
  let shares: [ToldShare]

  init(_ period: Period, site: Site) {
    info = site.analysis.info(.allTeams, period)
    let (counts, timing) = site.analysis.totals(.allTeams, period)
    tallied = site.tallied(counts, timing: timing)
    shares = site.shares(of: counts)
  }
}

extension Values {
  /// A period in the calendar, wherever it is told.
  static let calendar = ValueGroup<PeriodInfo>([
    .text("id", "2026-W46, 2026-11 or all") { $0.period.description },
    .text("label", "week 46, November 2026 or all time") { Words.period($0.period) },
    .text("title", "the same with a capital") { Words.period($0.period).capitalizedFirst },
    .text("first_day", "2026-11-09; blank without any row") { $0.dates?.lowerBound.description ?? "" },
    .text("last_day", "2026-11-15; blank without any row") { $0.dates?.upperBound.description ?? "" },
    .text("dates", "the first and the last day: 9–15 November 2026") { $0.datesInWords },
    .text("kind", "week, month or period") { Words.kind(of: $0.period) },
    .flag("is_week", "whether it is a week") { if case .week = $0.period { true } else { false } },
    .flag("is_month", "whether it is a month") { if case .month = $0.period { true } else { false } },
    .flag("is_complete", "whether the data span it") { $0.isComplete },
    .text("from", "the day on which the data begin, where that is after its first one") {
      $0.lateBegin?.longName ?? ""
    },
    .text("only_day", "the one day on which the data begin and end, where that is one") {
      $0.onlyDay?.longName ?? ""
    },
    .text("through", "the day on which the data end, where that is before its end") { $0.endInWords ?? "" },
  ])

  static let period = ValueGroup<Told>([
    calendar.of { $0.info },
    .address("link", "the address of its page") { $0.link },
  ])

  /// A week or a month in the list of all.
  static let listed = ValueGroup<ListedPeriod>([
    .object("period", calendar, "the period") { $0.info },
    figures.of { $0.tallied },
    shares.of { $0.shares },
  ])

  /// The name of a rate that stands for a part of a period.
  static let comparedRate =
    "the rate of those weekdays and times of an incomplete period, or of one after it, that are compared; an en dash where "
    + "the whole period is"

  static let change = ValueGroup<Told>([
    .flag("exists", "whether there is a comparison with the period before") { $0.change != nil },
    .flag("improved", "whether the rate rose by more than chance explains") {
      $0.verdict == .improved
    },
    .flag("declined", "whether the rate fell by more than chance explains") {
      $0.verdict == .declined
    },
    .flag("no_clear_change", "whether chance explains the difference") {
      $0.verdict == .noClearChange
    },
    .flag("too_few", "whether there are too few leads to tell") { told in
      told.change.map { !$0.hasEnough(told.rules) } ?? false
    },
    .flag("first_period", "whether the data begin in this period") { $0.isFirst },
    .flag("like_for_like", "whether an incomplete period is compared with the same weekdays and times") {
      $0.report.comparison?.isLikeForLike ?? false
    },
    .quantity("compared_rate", forms: Quantity.rateForms, Values.comparedRate) { .rate($0.comparedRatio) },
    .flag("is_same", "whether the two rates are the same exactly, and not only as shown") {
      $0.change.map { $0.current.compared(to: $0.previous) == 0 } ?? false
    },
    .flag("differs", "whether rounding makes it differ from the difference of the two shown rates") {
      $0.change?.shownDiffers ?? false
    },
    .quantity("points", forms: Quantity.pointsForms, "percentage points, with the 95 % interval") {
      .points($0.change)
    },
    .quantity("from_mix", "the points of a clear change that come of other leads; an en dash where not known")
    {
      .part(tenths: $0.report.comparison?.mixAndRate?.tenths.mix)
    },
    .quantity("from_rate", "the points that come of other answers to the same leads") {
      .part(tenths: $0.report.comparison?.mixAndRate?.tenths.rate)
    },
    .flag("parts_differ", "whether rounding makes these two differ from the points") {
      $0.report.comparison?.partsDiffer ?? false
    },
    .quantity("rate", forms: Quantity.rateForms, "the rate of the period before") { .rate($0.previousRatio) },
    .count("leads", of: .leads, "leads of the period before, compared or not") { $0.leadsBefore },
    .count("judged", of: .leads, "judged in the period before") { $0.previousRatio.denominator },
    .text("label", "the period before: week 45") { $0.info.period.previous.map(Words.period) ?? "" },
    .text("dates", "its dates") { $0.info.period.previous.map { Words.dates(of: $0) } ?? "" },
  ])
}

extension Told {
  var change: Change? { report.comparison?.change }
  var verdict: Verdict? { change?.verdict(rules) }

  /// The rate of what is compared, where that is a part of the period; nil elsewhere.
  var comparedRatio: Ratio? { report.comparison?.isLikeForLike == true ? change?.current : nil }

  /// All leads of the period before.
  var leadsBefore: Int {
    info.period.previous.map { site.analysis.totals(report.scope, $0).counts.leads } ?? 0
  }

  /// What the period is compared with; nothing judged where there is no comparison.
  var previousRatio: Ratio { report.comparison?.previous.ratio(rules.headline) ?? Ratio(0, of: 0) }

  /// Whether the data begin in the period.
  var isFirst: Bool { site.analysis.dataBegin(in: info.period) }
}

extension PeriodInfo {
  /// `9–15 November 2026`; empty without leads.
  var datesInWords: String { dates.map { Words.dates($0.lowerBound, $0.upperBound) } ?? "" }

  /// When the data end, where that is before the period does; on its last day with the time. nil elsewhere.
  var endInWords: String? {
    earlyEnd.map { end in
      end.day == dates?.upperBound
        ? "\(end.day.longName), \(Words.clock(end.minuteOfDay))" : end.day.longName
    }
  }
}

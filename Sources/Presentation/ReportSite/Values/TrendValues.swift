import LeadMetrics
import LeadModel
import Narrative

// Week by week, what happened when, and what is to be reached.

/// An event with what became of the rate; no effect where less than a week of data lies on one side.
struct ToldEvent {
  let event: Event
  let effect: EventEffect?
  /// Whether it is of a day before or after all leads.
  let isOutside: Bool
  /// Beside all other events.
  let verdict: Verdict?
  /// Whether the change would be clear if there were no other events, and is not beside them.
  let isClearAlone: Bool
  let headline: Int

  /// All events, as they concern a scope.
  static func all(of scope: Scope, site: Site) -> [ToldEvent] {
    let dates = site.analysis.info(scope, .all).dates
    let effects = site.settings.events.map { site.analysis.effect(of: $0.date, scope) }
    let verdicts = Discoveries.verdicts(effects.map { $0?.change }, site.rules)
    return site.settings.events.indices.map { index in
      let event = site.settings.events[index]
      let alone = effects[index]?.change?.verdict(site.rules)
      return ToldEvent(
        event: event, effect: effects[index], isOutside: dates?.contains(event.date) != true,
        verdict: verdicts[index],
        isClearAlone: verdicts[index] == .noClearChange && alone != .noClearChange,
        headline: site.rules.headline)
    }
  }
}

/// A week of a trend.
struct ToldWeek {
  let point: TrendPoint
  let headline: Int
}

/// A period beside its target.
struct ToldTarget {
  let marks: TargetMarks
}

extension Values {
  static let event = ValueGroup<ToldEvent>([
    .text("text", "what happened") { $0.event.text },
    .text("date", "2026-10-12") { $0.event.date.description },
    .text("day", "12 October 2026") { $0.event.date.longName },
    .quantity("weeks", "weeks compared on either side; an en dash with less than one") {
      .whole($0.effect?.weeks)
    },
    .quantity("before", forms: Quantity.rateForms, "the rate of the weeks before") {
      .rate($0.effect?.before.ratio($0.headline))
    },
    .quantity("after", forms: Quantity.rateForms, "the rate of the weeks from that day on") {
      .rate($0.effect?.after.ratio($0.headline))
    },
    .quantity("points", forms: Quantity.pointsForms, "after less before, in points") {
      .points($0.effect?.change)
    },
    .flag("improved", "by more than chance explains") { $0.verdict == .improved },
    .flag("declined", "by more than chance explains") { $0.verdict == .declined },
  ])

  static let week = ValueGroup<ToldWeek>([
    .text("week", "2026-W46") { $0.point.week.description },
    .text("label", "week 46") { Words.period(.week($0.point.week)) },
    .flag("is_complete", "whether the data span it") { $0.point.isComplete },
    .count("leads", of: .leads, "leads") { $0.point.counts.leads },
    .count("judged", of: .leads, "judged") { $0.point.counts.judged($0.headline) },
    .count("within", of: .leads, "answered within the threshold") { $0.point.counts.within[$0.headline] },
    .quantity("rate", forms: Quantity.rateForms, "within of judged") {
      .rate($0.point.counts.ratio($0.headline))
    },
    .quantity("median", forms: Quantity.durationForms, "the median response time") {
      .duration($0.point.timing.median)
    },
  ])

  static let target = ValueGroup<ToldTarget>([
    .quantity("rate", forms: ["number"], "the share of leads that is to be answered in time") {
      .percent(tenths: $0.marks.target.tenths)
    },
    .flag("reached", "whether the rate is at least that, the exact one and not the shown") {
      $0.marks.isReached ?? false
    },
    .quantity("catch_up", forms: ["phrase"], "leads in time that it lacks; an en dash out of reach") {
      .catchUp($0.marks.catchUp)
    },
    .flag("out_of_reach", "whether it takes more leads than were missed") { $0.marks.catchUp == .outOfReach },
    .count("slots_below", of: .slots, "marked in the period’s own map: below it by more than chance explains")
    {
      $0.marks.below.count { $0 }
    },
  ])

  static let time = ValueGroup<Told>([
    .list("trend", week, "the last 26 weeks up to the period, oldest first") { told in
      told.details.trend.value.points
        .map { ToldWeek(point: $0, headline: told.rules.headline) }
    },
    .list("events", event, "what happened when, with the rate before and after") { $0.details.events.value },
    .optional("target", target, "the target, where there is one") {
      $0.details.target.value.map(ToldTarget.init)
    },
  ])
}

import LeadMetrics
import LeadModel
import Narrative

/// A part of the week in a ranking, with who is there.
struct ToldSlot {
  let rank: SlotRank
  let headline: Int
  /// Who was on shift; nil where that is unknown.
  let staff: Staff?

  var missed: Int { rank.counts.missed(headline) }

  /// People on shift in a part of the week.
  struct Staff {
    /// At a time, on average.
    let average: Double
    /// Whether they were not as many all the time.
    let varies: Bool
  }
}

/// The parts of the week of a report in which most leads are missed.
struct ToldWorst {
  let report: PeriodReport
  /// At most five, most missed first.
  let slots: [ToldSlot]
  /// The leads missed in them.
  let missed: Int
  /// Whether a part with too few leads to be listed missed as many as one of them, or more.
  let isLimited: Bool
  /// The leads missed in the whole period.
  let allMissed: Int

  init(_ report: PeriodReport, headline: Int) {
    self.report = report
    allMissed = report.slice.total.missed(headline)
    slots = report.worst.parts.prefix(5).map { rank in
      ToldSlot(rank: rank, headline: headline, staff: report.coverage.staff(in: rank))
    }
    missed = slots.reduce(0) { $0 + $1.missed }
    isLimited = slots.last.map { report.worst.mutedMissed >= $0.missed } ?? false
  }
}

extension Values {
  static let slot = ValueGroup<ToldSlot>([
    part(WeekPart(weekday: .monday, minuteOfDay: 720, minutes: 30)).of { $0.rank.part },
    .count("leads", of: .leads, "leads") { $0.rank.counts.leads },
    .count("judged", of: .leads, "judged") { $0.rank.counts.judged($0.headline) },
    .count("within", of: .leads, "answered within the threshold") { $0.rank.counts.within[$0.headline] },
    .count("missed", of: .leads, "judged and not answered within it") { $0.missed },
    .quantity("rate", forms: Quantity.rateForms, "within of judged") {
      .rate($0.rank.counts.ratio($0.headline))
    },
    .quantity("on_shift", forms: ["phrase"], "people on shift at a time, on average") {
      .people($0.staff?.average)
    },
    .flag("on_shift_varies", "whether they were not as many all the time") { $0.staff?.varies ?? false },
  ])

  static let worst = ValueGroup<ToldWorst>([
    .list("slots", slot, "up to five, most missed first") { $0.slots },
    .text("unit", "half hours, hours, blocks of four hours: the finest with enough leads") {
      $0.report.worst.unitWords
    },
    .flag(
      "limited",
      "whether a part with fewer than min_leads, which is not listed, missed as many as one of these"
    ) { $0.isLimited },
    .text("label", "the period they are of") { Words.period($0.report.info.period) },
    .count("missed", of: .leads, "missed in the slots listed") { $0.missed },
    .quantity("share", forms: Quantity.shareForms, "of all missed leads there") {
      .share($0.missed, of: $0.allMissed)
    },
  ])
}

extension Told {
  var worst: ToldWorst { ToldWorst(report, headline: rules.headline) }
}

extension SlotRanking {
  /// The parts as a noun.
  var unitWords: String {
    switch minutes {
    case 15: "quarter hours"
    case 30: "half hours"
    case 60: "hours"
    default: "blocks of four hours"
    }
  }
}

extension CoverageMap {
  /// Who is on shift in a part of the week; nil where that is unknown, of one of several teams too: the others' staff
  /// says nothing of the leads there.
  func staff(in rank: SlotRank) -> ToldSlot.Staff? {
    guard isKnown, knowledge != .partly(.someTeams) else { return nil }
    let first = (rank.weekday.index * 1_440 + rank.minuteOfDay) / slotMinutes
    let part = cells[first..<first + rank.minutes / slotMinutes]
    guard part.contains(where: { $0.repMinutes > 0 }) || part.contains(where: knowsNobody) else { return nil }
    // Everyone who is there at all is there all the time, and they are as many in every slot.
    let isSteady = part.allSatisfy {
      $0.average == Double($0.reps.count) && $0.average == part.first!.average
    }
    return ToldSlot.Staff(average: part.reduce(0) { $0 + $1.average } / Double(part.count), varies: !isSteady)
  }
}

extension Quantity {
  /// People on shift: `2`, and as a phrase `2 people`, `nobody`, `unknown`, `fewer than 0.1 people`.
  static func people(_ average: Double?) -> Quantity {
    guard let average else { return Quantity(nil, Words.none, forms: ["phrase": "unknown"]) }
    let tenths = Words.tenths(of: average)
    let text = Words.average(average)
    let phrase =
      switch tenths {
      case 0: average > 0 ? "fewer than 0.1 people" : "nobody"
      case 10: "1 person"
      default: "\(text) people"
      }
    return Quantity(Double(tenths) / 10, text, forms: ["phrase": phrase])
  }
}

import LeadMetrics
import LeadModel
import Narrative

// Leads beside the hours worked, and by what the export says of them.

/// A block of four hours of a weekday.
struct ToldBlock {
  let block: Staffing.Block
  let tallied: Tallied
}

/// A row of a breakdown; where rates would flatter, it says nothing of leads that nobody answered.
struct ToldRow {
  let row: Breakdown.Row
  let hasRates: Bool
  let headline: Int
  let tellsTimes: Bool

  var ratio: Ratio { hasRates ? row.counts.ratio(headline) : Ratio(0, of: 0) }
  func ifRated(_ count: Int) -> Int? { hasRates ? count : nil }
}

extension Values {
  static let block = ValueGroup<ToldBlock>([
    part(WeekPart(weekday: .thursday, minuteOfDay: 960, minutes: 240)).of { $0.block.part },
    tally.of { $0.tallied },
  ])

  static let quietBlock = ValueGroup<ToldBlock>([
    block,
    .quantity("rep_hours", "hours that people were on shift, added up") {
      .decimal(Double($0.block.repMinutes) / 60)
    },
    .quantity("load", "leads per hour that a person was on shift") { .decimal($0.block.load.value) },
  ])

  static let staffing = ValueGroup<Told>([
    .list(
      "shifts_to_add", block,
      "up to five: blocks that missed most leads while nobody was on shift, these leads"
    ) {
      told in told.blocks(\.shiftsToAdd)
    },
    .list(
      "quiet_blocks", quietBlock,
      "up to five: blocks with people on shift and almost no leads, those they met"
    ) { told in
      told.blocks(\.quietBlocks)
    },
    .list("by_slot", loadCell, "the slots of the week in which people were on shift") {
      ToldCell.all($0.details.staffing.value.cellLoads.map(\.value))
    },
  ])

  static let row = ValueGroup<ToldRow>([
    .text("name", "as the export has it; where no name is given, not said, or nobody of leads never answered")
    {
      $0.row.name.words(tellsTimes: $0.tellsTimes)
    },
    .flag("is_named", "whether the export names it") { if case .named = $0.row.name { true } else { false } },
    .quantity("rank", "1 for the best rate; an en dash without one") { .whole($0.row.rank) },
    .quantity("leads", "counted leads; an en dash where rates would flatter") {
      .whole($0.ifRated($0.row.counts.leads))
    },
    .quantity("judged", "old enough to be judged") { .whole($0.ifRated($0.ratio.denominator)) },
    .quantity("within", "answered within the threshold") { .whole($0.ifRated($0.ratio.numerator)) },
    .quantity(
      "rate", forms: Quantity.rateForms, "within of judged; an en dash where only answered ones are known"
    ) {
      .rate($0.row.ratio($0.headline))
    },
    .quantity("never", "never answered") { .whole($0.tellsTimes ? $0.ifRated($0.row.counts.never) : nil) },
    .count("contacted", of: .leads, "answered at all") { $0.row.counts.contacted },
    .quantity("median", forms: Quantity.durationForms, "the median response time") {
      .duration($0.row.timing.median)
    },
    .quantity("p90", forms: Quantity.durationForms, "the response time that nine in ten answers beat") {
      .duration($0.row.timing.p90)
    },
  ])

  static let breakdown = ValueGroup<ToldBreakdown>([
    .flag("has_rates", "whether rates can be told: not where unanswered leads lack the name more often") {
      $0.breakdown.hasRates
    },
    .list("rows", row, "the best rate first, then the unranked, then leads without a name") { told in
      told.breakdown.toldRows.map {
        ToldRow(
          row: $0, hasRates: told.breakdown.hasRates, headline: told.headline, tellsTimes: told.tellsTimes)
      }
    },
  ])

  static let breakdowns = ValueGroup<Told>([
    .optional("reps", breakdown, "who answered, unless people are left out") { $0.told(by: .rep) },
    .optional("managers", breakdown, "by manager, unless people are left out") { $0.told(by: .manager) },
    .optional("channels", breakdown, "by channel") { $0.told(by: .channel) },
    .optional("sources", breakdown, "by source") { $0.told(by: .source) },
  ])
}

/// The leads by a role.
struct ToldBreakdown {
  let breakdown: Breakdown
  let headline: Int
  let tellsTimes: Bool
}

extension Staffing.Block {
  /// Leads per hour that a person was on shift.
  var load: Quotient { Quotient(Int128(counts.leads) * 60, Int128(repMinutes)) }
}

extension Told {
  fileprivate func blocks(_ list: KeyPath<Staffing, [Staffing.Block]>) -> [ToldBlock] {
    details.staffing.value[keyPath: list].prefix(StaffingTables.limit)
      .map { ToldBlock(block: $0, tallied: site.tallied($0.counts)) }
  }

  fileprivate func told(by role: Role) -> ToldBreakdown? {
    details.breakdowns.value[role].flatMap {
      $0.hasNames
        ? ToldBreakdown(breakdown: $0, headline: rules.headline, tellsTimes: site.analysis.tellsTimes) : nil
    }
  }
}

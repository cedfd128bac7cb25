import LeadMetrics
import LeadModel

/// One row as a test writes it.
struct Row {
  var team = "North"
  /// Local date and time.
  var received: LocalTime
  var response: Response = .never
  var weight = 1
  /// For how many of the highest thresholds it is too young.
  var young = 0
  var rep: String?
  var names: [Role: String] = [:]
  var isRemoved = false
}

/// `at("2026-11-09", "08:30")`.
func at(_ day: String, _ time: String = "00:00") -> LocalTime {
  let clock = time.split(separator: ":").map { Int($0)! }
  return LocalTime(date: date(day), minuteOfDay: clock[0] * 60 + clock[1])
}

func date(_ day: String) -> CivilDate {
  let parts = day.split(separator: "-").map { Int($0)! }
  return CivilDate(year: parts[0], month: parts[1], day: parts[2])!
}

func week(_ year: Int, _ number: Int) -> ISOWeek { ISOWeek(year: year, week: number)! }

extension Response {
  static func minutes(_ minutes: Int) -> Response { .after(Int64(minutes) * 60_000_000) }
  static func seconds(_ seconds: Int) -> Response { .after(Int64(seconds) * 1_000_000) }
}

extension Slice {
  /// The cell of a weekday and a slot of the day.
  subscript(weekday: Weekday, slot: Int) -> Cell { cells[weekday.index * slotsPerDay + slot] }
}

/// Counts of leads old enough to be judged by one threshold.
func counts(_ within: Int, of leads: Int) -> Counts {
  var counts = Counts()
  counts.leads = leads
  counts.contacted = within
  counts.within[0] = within
  return counts
}

/// What reading such rows would give. Times are floating; the cut-off is the latest of them unless given.
func intake(_ rows: [Row], cutoff: LocalTime? = nil, first: LocalTime? = nil, spillAll: Bool = false)
  -> Intake
{
  let teams = Set(rows.map(\.team)).sorted()
  var names: [Role: [String]] = [:]
  for role in Role.allCases {
    names[role] = Set(rows.compactMap { $0.names[role] ?? (role == .rep ? $0.rep : nil) }).sorted()
  }
  let weeks = rows.map { ISOWeek(containing: $0.received.date) }
  let firstWeek = weeks.min() ?? ISOWeek(index: 0)
  let weekCount = weeks.max().map { $0.index - firstWeek.index + 1 } ?? 0
  var partitions = [[PackedLead]](repeating: [], count: teams.count * weekCount)
  var sets = [[Attributes]](repeating: [], count: teams.count)
  var spills: [Spill] = []
  for row in rows {
    let team = teams.firstIndex(of: row.team)!
    let week = ISOWeek(containing: row.received.date)
    let minute = row.received.minutes - week.monday.dayNumber * 1_440
    func position(_ role: Role, _ name: String?) -> Int32 {
      name.map { Int32(names[role]!.firstIndex(of: $0)!) } ?? -1
    }
    var set = Attributes()
    set.rep = position(.rep, row.rep ?? row.names[.rep])
    set.manager = position(.manager, row.names[.manager])
    set.channel = position(.channel, row.names[.channel])
    set.source = position(.source, row.names[.source])
    set.outcome = position(.outcome, row.names[.outcome])
    if !sets[team].contains(set) { sets[team].append(set) }
    let index = sets[team].firstIndex(of: set)!
    let code: UInt32? =
      switch row.response {
      case .never: PackedLead.never
      case .anomaly: PackedLead.anomaly
      case .flagged: PackedLead.flagged
      case .after(let time): time % 1_000_000 == 0 ? UInt32(time / 1_000_000) : nil
      }
    var packed: PackedLead
    if let code, row.weight == 1, !spillAll {
      packed = PackedLead(minuteOfWeek: minute, attributes: index, code: code)
    } else {
      packed = PackedLead(
        minuteOfWeek: minute, attributes: 0, code: UInt32(spills.count) | 0x8000_0000)
      spills.append(Spill(response: row.response, attributes: index, weight: row.weight))
    }
    packed.pendingCount = row.young
    if row.isRemoved { packed.remove() }
    partitions[team * weekCount + week.index - firstWeek.index].append(packed)
  }
  let table = LeadTable(
    teams: teams.map { Team(name: $0, zone: .floating) }, firstWeek: firstWeek, weekCount: weekCount,
    partitions: partitions, spills: spills, attributes: sets, names: names)
  func instant(_ local: LocalTime) -> Instant { Instant(microseconds: local.microseconds) }
  return Intake(
    table: table, firstReceived: (first ?? rows.map(\.received).min()).map(instant),
    cutoff: (cutoff ?? rows.map(\.received).max()).map(instant), zone: .floating)
}

/// An analysis of such rows. With `asOf` the cut-off is explicit, and at midnight that of a date.
func analysis(
  _ rows: [Row], asOf: LocalTime? = nil, first: LocalTime? = nil, shifts: [Shift] = [], rules: Rules = Rules()
) -> Analysis {
  var rules = rules
  rules.asOf = asOf.map { Instant(microseconds: $0.microseconds) }
  rules.asOfIsDayEnd = asOf?.minuteOfDay == 0
  return Analysis(
    intake: intake(rows, cutoff: asOf, first: first), schedule: Schedule(shifts: shifts), rules: rules)
}

/// A small generator with a seed, so that random tests are the same on every run (SplitMix64).
struct Seeded: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension Analysis {
  /// What a page about a report says where it is the only page of a site.
  func findings(_ report: PeriodReport, showsReps: Bool = true) -> [Finding] {
    SiteFindings([candidates(report.scope, report.info.period, showsReps: showsReps)], rules).findings(report)
  }
}

import LeadModel

/// What is odd about all leads together: exports that tell something else than they are taken for.
enum LeadFact: Hashable, Sendable {
  /// There are rows, but none of them is counted.
  case noneCounted(rows: Int)
  /// So many rows are counted, but each of them stands for no lead.
  case noneStoodFor(rows: Int)
  /// Not one of so many leads has a first response, though it would be told.
  case neverAnswered(leads: Int)
  /// So many of so many first responses are from before their lead was received.
  case answeredEarly(Int, of: Int)
  /// So few rows from the first week on, with years without any between them and that week.
  case beginsEarly(rows: Int, in: ISOWeek, next: ISOWeek, at: Place?)
  /// All of so many rows came from 1:00 to 12:59, so many of them in the small hours.
  case noAfternoon(rows: Int, night: Int)

  /// Fewer leads can all lack an answer, or look answered early, by chance.
  private static let fewest = 10

  /// Those of an export; `total` is the count of all its leads.
  static func all(of total: Counts, _ intake: Intake) -> [LeadFact] {
    let rows = intake.sources.reduce(0) { $0 + $1.read.rows }
    if total.leads == 0 {
      let counted = intake.sources.reduce(0) { $0 + $1.counted.rows }
      if counted > 0 { return [.noneStoodFor(rows: counted)] }
      // Leads that are all after the cut-off are said to be so where the cut-off is.
      return rows > intake.sources.reduce(0) { $0 + $1.afterCutoff.rows } ? [.noneCounted(rows: rows)] : []
    }
    return [intake.earlyBegin, intake.table.lostAfternoon].compactMap(\.self)
      + (total.leads < fewest ? [] : answers(total, intake))
  }

  /// Those about first responses.
  private static func answers(_ total: Counts, _ intake: Intake) -> [LeadFact] {
    if total.contacted == 0 {
      return intake.sources.allSatisfy(\.tellsTimes) ? [.neverAnswered(leads: total.leads)] : []
    }
    // One in ten is far more than clocks that differ bring about.
    return total.anomalies * 10 >= total.contacted
      ? [.answeredEarly(total.anomalies, of: total.contacted)] : []
  }

  /// Its wording.
  var diagnostic: Diagnostic {
    switch self {
    case .noneCounted(let rows):
      Diagnostic(
        .warning, "leads-none", at: nil,
        "not one of \(times(rows, "row")) is counted: every page is empty",
        remedy: "The account of the rows, below or on the data-quality page, says what became of them.")
    case .noneStoodFor(let rows):
      Diagnostic(
        .warning, "leads-none", at: nil,
        "\(rows == 1 ? "the one counted row stands" : "the \(rows) counted rows stand") for no lead: every page is empty",
        remedy: "Check the column that says for how many leads a row stands.")
    case .neverAnswered(let leads):
      Diagnostic(
        .warning, "responses-none", at: nil,
        "not one of \(times(leads, "lead")) has a first response: all count as never contacted",
        remedy: "Check that first responses are read from where they are, and that they are there.")
    case .beginsEarly(let rows, let week, let next, let place):
      Diagnostic(
        .warning, "earliest-far-off", at: place,
        "\(rows == 1 ? "one row is" : "\(rows) rows\(place == nil ? "" : ", the earliest of them here,") are") from before "
          + "\(next.monday), years before all others: the data are "
          + "taken to begin in the week of \(week.monday)",
        remedy: "Correct such dates in the export; databases write 1900-01-01 or 1970-01-01 for none.")
    case .noAfternoon(let rows, let night):
      Diagnostic(
        .warning, "afternoons-none", at: nil,
        "not one of \(times(rows, "row")) is from after 13:00 or midnight, though \(night) are from 1:00 to 5:59",
        remedy:
          "Check that AM and PM were not lost, and the zone of the times: export them with AM and PM or of 24 hours."
      )
    case .answeredEarly(let early, let answered):
      Diagnostic(
        .warning, "responses-early", at: nil,
        "\(early) of \(times(answered, "first response")) \(early == 1 ? "is" : "are") from before the lead was received "
          + "and \(early == 1 ? "counts" : "count") as missed",
        remedy: "Check that the columns are not exchanged, their zones, and that both have a time of day.")
    }
  }
}

/// What is odd about a schedule beside the leads.
enum ScheduleFact: Hashable, Sendable {
  /// A row names no team, and its rep is in no lead that could tell.
  case repInNoLead(String, place: Place)
  /// A row names a team that no lead has.
  case unknownTeam(String, teams: [String], place: Place)
  /// Somebody is off who has no shift, of that team if one is named; perhaps another rep is meant.
  case daysOffWithoutShifts(String, team: String?, near: String?, place: Place)
  /// Somebody is off on days on which they have no shift.
  case daysOffBesideShifts(String, place: Place)
  /// A schedule was given, but none of its shifts is one of these teams'.
  case noShifts(teams: [String])
  /// These teams have shifts, but none on a date of the data.
  case outsideData(teams: [String])

  /// Its wording.
  var diagnostic: Diagnostic {
    switch self {
    case .repInNoLead(let rep, let place):
      Diagnostic(
        .warning, "schedule-rep-without-leads", at: place,
        "the shifts of ‘\(rep)’ belong to no team: no lead names that rep",
        remedy: "Name the team in the schedule, or write the rep as the leads do.")
    case .unknownTeam(let name, let teams, let place):
      Diagnostic(
        .warning, "schedule-team-unknown", at: place,
        "the schedule names the team ‘\(name)’, but the leads have \(teams.isEmpty ? "no team" : "only \(list(teams))")",
        remedy: "Write the team as the leads do.")
    case .daysOffWithoutShifts(let rep, let team, let near, let place):
      Diagnostic(
        .warning, "schedule-off-unused", at: place,
        "‘\(rep)’ is off, but has no shift\(team.map { " of the team ‘\($0)’" } ?? "")"
          + (near.map { " (did you mean ‘\($0)’?)" } ?? ""),
        remedy: "Write the rep as the shifts do, with the team of the shifts or without one.")
    case .daysOffBesideShifts(let rep, let place):
      Diagnostic(
        .warning, "schedule-off-unused", at: place, "‘\(rep)’ is off on days on which they have no shift",
        remedy: "Check dates and days of the week; a shift belongs to the day on which it begins.")
    case .noShifts(let teams):
      Diagnostic(
        .note, "coverage-unknown", at: nil,
        "the schedule has no shift of \(list(teams)), so coverage there is unknown",
        remedy: "Add their shifts to the schedule.")
    case .outsideData(let teams):
      Diagnostic(
        .note, "coverage-unknown", at: nil,
        "no shift of \(list(teams)) is on a date of the data, so coverage there is unknown",
        remedy: "Check the dates of their shifts, or add those of the data.")
    }
  }

  private func list(_ teams: [String]) -> String {
    enumeration(of: teams.map { "‘\($0)’" }, limit: 6)
  }
}

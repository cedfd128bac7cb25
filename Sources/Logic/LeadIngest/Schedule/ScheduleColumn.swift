import LeadModel

/// What a column of a schedule may mean. The raw value is the configuration's key.
package enum ScheduleColumn: String, ColumnVocabulary {
  case rep
  case day
  /// The one day of a row, in a rota by date.
  case date
  case start
  case end
  case team
  case firstDay = "valid_from"
  case lastDay = "valid_to"

  /// All ``aliases``, normalised once.
  static let keys = normalisedAliases()

  /// The role in words.
  var title: String {
    switch self {
    case .rep: "rep"
    case .day: "day of the week"
    case .date: "date of the shift"
    case .start: "start of the shift"
    case .end: "end of the shift"
    case .team: "team"
    case .firstDay: "first valid date"
    case .lastDay: "last valid date"
    }
  }

  /// The names a column of this role goes by, the canonical one first.
  var aliases: [String] {
    switch self {
    case .rep: ColumnRole.rep.aliases + ["name", "employee", "staff"]
    case .day: ["day_of_week", "day", "days", "days_of_week", "weekday", "weekdays"]
    case .date:
      ["date", "shift_date", "work_date", "working_date", "schedule_date", "rota_date", "roster_date"]
    case .start: ["start_time", "start", "shift_start", "starts_at"]
    case .end: ["end_time", "end", "shift_end", "ends_at"]
    case .team: ColumnRole.team.aliases
    case .firstDay:
      [
        "valid_from", "first_valid_date", "first_date", "first_day", "start_date", "from", "from_date",
        "effective_from",
      ]
    case .lastDay:
      [
        "valid_to", "last_valid_date", "last_date", "last_day", "end_date", "to", "to_date", "until",
        "valid_until",
        "effective_to",
      ]
    }
  }
}

/// What the configuration says about the columns of a schedule. Empty where it says nothing.
package struct ScheduleMapping: Hashable, Sendable {
  /// The header that plays a role, as the person wrote it.
  package var headers: [ScheduleColumn: String] = [:]
  /// Where the configuration says so, with `key` its path (`schedule[0]`); nil without one.
  package var place: Place?

  /// Nothing is said.
  package init() {}
}
